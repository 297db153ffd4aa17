#include "app/ecosystem/panel/rubric_desk.h"

#include <fmt/format.h>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/panel/panel_standing.h"
#include "ecosystem/house_rules.h"
#include "store/panel/scored_rounds.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

std::string rubric_subject(store::RubricId id) { return fmt::format("rubric/{}", id.value); }

Result<> check_may_edit_rubrics(const eco::Actor& actor) {
  return eco::check_permission(actor.grants, eco::Action::edit_framework_draft, {});
}

/// Errors: those of the revision; `conflict` where it is published.
Result<store::StoredRubric> draft_as_seen(sql::Connection& connection, store::RubricId id,
                                          store::Revision seen) {
  auto stored = TRY(store::rubric(connection, id));
  TRY(store::check_revision(stored.revision, seen, rubric_subject(id)));
  if (stored.state == eco::RubricState::draft) return stored;
  return fail(ErrorCode::conflict,
              "it is published: what was scored by it stands; draft a new version",
              rubric_subject(id), eco::house_rule(eco::HouseRule::rubric_published));
}

/// The last round of an innovation under the rule, as far as the actor may see it.
Result<std::optional<ScoredInnovation>> scored_innovation(sql::Connection& connection,
                                                          const eco::Actor& actor,
                                                          eco::InnovationId id,
                                                          store::GateRuleNumber rule) {
  const auto file = TRY(read_innovation_file(connection, id));
  ScoredInnovation scored{.id = id, .title = file.text.text.title, .state = file.now.state};
  const bool is_at_hand = file.now.gate_rule == rule && !assessments_at_hand(file).empty();
  if (is_at_hand && check_sees_scores(file, actor)) {
    scored.round = file.now.gate_round;
    scored.assessments = assessments_at_hand(file);
    return scored;
  }
  for (const auto& move : file.moves) {
    if (move.gate_rule != rule || !eco::is_gate_outcome(move.act)) continue;
    std::vector<eco::GateAssessment> counted;
    for (const auto& stored : file.assessments) {
      if (stored.gate_round == move.gate_round && !stored.is_recused) {
        counted.push_back(stored.assessment);
      }
    }
    if (counted.empty()) continue;
    scored.round = move.gate_round;
    scored.is_decided = true;
    scored.assessments = std::move(counted);
  }
  return scored.is_decided ? std::optional(std::move(scored)) : std::nullopt;
}

}  // namespace

Result<std::vector<store::StoredRubric>> RubricDesk::list() {
  auto reading = TRY(store::Reading::begin(connections_));
  return store::rubrics(reading.connection());
}

Result<store::StoredRubric> RubricDesk::view(store::RubricId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  return store::rubric(reading.connection(), id);
}

Result<RankedPortfolio> RubricDesk::rank(const eco::Actor& actor, const RankPortfolio& request) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto stored = TRY(store::rubric(connection, request.id));
  if (!stored.gate_rule) {
    return fail(ErrorCode::unmet, "a draft has nothing that was scored by it",
                rubric_subject(request.id), eco::house_rule(eco::HouseRule::draft_has_no_scores));
  }
  const auto scored_ids = TRY(store::innovations_scored_under(connection, *stored.gate_rule));
  std::vector<ScoredInnovation> innovations;
  std::size_t hidden = 0;
  for (const auto id : scored_ids) {
    auto scored = TRY(scored_innovation(connection, actor, id, *stored.gate_rule));
    if (scored) {
      innovations.push_back(*std::move(scored));
    } else {
      ++hidden;
    }
  }
  auto portfolio = TRY(rank_portfolio(eco::gate_rule_of(stored.rubric), std::move(innovations),
                                      request.weights, request.seed));
  portfolio.hidden = hidden;
  return portfolio;
}

Result<store::RubricId> RubricDesk::draft(const eco::Actor& actor, const eco::Rubric& rubric) {
  TRY(check_may_edit_rubrics(actor));
  TRY(eco::check_rubric(rubric));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto id = TRY(store::insert_rubric(
      change.connection(), {.rubric = rubric, .created = change.at(), .created_by = actor.person}));
  TRY(change.commit("rubric.draft", rubric_subject(id),
                    audit_detail({{"stage", name_of(rubric.stage)}, {"title", rubric.title}})));
  return id;
}

Result<> RubricDesk::edit(const eco::Actor& actor, const EditRubric& request) {
  TRY(check_may_edit_rubrics(actor));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto stored = TRY(draft_as_seen(change.connection(), request.id, request.seen));
  TRY(eco::check_rubric(request.rubric));
  stored.rubric = request.rubric;
  TRY(store::update_rubric(change.connection(), stored));
  return change.commit("rubric.edit", rubric_subject(request.id),
                       audit_detail({{"stage", name_of(stored.rubric.stage)},
                                     {"criteria", stored.rubric.criteria.size()}}));
}

Result<> RubricDesk::publish(const eco::Actor& actor, store::RubricId id, store::Revision seen) {
  TRY(check_may_edit_rubrics(actor));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto stored = TRY(draft_as_seen(connection, id, seen));
  TRY(eco::check_publishable(stored.rubric));
  stored.gate_rule = TRY(store::insert_gate_rule(connection, {.stage = stored.rubric.stage,
                                                              .rule = gate_rule_of(stored.rubric),
                                                              .at = change.at(),
                                                              .by = actor.person}));
  stored.published = change.at();
  stored.published_by = actor.person;
  TRY(store::publish_rubric(connection, stored));
  return change.commit("rubric.publish", rubric_subject(id),
                       audit_detail({{"stage", name_of(stored.rubric.stage)},
                                     {"gate_rule", stored.gate_rule->value}}));
}

}  // namespace tributary::app
