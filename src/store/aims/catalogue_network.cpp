#include "store/aims/catalogue_network.h"

#include "catalogue/record_codec.h"
#include "store/counters.h"
#include "store/id_list.h"
#include "store/identity/organisation_decisions.h"

namespace tributary::store {

Result<std::uint64_t> catalogue_version_now(sql::Connection& connection) {
  const auto imported =
      static_cast<std::uint64_t>(TRY(Counters::read(connection)).catalogue_version);
  const auto decided = static_cast<std::uint64_t>(TRY(newest_decision(connection)));
  return imported << 32U | decided;
}

Result<std::vector<NetworkOrganisation>> network_organisations(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT o.id, o.slug, o.name, o.type, o.type_label, o.country FROM organisations o "
      "LEFT JOIN organisation_members m ON m.member_id = o.id WHERE m.member_id IS NULL "
      "ORDER BY o.id",
      sql::Rows::many));
  TRY(row.bind());
  std::vector<NetworkOrganisation> organisations;
  while (TRY(row.step())) {
    organisations.push_back({.id = {row.integer(0)},
                             .slug = std::string(row.text(1)),
                             .name = std::string(row.text(2)),
                             .type = static_cast<catalogue::OrganisationType>(row.integer(3)),
                             .type_label = std::string(row.text(4)),
                             .country = std::string(row.text(5))});
  }
  return organisations;
}

Result<> for_each_network_project(
    sql::Connection& connection,
    const std::function<Result<>(ProjectId, const catalogue::SourceProject&,
                                 const std::vector<std::int64_t>&)>& visit) {
  auto row =
      TRY(connection.statement("SELECT p.id, r.payload, p.organisations FROM projects p "
                               "JOIN source_records r ON r.id = p.id ORDER BY p.id",
                               sql::Rows::many));
  TRY(row.bind());
  const auto roots = TRY(all_members(connection));
  while (TRY(row.step())) {
    auto organisations = TRY(unpack_ids(row.blob(2)));
    for (auto& id : organisations) {
      if (const auto root = roots.find(id); root != roots.end()) id = root->second;
    }
    TRY(visit({row.integer(0)}, TRY(catalogue::decode_project(row.blob(1))), organisations));
  }
  return {};
}

}  // namespace tributary::store
