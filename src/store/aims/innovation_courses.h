// store/aims/innovation_courses.h
//
// What the pipeline has recorded that the aims are counted from: the way of each innovation and who
// worked on it, and which projects of the catalogue innovations came from.
//
// Thread rule: as the connection.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/stage.h"
#include "ecosystem/mainstreaming/adoption.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

struct CourseMove {
  Timestamp at;
  ecosystem::PipelineState to;
};

struct InnovationCourse {
  std::string title;
  Timestamp created;
  std::vector<CourseMove> moves;              ///< oldest first
  std::vector<OrganisationId> organisations;  ///< for which people joined its team at some time
  bool is_used_by_provider = false;           ///< or was
};

/// Of the innovations that were proposed in the state.
Result<std::map<ecosystem::InnovationId, InnovationCourse>> innovation_courses(
    sql::Connection& connection, const ecosystem::StateCode& member_state);

/// Slugs, ascending, of all projects that present texts of innovations name as their sources.
Result<std::vector<std::string>> slugs_of_source_projects(sql::Connection& connection);

/// Ascending, all organisations of the catalogue that are listed as providers of VET.
Result<std::vector<OrganisationId>> listed_vet_organisations(sql::Connection& connection);

}  // namespace tributary::store
