#include "app/ecosystem/framework_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/value.hpp>

#include "app/ecosystem/audit_detail.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/framework/starter_framework.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

std::string subject_of(store::FrameworkVersionId id) {
  return fmt::format("framework_version/{}", id.value);
}

std::string subject_of(store::AmendmentId id) { return fmt::format("amendment/{}", id.value); }

/// The rule that a version is agreed by: the one that its proposal fixed, before it the newest.
Result<std::optional<store::StoredRule>> rule_of(sql::Connection& connection,
                                                 const store::VersionSummary& version) {
  if (!version.rule) return store::newest_agreement_rule(connection);
  return TRY(store::agreement_rule(connection, *version.rule));
}

Result<std::optional<eco::AgreementOutcome>> outcome_under(
    const std::optional<store::StoredRule>& rule,
    const std::vector<store::StoredPosition>& stored) {
  if (!rule) return std::nullopt;
  std::vector<eco::Position> positions;
  for (const auto& position : stored) {
    // A newer rule may no longer entitle a state that took its position before.
    const bool is_entitled = std::ranges::any_of(
        rule->entitled, [&](const auto& state) { return state.code == position.position.state; });
    if (is_entitled) positions.push_back(position.position);
  }
  return TRY(eco::outcome_of(rule->rule, rule->entitled, positions));
}

bool is_settled(const store::Amendment& amendment) {
  return amendment.state != eco::AmendmentState::open &&
         amendment.state != eco::AmendmentState::debated;
}

/// Whether the change map of `version` tells of everything, and its number is great enough.
Result<> check_changes(sql::Connection& connection, const store::StoredVersion& version) {
  if (!version.summary.based_on) return {};
  const auto older = TRY(store::framework_version(connection, *version.summary.based_on));
  TRY(eco::check_change_map(version.change_map, older.text, version.text));
  return eco::check_number(older.text.number, version.text.number, version.change_map);
}

/// What a version has of what its moves need, but for reasons, which come with the move.
Result<eco::EnumSet<eco::VersionNeed>> needs_met(
    sql::Connection& connection, const store::StoredVersion& version,
    const std::vector<store::Amendment>& amendments,
    const std::optional<eco::AgreementOutcome>& outcome) {
  eco::EnumSet<eco::VersionNeed> met;
  if (eco::check_complete(version.text)) met.add(eco::VersionNeed::complete_text);
  if (check_changes(connection, version)) met.add(eco::VersionNeed::change_map);
  if (std::ranges::all_of(amendments, is_settled)) met.add(eco::VersionNeed::debated_amendments);
  if (outcome && outcome->is_agreed) met.add(eco::VersionNeed::agreement);
  for (const auto& other : TRY(store::framework_versions(connection))) {
    if (other.state == eco::VersionState::agreed && other.number > version.summary.number) {
      met.add(eco::VersionNeed::newer_agreed_version);
    }
  }
  return met;
}

Result<VersionView> view_of(sql::Connection& connection, store::StoredVersion version) {
  VersionView view;
  const auto id = version.summary.id;
  view.moves = TRY(store::version_moves(connection, id));
  view.rule = TRY(rule_of(connection, version.summary));
  view.positions = TRY(store::positions(connection, id));
  view.outcome = TRY(outcome_under(view.rule, view.positions));
  view.amendments = TRY(store::amendments(connection, id));
  const auto met = TRY(needs_met(connection, version, view.amendments, view.outcome));
  view.next = eco::next_acts<eco::VersionMachine>(version.summary.state, met);
  if (version.summary.based_on) {
    view.based_on =
        TRY(store::framework_version(connection, *version.summary.based_on)).text.number;
  }
  view.version = std::move(version);
  return view;
}

/// The draft's own refusals say what is missing, rather than the name of the need alone.
Result<> check_text_for(eco::VersionAct act, sql::Connection& connection,
                        const store::StoredVersion& version) {
  if (act != eco::VersionAct::consult) return {};
  TRY(eco::check_complete(version.text));
  return check_changes(connection, version);
}

}  // namespace

