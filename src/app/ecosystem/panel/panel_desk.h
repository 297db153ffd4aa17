// app/ecosystem/panel/panel_desk.h
//
// The use cases of a panel at the gate of an innovation: the chair assigns reviewers, these declare
// their interests and score by the rubric, each unseen by the others until they have submitted
// their own; where they are far apart the chair opens a calibration, in which they score once more.
//
//   PanelDesk desk(connections, clock);
//   TRY(desk.assign(chair, {.id = {7}, .seen = {4}, .reviewer = {12}}));
//   TRY(desk.declare(reviewer, {.id = {7}, .seen = {4}, .text = "None."}));
//   TRY(desk.save(reviewer, {.id = {7}, .lines = lines}));
//   TRY(desk.submit(reviewer, {.id = {7}, .seen = {4}, .draft = 1}));
//
// What is submitted stays; a calibration adds to it, and a decision ends the round with all that
// was before the gate. Every change is one transaction with its entry in the audit trail, and none
// is a revision of the innovation. Errors of rights and of independence are `not_permitted`, of
// what has to be there first `unmet`, of what cannot be any more `conflict`.
//
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "app/ecosystem/panel/kept_agreement.h"
#include "app/ecosystem/panel/panel_agreement.h"
#include "app/ecosystem/panel/panel_standing.h"
#include "base/clock.h"
#include "store/panel/rubrics.h"
#include "store/panel/score_drafts.h"
#include "store/pool.h"

namespace tributary::app {

/// A round of a gate, at hand or decided.
struct RoundSummary {
  std::int64_t round = 1;
  ecosystem::Stage stage = ecosystem::Stage::identified;
  std::optional<ecosystem::PipelineAct> outcome;  ///< of a decided one
  std::optional<Timestamp> decided;
};

/// Somebody who reviews for the panel, and why they may not be assigned.
struct ReviewerCandidate {
  ecosystem::PersonId person;
  std::optional<Error> why_not;  ///< nothing: they may
};

/// The panel of an innovation as the person who asks sees it, without anybody else's scores.
struct PanelView {
  InnovationFile file;
  std::optional<store::StoredRubric> rubric;  ///< of the gate at hand, where its rule has one
  ecosystem::PanelKind kind = ecosystem::PanelKind::open;
  std::int64_t calibration = 0;  ///< at hand; 0: none was opened
  CalibrationProgress progress;
  std::vector<PanelReviewer> reviewers;
  std::vector<ReviewerCandidate> candidates;  ///< for the chair
  std::vector<RoundSummary> rounds;           ///< oldest first
  std::string why_scores_hidden;              ///< of the round at hand; empty: they are shown
  bool is_chair = false;                      ///< and may act as such here
  bool may_declare = false;
  std::string why_no_scoring;                        ///< empty: the person may score now
  std::optional<store::ScoreDraft> draft;            ///< of one who may
  std::map<ecosystem::PersonId, std::string> names;  ///< of all reviewers for the chair
};

/// What one reviewer submitted.
struct ScoreSheet {
  ecosystem::GateAssessment assessment;
  std::vector<std::string> comments;  ///< by criterion
  std::string comment;
  bool is_recused = false;
  Timestamp at;
};

/// The first scoring of a round (number 0) or a calibration.
struct Scoring {
  std::int64_t number = 0;
  std::string reasons;  ///< of a calibration
  std::optional<Timestamp> opened;
  std::string why_hidden;          ///< then there are no sheets
  std::vector<ScoreSheet> sheets;  ///< oldest first
  PanelAgreement agreement;        ///< of those that are not recused
};

/// All that was or is before a gate; of a decided one nothing changes any more.
struct RoundView {
  RoundSummary summary;
  store::StoredGateRule rule;
  std::optional<store::StoredRubric> rubric;
  std::vector<ecosystem::PersonId> reviewers;  ///< in their order here, by which they are numbered
  std::vector<Scoring> scorings;
  std::optional<ecosystem::GateReading> gate;  ///< where all scorings are shown
  std::optional<store::InnovationMove> decision;
};

struct AssignReviewer {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::PersonId reviewer;
};

struct ReleaseReviewer {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::PersonId reviewer;
  std::string reasons;
};

struct DeclareInterests {
  ecosystem::InnovationId id;
  store::Revision seen;
  bool has_interest = false;
  std::string text;
};

struct SaveScores {
  ecosystem::InnovationId id;
  std::int64_t draft = 0;  ///< the revision of the draft that was seen; 0: there was none
  std::vector<store::ScoreLine> lines;
  std::string comment;
};

struct SubmitScores {
  ecosystem::InnovationId id;
  store::Revision seen;
  std::int64_t draft = 0;  ///< as in SaveScores
};

struct OpenCalibration {
  ecosystem::InnovationId id;
  store::Revision seen;
  std::string reasons;
};

class PanelDesk {
 public:
  /// REQUIRES: both outlive it.
  PanelDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  Result<PanelView> view(const ecosystem::Actor& actor, ecosystem::InnovationId id);
  /// Errors: `not_found` where there is no such round; `not_permitted` with the reason where its
  /// scores are hidden from the actor.
  Result<RoundView> round(const ecosystem::Actor& actor, ecosystem::InnovationId id,
                          std::int64_t round);
  /// Computes the agreement of decided rounds again, each by the seed that was kept with it; of all
  /// innovations where none is named. Errors: `not_found`.
  Result<std::vector<AgreementReproduction>> reproduce(std::optional<ecosystem::InnovationId> id);

  // The chair of its panel.
  /// Somebody who reviews for the panel and has no part in the innovation, before any calibration.
  Result<> assign(const ecosystem::Actor& actor, const AssignReviewer& request);
  /// What they have submitted stands.
  Result<> release(const ecosystem::Actor& actor, const ReleaseReviewer& request);
  /// Where all who were asked have submitted, and two at least have. The gate is shut until all who
  /// scored have done so again.
  Result<> open_calibration(const ecosystem::Actor& actor, const OpenCalibration& request);

  // Reviewers of its panel.
  /// With an interest they are out, and what they have submitted counts no more.
  Result<> declare(const ecosystem::Actor& actor, const DeclareInterests& request);
  /// Answers the draft's revision.
  Result<std::int64_t> save(const ecosystem::Actor& actor, const SaveScores& request);
  Result<> submit(const ecosystem::Actor& actor, const SubmitScores& request);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
