#include "ecosystem/innovation/gate_rule.h"

#include <algorithm>
#include <array>
#include <set>

#include "ecosystem/refusals.h"

namespace tributary::ecosystem {
namespace {

constexpr int kHundredths = 100;

std::unexpected<Error> refused(std::string what, std::string where = "gate rule") {
  return fail(ErrorCode::invalid_argument, std::move(what), std::move(where));
}

Result<> check_assessments(const GateRule& rule, std::span<const GateAssessment> assessments) {
  std::set<PersonId> reviewers;
  for (const auto& assessment : assessments) {
    if (!reviewers.insert(assessment.reviewer).second) {
      return refused("a reviewer assessed twice", "assessment");
    }
    if (assessment.scores.size() != rule.criteria.size()) {
      return refused("there are " + std::to_string(rule.criteria.size()) + " criteria and " +
                         std::to_string(assessment.scores.size()) + " scores",
                     "assessment");
    }
    for (std::size_t at = 0; at < assessment.scores.size(); ++at) {
      const auto score = assessment.scores[at];
      if (score && (*score < kLowestScore || *score > kHighestScore)) {
        return refused("a score lies between 0 and 4", rule.criteria[at].name);
      }
    }
  }
  return {};
}

std::string hundredths(int value) {
  const auto rest = std::to_string(value % kHundredths);
  return std::to_string(value / kHundredths) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

}  // namespace

std::string_view name_of(GateShortfallKind kind) {
  static constexpr std::array<std::string_view, kGateShortfallKinds> kNames{
      "assessments", "not_judged", "not_met", "below_threshold"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string sentence_of(const GateShortfall& shortfall) {
  const auto& [kind, criterion, have, needed] = shortfall;
  switch (kind) {
    case GateShortfallKind::assessments:
      return std::to_string(have) + " of " + std::to_string(needed) +
             " required assessments are complete.";
    case GateShortfallKind::not_judged:
      return "Nobody could judge: " + criterion + ".";
    case GateShortfallKind::not_met:
      return "Not met: " + criterion + ".";
    case GateShortfallKind::below_threshold:
      break;
  }
  return "The mean of " + hundredths(have) + " is below the threshold of " + hundredths(needed) +
         ".";
}

Result<> check_gate_rule(const GateRule& rule) {
  if (rule.criteria.empty()) return refused("a gate asks for at least one criterion");
  std::set<std::string> names;
  for (const auto& criterion : rule.criteria) {
    if (criterion.name.empty()) return refused("a criterion has a name");
    if (!names.insert(criterion.name).second) {
      return refused("the criterion is given twice", criterion.name);
    }
    if (criterion.weight < 1) return refused("a weight is 1 or more", criterion.name);
  }
  if (rule.required_assessments < 1) return refused("a gate asks for at least one assessment");
  if (rule.must_meet_score < kLowestScore || rule.must_meet_score > kHighestScore) {
    return refused("a criterion is met from a score between 0 and 4 on");
  }
  if (rule.threshold_hundredths < 0 || rule.threshold_hundredths > kHighestScore * kHundredths) {
    return refused("the threshold lies between 0.00 and 4.00");
  }
  return {};
}

std::optional<int> median_score(std::span<const GateAssessment> assessments,
                                std::size_t criterion) {
  std::vector<int> scores;
  for (const auto& assessment : assessments) {
    if (const auto score = assessment.scores[criterion]) scores.push_back(*score);
  }
  if (scores.empty()) return std::nullopt;
  std::ranges::sort(scores);
  return scores[(scores.size() - 1) / 2];
}

Result<GateReading> read_gate(const GateRule& rule, std::span<const GateAssessment> assessments) {
  TRY(check_gate_rule(rule));
  TRY(check_assessments(rule, assessments));
  GateReading gate;
  gate.assessments = static_cast<int>(assessments.size());
  if (gate.assessments < rule.required_assessments) {
    gate.missing.push_back({.kind = GateShortfallKind::assessments,
                            .criterion = {},
                            .have = gate.assessments,
                            .needed = rule.required_assessments});
  }
  std::int64_t weighted = 0, weights = 0;
  bool is_judged = true;
  for (std::size_t at = 0; at < rule.criteria.size(); ++at) {
    const auto& criterion = rule.criteria[at];
    const auto score = median_score(assessments, at);
    if (!score) {
      is_judged = false;
      gate.missing.push_back({.kind = GateShortfallKind::not_judged, .criterion = criterion.name});
    } else if (criterion.must_be_met) {
      if (*score >= rule.must_meet_score) continue;
      gate.missing.push_back({.kind = GateShortfallKind::not_met,
                              .criterion = criterion.name,
                              .have = *score,
                              .needed = rule.must_meet_score});
    } else {
      weighted += std::int64_t{criterion.weight} * *score;
      weights += criterion.weight;
    }
  }
  if (is_judged && weights > 0) {
    gate.mean_hundredths = static_cast<int>(weighted * kHundredths / weights);
    if (*gate.mean_hundredths < rule.threshold_hundredths) {
      gate.missing.push_back({.kind = GateShortfallKind::below_threshold,
                              .criterion = {},
                              .have = *gate.mean_hundredths,
                              .needed = rule.threshold_hundredths});
    }
  }
  gate.is_open = gate.missing.empty();
  return gate;
}

Result<> check_decision(const GateDecision& decision, const GateReading& gate) {
  const auto unmet = [](std::string what) {
    return fail(ErrorCode::unmet, std::move(what), "decision");
  };
  if (decision.reasons.empty()) return unmet("a decision carries its reasons");
  const bool speaks_of_conditions = decision.outcome == PipelineAct::recommend_with_conditions;
  if (speaks_of_conditions == decision.conditions.empty()) {
    return unmet(speaks_of_conditions ? "the conditions are missing"
                                      : "this outcome has no conditions");
  }
  for (const auto& condition : decision.conditions) {
    if (condition.text.empty()) return unmet("a condition says what is to be done");
    if (condition.due <= day_of(decision.at)) {
      return unmet("a condition is due on a day to come, not on " + condition.due.iso());
    }
  }
  if (!decision.is_override) {
    return decision.confirmed_by ? unmet("only an override needs a second person") : Result<>();
  }
  if (gate.is_open) return unmet("the gate is open; there is nothing to override");
  if (!decision.confirmed_by) return unmet("an override needs a second person");
  if (*decision.confirmed_by == decision.by) {
    return unmet("the second person is another one than the first");
  }
  return {};
}

Result<> check_independence(const Judging& judging) {
  const auto refuse = [](std::string why, Interest interest) {
    return fail(ErrorCode::not_permitted, std::move(why), "independence",
                not_independent(interest));
  };
  if (std::ranges::find(judging.team, judging.judge) != judging.team.end()) {
    return refuse("nobody judges an innovation of their own", Interest::own_innovation);
  }
  const bool is_colleague = std::ranges::any_of(judging.judges_organisations, [&](const auto& own) {
    return std::ranges::find(judging.team_organisations, own) != judging.team_organisations.end();
  });
  if (is_colleague) {
    return refuse("nobody judges the work of their own organisation", Interest::own_organisation);
  }
  return {};
}

}  // namespace tributary::ecosystem
