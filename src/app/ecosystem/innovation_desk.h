// app/ecosystem/innovation_desk.h
//
// The use cases of innovations: members propose and support, teams work on what they proposed and
// record what a gate asks for, reviewers assess, chairs and authorities decide, anyone reads.
//
//   InnovationDesk desk(connections, clock);
//   const auto id = TRY(desk.propose(member, {.text = text, .member_state = {"PT"}}));
//   TRY(desk.record(member, {.id = id, .seen = {1}, .kind = FactKind::ethics_note, .text = "…"}));
//
// Every change is one transaction with its entry in the audit trail. What changes something that
// others may change too names the revision that was seen; another one is a `conflict`, and nothing
// is lost. Errors of rights and of independence are `not_permitted`, of what has to be there first
// `unmet`, of a field `invalid_argument` with its name as the context.
//
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "app/ecosystem/supporter_list.h"
#include "base/clock.h"
#include "store/pool.h"

namespace tributary::app {

struct LikelyDuplicate {
  ecosystem::Likeness likeness;
  std::string title;
  ecosystem::PipelineState state;
};

struct LineageNode {
  ecosystem::InnovationId id;
  std::string title;
  ecosystem::PipelineState state;
};

/// All that a page of one innovation shows to the person who asks.
struct InnovationView {
  InnovationFile file;  ///< its assessments are those that this person may see
  ecosystem::PipelineFacts facts;
  std::vector<ecosystem::FieldProblem> problems;  ///< of its text, before it can go on
  std::vector<ecosystem::NextAct<ecosystem::PipelineMachine>> next;
  std::size_t assessments = 0;  ///< at the gate at hand, seen or not
  bool shows_scores = false;    ///< of the gate at hand; else `facts.gate` is empty
  std::vector<LikelyDuplicate> duplicates;
  std::vector<store::ProjectReference> projects;  ///< of its source projects those that are there
  std::vector<ecosystem::Lineage> lineage;        ///< what it came from and what came from it
  std::vector<LineageNode> relatives;             ///< all that `lineage` names
  std::vector<ecosystem::PersonId> supporters;
  std::vector<store::TextEdition> editions;
  std::map<ecosystem::PersonId, std::string> names;  ///< for those who are signed in
  ecosystem::Roles roles;                            ///< of the person here
};

struct FindInnovations {
  store::InnovationFilter filter;  ///< but for its words, which come from `text`
  std::string text;                ///< as typed: words of title, problem or what is new
  std::optional<ecosystem::InnovationId> after;
  std::uint64_t limit = 20;
};

struct Ancestry {
  ecosystem::InnovationId earlier;
  ecosystem::LineageKind kind = ecosystem::LineageKind::adapts;  ///< or reimagines
};

struct ProposeInnovation {
  ecosystem::InnovationText text;  ///< may be incomplete, but for title and problem
  ecosystem::StateCode member_state;
  std::string organisation;  ///< one in which the person holds a role; empty: none
  std::vector<Ancestry> came_from;
};

struct EditInnovation {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::InnovationText text;
};

struct JoinTeam {
  ecosystem::InnovationId id;
  ecosystem::Role role = ecosystem::Role::innovator;  ///< or pilot_lead
  std::string organisation;                           ///< as in ProposeInnovation
};

struct RecordFact {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::FactKind kind = ecosystem::FactKind::lessons;
  std::string text;
};

struct RegisterProtocol {
  ecosystem::InnovationId id;
  store::Revision seen;
  std::string title, text;
  std::string reasons;  ///< of an amendment; the first has none
};

struct FreezeEvidence {
  ecosystem::InnovationId id;
  store::Revision seen;
  std::vector<store::EvidenceLink> links;
};

struct TellApart {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::InnovationId earlier;
  std::string reasons;
};

struct AssessInnovation {
  ecosystem::InnovationId id;
  store::Revision seen;
  std::vector<std::optional<int>> scores;  ///< by criterion; nothing: cannot judge
  std::string comment;
  bool has_interest = false;  ///< then there are no scores
  std::string declaration;    ///< of interests, or that there are none
};

struct MoveInnovation {
  ecosystem::InnovationId id;
  store::Revision seen;
  ecosystem::PipelineAct act = ecosystem::PipelineAct::proceed;
  ecosystem::MoveStatement statement;
  std::vector<std::string> evidence;
  ecosystem::StateCode state;  ///< with take_up: for which the actor speaks
};

struct ConfirmCondition {
  ecosystem::InnovationId id;
  store::Revision seen;
  store::ConditionName condition;
  std::string shown_by;  ///< why it counts as met
};

inline constexpr std::size_t kMostWords = 16;

class InnovationDesk {
 public:
  /// REQUIRES: both outlive it.
  InnovationDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  /// The newest first. Errors: `invalid_argument` for more than kMostWords words.
  Result<store::InnovationPage> find(FindInnovations request);
  /// Active ones in whose team, panel or authority the actor is, or whose override they may
  /// confirm.
  Result<std::set<ecosystem::InnovationId>> concerns_of(const ecosystem::Actor& actor);
  /// How many stand where.
  Result<std::map<ecosystem::PipelineState, std::int64_t>> board();
  Result<InnovationView> view(const ecosystem::Actor& actor, ecosystem::InnovationId id);
  Result<store::StoredText> text(ecosystem::InnovationId id, std::int64_t number);
  /// What a text that is not proposed yet may repeat.
  Result<std::vector<LikelyDuplicate>> likely_duplicates(const ecosystem::InnovationText& text);
  /// All but merged ones, with the words that they are compared by.
  Result<std::vector<ecosystem::KnownInnovation>> known();
  /// The rows behind the count of supporters. Errors: `not_found`.
  Result<SupporterList> supporters(const ecosystem::Actor& actor, ecosystem::InnovationId id,
                                   const SupporterRange& range);
  /// Errors: `not_found`.
  Result<std::string> title(ecosystem::InnovationId id);
  /// By stage; nothing of stages where nobody scores.
  Result<std::vector<store::StoredGateRule>> gate_rules();

