#include "store/content_digest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <memory>

#include "base/bytes.h"
#include "sql/transaction.h"

namespace tributary::store {
namespace {

using HashState = std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)>;

/// Everything that is no matter of runs and moments; a column more in a table is a column more
/// here.
constexpr std::array<std::string_view, 9> kContents{
    "SELECT id, project_id, source, key, content_hash, payload FROM source_records ORDER BY id",
    "SELECT record_id, number, field, before_value, after_value FROM history "
    "ORDER BY record_id, number",
    "SELECT id, programme, year, coordinator_country, has_summary, has_participations, "
    "organisations FROM projects ORDER BY id",
    "SELECT id, slug, pic, oid, vat, name, short_name, type, type_label, is_sme, street, "
    "post_code, city, region, country, nuts, latitude, longitude, website "
    "FROM organisations ORDER BY id",
    "SELECT organisation_id, stated_year, stated_hash FROM organisation_statements "
    "ORDER BY organisation_id",
    "SELECT key_hash, organisation_id FROM organisation_keys ORDER BY key_hash",
    "SELECT organisation_id, name FROM organisation_names ORDER BY organisation_id, name",
    "SELECT organisation_id, project_id, ordinal, role, start_day FROM participations "
    "ORDER BY organisation_id, project_id, ordinal",
    "SELECT member_id, organisation_id FROM organisation_members ORDER BY member_id",
};

}  // namespace

Result<std::string> content_digest(sql::Connection& connection) {
  const HashState state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  const auto snapshot = TRY(sql::Snapshot::begin(connection));
  std::string bytes;
  for (const auto contents : kContents) {
    auto row = TRY(connection.statement(contents, sql::Rows::many));
    while (TRY(row.step())) {
      bytes.clear();
      for (int column = 0; column < row.column_count(); ++column) {
        const auto value = row.blob(column);
        append(bytes, row.is_null(column) ? ~0ULL : value.size());
        bytes += value;
      }
      XXH3_128bits_update(state.get(), bytes.data(), bytes.size());
    }
  }
  const auto digest = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", digest.high64, digest.low64);
}

}  // namespace tributary::store
