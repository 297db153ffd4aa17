#include "app/partnership/relay_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/ecosystem/audit_detail.h"
#include "app/partnership/partnership_checks.h"
#include "app/partnership/relay_rules.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/partnership/plain_words.h"
#include "ecosystem/refusals.h"
#include "store/accounts/accounts.h"
#include "store/partnership/offers.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr std::size_t kLongestRelayReasons = 2000;

std::string conversation_subject(eco::ThreadId id) {
  return fmt::format("conversation/{}", id.value);
}

std::unexpected<Error> no_such_conversation(eco::ThreadId id) {
  return fail(ErrorCode::not_found, "there is no such conversation", std::to_string(id.value));
}

/// What the person may do by their side: see ThreadMachine.
eco::Roles roles_of(ThreadSide side) {
  switch (side) {
    case ThreadSide::asker:
      return {eco::Role::member};
    case ThreadSide::organisation:
      return {eco::Role::organisation_representative};
    case ThreadSide::moderator:
      return {eco::Role::data_curator};
  }
  return {};
}

Result<std::string> name_of_person(sql::Connection& connection, eco::PersonId person) {
  const auto account = TRY(store::find_account(connection, person));
  return account ? account->name : std::string();
}

/// Those of an offer that is shown. Errors: `conflict` where it is not, so that nobody learns of
/// drafts: `not_found`.
Result<store::OrganisationId> asked_by_offer(sql::Connection& connection, eco::OfferId id,
                                             Date today) {
  const auto offer = TRY(store::offer(connection, id));
  const auto state = offer.state_on(today);
  if (state == eco::OfferState::published) return offer.organisation;
  if (!offer.published) {
    return fail(ErrorCode::not_found, "there is no such offer", std::to_string(id.value));
  }
  return fail(ErrorCode::conflict, "this offer is not shown any more", "offer",
              eco::not_in_this_state(eco::OfferMachine::kName, name_of(state)));
}

/// A reason to report somebody is not for the one who is reported.
bool is_for(ThreadSide side, const eco::Actor& actor, const store::RelayMove& move) {
  return move.act != eco::ThreadAct::report || side == ThreadSide::moderator ||
         move.person == actor.person;
}

Result<> record_move(sql::Connection& connection, store::RelayThread& thread, eco::ThreadAct act,
                     eco::ThreadState to, eco::PersonId person, const std::string& reasons,
                     Timestamp at) {
  thread.state = to;
  thread.changed = at;
  if (act == eco::ThreadAct::report) thread.reported_by = person;
  TRY(store::update_thread(connection, thread));
  return store::append_relay_move(
      connection, thread.id,
      {.act = act, .to = to, .at = at, .person = person, .reasons = reasons});
}

}  // namespace

std::string_view name_of(ThreadSide side) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"asker", "organisation", "moderator"});
  return kNames[static_cast<std::size_t>(side)];
}

Result<ThreadCard> RelayDesk::card_of(sql::Connection& connection, store::RelayThread thread,
                                      ThreadSide side) {
  ThreadCard card{.thread = std::move(thread), .side = side};
  auto organisation = TRY(organisation_as_known(connection, card.thread.organisation));
  card.organisation_slug = std::move(organisation.slug);
  card.organisation_name = std::move(organisation.name);
  if (card.thread.for_organisation) {
    card.for_organisation_name =
        TRY(organisation_as_known(connection, *card.thread.for_organisation)).name;
  }
  card.asker = TRY(name_of_person(connection, card.thread.account));
  return card;
}

Result<std::vector<Mail>> RelayDesk::mails_of(sql::Connection& connection,
                                              const Envelope& envelope) {
  std::vector<Mail> mails;
  for (const auto person : envelope.to) {
    const auto account = TRY(store::find_account(connection, person));
    if (!account || !account->verified_at || account->mail.empty()) continue;
    mails.push_back(relay_mail(envelope.kind, account->language, account->mail, envelope.facts));
  }
  return mails;
}

Result<ContactView> RelayDesk::contact_of(sql::Connection& connection, const eco::Actor& actor,
                                          store::OrganisationId named) {
  const auto organisation = TRY(store::published_organisation(connection, named)).id;
  ContactView view{.organisation = organisation};
  view.is_claimed = !TRY(store::representatives_of(connection, organisation)).empty();
  view.takes_messages = !TRY(store::takers_of(connection, organisation)).empty();
  view.last_verified = TRY(store::last_verified(connection, organisation));
  const auto contacts = TRY(store::first_contacts_of(connection, organisation));
  view.rate = eco::response_rate(contacts, clock_.now());
  view.is_own = represents(actor, organisation);
  view.takes_own =
      view.is_own && TRY(store::takes_messages(connection, organisation, actor.person));
  return view;
}

Result<ContactView> RelayDesk::contact(const eco::Actor& person,
                                       store::OrganisationId organisation) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  return contact_of(connection, actor, organisation);
}

