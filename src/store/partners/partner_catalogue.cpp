#include "store/partners/partner_catalogue.h"

namespace tributary::store {

Result<> for_each_partner_organisation(
    sql::Connection& connection, const std::function<Result<>(const PartnerOrganisation&)>& visit) {
  auto row =
      TRY(connection.statement("SELECT o.id, o.type, o.country, o.nuts FROM organisations o LEFT "
                               "JOIN organisation_members m "
                               "ON m.member_id = o.id WHERE m.member_id IS NULL ORDER BY o.id",
                               sql::Rows::many));
  TRY(row.bind());
  while (TRY(row.step())) {
    TRY(visit({.id = {row.integer(0)},
               .type = static_cast<catalogue::OrganisationType>(row.integer(1)),
               .country = row.text(2),
               .nuts = row.text(3)}));
  }
  return {};
}

Result<> for_each_organisation_name(
    sql::Connection& connection,
    const std::function<Result<>(OrganisationId, std::string_view, std::string_view,
                                 std::string_view)>& visit) {
  auto row = TRY(connection.statement("SELECT id, slug, name, city FROM organisations ORDER BY id",
                                      sql::Rows::many));
  TRY(row.bind());
  while (TRY(row.step())) {
    TRY(visit({row.integer(0)}, row.text(1), row.text(2), row.text(3)));
  }
  return {};
}

Result<> for_each_partner_project(
    sql::Connection& connection,
    const std::function<Result<>(ProjectId, std::string_view, std::string_view)>& visit) {
  auto row =
      TRY(connection.statement("SELECT id, source, key FROM source_records", sql::Rows::many));
  TRY(row.bind());
  while (TRY(row.step())) {
    TRY(visit({row.integer(0)}, row.text(1), row.text(2)));
  }
  return {};
}

Result<> for_each_part(sql::Connection& connection,
                       const std::function<Result<>(OrganisationId, OrganisationId)>& visit) {
  auto row = TRY(connection.statement("SELECT member_id, organisation_id FROM organisation_members",
                                      sql::Rows::many));
  TRY(row.bind());
  while (TRY(row.step())) TRY(visit({row.integer(0)}, {row.integer(1)}));
  return {};
}

Result<> for_each_partner_participation(
    sql::Connection& connection,
    const std::function<Result<>(OrganisationId, ProjectId, std::optional<Date>)>& visit) {
  auto row = TRY(connection.statement(
      "SELECT organisation_id, project_id, start_day FROM participations", sql::Rows::many));
  TRY(row.bind());
  while (TRY(row.step())) {
    std::optional<Date> start;
    if (!row.is_null(2)) start = Date(static_cast<std::int32_t>(row.integer(2)));
    TRY(visit({row.integer(0)}, {row.integer(1)}, start));
  }
  return {};
}

}  // namespace tributary::store
