#include "store/identity/known_organisations.h"

namespace tributary::store {

Result<> for_each_known_organisation(
    sql::Connection& connection,
    const std::function<Result<>(const OrganisationRow&, const std::vector<std::string>&)>& visit) {
  auto row = TRY(connection.statement(
      "SELECT id, pic, oid, vat, name, short_name, street, post_code, city, country, website "
      "FROM organisations ORDER BY id",
      sql::Rows::many));
  TRY(row.bind());
  // Both by id, side by side.
  auto alias = TRY(connection.statement(
      "SELECT organisation_id, name FROM organisation_names ORDER BY organisation_id, name",
      sql::Rows::many));
  TRY(alias.bind());
  bool has_alias = TRY(alias.step());
  std::vector<std::string> names;
  while (TRY(row.step())) {
    OrganisationRow known{.id = row.integer(0), .slug = {}, .named = {}};
    auto& named = known.named;
    named.pic = row.text(1);
    named.oid = row.text(2);
    named.vat = row.text(3);
    named.name = row.text(4);
    named.short_name = row.text(5);
    named.street = row.text(6);
    named.post_code = row.text(7);
    named.city = row.text(8);
    named.country = row.text(9);
    named.website = row.text(10);
    names.clear();
    while (has_alias && alias.integer(0) <= known.id) {
      if (alias.integer(0) == known.id) names.emplace_back(alias.text(1));
      has_alias = TRY(alias.step());
    }
    TRY(visit(known, names));
  }
  return {};
}

}  // namespace tributary::store
