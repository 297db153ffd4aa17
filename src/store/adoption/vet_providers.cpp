#include "store/adoption/vet_providers.h"

#include "store/identity/organisation_decisions.h"
#include "store/innovation/optional_value.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kProviderColumns =
    "SELECT id, name, member_state, organisation, learners, revision, added_at, added_by "
    "FROM vet_providers ";

VetProvider provider_of_row(const sql::Statement& row) {
  VetProvider provider{.id = {row.integer(0)},
                       .name = std::string(row.text(1)),
                       .member_state = {std::string(row.text(2))},
                       .learners = row.optional_integer(4),
                       .revision = {row.integer(5)},
                       .added = moment_of(row.integer(6)),
                       .added_by = {row.integer(7)}};
  if (const auto id = row.optional_integer(3)) {
    provider.organisation = OrganisationId{*id};
  }
  return provider;
}

}  // namespace

Result<eco::ProviderId> insert_provider(sql::Connection& connection, const VetProvider& provider) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM vet_providers"));
  TRY(TRY(connection.statement(
              "INSERT INTO vet_providers (id, name, member_state, organisation, learners, "
              "revision, added_at, added_by) VALUES (?, ?, ?, ?, ?, 1, ?, ?) "
              "ON CONFLICT (member_state, name) DO NOTHING"))
          .run(id, provider.name, provider.member_state.value, value_of(provider.organisation),
               provider.learners, milliseconds(provider.added), provider.added_by.value));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "the state has a provider of this name already",
                provider.name);
  }
  return eco::ProviderId{id};
}

Result<VetProvider> vet_provider(sql::Connection& connection, eco::ProviderId id) {
  auto row = TRY(connection.statement(std::string(kProviderColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (TRY(row.step())) return provider_of_row(row);
  return fail(ErrorCode::not_found, "there is no such provider", std::to_string(id.value));
}

Result<std::optional<VetProvider>> find_provider(sql::Connection& connection,
                                                 const eco::StateCode& member_state,
                                                 const std::string& name) {
  auto row = TRY(
      connection.statement(std::string(kProviderColumns) + "WHERE member_state = ? AND name = ?"));
  TRY(row.bind(member_state.value, name));
  if (!TRY(row.step())) return std::nullopt;
  return provider_of_row(row);
}

Result<> update_provider(sql::Connection& connection, const VetProvider& provider) {
  return TRY(connection.statement("UPDATE vet_providers SET organisation = ?, learners = ?, "
                                  "revision = revision + 1 WHERE id = ?"))
      .run(value_of(provider.organisation), provider.learners, provider.id.value);
}

Result<std::vector<VetProvider>> vet_providers(sql::Connection& connection,
                                               const eco::StateCode& member_state) {
  auto row =
      TRY(connection.statement(std::string(kProviderColumns) +
                               (member_state.value.empty() ? "" : "WHERE member_state = ? ") +
                               "ORDER BY member_state, name"));
  TRY(member_state.value.empty() ? row.bind() : row.bind(member_state.value));
  std::vector<VetProvider> providers;
  while (TRY(row.step())) providers.push_back(provider_of_row(row));
  return providers;
}

Result<std::optional<std::string>> slug_of_organisation(sql::Connection& connection,
                                                        OrganisationId id) {
  auto row = TRY(connection.statement("SELECT slug FROM organisations WHERE id = ?"));
  const auto root = TRY(root_of(connection, id));
  TRY(row.bind(root.value));
  if (!TRY(row.step())) return std::nullopt;
  return std::string(row.text(0));
}

}  // namespace tributary::store
