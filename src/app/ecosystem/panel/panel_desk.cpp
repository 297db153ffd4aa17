#include "app/ecosystem/panel/panel_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/panel/scoring_rights.h"
#include "ecosystem/house_rules.h"
#include "store/accounts/grants.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::ReviewerEventKind;

/// What each act of the panel begins with: rights first, then independence, then what was seen.
Result<InnovationFile> open_panel(sql::Connection& connection, const eco::Actor& actor,
                                  eco::InnovationId id, store::Revision seen, eco::Action action) {
  auto file = TRY(read_innovation_file(connection, id));
  TRY(check_panel_right(file, actor, action));
  TRY(check_seen(file, seen));
  TRY(check_before_gate(file));
  return file;
}

Result<> append_event(store::RecordedChange& change, const InnovationFile& file,
                      store::ReviewerEvent event) {
  event.gate_round = file.now.gate_round;
  event.at = change.at();
  return store::append_reviewer_event(change.connection(), file.now.id, event);
}

/// All who were asked have submitted, and enough have.
Result<> check_may_calibrate(const InnovationFile& file) {
  const auto [have, needed] = calibration_progress(file);
  if (have < needed) {
    return fail(ErrorCode::conflict,
                fmt::format("a calibration goes on: {} of {} have scored in it", have, needed),
                "calibration", eco::house_rule(eco::HouseRule::calibration_goes_on));
  }
  std::size_t scored = 0, waiting = 0;
  for (const auto& reviewer : reviewers_of(file)) {
    const bool is_asked = reviewer.last && (reviewer.last->kind == ReviewerEventKind::assigned ||
                                            reviewer.last->kind == ReviewerEventKind::declared);
    if (reviewer.has_scored) ++scored;
    if (is_asked && !reviewer.has_scored) ++waiting;
  }
  if (waiting > 0) {
    return fail(ErrorCode::unmet,
                fmt::format("{} of those who were asked have not submitted their scores", waiting),
                "calibration", eco::house_rule(eco::HouseRule::scores_outstanding));
  }
  if (scored < 2) {
    return fail(ErrorCode::unmet, "there have to be the scores of two reviewers to calibrate",
                "calibration", eco::house_rule(eco::HouseRule::two_scorers_needed));
  }
  return {};
}

/// Every criterion has its answer. Errors: `unmet` naming the first that has none.
Result<std::vector<std::optional<int>>> answered_scores(const InnovationFile& file,
                                                        const store::ScoreDraft& draft) {
  const auto& criteria = file.rule->rule.criteria;
  if (draft.revision == 0) {
    return fail(ErrorCode::unmet, "save your scores before you submit them", "scores",
                eco::house_rule(eco::HouseRule::scores_not_saved));
  }
  std::vector<std::optional<int>> scores;
  for (std::size_t at = 0; at < criteria.size(); ++at) {
    if (at >= draft.lines.size() || !draft.lines[at].is_answered) {
      return fail(ErrorCode::unmet,
                  "give a score, or say that you cannot judge: " + criteria[at].name, "scores",
                  eco::house_rule(eco::HouseRule::criterion_unanswered));
    }
    scores.push_back(draft.lines[at].score);
  }
  return scores;
}

Result<> check_draft_seen(const store::ScoreDraft& draft, std::int64_t seen,
                          const store::SheetKey& key) {
  return store::check_revision({draft.revision}, {seen},
                               fmt::format("scores/{}", key.innovation.value));
}

std::vector<std::string> comments_of(const store::ScoreDraft& draft) {
  std::vector<std::string> comments;
  for (const auto& line : draft.lines) comments.push_back(line.comment);
  return comments;
}

}  // namespace

Result<> PanelDesk::assign(const eco::Actor& actor, const AssignReviewer& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file =
      TRY(open_panel(connection, actor, request.id, request.seen, eco::Action::convene_panel));
  if (calibration_at_hand(file) > 0) {
    return fail(ErrorCode::conflict, "a calibration is for those who scored before it",
                "assignment", eco::house_rule(eco::HouseRule::calibration_is_for_scorers));
  }
  const auto grants = TRY(store::grants_of(connection, request.reviewer));
  TRY(check_assignable(file, {.person = request.reviewer, .grants = grants}));
  TRY(append_event(
      change, file,
      {.reviewer = request.reviewer, .kind = ReviewerEventKind::assigned, .by = actor.person}));
  return change.commit(
      "panel.assign", subject_of_innovation(request.id),
      audit_detail({{"round", file.now.gate_round}, {"reviewer", request.reviewer.value}}));
}

