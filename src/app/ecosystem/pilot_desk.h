// app/ecosystem/pilot_desk.h
//
// The use cases of evidence: a team declares in a protocol what it wants to find out; pilot leads
// of one or several countries carry it out, each at a site; an evaluator without a part in it locks
// the data, analyses them and reports.
//
//   PilotDesk desk(connections, clock);
//   const auto protocol = TRY(desk.draft(innovator, {7}, content));
//   TRY(desk.move_protocol(innovator, {.id = protocol, .seen = {1}, .act = register_text}));
//   const auto pilot = TRY(desk.plan(lead, {.protocol = protocol, .site = "Escola", …}));
//
// Every change is one transaction with its entry in the audit trail and names the revision that was
// seen; another one is a `conflict`, and nothing is lost. Errors of rights are `not_permitted`, of
// what has to be there first `unmet`, of a field `invalid_argument` with its name as the context.
//
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "app/ecosystem/learner_table.h"
#include "app/ecosystem/pilot_analysis.h"
#include "app/ecosystem/pilot_power.h"
#include "app/ecosystem/pilot_shown.h"
#include "app/ecosystem/pilot_synthesis.h"
#include "base/clock.h"
#include "ecosystem/pilot/evidence_level.h"
#include "store/pilot/pilots.h"
#include "store/pool.h"

namespace tributary::app {

struct PilotLine {
  store::StoredPilot stored;
  std::vector<store::PilotEffect> effects;
  /// Of the text that they were computed by; without effects it says nothing.
  ecosystem::PilotDesignKind design = ecosystem::PilotDesignKind::single_group;
  std::vector<ShownEffect> shown;          ///< of these, what the reader may see
  std::optional<ShownDelivery> delivery;   ///< likewise
  std::string reasons;                     ///< of the last move, where it ended early
  std::vector<ecosystem::PersonId> leads;  ///< whoever led it at some time
};

/// All that the page of one protocol shows to the person who asks.
struct ProtocolView {
  store::StoredProtocol stored;
  std::string innovation_title;
  std::vector<ecosystem::FieldProblem> problems;  ///< that keep it from being registered
  PilotPower power;
  std::vector<store::ProtocolText> texts;
  std::vector<store::ProtocolMove> moves;
  std::vector<PilotLine> pilots;
  std::vector<OutcomeSynthesis> syntheses;  ///< by primary outcome
  std::vector<ecosystem::NextAct<ecosystem::ProtocolMachine>> next;
  std::map<ecosystem::PersonId, std::string> names;  ///< for those who are signed in
  ecosystem::Roles roles;                            ///< of the person, in the team
};

/// All that the page of one pilot shows.
struct PilotView {
  store::StoredPilot stored;
  store::StoredProtocol protocol;
  std::string innovation_title;
  std::vector<ShownArm> flow;
  std::vector<ecosystem::ArmSummary> summaries;
  bool has_data = false, is_of_learners = false;
  std::size_t data_rows = 0;
  std::string data_hash;  ///< empty where it would tell of few learners
  std::optional<Timestamp> first_data_at;
  bool is_suppressed = false;  ///< something is left out, as the person is a stranger
  std::optional<ShownDelivery> delivery;
  std::vector<ShownEffect> effects;
  std::vector<store::ProtocolText> texts;  ///< as registered
  std::vector<store::PilotMove> moves;
  std::vector<ecosystem::NextAct<ecosystem::PilotMachine>> next;
  std::map<ecosystem::PersonId, std::string> names;
  ecosystem::Roles roles;  ///< of the person, in this pilot
  std::vector<store::PilotHandover> handovers;
  std::vector<ecosystem::PersonId> may_lead;  ///< to whom the person may hand it over
  bool is_open_for_work = false;              ///< its innovation is not judged or ended yet
};

/// What is known of an innovation's effect, and from where.
struct EvidenceView {
  ecosystem::InnovationId innovation;
  std::string title;
  ecosystem::EvidenceLevel level;
  std::vector<ProtocolView> protocols;
};

struct EditProtocol {
  store::ProtocolId id;
  store::Revision seen;
  ecosystem::PilotProtocol content;
};

struct MoveProtocol {
  store::ProtocolId id;
  store::Revision seen;
  ecosystem::ProtocolAct act = ecosystem::ProtocolAct::register_text;
  std::string reasons;
  std::optional<ecosystem::PilotProtocol> content;  ///< with amend, the whole
};

struct PlanPilot {
  store::ProtocolId protocol;
  std::string site;
  ecosystem::StateCode member_state;
};

struct MovePilot {
  store::PilotId id;
  store::Revision seen;
  ecosystem::PilotAct act = ecosystem::PilotAct::recruit;
  std::string reasons;
};

struct HandOverPilot {
  store::PilotId id;
  store::Revision seen;
  ecosystem::PersonId to;
  std::string reasons;
};

struct CheckedLearners {
  LearnerImport report;
  std::vector<ecosystem::ArmSummary> arms;
};

struct Reproduction {
  store::PilotId pilot;
  std::string site;
  std::size_t outcomes = 0;
  std::vector<std::string> differences;  ///< empty: the same to the last bit
};

class PilotDesk {
 public:
  /// REQUIRES: both outlive it.
  PilotDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  Result<ProtocolView> protocol(const ecosystem::Actor& actor, store::ProtocolId id);
  Result<PilotView> pilot(const ecosystem::Actor& actor, store::PilotId id);
  /// In which the actor has something to do, as its lead or as an evaluator.
  Result<std::vector<PilotView>> pilots_of(const ecosystem::Actor& actor);
  /// That wait to be registered by the actor, who is in the team.
  Result<std::vector<ProtocolView>> drafts_of(const ecosystem::Actor& actor);
  Result<EvidenceView> evidence(const ecosystem::Actor& actor, ecosystem::InnovationId innovation);
  /// Runs the stored analyses again from their stored inputs; of all pilots where none is named.
  /// Errors: `not_found` where the pilot was not analysed.
  Result<std::vector<Reproduction>> reproduce(std::optional<store::PilotId> id);
  /// What would become of a table of learners, which is kept nowhere. Errors: as enter_learners().
  Result<CheckedLearners> check_learners(store::PilotId id,
                                         std::unique_ptr<catalogue::ByteSource> table);

