#include "app/partnership/offer_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/partnership/partnership_checks.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/partnership/plain_words.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"
#include "text/fold.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr std::size_t kLongestOfferReasons = 2000;

std::string offer_subject(eco::OfferId id) { return fmt::format("offer/{}", id.value); }

std::unexpected<Error> no_such_offer(eco::OfferId id) {
  return fail(ErrorCode::not_found, "there is no such offer", std::to_string(id.value));
}

Result<> check_writes_for(const eco::Actor& actor, store::OrganisationId organisation) {
  return eco::check_permission(actor.grants, eco::Action::edit_organisation_profile,
                               std::vector{scope_of_organisation(organisation)});
}

Result<> check_offer_days(std::int32_t days) {
  if (days >= 1 && days <= eco::kMostOfferDays) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("It is shown for 1 to {} days.", eco::kMostOfferDays), "days");
}

/// Those that count for this offer: nobody moderates what they wrote for their own organisation.
eco::Roles roles_for_offer(const eco::Actor& actor, const store::StoredOffer& offer) {
  if (represents(actor, offer.organisation)) return {eco::Role::organisation_representative};
  if (moderates(actor)) return {eco::Role::data_curator};
  return {};
}

/// An offer is not kept on top of the list by renewing it day by day.
Result<> check_may_renew(sql::Connection& connection, const store::StoredOffer& offer,
                         eco::OfferState state, Timestamp now) {
  if (state == eco::OfferState::published && offer.published && offer.last_day) {
    const auto from = eco::renewable_from(day_of(*offer.published), *offer.last_day);
    if (day_of(now) < from) {
      return refuse(ErrorCode::conflict, eco::HouseRule::renewed_too_early,
                    fmt::format("it is shown long enough yet; renew it from {} on", from.iso()));
    }
  }
  if (TRY(store::renewals_since(connection, offer.id, now - eco::kRenewalYear)) <
      eco::kMostRenewals) {
    return {};
  }
  return refuse(
      ErrorCode::conflict, eco::HouseRule::renewed_too_often,
      fmt::format("it was renewed {} times within a year; write a new one", eco::kMostRenewals));
}

bool is_moderation(eco::OfferAct act) {
  return act == eco::OfferAct::publish || act == eco::OfferAct::reject ||
         act == eco::OfferAct::take_down;
}

bool was_shown(const store::StoredOffer& offer) { return offer.published.has_value(); }

/// What was never shown, or was taken down, is for its people and moderators.
bool may_read(const eco::Actor& actor, const store::StoredOffer& offer) {
  const bool is_public = was_shown(offer) && (offer.state == eco::OfferState::published ||
                                              offer.state == eco::OfferState::closed);
  return is_public || represents(actor, offer.organisation) || moderates(actor);
}

bool is_found(const std::string& folded, const std::string& words) {
  std::size_t begin = 0;
  while (begin < words.size()) {
    const auto end = std::min(words.find(' ', begin), words.size());
    const auto word = words.substr(begin, end - begin);
    if (!word.empty() && folded.find(word) == std::string::npos) return false;
    begin = end + 1;
  }
  return true;
}

bool fits(const OfferFilter& filter, const OfferCard& card) {
  const auto& content = card.offer.content;
  if (filter.kind && *filter.kind != content.kind) return false;
  if (filter.role && *filter.role != content.role) return false;
  if (!filter.country.empty() && filter.country != card.organisation.country) return false;
  if (filter.organisation && *filter.organisation != card.offer.organisation) return false;
  if (filter.answered_by && content.deadline && *content.deadline < *filter.answered_by) {
    return false;
  }
  if (!is_found(text::fold(content.programme), text::fold(filter.programme))) return false;
  return filter.words.empty() ||
         is_found(text::fold(content.topic + '\n' + content.text + '\n' + content.programme + '\n' +
                             card.organisation.name),
                  text::fold(filter.words));
}

