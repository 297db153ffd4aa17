// store/innovation/innovation_links.h
//
// What an innovation came from: earlier innovations, projects of the catalogue; and which ones that
// look like it are told apart.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

struct StoredLineage {
  ecosystem::Lineage lineage;
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> insert_lineage(sql::Connection& connection, const StoredLineage& lineage);

/// Every line there is.
Result<std::vector<ecosystem::Lineage>> lineage_lines(sql::Connection& connection);

/// What was merged into it, what was merged into that, and so on.
Result<std::vector<ecosystem::InnovationId>> merged_parts(sql::Connection& connection,
                                                          ecosystem::InnovationId id);

struct Distinction {
  ecosystem::InnovationId earlier;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
};

/// Errors: `conflict` where the two are told apart already.
Result<> insert_distinction(sql::Connection& connection, ecosystem::InnovationId id,
                            const Distinction& distinction);

Result<std::vector<Distinction>> distinctions(sql::Connection& connection,
                                              ecosystem::InnovationId id);

struct ProjectReference {
  std::string slug, title;
};

/// Of these slugs those that the catalogue has, in their order.
Result<std::vector<ProjectReference>> source_projects(sql::Connection& connection,
                                                      std::span<const std::string> slugs);

/// The present title. Errors: `not_found`.
Result<std::string> innovation_title(sql::Connection& connection, ecosystem::InnovationId id);

}  // namespace tributary::store
