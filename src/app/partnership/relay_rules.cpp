#include "app/partnership/relay_rules.h"

#include "app/accounts/account_rules.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/partnership/partnership_checks.h"
#include "ecosystem/partnership/plain_words.h"
#include "ecosystem/refusals.h"
#include "store/accounts/accounts.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using Rule = eco::HouseRule;

constexpr std::size_t kLongestRelaySubject = 150, kLongestRelayMessage = 4000;

Result<> check_confirmed(sql::Connection& connection, eco::PersonId person) {
  const auto account = TRY(store::find_account(connection, person));
  if (account && account->verified_at && !account->mail.empty()) {
    return check_person_name(account->name);  // it is shown to the other side
  }
  return refuse(ErrorCode::unmet, Rule::sender_not_confirmed,
                "confirm the mail address of your account first");
}

Result<> check_takes(sql::Connection& connection, store::OrganisationId organisation,
                     eco::PersonId person) {
  if (TRY(store::takers_of(connection, organisation)).empty()) {
    return refuse(ErrorCode::conflict, Rule::takes_no_messages,
                  "nobody of this organisation takes messages here yet");
  }
  if (TRY(store::is_blocked(connection, organisation, person))) {
    return refuse(ErrorCode::not_permitted, Rule::blocked_by_organisation,
                  "this organisation takes no messages from you");
  }
  return {};
}

Result<> check_not_reported(sql::Connection& connection, eco::PersonId person, Timestamp now) {
  if (!TRY(store::is_upheld_since(connection, person, now - eco::kReportedRest))) return {};
  return refuse(ErrorCode::not_permitted, Rule::reported_lately,
                "a message of yours was reported, and the report was right: you can write to "
                "nobody for 180 days");
}

/// When the organisation last said no, whatever became of the conversation afterwards.
Result<std::optional<Timestamp>> declined_at(sql::Connection& connection,
                                             const store::RelayThread& thread) {
  std::optional<Timestamp> last;
  const auto moves = TRY(store::relay_moves(connection, thread.id));
  for (const auto& move : moves) {
    if (move.act == eco::ThreadAct::decline) last = move.at;
  }
  return last;
}

Result<> check_earlier_threads(sql::Connection& connection, eco::PersonId person,
                               store::OrganisationId organisation, Timestamp now) {
  const auto threads = TRY(store::threads_of(connection, person));
  for (const auto& thread : threads) {
    if (thread.organisation != organisation) continue;
    const auto number = std::to_string(thread.id.value);
    if (thread.state == eco::ThreadState::asked || thread.state == eco::ThreadState::open ||
        thread.state == eco::ThreadState::reported) {
      return refuse(ErrorCode::conflict, Rule::conversation_is_open,
                    "there is a conversation with this organisation already; go on there", number);
    }
    // Who takes back what was not answered asks no sooner again than who was declined.
    const bool was_given_up = thread.state == eco::ThreadState::closed && !thread.answered;
    const auto rests = TRY(declined_at(connection, thread));
    const auto since = was_given_up ? std::optional(thread.changed) : rests;
    if (since && now < *since + eco::kDeclinedRest) {
      return refuse(ErrorCode::conflict, Rule::declined_lately,
                    "this organisation declined lately, or you took back what you asked; ask again "
                    "after 90 days",
                    number);
    }
  }
  return {};
}

Result<> check_message_limit(sql::Connection& connection, eco::PersonId person, Timestamp now) {
  if (TRY(store::messages_of_person_since(connection, person, now - eco::kLimitDay)) <
      eco::kMostMessagesOfPerson) {
    return {};
  }
  return refuse(ErrorCode::throttled, Rule::message_limit,
                "you have written 40 messages within a day; go on tomorrow");
}

}  // namespace

Result<> check_first_message(const FirstMessage& first) {
  TRY(check_filled(first.subject, "subject", "Say in a few words what it is about."));
  TRY(eco::check_one_line(first.subject, "subject", kLongestRelaySubject));
  TRY(check_answer(first.text));
  for (const auto& [text, field] :
       {std::pair(first.subject, "subject"), std::pair(first.text, "text")}) {
    if (!eco::names_contact(text)) continue;
    return fail(ErrorCode::invalid_argument,
                "Write no mail address and no telephone number in the first message. It is "
                "answered here; once both of you want to talk you may exchange what you like.",
                field);
  }
  return {};
}

Result<> check_answer(const std::string& text) {
  TRY(check_filled(text, "text", "Write something."));
  return eco::check_plain_text(text, "text", kLongestRelayMessage);
}

Result<> check_may_begin(sql::Connection& connection, const eco::Actor& actor,
                         store::OrganisationId organisation, Timestamp now) {
  const auto person = actor.person;
  TRY(check_confirmed(connection, person));
  TRY(check_not_reported(connection, person, now));
  if (represents(actor, organisation)) {
    return refuse(ErrorCode::conflict, Rule::own_organisation_asked,
                  "you represent this organisation yourself");
  }
  TRY(check_takes(connection, organisation, person));
  TRY(check_earlier_threads(connection, person, organisation, now));
  TRY(check_message_limit(connection, person, now));
  const auto since = now - eco::kLimitDay;
  if (TRY(store::contacts_of_person_since(connection, person, since)) >=
      eco::kMostContactsOfPerson) {
    return refuse(ErrorCode::throttled, Rule::contact_limit,
                  "you have written to 5 organisations for the first time within a day; go on "
                  "tomorrow");
  }
  if (TRY(store::contacts_of_organisation_since(connection, organisation, since)) >=
      eco::kMostContactsOfOrganisation) {
    return refuse(ErrorCode::throttled, Rule::organisation_limit,
                  "this organisation was written to very often today; try again tomorrow");
  }
  return {};
}

Result<> check_may_write(sql::Connection& connection, const store::RelayThread& thread,
                         ThreadSide side, eco::PersonId person, Timestamp now) {
  TRY(check_message_limit(connection, person, now));
  TRY(check_not_reported(connection, person, now));
  if (side == ThreadSide::asker) {
    if (thread.state == eco::ThreadState::asked) {
      return refuse(ErrorCode::conflict, Rule::answer_outstanding,
                    "the organisation has not said yet whether it wants to talk; until then "
                    "nothing more is written");
    }
    TRY(check_takes(connection, thread.organisation, person));
  }
  const bool is_open =
      thread.state == eco::ThreadState::open ||
      (thread.state == eco::ThreadState::asked && side == ThreadSide::organisation);
  if (is_open) return {};
  return fail(ErrorCode::conflict, "this conversation is over", {},
              eco::not_in_this_state(eco::ThreadMachine::kName, name_of(thread.state)));
}

std::optional<ThreadSide> side_of(const eco::Actor& actor, const store::RelayThread& thread) {
  if (actor.person.value > 0 && actor.person == thread.account) return ThreadSide::asker;
  if (represents(actor, thread.organisation)) return ThreadSide::organisation;
  const bool is_moderated =
      thread.state == eco::ThreadState::reported || thread.state == eco::ThreadState::upheld;
  if (is_moderated && moderates(actor)) return ThreadSide::moderator;
  return std::nullopt;
}

}  // namespace tributary::app
