#include "store/source_removal.h"

#include <algorithm>
#include <vector>

#include "store/project_summary.h"

namespace tributary::store {
namespace {

Result<std::vector<std::int64_t>> projects_of(sql::Connection& connection,
                                              std::string_view source) {
  std::vector<std::int64_t> ids;
  auto row = TRY(connection.statement("SELECT id FROM source_records WHERE source = ?"));
  TRY(row.bind(source));
  while (TRY(row.step())) ids.push_back(row.integer(0));
  return ids;
}

Result<bool> takes_part(sql::Connection& connection, std::int64_t organisation) {
  auto row =
      TRY(connection.statement("SELECT 1 FROM participations WHERE organisation_id = ? LIMIT 1"));
  TRY(row.bind(organisation));
  return row.step();
}

Result<> remove_organisation(sql::Connection& connection, std::int64_t organisation) {
  for (const std::string_view statement :
       {"DELETE FROM organisation_names WHERE organisation_id = ?",
        "DELETE FROM organisation_statements WHERE organisation_id = ?",
        "DELETE FROM organisations WHERE id = ?"}) {
    TRY(TRY(connection.statement(statement)).run(organisation));
  }
  return {};
}

}  // namespace

Result<std::uint64_t> remove_projects_of(sql::Connection& connection, std::string_view source) {
  const auto projects = TRY(projects_of(connection, source));
  std::vector<std::int64_t> organisations;
  auto take_out = TRY(connection.statement(
      "DELETE FROM participations WHERE organisation_id = ? AND project_id = ?"));
  for (const auto project : projects) {
    for (const auto organisation : TRY(read_organisation_ids(connection, project))) {
      TRY(take_out.run(organisation, project));
      organisations.push_back(organisation);
    }
    for (const std::string_view statement :
         {"DELETE FROM field_origins WHERE record_id = ?",
          "DELETE FROM history WHERE record_id = ?", "DELETE FROM projects WHERE id = ?",
          "DELETE FROM source_records WHERE id = ?"}) {
      TRY(TRY(connection.statement(statement)).run(project));
    }
  }
  std::ranges::sort(organisations);
  const auto repeated = std::ranges::unique(organisations);
  organisations.erase(repeated.begin(), repeated.end());
  bool is_any_removed = false;
  for (const auto organisation : organisations) {
    if (TRY(takes_part(connection, organisation))) continue;
    TRY(remove_organisation(connection, organisation));
    is_any_removed = true;
  }
  // Keys do not lie in the order of organisations: one pass over them serves all.
  if (is_any_removed) {
    TRY(TRY(connection.statement("DELETE FROM organisation_keys WHERE organisation_id NOT IN "
                                 "(SELECT id FROM organisations)"))
            .run());
  }
  return projects.size();
}

}  // namespace tributary::store
