// store/project_summary.h
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/project.h"
#include "sql/connection.h"

namespace tributary::store {

/// A row of the table `projects`: what is counted of a project without opening its records.
struct ProjectSummary {
  std::string programme;
  std::optional<std::int32_t> year;  ///< of the start, else of the call
  std::string coordinator_country;   ///< empty where unknown
  bool has_summary = false, has_participations = false;
};

ProjectSummary summary_of(const catalogue::SourceProject& project);

/// `organisations`: of the participations, in published order.
Result<> insert_summary(sql::Connection& connection, std::int64_t project_id,
                        const ProjectSummary& summary, std::span<const std::int64_t> organisations);
Result<> update_summary(sql::Connection& connection, std::int64_t project_id,
                        const ProjectSummary& summary, std::span<const std::int64_t> organisations);

/// What insert or update was given last; empty where there is no such project.
Result<std::vector<std::int64_t>> read_organisation_ids(sql::Connection& connection,
                                                        std::int64_t project_id);

}  // namespace tributary::store
