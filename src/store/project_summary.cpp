#include "store/project_summary.h"

#include "store/id_list.h"

namespace tributary::store {
namespace {

Result<> run_with_summary(sql::Statement statement, std::int64_t project_id,
                          const ProjectSummary& summary,
                          std::span<const std::int64_t> organisations) {
  return statement.run(summary.programme, summary.year, summary.coordinator_country,
                       summary.has_summary, summary.has_participations,
                       sql::Blob{pack_ids(organisations)}, project_id);
}

}  // namespace

ProjectSummary summary_of(const catalogue::SourceProject& project) {
  ProjectSummary summary;
  summary.programme = project.programme;
  summary.year = project.start ? std::optional(project.start->year()) : project.call_year;
  summary.has_summary = !project.summary.empty();
  if (!project.participations) return summary;
  summary.has_participations = !project.participations->empty();
  for (const auto& participation : *project.participations) {
    if (participation.role != catalogue::Role::coordinator) continue;
    summary.coordinator_country = participation.organisation.country;
    break;
  }
  return summary;
}

Result<> insert_summary(sql::Connection& connection, std::int64_t project_id,
                        const ProjectSummary& summary,
                        std::span<const std::int64_t> organisations) {
  return run_with_summary(
      TRY(connection.statement(
          "INSERT INTO projects (programme, year, coordinator_country, has_summary, "
          "has_participations, organisations, id) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      project_id, summary, organisations);
}

Result<> update_summary(sql::Connection& connection, std::int64_t project_id,
                        const ProjectSummary& summary,
                        std::span<const std::int64_t> organisations) {
  return run_with_summary(
      TRY(connection.statement(
          "UPDATE projects SET programme = ?, year = ?, coordinator_country = ?, has_summary = ?, "
          "has_participations = ?, organisations = ? WHERE id = ?")),
      project_id, summary, organisations);
}

Result<std::vector<std::int64_t>> read_organisation_ids(sql::Connection& connection,
                                                        std::int64_t project_id) {
  auto read = TRY(connection.statement("SELECT organisations FROM projects WHERE id = ?"));
  TRY(read.bind(project_id));
  if (!TRY(read.step())) return std::vector<std::int64_t>();
  return unpack_ids(read.blob(0));
}

}  // namespace tributary::store
