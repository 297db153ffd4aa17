// store/catalogue_reader.h
//
// Reads projects and organisations back, as CatalogueStore promises them. Thread rule: as its
// connection.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

class CatalogueReader {
 public:
  explicit CatalogueReader(sql::Connection& connection) : connection_(connection) {}

  Result<StoredProject> project(std::string_view slug);
  Result<std::vector<StoredProject>> projects(std::span<const std::string> slugs);
  Result<> for_each_project(const std::function<bool(ProjectId)>& wanted,
                            const std::function<Result<>(StoredProject)>& visit);
  Result<StoredOrganisation> organisation(OrganisationId id, std::uint64_t participation_limit);
  Result<StoredOrganisation> organisation_named(OrganisationId id);
  Result<std::vector<CoverageRow>> coverage();

 private:
  struct ShownOrganisation {
    OrganisationId id;
    std::string slug;
  };

  Result<std::optional<StoredProject>> find(std::string_view slug);
  Result<StoredProject> project_of(ProjectId id, std::string_view payload,
                                   std::string_view organisation_ids);
  Result<> read_participations(StoredProject& project, std::string_view organisation_ids);
  Result<> read_provenance(StoredProject& project);
  Result<> read_history(StoredProject& project);
  Result<> read_members(StoredOrganisation& organisation);
  Result<> read_aliases(StoredOrganisation& organisation);
  Result<> count_participations(StoredOrganisation& organisation);
  Result<> read_newest_participations(StoredOrganisation& organisation, std::uint64_t limit);
  Result<OrganisationParticipation> participation(std::int64_t project_id, std::size_t ordinal);

  /// Forgets the addresses remembered when another connection has written since.
  Result<> notice_other_writers();
  /// Under which organisation the records of `organisation` are shown.
  Result<const ShownOrganisation*> shown_organisation(std::int64_t organisation);

  sql::Connection& connection_;
  std::pair<std::int64_t, std::int64_t> seen_version_{-1, -1};  // of catalogue and decisions
  std::unordered_map<std::int64_t, ShownOrganisation> shown_;
};

}  // namespace tributary::store
