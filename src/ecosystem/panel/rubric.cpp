#include "ecosystem/panel/rubric.h"

#include <algorithm>

#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"

namespace tributary::ecosystem {

std::string_view name_of(RubricState state) {
  return state == RubricState::draft ? "draft" : "published";
}

GateRule gate_rule_of(const Rubric& rubric) {
  GateRule rule{.criteria = {},
                .required_assessments = rubric.required_assessments,
                .must_meet_score = rubric.must_meet_score,
                .threshold_hundredths = rubric.threshold_hundredths};
  for (const auto& one : rubric.criteria) rule.criteria.push_back(one.criterion);
  return rule;
}

Result<> check_rubric(const Rubric& rubric) {
  if (is_blank(rubric.title)) {
    return fail(ErrorCode::invalid_argument, "Give the rubric a title.", "title");
  }
  if (rubric.stage >= Stage::mainstreaming) {
    return fail(ErrorCode::invalid_argument, "an authority decides there, and nobody scores",
                "stage");
  }
  if (rubric.criteria.size() > kMostCriteria) {
    return fail(ErrorCode::invalid_argument,
                "a rubric has at most " + std::to_string(kMostCriteria) + " criteria", "criteria");
  }
  for (const auto& one : rubric.criteria) {
    if (is_blank(one.criterion.name)) {
      return fail(ErrorCode::invalid_argument, "Name every criterion.", "criteria");
    }
  }
  if (const auto checked = check_gate_rule(gate_rule_of(rubric)); !checked) {
    auto error = checked.error();
    if (!error.context.empty()) error.message = error.context + ": " + error.message;
    return fail(error.code, error.message, "criteria");
  }
  return {};
}

Result<> check_publishable(const Rubric& rubric) {
  TRY(check_rubric(rubric));
  for (const auto& one : rubric.criteria) {
    if (is_blank(one.question)) {
      return fail(ErrorCode::unmet, "it has no question yet", one.criterion.name,
                  house_rule(HouseRule::criterion_without_question));
    }
    const auto bare =
        std::ranges::find_if(one.anchors, [](const auto& anchor) { return is_blank(anchor); });
    if (bare == one.anchors.end()) continue;
    return fail(
        ErrorCode::unmet,
        "no words say what a score of " + std::to_string(bare - one.anchors.begin()) + " means",
        one.criterion.name, house_rule(HouseRule::score_without_words));
  }
  return {};
}

}  // namespace tributary::ecosystem