  // Members.
  Result<ecosystem::InnovationId> propose(const ecosystem::Actor& actor,
                                          const ProposeInnovation& request);
  Result<> support(const ecosystem::Actor& actor, ecosystem::InnovationId id);
  /// Whoever holds the role in an organisation of the team joins; others have asked, and one of its
  /// innovators lets them in.
  Result<> join(const ecosystem::Actor& actor, const JoinTeam& request);
  Result<> let_in(const ecosystem::Actor& actor, ecosystem::InnovationId id,
                  ecosystem::PersonId person, ecosystem::Role role);
  /// An innovator stays as long as there is no other.
  Result<> leave(const ecosystem::Actor& actor, ecosystem::InnovationId id, ecosystem::Role role);

  // Its team.
  Result<> edit(const ecosystem::Actor& actor, const EditInnovation& request);
  Result<> record(const ecosystem::Actor& actor, const RecordFact& request);
  Result<> register_protocol(const ecosystem::Actor& actor, const RegisterProtocol& request);
  Result<> freeze_evidence(const ecosystem::Actor& actor, const FreezeEvidence& request);
  /// The chair of its panel may as well.
  Result<> tell_apart(const ecosystem::Actor& actor, const TellApart& request);

  // Panels and authorities.
  /// Where no panel has it yet.
  Result<> take_on(const ecosystem::Actor& actor, ecosystem::InnovationId id, store::Revision seen,
                   const std::string& panel);
  Result<> assess(const ecosystem::Actor& actor, const AssessInnovation& request);
  /// What its people may do between gates comes here too.
  Result<> move(const ecosystem::Actor& actor, const MoveInnovation& request);
  /// Waits for confirm_override() by another person, and lapses with any other change.
  Result<> propose_override(const ecosystem::Actor& actor, const MoveInnovation& request);
  Result<> confirm_override(const ecosystem::Actor& actor, ecosystem::InnovationId id,
                            store::Revision seen);
  /// By the chair of its panel or the state that took it up, as what they judge. Errors: `unmet`
  /// where no decision has this condition, `conflict` where it counts as met already.
  Result<> confirm_condition(const ecosystem::Actor& actor, const ConfirmCondition& request);
  Result<> set_gate_rule(const ecosystem::Actor& actor, ecosystem::Stage stage,
                         const ecosystem::GateRule& rule);

  /// Puts the default rules there, where there is none of any gate yet.
  Result<> begin_with_default_rules();

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
