// app/ecosystem/framework_desk.h
//
// The use cases of the framework: stewards draft versions and take them through consultation,
// anyone reads, members propose amendments, Member States take positions.
//
//   FrameworkDesk desk(connections, clock);
//   TRY(desk.draft(steward, {.based_on = {0, 1, 0}, .number = {0, 2, 0}, .title = "…"}));
//   TRY(desk.move(steward, {.number = {0, 2, 0}, .seen = revision, .act = VersionAct::consult}));
//
// Every change is one transaction with its entry in the audit trail. What changes something that
// others may change too names the revision that was seen; another one is a `conflict`, and nothing
// is lost. Errors of rights are `not_permitted`, of what has to be there first `unmet`.
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/supporter_list.h"
#include "base/clock.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/rights/actor.h"
#include "store/framework/amendments.h"
#include "store/framework/framework_versions.h"
#include "store/framework/positions.h"
#include "store/pool.h"

namespace tributary::app {

/// All that a page of one version shows.
struct VersionView {
  store::StoredVersion version;
  std::optional<ecosystem::VersionNumber> based_on;
  std::vector<store::VersionMove> moves;
  std::optional<store::StoredRule> rule;  ///< fixed by the proposal; before it, the newest
  std::vector<store::StoredPosition> positions;
  std::optional<ecosystem::AgreementOutcome> outcome;  ///< as it reads now; nothing without a rule
  std::vector<store::Amendment> amendments;
  std::vector<ecosystem::NextAct<ecosystem::VersionMachine>> next;
};

/// Two versions side by side; where the newer one is based on the older, with its change map, else
/// with what the keys tell.
struct VersionDifference {
  store::StoredVersion older, newer;
  ecosystem::ChangeMap changes;
  ecosystem::Bump least_bump = ecosystem::Bump::patch;
};

struct DraftVersion {
  std::optional<ecosystem::VersionNumber> based_on;  ///< whose text it begins with
  ecosystem::VersionNumber number;
  std::string title;
};

struct EditVersion {
  ecosystem::VersionNumber number;
  store::Revision seen;
  std::string title;
  std::vector<ecosystem::FrameworkItem> items;
  std::optional<ecosystem::ChangeMap> change_map;  ///< nothing: what the keys tell
};

struct MoveVersion {
  ecosystem::VersionNumber number;
  store::Revision seen;
  ecosystem::VersionAct act = ecosystem::VersionAct::consult;
  std::string reasons;
};

struct TakePosition {
  ecosystem::VersionNumber number;
  ecosystem::StateCode state;
  ecosystem::PositionKind kind = ecosystem::PositionKind::abstain;
  std::string text;
};

struct ProposeAmendment {
  ecosystem::VersionNumber number;
  ecosystem::ItemKey item;  ///< empty: of the version as a whole
  std::string before, after, reason;
};

struct MoveAmendment {
  store::AmendmentId id;
  store::Revision seen;
  ecosystem::AmendmentAct act = ecosystem::AmendmentAct::debate;
  std::string reasons;
  std::optional<store::AmendmentId> merge_into;
};

class FrameworkDesk {
 public:
  /// REQUIRES: both outlive it.
  FrameworkDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  Result<std::vector<store::VersionSummary>> versions();
  Result<VersionView> view(const ecosystem::VersionNumber& number);
  Result<VersionDifference> difference(const ecosystem::VersionNumber& older,
                                       const ecosystem::VersionNumber& newer);

  /// The rows behind the count of supporters. Errors: `not_found`.
  Result<SupporterList> supporters(const ecosystem::Actor& actor, store::AmendmentId id,
                                   const SupporterRange& range);

  /// Puts the starter framework there as a draft, where there is no version yet.
  Result<> begin_with_starter();

  Result<> draft(const ecosystem::Actor& actor, const DraftVersion& request);
  Result<> edit(const ecosystem::Actor& actor, const EditVersion& request);
  Result<> move(const ecosystem::Actor& actor, const MoveVersion& request);
  Result<> set_rule(const ecosystem::Actor& actor, const ecosystem::AgreementRule& rule,
                    const std::vector<ecosystem::EntitledState>& entitled);

  /// While a version is in consultation or a final proposal.
  Result<> take_position(const ecosystem::Actor& actor, const TakePosition& request);

  /// While a version is in consultation.
  Result<store::AmendmentId> propose(const ecosystem::Actor& actor,
                                     const ProposeAmendment& request);
  Result<> support(const ecosystem::Actor& actor, store::AmendmentId id);
  /// Who proposed an amendment may withdraw it; the rest is the steward's.
  Result<> move(const ecosystem::Actor& actor, const MoveAmendment& request);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
