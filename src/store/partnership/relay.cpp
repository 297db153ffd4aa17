#include "store/partnership/relay.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "store/identity/whole_organisation.h"
#include "store/one_number.h"
#include "store/partnership/claims.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

std::string select_threads() {
  return "SELECT id, " + whole_of("organisation") + ", offer, account, " +
         whole_of("for_organisation") +
         ", subject, state, began_at, answered_at, changed_at, reported_by FROM relay_threads ";
}

Result<RelayThread> thread_of_row(const sql::Statement& row) {
  RelayThread thread{.id = {row.integer(0)},
                     .organisation = {row.integer(1)},
                     .account = {row.integer(3)},
                     .subject = std::string(row.text(5)),
                     .began = moment_of(row.integer(7)),
                     .changed = moment_of(row.integer(9))};
  thread.state = TRY(eco::enum_from_name(row.text(6), eco::ThreadState::upheld));
  if (const auto offer = row.optional_integer(2)) thread.offer = eco::OfferId{*offer};
  if (const auto spoken = row.optional_integer(4))
    thread.for_organisation = OrganisationId{*spoken};
  if (const auto answered = row.optional_integer(8)) thread.answered = moment_of(*answered);
  if (const auto by = row.optional_integer(10)) thread.reported_by = eco::PersonId{*by};
  return thread;
}

template <class... Values>
Result<std::vector<RelayThread>> read_threads(sql::Connection& connection, std::string_view where,
                                              const Values&... values) {
  std::vector<RelayThread> threads;
  auto row = TRY(connection.statement(select_threads() + std::string(where)));
  TRY(row.bind(values...));
  while (TRY(row.step())) threads.push_back(TRY(thread_of_row(row)));
  return threads;
}

template <class... Values>
Result<std::vector<RelayMessage>> read_messages(sql::Connection& connection, std::string_view where,
                                                const Values&... values) {
  std::vector<RelayMessage> messages;
  auto row = TRY(connection.statement(
      "SELECT number, account, is_of_organisation, text, at FROM relay_messages " +
      std::string(where)));
  TRY(row.bind(values...));
  while (TRY(row.step())) {
    messages.push_back({.number = row.integer(0),
                        .account = {row.integer(1)},
                        .is_of_organisation = row.integer(2) != 0,
                        .text = std::string(row.text(3)),
                        .at = moment_of(row.integer(4))});
  }
  return messages;
}

}  // namespace

Result<eco::ThreadId> insert_thread(sql::Connection& connection, const RelayThread& thread) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM relay_threads"));
  std::optional<std::int64_t> offer, spoken;
  if (thread.offer) offer = thread.offer->value;
  if (thread.for_organisation) spoken = thread.for_organisation->value;
  TRY(TRY(connection.statement(
              "INSERT INTO relay_threads (id, organisation, offer, account, for_organisation, "
              "subject, state, began_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id, thread.organisation.value, offer, thread.account.value, spoken, thread.subject,
               name_of(thread.state), milliseconds(thread.began), milliseconds(thread.began)));
  return eco::ThreadId{id};
}

Result<RelayThread> relay_thread(sql::Connection& connection, eco::ThreadId id) {
  auto found = TRY(read_threads(connection, "WHERE id = ?", id.value));
  if (found.empty()) {
    return fail(ErrorCode::not_found, "there is no such conversation", std::to_string(id.value));
  }
  return std::move(found.front());
}

Result<> update_thread(sql::Connection& connection, const RelayThread& thread) {
  std::optional<std::int64_t> answered, by;
  if (thread.answered) answered = milliseconds(*thread.answered);
  if (thread.reported_by) by = thread.reported_by->value;
  return TRY(connection.statement("UPDATE relay_threads SET state = ?, answered_at = ?, "
                                  "changed_at = ?, reported_by = ? WHERE id = ?"))
      .run(name_of(thread.state), answered, milliseconds(thread.changed), by, thread.id.value);
}

Result<std::vector<RelayThread>> threads_of(sql::Connection& connection, eco::PersonId account) {
  return read_threads(connection, "WHERE account = ? ORDER BY changed_at DESC, id DESC",
                      account.value);
}

Result<std::vector<RelayThread>> threads_with(sql::Connection& connection,
                                              OrganisationId organisation) {
  return read_threads(connection,
                      "WHERE " + is_within("organisation") + " ORDER BY changed_at DESC, id DESC",
                      organisation.value, organisation.value);
}

Result<std::vector<RelayThread>> reported_threads(sql::Connection& connection) {
  return read_threads(connection, "WHERE state = 'reported' ORDER BY changed_at DESC, id DESC");
}