Result<std::vector<store::VersionSummary>> FrameworkDesk::versions() {
  auto lease = TRY(connections_.lend());
  return store::framework_versions(*lease);
}

Result<VersionView> FrameworkDesk::view(const eco::VersionNumber& number) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  return view_of(connection, TRY(store::framework_version(connection, number)));
}

Result<VersionDifference> FrameworkDesk::difference(const eco::VersionNumber& older,
                                                    const eco::VersionNumber& newer) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  VersionDifference difference{.older = TRY(store::framework_version(connection, older)),
                               .newer = TRY(store::framework_version(connection, newer))};
  const auto& summary = difference.newer.summary;
  difference.changes =
      summary.based_on == difference.older.summary.id && !difference.newer.change_map.empty()
          ? difference.newer.change_map
          : eco::change_map_by_keys(difference.older.text, difference.newer.text);
  difference.least_bump = eco::least_bump(difference.changes);
  return difference;
}

Result<> FrameworkDesk::begin_with_starter() {
  if (!TRY(versions()).empty()) return {};
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  if (!TRY(store::framework_versions(change.connection())).empty()) return {};
  store::StoredVersion version{.text = eco::starter_framework()};
  version.summary = {
      .number = version.text.number, .title = version.text.title, .created = change.at()};
  const auto id = TRY(store::insert_framework_version(change.connection(), version));
  return change.commit("framework_version.draft", subject_of(id),
                       audit_detail({{"number", version.text.number.text()}}));
}

Result<> FrameworkDesk::draft(const eco::Actor& actor, const DraftVersion& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::edit_framework_draft, {}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  store::StoredVersion version;
  if (request.based_on) {
    const auto older = TRY(store::framework_version(change.connection(), *request.based_on));
    if (request.number <= older.text.number) {
      return fail(ErrorCode::invalid_argument,
                  "it has to be greater than " + older.text.number.text(), "number");
    }
    version.text = older.text;
    version.summary.based_on = older.summary.id;
  }
  version.text.number = request.number;
  version.text.title = request.title;
  version.summary.number = request.number;
  version.summary.title = request.title;
  version.summary.created = change.at();
  version.summary.created_by = actor.person;
  if (request.based_on) version.change_map = eco::change_map_by_keys(version.text, version.text);
  const auto id = TRY(store::insert_framework_version(change.connection(), version));
  return change.commit("framework_version.draft", subject_of(id),
                       audit_detail({{"number", request.number.text()}, {"title", request.title}}));
}

Result<> FrameworkDesk::edit(const eco::Actor& actor, const EditVersion& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::edit_framework_draft, {}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto version = TRY(store::framework_version(change.connection(), request.number));
  if (!eco::is_editable(version.summary.state)) {
    return fail(ErrorCode::conflict,
                "past the draft the text never changes; another version can be drafted from it",
                "framework version " + request.number.text(),
                eco::not_in_this_state(eco::VersionMachine::kName, name_of(version.summary.state)));
  }
  TRY(store::check_revision(version.summary.revision, request.seen,
                            subject_of(version.summary.id)));
  version.text.title = request.title;
  version.text.items = request.items;
  if (request.change_map) {
    version.change_map = *request.change_map;
  } else if (version.summary.based_on) {
    const auto older =
        TRY(store::framework_version(change.connection(), *version.summary.based_on));
    version.change_map = eco::change_map_by_keys(older.text, version.text);
  }
  TRY(store::replace_draft(change.connection(), version));
  return change.commit(
      "framework_version.edit", subject_of(version.summary.id),
      audit_detail({{"number", request.number.text()}, {"items", request.items.size()}}));
}

