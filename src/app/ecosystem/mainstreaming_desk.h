// app/ecosystem/mainstreaming_desk.h
//
// The use cases of mainstreaming: an innovator, or an officer of the state's agency, prepares the
// case for one lever of one Member State; an innovator puts it before the competent authority, and
// that state's representative decides.
//
//   MainstreamingDesk desk(connections, clock);
//   const auto id = TRY(desk.prepare(innovator, {.innovation = {7}, .state = {"PT"}, …}));
//   TRY(desk.move(innovator, {.id = id, .seen = {1}, .act = CaseAct::submit}));
//
// A case and the pipeline of its innovation do not move each other; ecosystem/mainstreaming/
// alignment.h says how they stay consistent. Every change is one transaction with its entry in the
// audit trail and names the revision that was seen; another one is a `conflict`, and nothing is
// lost. Errors of rights are `not_permitted`, of what has to be there first `unmet`, of a field
// `invalid_argument` with its name as the context.
//
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "base/clock.h"
#include "ecosystem/mainstreaming/alignment.h"
#include "store/mainstreaming/cases.h"
#include "store/pool.h"

namespace tributary::app {

/// All that the page of one case shows to the person who asks.
struct CaseView {
  store::StoredCase stored;
  std::string innovation_title;
  ecosystem::PipelinePlace place;  ///< of its innovation
  bool is_recommended = false;     ///< its innovation, by the last assessment gate
  ecosystem::ChecklistCounts counts;
  std::vector<ecosystem::NextAct<ecosystem::CaseMachine>> next;
  ecosystem::WaitingActs waiting;
  std::optional<Date> review_due;  ///< while it is in force
  bool is_review_due = false;      ///< that day has come
  std::vector<store::CaseMove> moves;
  std::map<ecosystem::PersonId, std::string> names;  ///< for those who are signed in
  ecosystem::Roles roles;                            ///< of the person here
  bool may_judge = false;  ///< the person here has no part in the innovation
};

struct FindCases {
  store::CaseFilter filter;
  std::optional<store::CaseId> after;
  std::uint64_t limit = 20;
};

struct EditCase {
  store::CaseId id;
  store::Revision seen;
  ecosystem::MainstreamingCase content;  ///< but for innovation, state and date in force
};

struct MoveCase {
  store::CaseId id;
  store::Revision seen;
  ecosystem::CaseAct act = ecosystem::CaseAct::submit;
  std::string reasons;
  std::optional<Date> in_force_from;  ///< with enact
};

class MainstreamingDesk {
 public:
  /// REQUIRES: both outlive it.
  MainstreamingDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  /// The newest first.
  Result<store::CasePage> find(const FindCases& request);
  Result<CaseView> view(const ecosystem::Actor& actor, store::CaseId id);
  /// Those that go on, of innovations that the actor works on or before an authority of a state for
  /// which they decide.
  Result<std::set<store::CaseId>> concerns_of(const ecosystem::Actor& actor);

  // Innovators of the innovation's team, and officers of the agency of the case's state, which may
  // want an innovation that nobody has put before its authority.
  /// For an innovation that goes on, where no case of the same lever and state is open or in force.
  /// Much may still be missing, but for the competent authority.
  Result<store::CaseId> prepare(const ecosystem::Actor& actor,
                                const ecosystem::MainstreamingCase& content);
  /// While it is prepared.
  Result<> edit(const ecosystem::Actor& actor, const EditCase& request);

  /// By whom the machine names: innovators submit and take back, the own state's representative
  /// decides, and never on what they work on, or prepared, themselves.
  Result<> move(const ecosystem::Actor& actor, const MoveCase& request);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
