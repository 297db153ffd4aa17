#include "store/organisation_table.h"

#include <tuple>

#include "catalogue/identity/organisation_identity.h"
#include "sql/insert_rows.h"

namespace tributary::store {
namespace {

constexpr std::size_t kSlugNameBytes = 60;

std::optional<bool> optional_truth(const sql::Statement& row, int column) {
  const auto value = row.optional_integer(column);
  return value ? std::optional(*value != 0) : std::nullopt;
}

/// Every column, `id` last.
auto values_of(const OrganisationRow& row) {
  const auto& named = row.named;
  return std::make_tuple(
      std::string_view(row.slug), std::string_view(named.pic), std::string_view(named.oid),
      std::string_view(named.vat), std::string_view(named.name), std::string_view(named.short_name),
      static_cast<int>(named.type), std::string_view(named.type_label), named.is_sme,
      std::string_view(named.street), std::string_view(named.post_code),
      std::string_view(named.city), std::string_view(named.region), std::string_view(named.country),
      std::string_view(named.nuts), named.latitude, named.longitude,
      std::string_view(named.website), row.id);
}

}  // namespace

std::string organisation_slug(std::int64_t id, std::string_view name) {
  const std::string words = catalogue::address_name(name, kSlugNameBytes);
  return words.empty() ? std::to_string(id) : std::to_string(id) + "-" + words;
}

Result<std::optional<OrganisationRow>> read_organisation(sql::Connection& connection,
                                                         std::int64_t id) {
  auto row = TRY(connection.statement(
      "SELECT slug, pic, oid, vat, name, short_name, type, type_label, is_sme, street, post_code, "
      "city, region, country, nuts, latitude, longitude, website FROM organisations WHERE id = ?"));
  TRY(row.bind(id));
  if (!TRY(row.step())) return std::nullopt;
  OrganisationRow read{.id = id, .slug = std::string(row.text(0)), .named = {}};
  auto& named = read.named;
  named.pic = row.text(1);
  named.oid = row.text(2);
  named.vat = row.text(3);
  named.name = row.text(4);
  named.short_name = row.text(5);
  named.type = static_cast<catalogue::OrganisationType>(row.integer(6));
  named.type_label = row.text(7);
  named.is_sme = optional_truth(row, 8);
  named.street = row.text(9);
  named.post_code = row.text(10);
  named.city = row.text(11);
  named.region = row.text(12);
  named.country = row.text(13);
  named.nuts = row.text(14);
  named.latitude = row.optional_real(15);
  named.longitude = row.optional_real(16);
  named.website = row.text(17);
  return read;
}

Result<> insert_organisations(sql::Connection& connection,
                              std::span<const OrganisationRow* const> rows) {
  return sql::insert_rows(
      connection,
      "organisations (slug, pic, oid, vat, name, short_name, type, type_label, is_sme, street, "
      "post_code, city, region, country, nuts, latitude, longitude, website, id)",
      rows, [](const OrganisationRow* row) { return values_of(*row); });
}

Result<> update_organisation(sql::Connection& connection, const OrganisationRow& row) {
  auto update = TRY(connection.statement(
      "UPDATE organisations SET slug = ?, pic = ?, oid = ?, vat = ?, name = ?, short_name = ?, "
      "type = ?, type_label = ?, is_sme = ?, street = ?, post_code = ?, city = ?, region = ?, "
      "country = ?, nuts = ?, latitude = ?, longitude = ?, website = ? WHERE id = ?"));
  return std::apply([&](const auto&... values) { return update.run(values...); }, values_of(row));
}

}  // namespace tributary::store
