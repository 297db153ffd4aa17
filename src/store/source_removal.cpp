#include "store/source_removal.h"

#include <algorithm>
#include <vector>

#include "store/identity/organisation_decisions.h"
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

/// Whether others are part of it that are still there.
Result<bool> has_members(sql::Connection& connection, std::int64_t organisation) {
  auto row = TRY(connection.statement(
      "SELECT 1 FROM organisation_members m JOIN organisations o ON o.id = m.member_id "
      "WHERE m.organisation_id = ? LIMIT 1"));
  TRY(row.bind(organisation));
  return row.step();
}

Result<> remove_organisation(sql::Connection& connection, std::int64_t organisation) {
  for (const std::string_view statement :
       {"DELETE FROM organisation_names WHERE organisation_id = ?",
        "DELETE FROM organisation_statements WHERE organisation_id = ?",
        "DELETE FROM organisation_compared WHERE organisation_id = ?",
        "DELETE FROM organisation_doubts WHERE one_id = ?",
        "DELETE FROM organisation_doubts WHERE other_id = ?",
        "DELETE FROM organisations WHERE id = ?"}) {
    TRY(TRY(connection.statement(statement)).run(organisation));
  }
  return {};
}

/// Removes those of `organisations` that no record names and that no other one is part of.
Result<bool> remove_unnamed(sql::Connection& connection,
                            const std::vector<std::int64_t>& organisations) {
  bool is_any_removed = false;
  for (const auto organisation : organisations) {
    const bool is_needed =
        TRY(takes_part(connection, organisation)) || TRY(has_members(connection, organisation));
    if (is_needed) continue;
    TRY(remove_organisation(connection, organisation));
    is_any_removed = true;
  }
  return is_any_removed;
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
  // Whom they are part of may have been there for their sake alone.
  const auto named = organisations.size();
  for (std::size_t i = 0; i < named; ++i) {
    const auto root = TRY(root_of(connection, {organisations[i]}));
    organisations.push_back(root.value);
  }
  std::ranges::sort(organisations);
  const auto repeated = std::ranges::unique(organisations);
  organisations.erase(repeated.begin(), repeated.end());
  // A second time for those whose parts went the first time.
  const bool is_any_removed = TRY(remove_unnamed(connection, organisations));
  if (is_any_removed) TRY(remove_unnamed(connection, organisations));
  // Keys do not lie in the order of organisations: one pass over them serves all.
  if (is_any_removed) {
    TRY(TRY(connection.statement("DELETE FROM organisation_keys WHERE organisation_id NOT IN "
                                 "(SELECT id FROM organisations)"))
            .run());
  }
  return projects.size();
}

}  // namespace tributary::store