eco::EnumSet<eco::OfferNeed> needs_met_by(const MoveOffer& request) {
  eco::EnumSet<eco::OfferNeed> met;
  if (eco::all_met(request.checklist)) met.add(eco::OfferNeed::complete_checklist);
  if (eco::unmet_have_reasons(request.checklist)) met.add(eco::OfferNeed::reasons_of_unmet);
  if (!eco::is_blank(request.reasons)) met.add(eco::OfferNeed::reasons);
  return met;
}

Result<> check_move_texts(const MoveOffer& request) {
  TRY(eco::check_plain_text(request.reasons, "reasons", kLongestOfferReasons));
  for (const auto& item : request.checklist) {
    TRY(eco::check_plain_text(item.reason, "checklist", kLongestOfferReasons));
  }
  if (request.act != eco::OfferAct::publish && request.act != eco::OfferAct::reject) return {};
  return eco::check_answered(request.checklist);
}

}  // namespace

Result<OfferCard> OfferDesk::card_of(sql::Connection& connection, store::StoredOffer offer) {
  OfferCard card{.offer = std::move(offer)};
  card.state = card.offer.state_on(clock_.today());
  card.organisation = TRY(organisation_as_known(connection, card.offer.organisation));
  return card;
}

Result<OfferList> OfferDesk::list(const OfferFilter& filter) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  OfferList list{.today = clock_.today()};
  auto asked = filter;
  if (asked.organisation) asked.organisation = TRY(store::root_of(connection, *asked.organisation));
  auto offers = TRY(store::open_offers(connection, list.today));
  for (auto& offer : offers) {
    auto card = TRY(card_of(connection, std::move(offer)));
    if (!fits(asked, card)) continue;
    const auto place = list.total++;
    if (place < filter.offset || list.offers.size() >= filter.limit) continue;
    list.offers.push_back(std::move(card));
  }
  return list;
}

Result<OfferView> OfferDesk::view(const eco::Actor& person, eco::OfferId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto offer = TRY(store::offer(connection, id));
  if (!may_read(actor, offer)) return no_such_offer(id);
  OfferView view;
  view.card = TRY(card_of(connection, std::move(offer)));
  const auto& present = view.card.offer;
  const auto roles = roles_for_offer(actor, present);
  for (const auto& next : eco::next_acts<eco::OfferMachine>(view.card.state, {})) {
    const bool is_refused =
        next.act == eco::OfferAct::renew &&
        !check_may_renew(connection, present, view.card.state, clock_.now()).has_value();
    if (next.who.intersects(roles) && !is_refused) view.acts.push_back(next.act);
  }
  const bool is_own = represents(actor, present.organisation);
  view.may_edit = is_own && present.state == eco::OfferState::draft;
  if (!roles.empty()) view.moves = TRY(store::offer_moves(connection, id));
  auto matches = TRY(store::offer_matches(connection, id));
  for (auto& match : matches) {
    if (match.organisation == present.organisation) continue;  // they were merged since
    MatchView shown{.match = std::move(match)};
    if (shown.match.other) {
      const auto other = TRY(store::offer(connection, *shown.match.other));
      if (other.state_on(clock_.today()) != eco::OfferState::published) continue;
      shown.topic = other.content.topic;
    } else if (!is_own && !represents(actor, shown.match.organisation)) {
      continue;
    }
    shown.organisation = TRY(organisation_as_known(connection, shown.match.organisation));
    view.matches.push_back(std::move(shown));
  }
  return view;
}

Result<OfferWork> OfferDesk::work(const eco::Actor& person) {
  TRY(check_signed_in(person, "sign in to see your offers"));
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  OfferWork work;
  const auto represented = represented_by(actor);
  for (const auto id : represented) {
    work.organisations.push_back(TRY(organisation_as_known(connection, id)));
    auto offers = TRY(store::offers_of(connection, id));
    for (auto& offer : offers) work.own.push_back(TRY(card_of(connection, std::move(offer))));
  }
  std::ranges::stable_sort(work.own, std::greater<>(),
                           [](const OfferCard& card) { return card.offer.id; });
  if (!moderates(actor)) return work;
  auto submitted = TRY(store::submitted_offers(connection));
  for (auto& offer : submitted) {
    if (represents(actor, offer.organisation)) continue;
    work.waiting.push_back(TRY(card_of(connection, std::move(offer))));
  }
  return work;
}