Result<> FrameworkDesk::move(const eco::Actor& actor, const MoveVersion& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto version = TRY(store::framework_version(connection, request.number));
  const auto& summary = version.summary;
  TRY(store::check_revision(summary.revision, request.seen, subject_of(summary.id)));
  const auto rule = TRY(rule_of(connection, summary));
  const auto outcome = TRY(outcome_under(rule, TRY(store::positions(connection, summary.id))));
  auto met =
      TRY(needs_met(connection, version, TRY(store::amendments(connection, summary.id)), outcome));
  if (!eco::is_blank(request.reasons)) met.add(eco::VersionNeed::reasons);
  const auto to =
      eco::make_move<eco::VersionMachine>(summary.state, request.act, actor.roles(), met);
  if (!to && to.error().code == ErrorCode::unmet) {
    TRY(check_text_for(request.act, connection, version));
  }
  const auto state = TRY(to);
  const bool fixes_rule = request.act == eco::VersionAct::propose;
  if (fixes_rule && !rule) {
    return fail(ErrorCode::unmet, "there is no agreement rule yet; a steward sets it first",
                "framework version " + request.number.text(),
                eco::house_rule(eco::HouseRule::no_agreement_rule));
  }
  TRY(store::record_version_move(connection, summary,
                                 {.act = request.act,
                                  .to = state,
                                  .at = change.at(),
                                  .by = actor.person,
                                  .reasons = request.reasons},
                                 fixes_rule ? std::optional(rule->number) : std::nullopt));
  return change.commit(fmt::format("framework_version.{}", name_of(request.act)),
                       subject_of(summary.id),
                       audit_detail({{"number", request.number.text()},
                                     {"to", name_of(state)},
                                     {"reasons", request.reasons}}));
}