Result<std::vector<ContactView>> RelayDesk::contacts(
    const eco::Actor& person, const std::vector<store::OrganisationId>& organisations) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  std::vector<ContactView> views;
  for (const auto organisation : organisations) {
    auto view = contact_of(connection, actor, organisation);
    if (!view && view.error().code == ErrorCode::not_found) continue;
    if (!view) return std::unexpected(view.error());
    views.push_back(*std::move(view));
  }
  return views;
}

Result<std::vector<ThreadCard>> RelayDesk::list(const eco::Actor& person) {
  TRY(check_signed_in(person, "sign in to read messages"));
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto threads = TRY(store::threads_of(connection, actor.person));
  const auto add = [&](std::vector<store::RelayThread> more) {
    for (auto& thread : more) {
      if (std::ranges::count(threads, thread.id, &store::RelayThread::id) == 0) {
        threads.push_back(std::move(thread));
      }
    }
  };
  const auto represented = represented_by(actor);
  for (const auto id : represented) add(TRY(store::threads_with(connection, id)));
  if (moderates(actor)) add(TRY(store::reported_threads(connection)));
  std::ranges::stable_sort(threads, std::greater<>(), &store::RelayThread::changed);
  std::vector<ThreadCard> cards;
  for (auto& thread : threads) {
    const auto side = side_of(actor, thread);
    if (side) cards.push_back(TRY(card_of(connection, std::move(thread), *side)));
  }
  return cards;
}

Result<ThreadView> RelayDesk::view(const eco::Actor& person, eco::ThreadId id) {
  TRY(check_signed_in(person, "sign in to read messages"));
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto thread = TRY(store::relay_thread(connection, id));
  const auto side = side_of(actor, thread);
  if (!side) return no_such_conversation(id);
  ThreadView view;
  view.card = TRY(card_of(connection, std::move(thread), *side));
  auto messages = TRY(store::messages_of(connection, id));
  for (auto& message : messages) {
    auto author = TRY(name_of_person(connection, message.account));
    const bool is_own = message.account == actor.person;
    view.messages.push_back({std::move(message), std::move(author), is_own});
  }
  view.moves = TRY(store::relay_moves(connection, id));
  for (auto& move : view.moves) {
    if (!is_for(*side, actor, move)) move.reasons.clear();
  }
  const auto& present = view.card.thread;
  for (const auto& next : eco::next_acts<eco::ThreadMachine>(present.state, {})) {
    if (next.who.intersects(roles_of(*side))) view.acts.push_back(next.act);
  }
  view.may_write =
      *side != ThreadSide::moderator &&
      check_may_write(connection, present, *side, actor.person, clock_.now()).has_value();
  view.is_blocked = *side == ThreadSide::organisation &&
                    TRY(store::is_blocked(connection, present.organisation, present.account));
  return view;
}

Result<eco::ThreadId> RelayDesk::begin(const eco::Actor& person, const FirstMessage& first) {
  TRY(check_signed_in(person, "sign in to write to an organisation"));
  TRY(check_first_message(first));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto named = first.organisation;
  if (first.offer) named = TRY(asked_by_offer(connection, *first.offer, clock_.today()));
  const auto organisation = TRY(store::published_organisation(connection, named));
  const auto asked = organisation.id;
  auto from = TRY(name_of_person(connection, actor.person));
  auto spoken_for = first.for_organisation;
  if (spoken_for) {
    spoken_for = TRY(store::root_of(connection, *spoken_for));
    if (!represents(actor, *spoken_for)) {
      return refuse(ErrorCode::not_permitted, eco::HouseRule::not_your_organisation,
                    "you do not represent this organisation");
    }
    from += fmt::format(" ({})", TRY(store::published_organisation(connection, *spoken_for)).name);
  }
  TRY(check_may_begin(connection, actor, asked, change.at()));
  const auto id = TRY(store::insert_thread(connection, {.organisation = asked,
                                                        .offer = first.offer,
                                                        .account = actor.person,
                                                        .for_organisation = spoken_for,
                                                        .subject = first.subject,
                                                        .began = change.at()}));
  TRY(store::append_message(connection, id,
                            {.account = actor.person, .text = first.text, .at = change.at()}));
  const Envelope envelope{.kind = RelayMail::first_contact,
                          .to = TRY(store::takers_of(connection, asked)),
                          .facts = {.from = from,
                                    .organisation = organisation.name,
                                    .subject = first.subject,
                                    .text = first.text,
                                    .link = fmt::format("{}/messages/{}", public_url_, id.value)}};
  auto mails = TRY(mails_of(connection, envelope));
  TRY(change.commit("conversation.begin", conversation_subject(id),
                    audit_detail({{"organisation", asked.value}})));
  for (auto& mail : mails) mail_.send(std::move(mail));
  return id;
}