  // The innovation's team.
  Result<store::ProtocolId> draft(const ecosystem::Actor& actor, ecosystem::InnovationId innovation,
                                  const ecosystem::PilotProtocol& content);
  /// While it is a draft.
  Result<> edit(const ecosystem::Actor& actor, const EditProtocol& request);
  Result<> move_protocol(const ecosystem::Actor& actor, const MoveProtocol& request);

  /// Whether this person may enter learners now, before a file of them is received. Errors:
  /// `not_found`, `not_permitted`, `unmet` and `conflict` as enter_learners().
  Result<> check_may_enter_learners(const ecosystem::Actor& actor, store::PilotId id);

  // Pilot leads of the team; who plans a pilot leads it, and nobody else enters its data.
  Result<store::PilotId> plan(const ecosystem::Actor& actor, const PlanPilot& request);
  Result<> enter_flow(const ecosystem::Actor& actor, store::PilotId id, store::Revision seen,
                      const ecosystem::ParticipantFlow& flow);
  Result<> enter_summaries(const ecosystem::Actor& actor, store::PilotId id, store::Revision seen,
                           const std::vector<ecosystem::ArmSummary>& summaries);
  /// Columns: learner, arm, group, outcome, before, after. With a rejected row nothing is taken.
  /// Takes the memory of the learners and not of the table. Errors: those of read_learners().
  Result<LearnerImport> enter_learners(const ecosystem::Actor& actor, store::PilotId id,
                                       store::Revision seen,
                                       std::unique_ptr<catalogue::ByteSource> table);
  /// The same for a table in memory.
  Result<LearnerImport> enter_learners(const ecosystem::Actor& actor, store::PilotId id,
                                       store::Revision seen, const std::string& table);

  /// What it cost, how much of it was held, and under which circumstances, in the place of what was
  /// there; its lead, until it is reported.
  Result<> enter_delivery(const ecosystem::Actor& actor, store::PilotId id, store::Revision seen,
                          const ecosystem::PilotDelivery& delivery);

  /// By its lead or an innovator of the team, before the data are locked, to another pilot lead of
  /// the team, who by joining it agreed to lead. The one before keeps nothing of it.
  Result<> hand_over(const ecosystem::Actor& actor, const HandOverPilot& request);

  /// By its lead, or an evaluator of any organisation who has no part in the innovation.
  Result<> move(const ecosystem::Actor& actor, const MovePilot& request);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
