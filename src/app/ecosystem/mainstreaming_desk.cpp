#include "app/ecosystem/mainstreaming_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/accounts/accounts.h"
#include "store/audit/audit_trail.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::CaseAct;
using eco::CaseNeed;
using eco::CaseState;

/// A state's cases of one innovation are few; this many are never exceeded.
constexpr std::uint64_t kAllCases = 10'000;

std::string case_subject(store::CaseId id) {
  return fmt::format("mainstreaming_case/{}", id.value);
}

eco::PipelinePlace place_of(const InnovationFile& file) {
  return {.state = file.now.state, .taken_up_by = file.now.mainstreaming_state};
}

/// Texts of blanks alone are none.
eco::MainstreamingCase tidied(eco::MainstreamingCase content) {
  const auto tidy = [](std::string& text) {
    if (eco::is_blank(text)) text.clear();
  };
  for (auto& line : content.checklist) tidy(line.evidence);
  for (auto* text : {&content.competent_authority, &content.risks, &content.equity}) tidy(*text);
  content.in_force_from.reset();
  return content;
}

Result<> check_content(const eco::MainstreamingCase& content) {
  TRY(check_filled(content.competent_authority, "competent_authority",
                   "Name the authority that can pull this lever."));
  if (content.cost_at_scale && content.cost_at_scale->cents < 0) {
    return fail(ErrorCode::invalid_argument, "A cost is not below 0.", "cost_at_scale");
  }
  return {};
}

/// Errors: `not_permitted` for all but its team's innovators and the officers of the state's
/// agency.
Result<> check_may_edit_case(const InnovationFile& file, const eco::Actor& actor,
                             const eco::StateCode& state) {
  const auto roles = eco::roles_for(eco::Action::edit_mainstreaming_case);
  if (roles.intersects(roles_at(file, actor, state))) return {};
  return fail(ErrorCode::not_permitted,
              std::string(name_of(eco::Action::edit_mainstreaming_case)) + " is for " +
                  eco::names_of(roles) + " of its team or of the state",
              subject_of_innovation(file.now.id), eco::role_needed(roles));
}

/// Errors: `conflict` where the innovation goes on no more.
Result<> check_goes_on(const InnovationFile& file) {
  const auto standing = file.now.state.standing;
  if (standing == eco::Standing::active || standing == eco::Standing::parked) return {};
  return fail(ErrorCode::conflict, "the innovation is " + name_of(file.now.state),
              subject_of_innovation(file.now.id),
              eco::not_in_this_state(eco::PipelineMachine::kName, name_of(file.now.state)));
}

/// Of the innovation in the state, all of them.
Result<std::vector<store::CaseSummary>> cases_beside(sql::Connection& connection,
                                                     const eco::MainstreamingCase& content) {
  const store::CaseFilter filter{.innovation = content.innovation, .member_state = content.state};
  return TRY(store::find_cases(connection, filter, {}, kAllCases)).cases;
}

/// Errors: `conflict` naming the case of the same lever that is not over.
Result<> check_is_only_one(sql::Connection& connection, const eco::MainstreamingCase& content,
                           std::optional<store::CaseId> itself = {}) {
  for (const auto& [other, title] : TRY(cases_beside(connection, content))) {
    if (other.id == itself || other.content.lever != content.lever || eco::is_over(other.state)) {
      continue;
    }
    return fail(ErrorCode::conflict,
                fmt::format("case {} is about the same lever there, and is {}", other.id.value,
                            name_of(other.state)),
                subject_of_innovation(content.innovation),
                eco::house_rule(eco::HouseRule::same_lever));
  }
  return {};
}

Result<bool> is_another_in_force(sql::Connection& connection, const store::StoredCase& stored) {
  const auto others = TRY(cases_beside(connection, stored.content));
  return std::ranges::any_of(others, [&](const store::CaseSummary& other) {
    return other.stored.id != stored.id &&
           (other.stored.state == CaseState::in_force || other.stored.state == CaseState::reviewed);
  });
}

constexpr std::string_view kCaseEdited = "mainstreaming.edit";

/// Inside the change's transaction, the case and all that is known of its innovation.
struct OpenedCase {
  store::StoredCase stored;
  InnovationFile file;
};

Result<OpenedCase> open_case(sql::Connection& connection, store::CaseId id) {
  OpenedCase opened{.stored = TRY(store::mainstreaming_case(connection, id))};
  opened.file = TRY(read_innovation_file(connection, opened.stored.content.innovation));
  return opened;
}

