#include "store/innovation/innovation_links.h"

#include "catalogue/record_codec.h"
#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

Result<> insert_lineage(sql::Connection& connection, const StoredLineage& stored) {
  const auto& [innovation, earlier, kind] = stored.lineage;
  return TRY(connection.statement("INSERT INTO innovation_lineage (innovation, earlier, kind, at, "
                                  "person) VALUES (?, ?, ?, ?, ?)"))
      .run(innovation.value, earlier.value, name_of(kind), milliseconds(stored.at),
           stored.by.value);
}

Result<std::vector<eco::Lineage>> lineage_lines(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT innovation, earlier, kind FROM innovation_lineage ORDER BY innovation, earlier"));
  TRY(row.bind());
  std::vector<eco::Lineage> lines;
  while (TRY(row.step())) {
    lines.push_back({{row.integer(0)},
                     {row.integer(1)},
                     TRY(eco::enum_from_name(row.text(2), eco::LineageKind::merges))});
  }
  return lines;
}

Result<std::vector<eco::InnovationId>> merged_parts(sql::Connection& connection,
                                                    eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT earlier FROM innovation_lineage WHERE innovation = ? "
                               "AND kind = 'merges' ORDER BY earlier"));
  std::vector<eco::InnovationId> parts;
  // Each is merged once and lines have no cycle, so none comes twice.
  for (std::size_t read = 0; read <= parts.size(); ++read) {
    TRY(row.bind(read == 0 ? id.value : parts[read - 1].value));
    while (TRY(row.step())) parts.push_back({row.integer(0)});
  }
  return parts;
}

Result<> insert_distinction(sql::Connection& connection, eco::InnovationId id,
                            const Distinction& distinction) {
  TRY(TRY(connection.statement("INSERT INTO innovation_distinctions (innovation, earlier, reasons, "
                               "at, person) VALUES (?, ?, ?, ?, ?) "
                               "ON CONFLICT (innovation, earlier) DO NOTHING"))
          .run(id.value, distinction.earlier.value, distinction.reasons,
               milliseconds(distinction.at), distinction.by.value));
  if (connection.changed_rows() > 0) return {};
  return fail(ErrorCode::conflict, "the two are told apart already",
              std::to_string(distinction.earlier.value),
              eco::house_rule(eco::HouseRule::told_apart_already));
}

Result<std::vector<Distinction>> distinctions(sql::Connection& connection, eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT earlier, reasons, at, person FROM innovation_distinctions WHERE innovation = ? "
      "ORDER BY earlier"));
  TRY(row.bind(id.value));
  std::vector<Distinction> found;
  while (TRY(row.step())) {
    found.push_back({.earlier = {row.integer(0)},
                     .reasons = std::string(row.text(1)),
                     .at = moment_of(row.integer(2)),
                     .by = {row.integer(3)}});
  }
  return found;
}

Result<std::vector<ProjectReference>> source_projects(sql::Connection& connection,
                                                      std::span<const std::string> slugs) {
  auto row = TRY(
      connection.statement("SELECT r.payload FROM projects p JOIN source_records r ON r.id = p.id "
                           "WHERE r.source = ? AND r.key = ?"));
  std::vector<ProjectReference> found;
  for (const auto& slug : slugs) {
    const auto hyphen = slug.find('-');
    if (hyphen == std::string::npos) continue;
    const auto source = slug.substr(0, hyphen), key = slug.substr(hyphen + 1);
    TRY(row.bind(source, key));
    if (!TRY(row.step())) continue;
    found.push_back({slug, TRY(catalogue::decode_project(row.blob(0))).title});
  }
  return found;
}

Result<std::string> innovation_title(sql::Connection& connection, eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT t.title FROM innovations i JOIN innovation_texts t ON t.innovation = i.id "
      "AND t.number = i.text_number WHERE i.id = ?"));
  TRY(row.bind(id.value));
  if (TRY(row.step())) return std::string(row.text(0));
  return fail(ErrorCode::not_found, "there is no such innovation", std::to_string(id.value));
}

}  // namespace tributary::store