Result<> append_message(sql::Connection& connection, eco::ThreadId id,
                        const RelayMessage& message) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM relay_messages WHERE thread = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO relay_messages (thread, number, account, "
                                  "is_of_organisation, text, at) VALUES (?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, message.account.value, message.is_of_organisation ? 1 : 0,
           message.text, milliseconds(message.at));
}

Result<std::vector<RelayMessage>> messages_of(sql::Connection& connection, eco::ThreadId id) {
  return read_messages(connection, "WHERE thread = ? ORDER BY number", id.value);
}

Result<std::vector<RelayMessage>> messages_for_organisations(sql::Connection& connection,
                                                             eco::PersonId account) {
  return read_messages(connection,
                       "WHERE account = ? AND is_of_organisation = 1 ORDER BY at, thread, number",
                       account.value);
}

Result<> append_relay_move(sql::Connection& connection, eco::ThreadId id, const RelayMove& move) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM relay_moves WHERE thread = ?", id.value));
  return TRY(connection.statement("INSERT INTO relay_moves (thread, number, act, to_state, at, "
                                  "person, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, name_of(move.act), name_of(move.to), milliseconds(move.at),
           move.person.value, move.reasons);
}

Result<std::vector<RelayMove>> relay_moves(sql::Connection& connection, eco::ThreadId id) {
  std::vector<RelayMove> moves;
  auto row =
      TRY(connection.statement("SELECT act, to_state, at, person, reasons FROM relay_moves "
                               "WHERE thread = ? ORDER BY number"));
  TRY(row.bind(id.value));
  while (TRY(row.step())) {
    const auto act = TRY(eco::enum_from_name(row.text(0), eco::ThreadAct::uphold));
    const auto to = TRY(eco::enum_from_name(row.text(1), eco::ThreadState::upheld));
    moves.push_back({.act = act,
                     .to = to,
                     .at = moment_of(row.integer(2)),
                     .person = {row.integer(3)},
                     .reasons = std::string(row.text(4))});
  }
  return moves;
}

Result<std::int64_t> contacts_of_person_since(sql::Connection& connection, eco::PersonId account,
                                              Timestamp since) {
  return one_number(connection,
                    "SELECT COUNT(*) FROM relay_threads WHERE account = ? AND began_at > ?",
                    account.value, milliseconds(since));
}

Result<std::int64_t> contacts_of_organisation_since(sql::Connection& connection,
                                                    OrganisationId organisation, Timestamp since) {
  return one_number(
      connection,
      "SELECT COUNT(*) FROM relay_threads WHERE " + is_within("organisation") + " AND began_at > ?",
      organisation.value, organisation.value, milliseconds(since));
}

Result<std::int64_t> messages_of_person_since(sql::Connection& connection, eco::PersonId account,
                                              Timestamp since) {
  return one_number(connection, "SELECT COUNT(*) FROM relay_messages WHERE account = ? AND at > ?",
                    account.value, milliseconds(since));
}

Result<bool> is_upheld_since(sql::Connection& connection, eco::PersonId account, Timestamp since) {
  return TRY(one_number(connection,
                        "SELECT COUNT(*) FROM relay_threads t WHERE state = 'upheld' "
                        "AND changed_at > ? AND ((account = ? AND reported_by <> account) OR "
                        "(reported_by = account AND EXISTS (SELECT 1 FROM relay_messages m "
                        "WHERE m.thread = t.id AND m.account = ? AND m.is_of_organisation = 1)))",
                        milliseconds(since), account.value, account.value)) > 0;
}

Result<bool> takes_messages(sql::Connection& connection, OrganisationId organisation,
                            eco::PersonId account) {
  return TRY(one_number(connection,
                        "SELECT COUNT(*) FROM relay_consents WHERE " + is_within("organisation") +
                            " AND account = ?",
                        organisation.value, organisation.value, account.value)) > 0;
}

Result<> set_takes_messages(sql::Connection& connection, OrganisationId organisation,
                            eco::PersonId account, bool takes, Timestamp at) {
  if (!takes) {
    return TRY(connection.statement("DELETE FROM relay_consents WHERE " +
                                    is_within("organisation") + " AND account = ?"))
        .run(organisation.value, organisation.value, account.value);
  }
  return TRY(connection.statement("INSERT INTO relay_consents (organisation, account, since) "
                                  "VALUES (?, ?, ?) ON CONFLICT DO NOTHING"))
      .run(organisation.value, account.value, milliseconds(at));
}

Result<std::vector<eco::PersonId>> takers_of(sql::Connection& connection,
                                             OrganisationId organisation) {
  std::vector<eco::PersonId> takers;
  for (const auto person : TRY(representatives_of(connection, organisation))) {
    if (TRY(takes_messages(connection, organisation, person))) takers.push_back(person);
  }
  return takers;
}