Result<> FrameworkDesk::set_rule(const eco::Actor& actor, const eco::AgreementRule& rule,
                                 const std::vector<eco::EntitledState>& entitled) {
  TRY(eco::check_permission(actor.grants, eco::Action::edit_framework_draft, {}));
  TRY(eco::check_rule(rule));
  if (entitled.empty()) {
    return fail(ErrorCode::invalid_argument, "at least one state has to be entitled", "entitled");
  }
  TRY(eco::outcome_of(rule, entitled, {}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto number = TRY(store::insert_agreement_rule(
      change.connection(),
      {.rule = rule, .entitled = entitled, .at = change.at(), .by = actor.person}));
  return change.commit(
      "agreement_rule.set", fmt::format("agreement_rule/{}", number.value),
      audit_detail({{"rule", eco::sentence_of(rule)}, {"states", entitled.size()}}));
}

Result<> FrameworkDesk::take_position(const eco::Actor& actor, const TakePosition& request) {
  const std::vector scopes{eco::Scope{eco::ScopeKind::member_state, request.state.value}};
  TRY(eco::check_permission(actor.grants, eco::Action::take_position, scopes));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto version = TRY(store::framework_version(connection, request.number));
  const auto state = version.summary.state;
  if (state != eco::VersionState::consultation && state != eco::VersionState::final_proposal) {
    return fail(ErrorCode::conflict,
                fmt::format("positions are taken in consultation and on a final proposal; it is {}",
                            name_of(state)),
                "framework version " + request.number.text(),
                eco::not_in_this_state(eco::VersionMachine::kName, name_of(state)));
  }
  const auto rule = TRY(rule_of(connection, version.summary));
  if (!rule) {
    return fail(ErrorCode::unmet, "there is no agreement rule yet; a steward sets it first",
                "framework version " + request.number.text(),
                eco::house_rule(eco::HouseRule::no_agreement_rule));
  }
  const eco::Position position{
      .state = request.state, .kind = request.kind, .text = request.text, .at = change.at()};
  TRY(eco::outcome_of(rule->rule, rule->entitled, std::span(&position, 1)));
  TRY(store::insert_position(connection, version.summary.id,
                             {.position = position, .by = actor.person}));
  return change.commit("position.take", subject_of(version.summary.id),
                       audit_detail({{"state", request.state.value},
                                     {"kind", name_of(request.kind)},
                                     {"text", request.text}}));
}

Result<store::AmendmentId> FrameworkDesk::propose(const eco::Actor& actor,
                                                  const ProposeAmendment& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::propose_amendment, {}));
  if (eco::is_blank(request.reason)) {
    return fail(ErrorCode::invalid_argument, "an amendment carries its reason", "reason",
                Refusal{.code = "empty"});
  }
  if (request.before == request.after) {
    return fail(ErrorCode::invalid_argument, "it has to differ from the present text", "after");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto version = TRY(store::framework_version(connection, request.number));
  if (version.summary.state != eco::VersionState::consultation) {
    return fail(ErrorCode::conflict, "amendments are proposed while a version is in consultation",
                "framework version " + request.number.text(),
                eco::not_in_this_state(eco::VersionMachine::kName, name_of(version.summary.state)));
  }
  if (!request.item.value.empty() && eco::find_item(version.text, request.item) == nullptr) {
    return fail(ErrorCode::not_found, "the version has no such element or principle",
                request.item.value);
  }
  const auto id = TRY(store::insert_amendment(connection, {.version = version.summary.id,
                                                           .item = request.item,
                                                           .before = request.before,
                                                           .after = request.after,
                                                           .reason = request.reason,
                                                           .at = change.at(),
                                                           .by = actor.person}));
  TRY(store::support_amendment(connection, id, actor.person, change.at()));
  TRY(change.commit("amendment.propose", subject_of(id),
                    audit_detail({{"version", request.number.text()},
                                  {"item", request.item.value},
                                  {"reason", request.reason}})));
  return id;
}

Result<> FrameworkDesk::support(const eco::Actor& actor, store::AmendmentId id) {
  TRY(eco::check_permission(actor.grants, eco::Action::support, {}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto amendment = TRY(store::amendment(change.connection(), id));
  if (is_settled(amendment)) {
    return fail(ErrorCode::conflict,
                fmt::format("it is {} and no longer open", name_of(amendment.state)),
                subject_of(id),
                eco::not_in_this_state(eco::AmendmentMachine::kName, name_of(amendment.state)));
  }
  TRY(store::support_amendment(change.connection(), id, actor.person, change.at()));
  return change.commit("amendment.support", subject_of(id), "{}");
}

Result<SupporterList> FrameworkDesk::supporters(const eco::Actor& actor, store::AmendmentId id,
                                                const SupporterRange& range) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  TRY(store::amendment(connection, id));
  const auto page = TRY(store::supporters_of(connection, id, range.offset, range.limit));
  return supporter_list(connection, actor, page);
}

Result<> FrameworkDesk::move(const eco::Actor& actor, const MoveAmendment& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto amendment = TRY(store::amendment(connection, request.id));
  TRY(store::check_revision(amendment.revision, request.seen, subject_of(request.id)));
  eco::EnumSet<eco::AmendmentNeed> met;
  if (!eco::is_blank(request.reasons)) met.add(eco::AmendmentNeed::reasons);
  if (request.merge_into && *request.merge_into != request.id) {
    const auto target = TRY(store::amendment(connection, *request.merge_into));
    if (target.version == amendment.version && !is_settled(target)) {
      met.add(eco::AmendmentNeed::other_amendment);
    }
  }
  const auto to =
      TRY(eco::make_move<eco::AmendmentMachine>(amendment.state, request.act, actor.roles(), met));
  if (request.act == eco::AmendmentAct::withdraw && amendment.by != actor.person) {
    return fail(ErrorCode::not_permitted, "only who proposed an amendment withdraws it",
                subject_of(request.id), eco::house_rule(eco::HouseRule::only_proposer_withdraws));
  }
  const bool merges = request.act == eco::AmendmentAct::merge;
  TRY(store::record_amendment_move(connection, amendment,
                                   {.act = request.act,
                                    .to = to,
                                    .at = change.at(),
                                    .by = actor.person,
                                    .reasons = request.reasons},
                                   merges ? request.merge_into : std::nullopt));
  return change.commit(fmt::format("amendment.{}", name_of(request.act)), subject_of(request.id),
                       audit_detail({{"to", name_of(to)}, {"reasons", request.reasons}}));
}

}  // namespace tributary::app
