// store/partnership/relay.h
//
// Conversations between a person and an organisation, who takes them, and from whom not. No mail
// address stands in any of it. What is asked of an organisation is asked of all that are part of
// it, and what is read is the whole's: identity/whole_organisation.h.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/partnership/offer.h"
#include "ecosystem/partnership/thread_state.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

struct RelayThread {
  ecosystem::ThreadId id;
  OrganisationId organisation;              ///< that was asked
  std::optional<ecosystem::OfferId> offer;  ///< about which
  ecosystem::PersonId account;              ///< who asked
  std::optional<OrganisationId> for_organisation;
  std::string subject;
  ecosystem::ThreadState state = ecosystem::ThreadState::asked;
  Timestamp began;
  std::optional<Timestamp> answered;
  Timestamp changed;
  std::optional<ecosystem::PersonId> reported_by;

  /// Whom the report is about is another matter where the organisation's people were reported.
  [[nodiscard]] bool is_about_asker() const { return reported_by && *reported_by != account; }
};

/// Its id is chosen here.
Result<ecosystem::ThreadId> insert_thread(sql::Connection& connection, const RelayThread& thread);
/// Errors: `not_found`.
Result<RelayThread> relay_thread(sql::Connection& connection, ecosystem::ThreadId id);
/// State, answer, change and report.
Result<> update_thread(sql::Connection& connection, const RelayThread& thread);

// The last changed first.
Result<std::vector<RelayThread>> threads_of(sql::Connection& connection,
                                            ecosystem::PersonId account);
Result<std::vector<RelayThread>> threads_with(sql::Connection& connection,
                                              OrganisationId organisation);
Result<std::vector<RelayThread>> reported_threads(sql::Connection& connection);

struct RelayMessage {
  std::int64_t number = 0;  ///< from 1
  ecosystem::PersonId account;
  bool is_of_organisation = false;
  std::string text;  ///< empty: removed
  Timestamp at;
};

/// Its number is chosen here.
Result<> append_message(sql::Connection& connection, ecosystem::ThreadId id,
                        const RelayMessage& message);
/// Oldest first.
Result<std::vector<RelayMessage>> messages_of(sql::Connection& connection, ecosystem::ThreadId id);

/// Those that the person wrote for an organisation that they represent, oldest first.
Result<std::vector<RelayMessage>> messages_for_organisations(sql::Connection& connection,
                                                             ecosystem::PersonId account);

struct RelayMove {
  ecosystem::ThreadAct act = ecosystem::ThreadAct::accept;
  ecosystem::ThreadState to = ecosystem::ThreadState::open;
  Timestamp at;
  ecosystem::PersonId person;
  std::string reasons;
};

Result<> append_relay_move(sql::Connection& connection, ecosystem::ThreadId id,
                           const RelayMove& move);
/// Oldest first.
Result<std::vector<RelayMove>> relay_moves(sql::Connection& connection, ecosystem::ThreadId id);

// What limits count.
Result<std::int64_t> contacts_of_person_since(sql::Connection& connection,
                                              ecosystem::PersonId account, Timestamp since);
Result<std::int64_t> contacts_of_organisation_since(sql::Connection& connection,
                                                    OrganisationId organisation, Timestamp since);
Result<std::int64_t> messages_of_person_since(sql::Connection& connection,
                                              ecosystem::PersonId account, Timestamp since);
/// Whether a report of this person was found right since.
Result<bool> is_upheld_since(sql::Connection& connection, ecosystem::PersonId account,
                             Timestamp since);

Result<bool> takes_messages(sql::Connection& connection, OrganisationId organisation,
                            ecosystem::PersonId account);
Result<> set_takes_messages(sql::Connection& connection, OrganisationId organisation,
                            ecosystem::PersonId account, bool takes, Timestamp at);
/// Those who represent it and have said so.
Result<std::vector<ecosystem::PersonId>> takers_of(sql::Connection& connection,
                                                   OrganisationId organisation);
/// Of all organisations.
Result<std::vector<OrganisationId>> organisations_taken_for(sql::Connection& connection,
                                                            ecosystem::PersonId account);

Result<bool> is_blocked(sql::Connection& connection, OrganisationId organisation,
                        ecosystem::PersonId account);
Result<> set_blocked(sql::Connection& connection, OrganisationId organisation,
                     ecosystem::PersonId account, bool blocked, ecosystem::PersonId by,
                     Timestamp at);

Result<std::vector<ecosystem::FirstContact>> first_contacts_of(sql::Connection& connection,
                                                               OrganisationId organisation);

/// Texts of conversations in which nothing happened since, but for those that a moderator reads.
Result<> remove_messages_before(sql::Connection& connection, Timestamp since);
/// Who is erased: their texts go, what they asked is closed, what they said yes to ends. In
/// conversations that a moderator has still to decide on their texts stay until then.
Result<> forget_relay_of(sql::Connection& connection, ecosystem::PersonId account);
/// What those wrote there who were erased since.
Result<> forget_erased_in(sql::Connection& connection, ecosystem::ThreadId id);

}  // namespace tributary::store