Result<std::vector<OrganisationId>> organisations_taken_for(sql::Connection& connection,
                                                            eco::PersonId account) {
  std::vector<OrganisationId> organisations;
  auto row = TRY(connection.statement(
      "SELECT organisation FROM relay_consents WHERE account = ? ORDER BY organisation"));
  TRY(row.bind(account.value));
  while (TRY(row.step())) organisations.push_back({row.integer(0)});
  return organisations;
}

Result<bool> is_blocked(sql::Connection& connection, OrganisationId organisation,
                        eco::PersonId account) {
  return TRY(one_number(connection,
                        "SELECT COUNT(*) FROM relay_blocks WHERE " + is_within("organisation") +
                            " AND account = ?",
                        organisation.value, organisation.value, account.value)) > 0;
}

Result<> set_blocked(sql::Connection& connection, OrganisationId organisation,
                     eco::PersonId account, bool blocked, eco::PersonId by, Timestamp at) {
  if (!blocked) {
    return TRY(connection.statement("DELETE FROM relay_blocks WHERE " + is_within("organisation") +
                                    " AND account = ?"))
        .run(organisation.value, organisation.value, account.value);
  }
  return TRY(connection.statement("INSERT INTO relay_blocks (organisation, account, by_person, at) "
                                  "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"))
      .run(organisation.value, account.value, by.value, milliseconds(at));
}

Result<std::vector<eco::FirstContact>> first_contacts_of(sql::Connection& connection,
                                                         OrganisationId organisation) {
  std::vector<eco::FirstContact> contacts;
  auto row = TRY(connection.statement(
      "SELECT began_at, answered_at FROM relay_threads WHERE " + is_within("organisation") +
      " AND state <> 'upheld' AND NOT (state = 'closed' AND answered_at IS NULL)"));
  TRY(row.bind(organisation.value, organisation.value));
  while (TRY(row.step())) {
    eco::FirstContact contact{.asked = moment_of(row.integer(0)), .answered = {}};
    if (const auto answered = row.optional_integer(1)) contact.answered = moment_of(*answered);
    contacts.push_back(contact);
  }
  return contacts;
}

Result<> remove_messages_before(sql::Connection& connection, Timestamp since) {
  for (const std::string_view removal :
       {"UPDATE relay_messages SET text = '' WHERE text <> '' AND thread IN "
        "(SELECT id FROM relay_threads WHERE changed_at < ? AND state <> 'reported')",
        "UPDATE relay_moves SET reasons = '' WHERE reasons <> '' AND thread IN "
        "(SELECT id FROM relay_threads WHERE changed_at < ? AND state <> 'reported')",
        "UPDATE relay_threads SET subject = '' WHERE subject <> '' AND changed_at < ? "
        "AND state <> 'reported'"}) {
    TRY(TRY(connection.statement(removal)).run(milliseconds(since)));
  }
  return {};
}

Result<> forget_relay_of(sql::Connection& connection, eco::PersonId account) {
  // What a moderator is to read stays until it is decided: forget_erased_in().
  for (const std::string_view removal :
       {"UPDATE relay_messages SET text = '' WHERE account = ? AND thread NOT IN "
        "(SELECT id FROM relay_threads WHERE state = 'reported')",
        "UPDATE relay_moves SET reasons = '' WHERE person = ? AND thread NOT IN "
        "(SELECT id FROM relay_threads WHERE state = 'reported')",
        "UPDATE relay_threads SET subject = '' WHERE account = ? AND state <> 'reported'",
        "UPDATE relay_threads SET state = 'closed' WHERE account = ? AND state IN ('asked', "
        "'open')",
        "DELETE FROM relay_blocks WHERE account = ?",
        "DELETE FROM relay_consents WHERE account = ?"}) {
    TRY(TRY(connection.statement(removal)).run(account.value));
  }
  return {};
}

Result<> forget_erased_in(sql::Connection& connection, eco::ThreadId id) {
  for (const std::string_view removal :
       {"UPDATE relay_messages SET text = '' WHERE thread = ? AND account IN "
        "(SELECT id FROM accounts WHERE state = 'erased')",
        "UPDATE relay_moves SET reasons = '' WHERE thread = ? AND person IN "
        "(SELECT id FROM accounts WHERE state = 'erased')",
        "UPDATE relay_threads SET subject = '' WHERE id = ? AND account IN "
        "(SELECT id FROM accounts WHERE state = 'erased')"}) {
    TRY(TRY(connection.statement(removal)).run(id.value));
  }
  return {};
}

}  // namespace tributary::store
