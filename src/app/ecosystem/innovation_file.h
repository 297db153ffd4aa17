// app/ecosystem/innovation_file.h
//
// All that is known of one innovation, read at one moment: what a page shows, what a gate looks at
// and what refuses a move are then the same.
//
//   const auto file = TRY(read_innovation_file(connection, id));
//   const auto next = eco::next_acts<eco::PipelineMachine>(file.now.state,
//                                                          eco::needs_met(facts_of(file), {}));
//
// Thread rule: as the connection; what is read is plain data.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ecosystem/innovation/likeness.h"
#include "ecosystem/innovation/pipeline_facts.h"
#include "ecosystem/rights/actor.h"
#include "store/framework/framework_versions.h"
#include "store/innovation/gate_rules.h"
#include "store/innovation/innovation_facts.h"
#include "store/innovation/innovation_links.h"
#include "store/innovation/innovation_moves.h"
#include "store/innovation/innovation_people.h"
#include "store/innovation/innovation_texts.h"
#include "store/innovation/innovations.h"
#include "store/innovation/met_conditions.h"
#include "store/panel/panel_record.h"
#include "store/pilot/pilots.h"

namespace tributary::app {

/// Who worked on an innovation that was merged into another, and who judged it: for the rules of
/// independence both count as of the other.
struct MergedPart {
  std::vector<store::TeamEvent> team_events;
  std::vector<store::StoredAssessment> assessments;
  std::vector<store::InnovationMove> moves;
  std::vector<ecosystem::PersonId> pilot_evaluators;
};

struct InnovationFile {
  store::Innovation now;
  store::StoredText text;
  std::vector<store::TeamEvent> team_events;
  std::vector<store::Fact> facts;
  std::vector<store::Protocol> protocols;
  std::vector<store::EvidencePackage> packages;
  std::optional<store::StoredGateRule> rule;
  std::vector<store::StoredAssessment> assessments;  ///< with the scores of the last calibration
  store::PanelRecord panel_record;
  std::vector<store::InnovationMove> moves;
  std::vector<store::MetCondition> met_conditions;
  std::optional<store::OverrideProposal> pending_override;
  std::vector<store::Distinction> distinctions;
  std::vector<ecosystem::Likeness> duplicates;  ///< likely ones, while identified, not told apart
  std::vector<MergedPart> merged_parts;         ///< near and far
  bool has_pilot_protocol = false;              ///< a registered one
  std::vector<ecosystem::PersonId> pilot_evaluators;
};

/// Reviewers who came into its team by a merge, so that they have an interest now, are recused at
/// the gate at hand, as are those who declared one after they had scored. Errors: `not_found`.
Result<InnovationFile> read_innovation_file(sql::Connection& connection,
                                            ecosystem::InnovationId id);

/// Somebody in the team, in one role; a person may have both.
struct TeamMember {
  ecosystem::PersonId person;
  ecosystem::Role role = ecosystem::Role::innovator;
  std::string organisation;
  Timestamp since;
};

/// Those whose last event is of this kind, in the order in which they came: joined makes the team,
/// asked those who wait to be let in.
std::vector<TeamMember> team_by(std::span<const store::TeamEvent> events,
                                store::TeamEventKind kind);

/// What the person is in the team.
ecosystem::Roles roles_in_team(const InnovationFile& file, ecosystem::PersonId person);

/// What the actor is to the innovation: in its team, in its panel, and for `state`. Being an
/// innovator elsewhere gives nothing here.
ecosystem::Roles roles_at(const InnovationFile& file, const ecosystem::Actor& actor,
                          const ecosystem::StateCode& state);

/// Errors: `not_permitted` where the actor is, or once was, of its team, of the team of a part that
/// was merged into it, or of an organisation of these.
Result<> check_independent(const InnovationFile& file, const ecosystem::Actor& actor);

/// Of the round at hand, those that count.
std::vector<ecosystem::GateAssessment> assessments_at_hand(const InnovationFile& file);

/// What the gate reads now; shut and without sentences where no rule stands before it, and shut
/// while a calibration goes on.
Result<ecosystem::GateReading> gate_of(const InnovationFile& file);

Result<ecosystem::PipelineFacts> facts_of(const InnovationFile& file);

/// What is still missing for each act, without what is stated with the move itself.
std::vector<ecosystem::NextAct<ecosystem::PipelineMachine>> next_acts_of(
    const ecosystem::PipelineState& state, const ecosystem::PipelineFacts& facts);

/// The newest version that is agreed; where none is, the newest of those that come closest. Errors:
/// `unmet` where there is none that is still going on.
Result<store::VersionSummary> framework_in_force(sql::Connection& connection);

/// "innovation/7", as the audit trail names it.
std::string subject_of_innovation(ecosystem::InnovationId id);

/// Folded, for finding and for likeness.
std::string search_words_of(const ecosystem::InnovationText& text);

}  // namespace tributary::app
