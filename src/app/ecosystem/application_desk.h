// app/ecosystem/application_desk.h
//
// The use cases of applying the framework: a Member State, or a region of one, says what it makes
// of each element and principle of an agreed version; peers from other states look at it.
//
//   ApplicationDesk desk(connections, clock);
//   TRY(desk.begin(portugal, {.jurisdiction = {{"PT"}}, .version = {1, 0, 0}}));
//   TRY(desk.edit(portugal, {.of = {{{"PT"}}, {1, 0, 0}}, .seen = {1}, .item = {"E1"},
//                            .said = {.status = ItemStatus::in_place}}));
//
// Who writes speaks for the state: its representative, and its national agency's officer for all
// but moves. Every change is one transaction with its entry in the audit trail, and names the
// revision that was seen; another one is a `conflict`, and nothing is lost. Errors of rights are
// `not_permitted`, of what has to be there first `unmet`.
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/application_file.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/pool.h"

namespace tributary::app {

/// Which application: each state and region has one of a version at most.
struct ApplicationName {
  ecosystem::Jurisdiction jurisdiction;
  ecosystem::VersionNumber version;
};

/// Another application of the same state or of a region of it, or of another version.
struct RelatedApplication {
  ApplicationName name;
  ecosystem::ApplicationStage stage = ecosystem::ApplicationStage::design;
};

/// All that the page of one application shows.
struct ApplicationView {
  ApplicationFile file;
  store::StoredVersion version;
  std::optional<ecosystem::VersionNumber> carried_from;
  std::optional<ecosystem::VersionNumber> newer;  ///< agreed since, and not applied here yet
  std::vector<ecosystem::Gap> gaps;
  ecosystem::MissingItems missing;  ///< neither applied, adapted nor explained
  std::vector<store::PeerReview> reviews;
  std::vector<store::ApplicationMove> moves;
  std::vector<ecosystem::NextAct<ecosystem::ApplicationMachine>> next;
  std::vector<RelatedApplication> related;
};

/// One state or region of an overview; without an application nothing is known of it, which is not
/// level 0.
struct OverviewRow {
  ecosystem::Jurisdiction jurisdiction;
  std::optional<ApplicationFile> file;
};

/// A version that is or was agreed, and how many apply it.
struct AppliedVersion {
  ecosystem::VersionNumber number;
  ecosystem::VersionState state = ecosystem::VersionState::agreed;
  std::size_t applications = 0;
};

struct ApplicationOverview {
  std::optional<store::StoredVersion> version;  ///< nothing: none was ever agreed
  std::vector<OverviewRow> rows;  ///< by state, each before its regions; all states of the rule
  std::vector<AppliedVersion> versions;  ///< the newest first
};

struct BeginApplication {
  ecosystem::Jurisdiction jurisdiction;
  ecosystem::VersionNumber version;
  ecosystem::ApplicationType type = ecosystem::ApplicationType::strategy;
  /// The version whose application it continues: what the change maps in between leave unchanged or
  /// reword carries over.
  std::optional<ecosystem::VersionNumber> carry_from = {};
};

struct EditItem {
  ApplicationName of;
  store::Revision seen;
  ecosystem::ItemKey item;
  ecosystem::AppliedItem said;  ///< the level of peers is not for the state to say; it is left out
};

struct ReviewItem {
  ApplicationName of;
  store::Revision seen;
  ecosystem::ItemKey item;
  ecosystem::Level level = ecosystem::Level::absent;
  std::string reasons;
};

struct SetTargets {
  ApplicationName of;
  store::Revision seen;
  store::Targets targets;  ///< all of them
};

struct MoveApplication {
  ApplicationName of;
  store::Revision seen;
  ecosystem::ApplicationAct act = ecosystem::ApplicationAct::legislate;
  std::string reasons;
};

class ApplicationDesk {
 public:
  /// REQUIRES: both outlive it.
  ApplicationDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  /// Without a version the newest that is agreed. Errors: `not_found`.
  Result<ApplicationOverview> overview(const std::optional<ecosystem::VersionNumber>& version);
  /// Without a version the newest that is applied there. Errors: `not_found`.
  Result<ApplicationView> view(const ecosystem::Jurisdiction& jurisdiction,
                               const std::optional<ecosystem::VersionNumber>& version);

  /// Of an agreed version.
  Result<> begin(const ecosystem::Actor& actor, const BeginApplication& request);
  /// Past the design every item stays applied or explained.
  Result<> edit(const ecosystem::Actor& actor, const EditItem& request);
  /// By an officer of another state, with reasons, of what the application says itself.
  Result<> review(const ecosystem::Actor& actor, const ReviewItem& request);
  Result<> set_targets(const ecosystem::Actor& actor, const SetTargets& request);
  /// What is discontinued can be begun anew: it keeps what was said, its reviews and its moves.
  Result<> move(const ecosystem::Actor& actor, const MoveApplication& request);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
