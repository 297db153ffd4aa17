// What a person sees of a panel; see panel_desk.h.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "app/ecosystem/panel/kept_agreement.h"
#include "app/ecosystem/panel/panel_desk.h"
#include "app/ecosystem/panel/scoring_rights.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// Empty where it is allowed, else the reason in a sentence.
std::string reason_of(const Result<>& outcome) {
  return outcome ? std::string() : outcome.error().message;
}

std::vector<RoundSummary> rounds_of(const InnovationFile& file) {
  std::vector<RoundSummary> rounds;
  for (const auto& move : file.moves) {
    if (!eco::is_gate_outcome(move.act) || !move.gate_rule) continue;
    rounds.push_back({.round = move.gate_round,
                      .stage = move.from.stage,
                      .outcome = move.act,
                      .decided = move.at});
  }
  if (file.rule) rounds.push_back({.round = file.now.gate_round, .stage = file.now.state.stage});
  return rounds;
}

Result<std::vector<ReviewerCandidate>> candidates_for(sql::Connection& connection,
                                                      const InnovationFile& file) {
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, file.now.panel}};
  const auto holders = TRY(store::holders_of(connection, eco::Role::reviewer));
  std::vector<ReviewerCandidate> candidates;
  for (const auto person : holders) {
    const eco::Actor reviewer{.person = person,
                              .grants = TRY(store::grants_of(connection, person))};
    if (!reviewer.roles(scopes).contains(eco::Role::reviewer)) continue;
    const auto may = check_assignable(file, reviewer);
    if (!may && may.error().code == ErrorCode::conflict) continue;  // is in the list of reviewers
    candidates.push_back({person, may ? std::nullopt : std::optional(may.error())});
  }
  return candidates;
}

Result<> add_reviewer_names(sql::Connection& connection, PanelView& view) {
  for (const auto& reviewer : view.reviewers) view.names[reviewer.person];
  for (const auto& candidate : view.candidates) view.names[candidate.person];
  for (auto& [person, name] : view.names) {
    if (const auto account = TRY(store::find_account(connection, person))) name = account->name;
  }
  return {};
}

/// Of one round, with what is told of it.
struct RoundBeingRead {
  sql::Connection& connection;
  const InnovationFile& file;
  RoundView& view;
};

void number_reviewer(RoundView& view, eco::PersonId reviewer) {
  if (std::ranges::find(view.reviewers, reviewer) == view.reviewers.end()) {
    view.reviewers.push_back(reviewer);
  }
}

Result<std::vector<std::string>> comments_in(RoundBeingRead& reading, std::int64_t calibration,
                                             eco::PersonId reviewer) {
  const store::SheetKey key{.innovation = reading.file.now.id,
                            .gate_round = reading.view.summary.round,
                            .calibration = calibration,
                            .reviewer = reviewer};
  return store::score_comments(reading.connection, key, reading.view.rule.rule.criteria.size());
}

bool is_recused_now(const RoundBeingRead& reading, eco::PersonId reviewer) {
  return std::ranges::any_of(reading.file.assessments, [&](const store::StoredAssessment& stored) {
    return stored.gate_round == reading.view.summary.round && stored.is_recused &&
           stored.assessment.reviewer == reviewer;
  });
}

Result<> read_first_scoring(RoundBeingRead& reading) {
  Scoring first;
  const auto given = TRY(store::gate_assessments(reading.connection, reading.file.now.id));
  for (const auto& stored : given) {
    const auto reviewer = stored.assessment.reviewer;
    if (stored.gate_round != reading.view.summary.round) continue;
    number_reviewer(reading.view, reviewer);
    auto comments = TRY(comments_in(reading, 0, reviewer));
    first.sheets.push_back({.assessment = stored.assessment,
                            .comments = std::move(comments),
                            .comment = stored.comment,
                            .is_recused = is_recused_now(reading, reviewer),
                            .at = stored.at});
  }
  reading.view.scorings.push_back(std::move(first));
  return {};
}

Result<> read_calibrations(RoundBeingRead& reading) {
  const auto& record = reading.file.panel_record;
  for (const auto& calibration : record.calibrations) {
    if (calibration.gate_round != reading.view.summary.round) continue;
    Scoring scoring{
        .number = calibration.number, .reasons = calibration.reasons, .opened = calibration.at};
    for (const auto& stored : record.calibrated) {
      if (stored.gate_round != calibration.gate_round || stored.calibration != calibration.number) {
        continue;
      }
      const auto reviewer = stored.assessment.reviewer;
      auto comments = TRY(comments_in(reading, calibration.number, reviewer));
      scoring.sheets.push_back({.assessment = stored.assessment,
                                .comments = std::move(comments),
                                .comment = stored.comment,
                                .is_recused = is_recused_now(reading, reviewer),
                                .at = stored.at});
    }
    reading.view.scorings.push_back(std::move(scoring));
  }
  return {};
}

