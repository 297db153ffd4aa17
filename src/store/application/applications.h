// store/application/applications.h
//
// Applications of the framework by Member States and regions, one of each version, and the moves
// between their stages, which are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/framework/framework_versions.h"

namespace tributary::store {

using ApplicationId = StrongId<struct ApplicationTag>;

struct Application {
  ApplicationId id;
  ecosystem::Jurisdiction jurisdiction;
  FrameworkVersionId version;
  ecosystem::ApplicationType type = ecosystem::ApplicationType::strategy;
  ecosystem::ApplicationStage stage = ecosystem::ApplicationStage::design;
  Revision revision{1};
  std::optional<ApplicationId> carried_from;  ///< of an older version, whose levels it began with
  Timestamp begun;
  ecosystem::PersonId begun_by;
};

struct ApplicationMove {
  ecosystem::ApplicationAct act = ecosystem::ApplicationAct::legislate;
  ecosystem::ApplicationStage to = ecosystem::ApplicationStage::design;
  Timestamp at;
  ecosystem::PersonId by;
  std::string reasons;
};

/// Stores a new application; its id and revision are chosen here. Errors: `conflict` where the
/// jurisdiction has one of this version.
Result<ApplicationId> insert_application(sql::Connection& connection,
                                         const Application& application);

/// Errors: `not_found`.
Result<Application> application(sql::Connection& connection, ApplicationId id);
/// Nothing where the jurisdiction has none of this version.
Result<std::optional<Application>> find_application(sql::Connection& connection,
                                                    const ecosystem::Jurisdiction& jurisdiction,
                                                    FrameworkVersionId version);

/// By state, each before its regions.
Result<std::vector<Application>> applications_of_version(sql::Connection& connection,
                                                         FrameworkVersionId version);
/// Of a state and its regions, of all versions: the newest version first, the state before its
/// regions.
Result<std::vector<Application>> applications_of_state(sql::Connection& connection,
                                                       const ecosystem::StateCode& state);

/// Something of it was changed. REQUIRES: the application was read in this transaction.
Result<> raise_revision(sql::Connection& connection, ApplicationId id);

/// Writes a move down and takes the application to its stage. REQUIRES: the application was read in
/// this transaction.
Result<> record_application_move(sql::Connection& connection, const Application& application,
                                 const ApplicationMove& move);

/// Oldest first.
Result<std::vector<ApplicationMove>> application_moves(sql::Connection& connection,
                                                       ApplicationId id);

}  // namespace tributary::store
