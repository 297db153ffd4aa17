#include "store/organisation_table.h"

#include "catalogue/identity/organisation_identity.h"

namespace tributary::store {
namespace {

constexpr std::size_t kSlugNameBytes = 60;

std::optional<bool> optional_truth(const sql::Statement& row, int column) {
  const auto value = row.optional_integer(column);
  return value ? std::optional(*value != 0) : std::nullopt;
}

/// Runs a statement whose parameters are every column, `id` last.
Result<> run_with_row(sql::Statement statement, const OrganisationRow& row) {
  const auto& named = row.named;
  return statement.run(row.slug, row.stated_year, named.pic, named.oid, named.vat, named.name,
                       named.short_name, static_cast<int>(named.type), named.type_label,
                       named.is_sme, named.street, named.post_code, named.city, named.region,
                       named.country, named.nuts, named.latitude, named.longitude, named.website,
                       row.id);
}

}  // namespace

std::string organisation_slug(std::int64_t id, std::string_view name) {
  const std::string words = catalogue::address_name(name, kSlugNameBytes);
  return words.empty() ? std::to_string(id) : std::to_string(id) + "-" + words;
}

Result<std::optional<OrganisationRow>> read_organisation(sql::Connection& connection,
                                                         std::int64_t id) {
  auto row = TRY(connection.statement(
      "SELECT slug, stated_year, pic, oid, vat, name, short_name, type, type_label, is_sme, "
      "street, "
      "post_code, city, region, country, nuts, latitude, longitude, website FROM organisations "
      "WHERE id = ?"));
  TRY(row.bind(id));
  if (!TRY(row.step())) return std::nullopt;
  OrganisationRow read{id, std::string(row.text(0)), row.integer(1), {}};
  auto& named = read.named;
  named.pic = row.text(2);
  named.oid = row.text(3);
  named.vat = row.text(4);
  named.name = row.text(5);
  named.short_name = row.text(6);
  named.type = static_cast<catalogue::OrganisationType>(row.integer(7));
  named.type_label = row.text(8);
  named.is_sme = optional_truth(row, 9);
  named.street = row.text(10);
  named.post_code = row.text(11);
  named.city = row.text(12);
  named.region = row.text(13);
  named.country = row.text(14);
  named.nuts = row.text(15);
  named.latitude = row.optional_real(16);
  named.longitude = row.optional_real(17);
  named.website = row.text(18);
  return read;
}

Result<> insert_organisation(sql::Connection& connection, const OrganisationRow& row) {
  return run_with_row(
      TRY(connection.statement(
          "INSERT INTO organisations (slug, stated_year, pic, oid, vat, name, short_name, type, "
          "type_label, is_sme, street, post_code, city, region, country, nuts, latitude, "
          "longitude, "
          "website, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      row);
}

Result<> update_organisation(sql::Connection& connection, const OrganisationRow& row) {
  return run_with_row(
      TRY(connection.statement(
          "UPDATE organisations SET slug = ?, stated_year = ?, pic = ?, oid = ?, vat = ?, name = "
          "?, "
          "short_name = ?, type = ?, type_label = ?, is_sme = ?, street = ?, post_code = ?, "
          "city = ?, region = ?, country = ?, nuts = ?, latitude = ?, longitude = ?, website = ? "
          "WHERE id = ?")),
      row);
}

}  // namespace tributary::store