Result<> add_agreement(RoundBeingRead& reading) {
  const auto draws = TRY(store::agreement_draws(reading.connection, reading.file.now.id));
  for (auto& scoring : reading.view.scorings) {
    if (!scoring.why_hidden.empty()) continue;
    scoring.agreement = TRY(kept_agreement(reading.connection, reading.file, draws,
                                           reading.view.summary.round, scoring.number));
  }
  return {};
}

/// Of the round at hand, a reviewer who has not scored in the newest calibration sees what was
/// before it.
Result<> hide_newest_scoring(RoundView& view, const InnovationFile& file, const eco::Actor& actor) {
  const auto sees = check_sees_scores(file, actor);
  if (sees) return {};
  const bool saw_the_first = view.scorings.size() > 1 && has_scored(file, actor.person, 0) &&
                             roles_at(file, actor, {}).contains(eco::Role::reviewer);
  if (!saw_the_first) return sees;
  view.scorings.back().sheets.clear();
  view.scorings.back().why_hidden = sees.error().message;
  return {};
}

/// What the gate read then, from what counted.
Result<eco::GateReading> reading_then(const InnovationFile& file, const RoundView& view) {
  if (view.summary.round == file.now.gate_round && file.rule) return gate_of(file);
  std::vector<eco::GateAssessment> counted;
  for (const auto& stored : file.assessments) {
    if (stored.gate_round == view.summary.round && !stored.is_recused) {
      counted.push_back(stored.assessment);
    }
  }
  return eco::read_gate(view.rule.rule, counted);
}

}  // namespace

Result<PanelView> PanelDesk::view(const eco::Actor& actor, eco::InnovationId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  PanelView view{.file = TRY(read_innovation_file(connection, id))};
  const auto& file = view.file;
  view.rounds = rounds_of(file);
  view.kind = panel_kind_of(file);
  view.calibration = calibration_at_hand(file);
  view.progress = calibration_progress(file);
  view.reviewers = reviewers_of(file);
  view.why_scores_hidden = reason_of(check_sees_scores(file, actor));
  if (file.now.gate_rule) {
    view.rubric = TRY(store::rubric_of_rule(connection, *file.now.gate_rule));
  }
  const auto is_before_gate = check_before_gate(file);
  view.is_chair = check_panel_right(file, actor, eco::Action::convene_panel).has_value();
  if (view.is_chair && is_before_gate) view.candidates = TRY(candidates_for(connection, file));
  const bool is_auditor = actor.roles().contains(eco::Role::auditor);
  if (view.is_chair || is_auditor) TRY(add_reviewer_names(connection, view));

  auto may_score = check_panel_right(file, actor, eco::Action::assess);
  const bool is_reviewer = may_score.has_value();
  if (may_score) may_score = is_before_gate;
  if (may_score) may_score = check_may_score_now(file, actor.person);
  view.why_no_scoring = reason_of(may_score);
  const auto last = last_event(file, actor.person);
  const auto may_declare = eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt,
                                                 eco::ReviewerEventKind::recused, view.kind);
  view.may_declare = is_reviewer && is_before_gate && may_declare;
  if (may_score)
    view.draft = TRY(store::score_draft(connection, sheet_at_hand(file, actor.person)));
  return view;
}

Result<RoundView> PanelDesk::round(const eco::Actor& actor, eco::InnovationId id,
                                   std::int64_t round) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto file = TRY(read_innovation_file(connection, id));
  const auto rounds = rounds_of(file);
  const auto found = std::ranges::find(rounds, round, &RoundSummary::round);
  if (found == rounds.end()) {
    return fail(ErrorCode::not_found, "no panel scored in this round", std::to_string(round));
  }
  RoundView view{.summary = *found};
  auto rule = file.now.gate_rule;
  for (const auto& move : file.moves) {
    if (move.gate_round != round || !eco::is_gate_outcome(move.act)) continue;
    rule = move.gate_rule;
    view.decision = move;
  }
  view.rule = TRY(store::gate_rule(connection, *rule));
  view.rubric = TRY(store::rubric_of_rule(connection, *rule));
  RoundBeingRead being{connection, file, view};
  TRY(read_first_scoring(being));
  TRY(read_calibrations(being));
  if (!view.decision) TRY(hide_newest_scoring(view, file, actor));
  TRY(add_agreement(being));
  if (view.scorings.back().why_hidden.empty()) view.gate = TRY(reading_then(file, view));
  return view;
}

Result<std::vector<AgreementReproduction>> PanelDesk::reproduce(
    std::optional<eco::InnovationId> id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  std::vector<eco::InnovationId> innovations;
  if (id) {
    innovations.push_back(*id);
  } else {
    innovations = TRY(store::innovations_with_draws(connection));
  }
  std::vector<AgreementReproduction> all;
  for (const auto innovation : innovations) {
    auto some = TRY(reproduce_agreements(connection, innovation));
    std::ranges::move(some, std::back_inserter(all));
  }
  return all;
}

}  // namespace tributary::app