Result<> RelayDesk::answer(const eco::Actor& person, eco::ThreadId id, const std::string& text) {
  TRY(check_signed_in(person, "sign in to answer"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto thread = TRY(store::relay_thread(connection, id));
  const auto side = side_of(actor, thread);
  if (!side || *side == ThreadSide::moderator) return no_such_conversation(id);
  TRY(check_answer(text));
  TRY(check_may_write(connection, thread, *side, actor.person, change.at()));
  const bool is_of_organisation = *side == ThreadSide::organisation;
  if (is_of_organisation && !thread.answered) thread.answered = change.at();
  if (thread.state == eco::ThreadState::asked) {
    const auto to = TRY(eco::make_move<eco::ThreadMachine>(thread.state, eco::ThreadAct::accept,
                                                           roles_of(*side), {}));
    TRY(record_move(connection, thread, eco::ThreadAct::accept, to, actor.person, {}, change.at()));
  } else {
    thread.changed = change.at();
    TRY(store::update_thread(connection, thread));
  }
  TRY(store::append_message(connection, id,
                            {.account = actor.person,
                             .is_of_organisation = is_of_organisation,
                             .text = text,
                             .at = change.at()}));
  const auto card = TRY(card_of(connection, thread, *side));
  auto to = is_of_organisation ? std::vector{thread.account}
                               : TRY(store::takers_of(connection, thread.organisation));
  const Envelope envelope{
      .kind = RelayMail::message,
      .to = std::move(to),
      .facts = {.from = is_of_organisation ? card.organisation_name : card.asker,
                .organisation = card.organisation_name,
                .subject = thread.subject,
                .text = text,
                .link = fmt::format("{}/messages/{}", public_url_, id.value)}};
  auto mails = TRY(mails_of(connection, envelope));
  TRY(change.commit("conversation.answer", conversation_subject(id), audit_detail({})));
  for (auto& mail : mails) mail_.send(std::move(mail));
  return {};
}

Result<> RelayDesk::move(const eco::Actor& person, eco::ThreadId id, eco::ThreadAct act,
                         const std::string& reasons) {
  TRY(check_signed_in(person, "sign in to go on"));
  TRY(eco::check_plain_text(reasons, "reasons", kLongestRelayReasons));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto thread = TRY(store::relay_thread(connection, id));
  const auto side = side_of(actor, thread);
  if (!side) return no_such_conversation(id);
  eco::EnumSet<eco::ThreadNeed> met;
  if (!eco::is_blank(reasons)) met.add(eco::ThreadNeed::reasons);
  const auto to = TRY(eco::make_move<eco::ThreadMachine>(thread.state, act, roles_of(*side), met));
  const bool is_answer = act == eco::ThreadAct::accept || act == eco::ThreadAct::decline;
  if (is_answer && !thread.answered) thread.answered = change.at();
  const bool was_reported = thread.state == eco::ThreadState::reported;
  TRY(record_move(connection, thread, act, to, actor.person, reasons, change.at()));
  if (was_reported) TRY(store::forget_erased_in(connection, id));
  std::vector<Mail> mails;
  if (act == eco::ThreadAct::decline) {
    const auto card = TRY(card_of(connection, thread, *side));
    const Envelope envelope{
        .kind = RelayMail::declined,
        .to = {thread.account},
        .facts = {.from = card.organisation_name,
                  .organisation = card.organisation_name,
                  .subject = thread.subject,
                  .text = reasons,
                  .link = fmt::format("{}/messages/{}", public_url_, id.value)}};
    mails = TRY(mails_of(connection, envelope));
  }
  TRY(change.commit(fmt::format("conversation.{}", name_of(act)), conversation_subject(id),
                    audit_detail({})));
  for (auto& mail : mails) mail_.send(std::move(mail));
  return {};
}

Result<> RelayDesk::block(const eco::Actor& person, eco::ThreadId id, bool blocked) {
  TRY(check_signed_in(person, "sign in to block somebody"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  const auto thread = TRY(store::relay_thread(connection, id));
  if (side_of(actor, thread) != ThreadSide::organisation) return no_such_conversation(id);
  TRY(store::set_blocked(connection, thread.organisation, thread.account, blocked, actor.person,
                         change.at()));
  return change.commit(blocked ? "conversation.block" : "conversation.unblock",
                       conversation_subject(id), audit_detail({}));
}

Result<> RelayDesk::take_messages(const eco::Actor& person, store::OrganisationId named,
                                  bool takes) {
  TRY(check_signed_in(person, "sign in to take messages"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  const auto organisation = TRY(store::root_of(connection, named));
  TRY(eco::check_permission(actor.grants, eco::Action::answer_partner_request,
                            std::vector{scope_of_organisation(organisation)}));
  TRY(store::published_organisation(connection, organisation));
  TRY(store::set_takes_messages(connection, organisation, actor.person, takes, change.at()));
  return change.commit(takes ? "relay.take" : "relay.take_no_more",
                       fmt::format("organisation/{}", organisation.value), audit_detail({}));
}

}  // namespace tributary::app