/// Whether this person wrote on the case: prepared it, or changed its text. The audit trail knows,
/// which nobody can change.
Result<bool> wrote_on(sql::Connection& connection, const store::StoredCase& stored,
                      eco::PersonId person) {
  if (stored.prepared_by == person) return true;
  constexpr std::uint64_t kAllOfACase = 100'000;
  for (const auto& stood :
       TRY(store::audit_entries(connection, case_subject(stored.id), 0, kAllOfACase))) {
    if (stood.entry.person == person && stood.entry.action == kCaseEdited) return true;
  }
  return false;
}

/// Errors: `not_permitted` where the actor works on the innovation, or wrote on the case.
Result<> check_may_decide(sql::Connection& connection, const store::StoredCase& stored,
                          const InnovationFile& file, const eco::Actor& actor) {
  if (TRY(wrote_on(connection, stored, actor.person))) {
    return fail(ErrorCode::not_permitted, "who prepared or changed a case does not decide on it",
                case_subject(stored.id), eco::not_independent(eco::Interest::own_case));
  }
  return check_independent(file, actor);
}

/// A refusal names the items of the checklist that still rest on nothing.
Error explained_case_refusal(Error error, const eco::MainstreamingCase& content) {
  if (error.code != ErrorCode::unmet) return error;
  std::string items;
  for (std::size_t item = 0; item < eco::kChecklistItems; ++item) {
    if (!content.checklist[item].evidence.empty()) continue;
    items += (items.empty() ? "" : ", ") + std::to_string(item + 1);
  }
  if (error.message.find(name_of(CaseNeed::answered_checklist)) != std::string::npos) {
    error.message += ". What the answer rests on is missing for item " + items + ".";
  }
  return error;
}

Result<> check_date_belongs(const MoveCase& request) {
  if (!request.in_force_from || request.act == CaseAct::enact) return {};
  return fail(ErrorCode::invalid_argument, "Only enacting has a date.", "in_force_from");
}

/// The one of the move's roles that the actor has here.
eco::Role role_of_case_move(CaseState from, CaseAct act) {
  auto role = eco::Role::visitor;
  eco::find_move<eco::CaseMachine>(from, act)->who.for_each([&](eco::Role one) { role = one; });
  return role;
}

/// Of those who prepared and decided.
Result<std::map<eco::PersonId, std::string>> names_around_case(sql::Connection& connection,
                                                               const CaseView& view) {
  std::map<eco::PersonId, std::string> names{{view.stored.prepared_by, {}}};
  for (const auto& move : view.moves) names[move.by];
  for (auto& [person, name] : names) {
    if (const auto account = TRY(store::find_account(connection, person))) name = account->name;
  }
  return names;
}

/// Tells when a decision that is in force has to be looked at again.
void note_review(CaseView& view, Date today) {
  const auto& in_force_from = view.stored.content.in_force_from;
  if (view.stored.state != CaseState::in_force || !in_force_from) return;
  std::optional<Date> continued;
  for (const auto& move : view.moves) {
    if (move.act == CaseAct::continue_in_force) continued = day_of(move.at);
  }
  view.review_due = eco::review_due(*in_force_from, continued);
  view.is_review_due = *view.review_due <= today;
}

}  // namespace

Result<store::CasePage> MainstreamingDesk::find(const FindCases& request) {
  auto reading = TRY(store::Reading::begin(connections_));
  return store::find_cases(reading.connection(), request.filter, request.after, request.limit);
}

Result<CaseView> MainstreamingDesk::view(const eco::Actor& actor, store::CaseId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto [stored, file] = TRY(open_case(connection, id));
  CaseView view{.stored = stored,
                .innovation_title = file.text.text.title,
                .place = place_of(file),
                .is_recommended = TRY(facts_of(file)).is_recommended,
                .counts = eco::counts_of(stored.content.checklist),
                .moves = TRY(store::case_moves(connection, id)),
                .roles = roles_at(file, actor, stored.content.state)};
  view.next = eco::next_acts<eco::CaseMachine>(
      stored.state, eco::needs_met(stored.content, view.is_recommended, {}));
  for (auto& act : view.next) act.missing = act.missing.without(eco::kStatedWithCaseMove);
  view.waiting = eco::waiting_acts(stored.state, stored.content.state, view.place,
                                   TRY(is_another_in_force(connection, stored)));
  note_review(view, clock_.today());
  if (actor.is_visitor()) return view;
  view.names = TRY(names_around_case(connection, view));
  view.may_judge = check_may_decide(connection, stored, file, actor).has_value();
  return view;
}

