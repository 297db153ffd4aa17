// store/framework/framework_versions.h
//
// Versions of the framework with their items, change maps and moves. What was moved is kept line by
// line; the text of a version is replaced only while it is a draft.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/change_map.h"
#include "ecosystem/framework/framework_version.h"
#include "ecosystem/framework/version_state.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using FrameworkVersionId = StrongId<struct FrameworkVersionTag>;
using AgreementRuleNumber = StrongId<struct AgreementRuleTag>;

struct VersionSummary {
  FrameworkVersionId id;
  ecosystem::VersionNumber number;
  std::string title;
  ecosystem::VersionState state = ecosystem::VersionState::draft;
  Revision revision{1};
  std::optional<FrameworkVersionId> based_on;  ///< the version that it changes
  std::optional<AgreementRuleNumber> rule;     ///< that it is agreed by, from the final proposal on
  Timestamp created;
  ecosystem::PersonId created_by;
};

struct StoredVersion {
  VersionSummary summary;
  ecosystem::FrameworkVersion text;
  ecosystem::ChangeMap change_map;  ///< from `based_on`; empty where there is none
};

struct VersionMove {
  ecosystem::VersionAct act = ecosystem::VersionAct::consult;
  ecosystem::VersionState to = ecosystem::VersionState::draft;
  Timestamp at;
  ecosystem::PersonId by;
  std::string reasons;
};

/// By number, the oldest first.
Result<std::vector<VersionSummary>> framework_versions(sql::Connection& connection);

/// Errors: `not_found`.
Result<StoredVersion> framework_version(sql::Connection& connection,
                                        const ecosystem::VersionNumber& number);
Result<StoredVersion> framework_version(sql::Connection& connection, FrameworkVersionId id);

/// Oldest first.
Result<std::vector<VersionMove>> version_moves(sql::Connection& connection, FrameworkVersionId id);

/// Stores a new version; its id and revision are chosen here. Errors: `conflict` where there is one
/// with this number.
Result<FrameworkVersionId> insert_framework_version(sql::Connection& connection,
                                                    const StoredVersion& version);

/// Replaces title, items and change map. REQUIRES: it is a draft, read in this transaction.
Result<> replace_draft(sql::Connection& connection, const StoredVersion& version);

/// Writes a move down and takes the version to its state; `rule` where the move fixes one.
/// REQUIRES: the version was read in this transaction.
Result<> record_version_move(sql::Connection& connection, const VersionSummary& version,
                             const VersionMove& move, std::optional<AgreementRuleNumber> rule = {});

}  // namespace tributary::store
