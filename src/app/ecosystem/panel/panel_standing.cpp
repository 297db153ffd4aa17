#include "app/ecosystem/panel/panel_standing.h"

#include <algorithm>

#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::ReviewerEventKind;

std::optional<store::ReviewerEvent> last_event_in(const InnovationFile& file, std::int64_t round,
                                                  eco::PersonId reviewer) {
  std::optional<store::ReviewerEvent> last;
  for (const auto& event : file.panel_record.events) {
    if (event.gate_round == round && event.reviewer == reviewer) last = event;
  }
  return last;
}

bool is_last(const InnovationFile& file, eco::PersonId reviewer, ReviewerEventKind kind) {
  const auto last = last_event(file, reviewer);
  return last && last->kind == kind;
}

/// Was asked or has declared, and the scores are still to come.
bool is_to_score(const InnovationFile& file, eco::PersonId reviewer) {
  return (is_last(file, reviewer, ReviewerEventKind::assigned) ||
          is_last(file, reviewer, ReviewerEventKind::declared)) &&
         !has_scored(file, reviewer, 0);
}

}  // namespace

void take_in_panel_record(InnovationFile& file) {
  for (auto& stored : file.assessments) {
    const auto reviewer = stored.assessment.reviewer;
    const auto last = last_event_in(file, stored.gate_round, reviewer);
    if (last && last->kind == ReviewerEventKind::recused) stored.is_recused = true;
    for (const auto& calibrated : file.panel_record.calibrated) {
      if (calibrated.gate_round != stored.gate_round ||
          calibrated.assessment.reviewer != reviewer) {
        continue;
      }
      stored.assessment = calibrated.assessment;
      stored.comment = calibrated.comment;
      stored.at = calibrated.at;
    }
  }
}

std::optional<store::ReviewerEvent> last_event(const InnovationFile& file, eco::PersonId reviewer) {
  return last_event_in(file, file.now.gate_round, reviewer);
}

eco::PanelKind panel_kind_of(const InnovationFile& file) {
  const bool is_assigned =
      std::ranges::any_of(file.panel_record.events, [&](const store::ReviewerEvent& event) {
        return event.gate_round == file.now.gate_round && event.kind == ReviewerEventKind::assigned;
      });
  return is_assigned ? eco::PanelKind::assigned : eco::PanelKind::open;
}

std::int64_t calibration_at_hand(const InnovationFile& file) {
  std::int64_t newest = 0;
  for (const auto& calibration : file.panel_record.calibrations) {
    if (calibration.gate_round == file.now.gate_round) newest = calibration.number;
  }
  return newest;
}

bool has_scored(const InnovationFile& file, eco::PersonId reviewer, std::int64_t calibration) {
  const auto round = file.now.gate_round;
  const bool has_first =
      std::ranges::any_of(file.assessments, [&](const store::StoredAssessment& stored) {
        return stored.gate_round == round && stored.assessment.reviewer == reviewer &&
               !stored.is_recused;
      });
  if (calibration == 0 || !has_first) return has_first;
  return std::ranges::any_of(
      file.panel_record.calibrated, [&](const store::CalibratedAssessment& stored) {
        return stored.gate_round == round && stored.calibration == calibration &&
               stored.assessment.reviewer == reviewer;
      });
}

CalibrationProgress calibration_progress(const InnovationFile& file) {
  CalibrationProgress progress;
  const auto newest = calibration_at_hand(file);
  if (newest == 0) return progress;
  for (const auto& reviewer : reviewers_of(file)) {
    if (!reviewer.has_scored || is_last(file, reviewer.person, ReviewerEventKind::released))
      continue;
    ++progress.needed;
    if (reviewer.has_calibrated) ++progress.have;
  }
  return progress;
}

std::vector<PanelReviewer> reviewers_of(const InnovationFile& file) {
  std::vector<PanelReviewer> reviewers;
  const auto newest = calibration_at_hand(file);
  const auto take = [&](eco::PersonId person) {
    if (std::ranges::find(reviewers, person, &PanelReviewer::person) != reviewers.end()) return;
    reviewers.push_back({.person = person,
                         .last = last_event(file, person),
                         .has_scored = has_scored(file, person, 0),
                         .has_calibrated = newest > 0 && has_scored(file, person, newest)});
  };
  for (const auto& event : file.panel_record.events) {
    if (event.gate_round == file.now.gate_round) take(event.reviewer);
  }
  for (const auto& stored : file.assessments) {
    if (stored.gate_round == file.now.gate_round) take(stored.assessment.reviewer);
  }
  return reviewers;
}

Result<> check_sees_scores(const InnovationFile& file, const eco::Actor& actor) {
  const auto roles = roles_at(file, actor, {});
  const auto newest = calibration_at_hand(file);
  const bool judges = roles.contains(eco::Role::panel_chair) || roles.contains(eco::Role::auditor);
  if (judges && !is_to_score(file, actor.person)) {
    const bool is_calibrating =
        newest > 0 && has_scored(file, actor.person, 0) && !has_scored(file, actor.person, newest);
    if (!is_calibrating) return {};
  }
  if (!judges && !roles.contains(eco::Role::reviewer)) {
    return fail(ErrorCode::not_permitted, "until the gate is decided, scores are for its panel",
                "scores", eco::house_rule(eco::HouseRule::scores_of_the_panel));
  }
  if (is_last(file, actor.person, ReviewerEventKind::recused)) {
    return fail(ErrorCode::not_permitted, "who has an interest sees no scores before the decision",
                "independence", eco::house_rule(eco::HouseRule::interest_sees_no_scores));
  }
  if (has_scored(file, actor.person, newest)) return {};
  return fail(ErrorCode::not_permitted,
              "the scores of others are hidden until you have submitted your own", "scores",
              eco::house_rule(eco::HouseRule::scores_hidden));
}

Result<> check_before_gate(const InnovationFile& file) {
  if (file.rule && file.now.state.standing == eco::Standing::active) return {};
  return fail(ErrorCode::conflict,
              "there is nothing to assess in the state " + name_of(file.now.state),
              subject_of_innovation(file.now.id),
              eco::not_in_this_state(eco::PipelineMachine::kName, name_of(file.now.state)));
}

Result<> declare_within(store::RecordedChange& change, const InnovationFile& file,
                        eco::PersonId reviewer, const Declaration& declaration) {
  const auto last = last_event(file, reviewer);
  if (last && last->kind == declaration.kind) return {};
  if (has_scored(file, reviewer, 0) && declaration.kind == ReviewerEventKind::declared) return {};
  if (declaration.kind == ReviewerEventKind::declared && calibration_at_hand(file) > 0) {
    return fail(ErrorCode::conflict, "a calibration is for those who scored before it",
                "assignment", eco::house_rule(eco::HouseRule::calibration_is_for_scorers));
  }
  TRY(eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt, declaration.kind,
                            panel_kind_of(file)));
  return store::append_reviewer_event(change.connection(), file.now.id,
                                      {.gate_round = file.now.gate_round,
                                       .reviewer = reviewer,
                                       .kind = declaration.kind,
                                       .text = declaration.text,
                                       .at = change.at(),
                                       .by = reviewer});
}

}  // namespace tributary::app
