#include "app/ecosystem/panel/scoring_rights.h"

#include <fmt/format.h>

#include "ecosystem/house_rules.h"

namespace tributary::app {

namespace eco = ecosystem;
using eco::ReviewerEventKind;

Result<> check_panel_right(const InnovationFile& file, const eco::Actor& actor,
                           eco::Action action) {
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, file.now.panel}};
  TRY(eco::check_permission(actor.grants, action, scopes));
  return check_independent(file, actor);
}

Result<> check_assignable(const InnovationFile& file, const eco::Actor& reviewer) {
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, file.now.panel}};
  if (!reviewer.roles(scopes).contains(eco::Role::reviewer)) {
    return fail(ErrorCode::not_permitted, "this person does not review for the panel", "person",
                eco::house_rule(eco::HouseRule::not_of_the_panel));
  }
  TRY(check_independent(file, reviewer));
  const auto last = last_event(file, reviewer.person);
  return eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt,
                               ReviewerEventKind::assigned, panel_kind_of(file));
}

Result<> check_may_score_now(const InnovationFile& file, eco::PersonId reviewer) {
  const auto calibration = calibration_at_hand(file);
  const auto last = last_event(file, reviewer);
  if (last &&
      (last->kind == ReviewerEventKind::recused || last->kind == ReviewerEventKind::released)) {
    return eco::check_may_score(last->kind, panel_kind_of(file));
  }
  if (has_scored(file, reviewer, calibration)) {
    return fail(ErrorCode::conflict,
                "you have submitted your scores; they change only in a calibration, which the "
                "chair opens",
                "scores", eco::house_rule(eco::HouseRule::scores_submitted));
  }
  if (calibration > 0) {
    if (has_scored(file, reviewer, 0)) return {};
    return fail(ErrorCode::conflict, "a calibration is for those who scored before it", "scores",
                eco::house_rule(eco::HouseRule::calibration_is_for_scorers));
  }
  return eco::check_may_score(last ? std::optional(last->kind) : std::nullopt, panel_kind_of(file));
}

Result<> check_lines(const eco::GateRule& rule, std::span<const store::ScoreLine> lines) {
  if (lines.size() != rule.criteria.size()) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("There is a line for each of the {} criteria.", rule.criteria.size()),
                "lines");
  }
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto& score = lines[at].score;
    if (!score || (*score >= eco::kLowestScore && *score <= eco::kHighestScore)) continue;
    return fail(ErrorCode::invalid_argument,
                fmt::format("A score lies between {} and {}: {}.", eco::kLowestScore,
                            eco::kHighestScore, rule.criteria[at].name),
                "lines");
  }
  return {};
}

store::SheetKey sheet_at_hand(const InnovationFile& file, eco::PersonId reviewer) {
  return {.innovation = file.now.id,
          .gate_round = file.now.gate_round,
          .calibration = calibration_at_hand(file),
          .reviewer = reviewer};
}

}  // namespace tributary::app