Result<eco::OfferId> OfferDesk::write(const eco::Actor& person, const WriteOffer& request) {
  TRY(check_signed_in(person, "sign in to write an offer"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  const auto organisation = TRY(store::root_of(connection, request.organisation));
  TRY(check_writes_for(actor, organisation));
  TRY(eco::check_offer(request.content, clock_.today()));
  TRY(check_offer_days(request.days));
  TRY(store::published_organisation(connection, organisation));
  const auto id = TRY(store::insert_offer(connection, {.organisation = organisation,
                                                       .content = request.content,
                                                       .days = request.days,
                                                       .created = change.at(),
                                                       .created_by = actor.person}));
  TRY(change.commit("offer.write", offer_subject(id),
                    audit_detail({{"organisation", organisation.value},
                                  {"kind", name_of(request.content.kind)}})));
  return id;
}

Result<> OfferDesk::edit(const eco::Actor& person, const EditOffer& request) {
  TRY(check_signed_in(person, "sign in to change an offer"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto offer = TRY(store::offer(connection, request.id));
  if (!may_read(actor, offer)) return no_such_offer(request.id);
  TRY(check_writes_for(actor, offer.organisation));
  TRY(store::check_revision(offer.revision, request.seen, offer_subject(request.id)));
  TRY(eco::check_offer(request.content, clock_.today()));
  TRY(check_offer_days(request.days));
  const auto state = offer.state_on(clock_.today());
  if (state != eco::OfferState::draft) {
    return fail(ErrorCode::conflict, "only a draft is changed: what was moderated stays as it was",
                {}, eco::not_in_this_state(eco::OfferMachine::kName, name_of(state)));
  }
  offer.content = request.content;
  offer.days = request.days;
  TRY(store::update_offer(connection, offer, change.at()));
  return change.commit("offer.edit", offer_subject(request.id), audit_detail({}));
}

Result<> OfferDesk::move(const eco::Actor& person, const MoveOffer& request) {
  TRY(check_signed_in(person, "sign in to decide about an offer"));
  TRY(check_move_texts(request));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, person));
  auto& connection = change.connection();
  const auto actor = TRY(acting_for_wholes(connection, person));
  auto offer = TRY(store::offer(connection, request.id));
  if (!may_read(actor, offer)) return no_such_offer(request.id);
  const auto roles = roles_for_offer(actor, offer);
  if (roles.contains(eco::Role::organisation_representative) && moderates(actor) &&
      is_moderation(request.act)) {
    return fail(ErrorCode::not_permitted, "nobody moderates the offers of their own organisation",
                {}, eco::not_independent(eco::Interest::own_organisation));
  }
  const auto present = offer.state_on(clock_.today());
  if (!roles.empty()) {
    TRY(store::check_revision(offer.revision, request.seen, offer_subject(request.id)));
  }
  offer.state =
      TRY(eco::make_move<eco::OfferMachine>(present, request.act, roles, needs_met_by(request)));
  if (request.act == eco::OfferAct::renew) {
    TRY(check_may_renew(connection, offer, present, change.at()));
  }
  if (request.act == eco::OfferAct::publish || request.act == eco::OfferAct::renew) {
    TRY(eco::check_offer(offer.content, clock_.today()));
    offer.published = change.at();
    offer.last_day = Date(clock_.today().days_since_epoch() + offer.days);
    // Nobody can answer behind the deadline.
    if (offer.content.deadline) offer.last_day = std::min(*offer.last_day, *offer.content.deadline);
  }
  // What was taken down stays out of sight, and so does what its people write anew.
  if (request.act == eco::OfferAct::take_down) offer.published.reset();
  TRY(store::update_offer(connection, offer, change.at()));
  TRY(store::append_offer_move(connection, request.id,
                               {.act = request.act,
                                .to = offer.state,
                                .at = change.at(),
                                .person = actor.person,
                                .reasons = request.reasons,
                                .checked = request.checklist}));
  return change.commit(fmt::format("offer.{}", name_of(request.act)), offer_subject(request.id),
                       audit_detail({{"reasons", request.reasons}}));
}

}  // namespace tributary::app