Result<> PanelDesk::release(const eco::Actor& actor, const ReleaseReviewer& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file =
      TRY(open_panel(connection, actor, request.id, request.seen, eco::Action::convene_panel));
  TRY(check_filled(request.reasons, "reasons", "Say why the reviewer is released."));
  const auto last = last_event(file, request.reviewer);
  TRY(eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt,
                            ReviewerEventKind::released, panel_kind_of(file)));
  TRY(append_event(change, file,
                   {.reviewer = request.reviewer,
                    .kind = ReviewerEventKind::released,
                    .text = request.reasons,
                    .by = actor.person}));
  TRY(store::delete_score_draft(connection, sheet_at_hand(file, request.reviewer)));
  return change.commit("panel.release", subject_of_innovation(request.id),
                       audit_detail({{"round", file.now.gate_round},
                                     {"reviewer", request.reviewer.value},
                                     {"reasons", request.reasons}}));
}

Result<> PanelDesk::declare(const eco::Actor& actor, const DeclareInterests& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file =
      TRY(open_panel(connection, actor, request.id, request.seen, eco::Action::assess));
  TRY(check_filled(request.text, "declaration", "Declare your interests, or that you have none."));
  const auto last = last_event(file, actor.person);
  const auto kind = request.has_interest ? ReviewerEventKind::recused : ReviewerEventKind::declared;
  TRY(eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt, kind,
                            panel_kind_of(file)));
  TRY(declare_within(change, file, actor.person, {.kind = kind, .text = request.text}));
  if (request.has_interest) {
    TRY(store::delete_score_draft(connection, sheet_at_hand(file, actor.person)));
    if (!has_scored(file, actor.person, 0)) {
      TRY(store::insert_gate_assessment(connection, request.id,
                                        {.gate_round = file.now.gate_round,
                                         .assessment = {actor.person, {}},
                                         .is_recused = true,
                                         .declaration = request.text,
                                         .comment = {},
                                         .at = change.at()}));
    }
  }
  return change.commit(
      "panel.declare", subject_of_innovation(request.id),
      audit_detail({{"round", file.now.gate_round}, {"is_recused", request.has_interest}}));
}

Result<std::int64_t> PanelDesk::save(const eco::Actor& actor, const SaveScores& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  TRY(check_panel_right(file, actor, eco::Action::assess));
  TRY(check_before_gate(file));
  TRY(check_may_score_now(file, actor.person));
  TRY(check_lines(file.rule->rule, request.lines));
  const auto key = sheet_at_hand(file, actor.person);
  auto draft = TRY(store::score_draft(connection, key));
  TRY(check_draft_seen(draft, request.draft, key));
  draft.lines = request.lines;
  draft.comment = request.comment;
  draft.at = change.at();
  TRY(store::save_score_draft(connection, key, draft));
  TRY(change.commit("panel.save_scores", subject_of_innovation(request.id),
                    audit_detail({{"round", file.now.gate_round}})));
  return draft.revision + 1;
}

Result<> PanelDesk::submit(const eco::Actor& actor, const SubmitScores& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file =
      TRY(open_panel(connection, actor, request.id, request.seen, eco::Action::assess));
  TRY(check_may_score_now(file, actor.person));
  const auto key = sheet_at_hand(file, actor.person);
  const auto draft = TRY(store::score_draft(connection, key));
  TRY(check_draft_seen(draft, request.draft, key));
  const auto scores = TRY(answered_scores(file, draft));
  if (key.calibration == 0) {
    TRY(store::insert_gate_assessment(connection, request.id,
                                      {.gate_round = key.gate_round,
                                       .assessment = {actor.person, scores},
                                       .declaration = last_event(file, actor.person)->text,
                                       .comment = draft.comment,
                                       .at = change.at()}));
  } else {
    TRY(store::insert_calibrated_assessment(connection, request.id,
                                            {.gate_round = key.gate_round,
                                             .calibration = key.calibration,
                                             .assessment = {actor.person, scores},
                                             .comment = draft.comment,
                                             .at = change.at()}));
  }
  TRY(keep_draw(connection, key));
  TRY(store::insert_score_comments(connection, key, comments_of(draft)));
  TRY(store::delete_score_draft(connection, key));
  return change.commit(
      key.calibration == 0 ? "innovation.assess" : "panel.calibrate",
      subject_of_innovation(request.id),
      audit_detail(
          {{"round", key.gate_round}, {"is_recused", false}, {"calibration", key.calibration}}));
}

Result<> PanelDesk::open_calibration(const eco::Actor& actor, const OpenCalibration& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file =
      TRY(open_panel(connection, actor, request.id, request.seen, eco::Action::convene_panel));
  TRY(check_filled(request.reasons, "reasons", "Say what the panel is to talk about."));
  TRY(check_may_calibrate(file));
  const auto number = calibration_at_hand(file) + 1;
  TRY(store::insert_calibration(connection, request.id,
                                {.gate_round = file.now.gate_round,
                                 .number = number,
                                 .reasons = request.reasons,
                                 .at = change.at(),
                                 .by = actor.person}));
  return change.commit(
      "panel.open_calibration", subject_of_innovation(request.id),
      audit_detail(
          {{"round", file.now.gate_round}, {"calibration", number}, {"reasons", request.reasons}}));
}

}  // namespace tributary::app
