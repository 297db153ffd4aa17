// store/organisation_table.h
//
// The rows of the table `organisations`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "catalogue/project.h"
#include "sql/connection.h"

namespace tributary::store {

struct OrganisationRow {
  std::int64_t id = 0;
  std::string slug;
  catalogue::NamedOrganisation named;
};

/// "<id>-<name in ASCII>", or the id alone where the name has no Latin letter.
std::string organisation_slug(std::int64_t id, std::string_view name);

Result<std::optional<OrganisationRow>> read_organisation(sql::Connection& connection,
                                                         std::int64_t id);
Result<> insert_organisations(sql::Connection& connection,
                              std::span<const OrganisationRow* const> rows);
Result<> update_organisation(sql::Connection& connection, const OrganisationRow& row);

}  // namespace tributary::store
