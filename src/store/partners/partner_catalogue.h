// store/partners/partner_catalogue.h
//
// The catalogue as partner finding needs it: what organisations and projects there are and who took
// part in what, without a word of text.
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "catalogue/project.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

struct PartnerOrganisation {
  OrganisationId id;
  catalogue::OrganisationType type = catalogue::OrganisationType::unknown;
  std::string_view country, nuts;  ///< as in catalogue::NamedOrganisation, while it is visited
};

/// Visits all, by id. Errors: `database`, and those of `visit`.
Result<> for_each_partner_organisation(
    sql::Connection& connection, const std::function<Result<>(const PartnerOrganisation&)>& visit);

/// Visits all by id, each with its address, its name and its city. Errors: as above.
Result<> for_each_organisation_name(
    sql::Connection& connection,
    const std::function<Result<>(OrganisationId, std::string_view slug, std::string_view name,
                                 std::string_view city)>& visit);

/// Visits all in no order, each with the two that its address is made of: by id their large rows
/// would be read, which takes ten times as long. Errors: as above.
Result<> for_each_partner_project(
    sql::Connection& connection,
    const std::function<Result<>(ProjectId, std::string_view source, std::string_view key)>& visit);

/// Visits all that are shown as part of another one, with that one. Errors: as above.
Result<> for_each_part(
    sql::Connection& connection,
    const std::function<Result<>(OrganisationId part, OrganisationId whole)>& visit);

/// Visits all participations, those of parts as their own, with the first day of the project where
/// it is known; one that is stated twice comes twice. Errors: as above.
Result<> for_each_partner_participation(
    sql::Connection& connection,
    const std::function<Result<>(OrganisationId, ProjectId, std::optional<Date>)>& visit);

}  // namespace tributary::store