Result<std::set<store::CaseId>> MainstreamingDesk::concerns_of(const eco::Actor& actor) {
  std::vector<eco::StateCode> states;
  for (const auto& grant : actor.grants) {
    if (eco::roles_for(eco::Action::decide_mainstreaming).contains(grant.role)) {
      states.push_back({grant.scope.key});
    }
  }
  auto reading = TRY(store::Reading::begin(connections_));
  return store::cases_concerning(reading.connection(), actor.person, states);
}

Result<store::CaseId> MainstreamingDesk::prepare(const eco::Actor& actor,
                                                 const eco::MainstreamingCase& asked) {
  const auto content = tidied(asked);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, content.innovation));
  TRY(check_may_edit_case(file, actor, content.state));
  if (const auto code = eco::check_jurisdiction({.state = content.state}); !code) {
    return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.",
                "member_state");
  }
  TRY(check_content(content));
  TRY(check_goes_on(file));
  TRY(check_is_only_one(connection, content));
  const auto id = TRY(store::insert_case(
      connection, {.content = content, .prepared = change.at(), .prepared_by = actor.person}));
  TRY(change.commit("mainstreaming.prepare", case_subject(id),
                    audit_detail({{"innovation", content.innovation.value},
                                  {"member_state", content.state.value},
                                  {"lever", name_of(content.lever)}})));
  return id;
}

Result<> MainstreamingDesk::edit(const eco::Actor& actor, const EditCase& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto [stored, file] = TRY(open_case(connection, request.id));
  TRY(check_may_edit_case(file, actor, stored.content.state));
  TRY(store::check_revision(stored.revision, request.seen, case_subject(request.id)));
  if (stored.state != CaseState::prepared) {
    return fail(ErrorCode::conflict,
                fmt::format("it is {}: what lies before an authority does not change",
                            name_of(stored.state)),
                case_subject(request.id),
                eco::not_in_this_state(eco::CaseMachine::kName, name_of(stored.state)));
  }
  auto content = tidied(request.content);
  content.innovation = stored.content.innovation;
  content.state = stored.content.state;
  TRY(check_content(content));
  TRY(check_is_only_one(connection, content, request.id));
  stored.content = content;
  TRY(store::update_case(connection, stored, change.at()));
  return change.commit(std::string(kCaseEdited), case_subject(request.id),
                       audit_detail({{"lever", name_of(content.lever)}}));
}

Result<> MainstreamingDesk::move(const eco::Actor& actor, const MoveCase& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto [stored, file] = TRY(open_case(connection, request.id));
  const auto reasons = eco::is_blank(request.reasons) ? std::string() : request.reasons;
  auto behind = stored;
  if (request.act == CaseAct::enact) behind.content.in_force_from = request.in_force_from;
  const auto to = eco::make_move<eco::CaseMachine>(
      stored.state, request.act, roles_at(file, actor, stored.content.state),
      eco::needs_met(behind.content, TRY(facts_of(file)).is_recommended, reasons));
  if (!to && to.error().code == ErrorCode::not_permitted) return std::unexpected(to.error());
  TRY(store::check_revision(stored.revision, request.seen, case_subject(request.id)));
  if (!to) return std::unexpected(explained_case_refusal(to.error(), stored.content));
  const auto role = role_of_case_move(stored.state, request.act);
  if (role == eco::Role::member_state_representative)
    TRY(check_may_decide(connection, stored, file, actor));
  TRY(check_date_belongs(request));
  if (request.act == CaseAct::submit) TRY(check_goes_on(file));
  if (request.act == CaseAct::enact) {
    TRY(eco::check_can_come_in_force(stored.content.state, place_of(file)));
  }
  behind.state = *to;
  TRY(store::insert_case_move(connection, stored,
                              {.act = request.act,
                               .from = stored.state,
                               .to = *to,
                               .reasons = reasons,
                               .in_force_from = request.in_force_from,
                               .role = role,
                               .at = change.at(),
                               .by = actor.person}));
  TRY(store::update_case(connection, behind, change.at()));
  return change.commit("mainstreaming." + std::string(name_of(request.act)),
                       case_subject(request.id),
                       audit_detail({{"to", name_of(*to)}, {"reasons", reasons}}));
}

}  // namespace tributary::app
