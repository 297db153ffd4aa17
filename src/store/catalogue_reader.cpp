#include "store/catalogue_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/identity/organisation_identity.h"
#include "catalogue/record_codec.h"
#include "sql/transaction.h"
#include "store/counters.h"
#include "store/id_list.h"
#include "store/identity/organisation_decisions.h"
#include "store/organisation_table.h"
#include "store/project_fields.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

using catalogue::Role;

/// Addresses of organisations kept in memory: some 15 MB.
constexpr std::size_t kRememberedSlugs = 150'000;

/// The ids of an organisation and of all that are part of it; its parameters are the id, twice.
constexpr std::string_view kItAndItsMembers =
    "SELECT member_id FROM organisation_members WHERE organisation_id = ? "
    "UNION ALL SELECT CAST(? AS BIGINT)";

Error no_project(std::string_view slug) {
  return {ErrorCode::not_found, fmt::format("there is no project {}", slug)};
}

}  // namespace

std::string project_slug(std::string_view source, std::string_view key) {
  return std::string(source).append("-").append(key);
}

std::string project_slug(const catalogue::SourceProject& project) {
  return project_slug(project.source, project.key);
}

std::pair<bool, std::uint32_t> place_shown(const catalogue::Participation& participation) {
  return {participation.role != Role::coordinator, participation.order.value_or(~0U)};
}

Result<StoredProject> CatalogueReader::project(std::string_view slug) {
  const auto snapshot = TRY(sql::Snapshot::begin(connection_));
  auto found = TRY(find(slug));
  if (!found) return std::unexpected(no_project(slug));
  TRY(read_provenance(*found));
  TRY(read_history(*found));
  return std::move(*found);
}

Result<std::vector<StoredProject>> CatalogueReader::projects(std::span<const std::string> slugs) {
  const auto snapshot = TRY(sql::Snapshot::begin(connection_));
  std::vector<StoredProject> projects;
  projects.reserve(slugs.size());
  for (const auto& slug : slugs) {
    if (auto found = TRY(find(slug))) projects.push_back(std::move(*found));
  }
  return projects;
}

Result<> CatalogueReader::for_each_project(const std::function<bool(ProjectId)>& wanted,
                                           const std::function<Result<>(StoredProject)>& visit) {
  const auto snapshot = TRY(sql::Snapshot::begin(connection_));
  TRY(notice_other_writers());
  auto row = TRY(
      connection_.statement("SELECT id, organisations FROM projects ORDER BY id", sql::Rows::many));
  // Apart, so that the large pages of projects that nobody wants are not read.
  auto record = TRY(connection_.statement("SELECT payload FROM source_records WHERE id = ?"));
  while (TRY(row.step())) {
    const ProjectId id{row.integer(0)};
    if (!wanted(id)) continue;
    TRY(record.bind(id.value));
    if (!TRY(record.step())) {
      return fail(ErrorCode::corrupt, fmt::format("the record of project {} is missing", id.value),
                  connection_.location().shown());
    }
    TRY(visit(TRY(project_of(id, record.blob(0), row.blob(1)))));
  }
  return {};
}

Result<std::optional<StoredProject>> CatalogueReader::find(std::string_view slug) {
  TRY(notice_other_writers());
  const auto hyphen = slug.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  // A project has the id of the record that founded it; its address and its content are that
  // record's.
  auto row =
      TRY(connection_.statement("SELECT p.id, r.payload, p.organisations FROM projects p "
                                "JOIN source_records r ON r.id = p.id "
                                "WHERE r.source = ? AND r.key = ?"));
  TRY(row.bind(slug.substr(0, hyphen), slug.substr(hyphen + 1)));
  if (!TRY(row.step())) return std::nullopt;
  return TRY(project_of({row.integer(0)}, row.blob(1), row.blob(2)));
}

Result<StoredProject> CatalogueReader::project_of(ProjectId id, std::string_view payload,
                                                  std::string_view organisation_ids) {
  StoredProject project;
  project.id = id;
  project.merged =
      TRY(in_context(fmt::format("project {}", id.value), catalogue::decode_project(payload)));
  project.slug = project_slug(project.merged);
  TRY(read_participations(project, organisation_ids));
  return project;
}

Result<> CatalogueReader::read_participations(StoredProject& project,
                                              std::string_view organisation_ids) {
  if (!project.merged.participations) return {};
  auto published = std::move(*project.merged.participations);
  project.merged.participations.reset();
  const auto ids = TRY(unpack_ids(organisation_ids));
  if (ids.size() != published.size()) {
    return fail(ErrorCode::corrupt,
                fmt::format("project {} has {} participations and {} organisations", project.slug,
                            published.size(), ids.size()),
                connection_.location().shown());
  }
  project.participations.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto* const known = TRY(shown_organisation(ids[i]));
    project.participations.push_back({known->id, known->slug, std::move(published[i])});
  }
  std::ranges::stable_sort(project.participations, {}, [](const StoredParticipation& one) {
    return place_shown(one.as_published);
  });
  return {};
}

Result<> CatalogueReader::read_provenance(StoredProject& project) {
  // The record's own origin first (without a field), then the fields that came from elsewhere.
  auto row = TRY(connection_.statement(
      "SELECT s.field, o.files, o.run_id, runs.began FROM ("
      "SELECT '' AS field, origin_id FROM source_records WHERE id = ? UNION ALL "
      "SELECT field, origin_id FROM field_origins WHERE record_id = ?) s "
      "JOIN origins o ON o.id = s.origin_id JOIN runs ON runs.id = o.run_id"));
  TRY(row.bind(project.id.value, project.id.value));
  FieldProvenance own;
  std::vector<FieldProvenance> others;
  while (TRY(row.step())) {
    FieldProvenance read{.field = std::string(row.text(0)),
                         .source = project.merged.source,
                         .key = project.merged.key,
                         .file = std::string(row.text(1)),
                         .run = {row.integer(2)},
                         .imported = moment_of(row.integer(3))};
    if (read.field.empty()) {
      own = std::move(read);
    } else {
      others.push_back(std::move(read));
    }
  }
  visit_fields([&](std::string_view field, auto member) {
    const auto other = std::ranges::find(others, field, &FieldProvenance::field);
    if (other != others.end()) return project.provenance.push_back(*other);
    if (field == "participations" ? project.participations.empty()
                                  : !is_stated(project.merged.*member)) {
      return;
    }
    project.provenance.push_back(own);
    project.provenance.back().field = field;
  });
  return {};
}

Result<> CatalogueReader::read_history(StoredProject& project) {
  auto row = TRY(connection_.statement(
      "SELECT run_id, changed_at, field, before_value, after_value FROM history "
      "WHERE record_id = ? ORDER BY number DESC"));
  TRY(row.bind(project.id.value));
  while (TRY(row.step())) {
    project.history.push_back({{row.integer(0)},
                               moment_of(row.integer(1)),
                               std::string(row.text(2)),
                               std::string(row.text(3)),
                               std::string(row.text(4))});
  }
  return {};
}

Result<StoredOrganisation> CatalogueReader::organisation(OrganisationId id,
                                                         std::uint64_t participation_limit) {
  const auto snapshot = TRY(sql::Snapshot::begin(connection_));
  auto organisation = TRY(organisation_named(id));
  TRY(read_members(organisation));
  TRY(read_aliases(organisation));
  TRY(count_participations(organisation));
  TRY(read_newest_participations(organisation, participation_limit));
  return organisation;
}

Result<StoredOrganisation> CatalogueReader::organisation_named(OrganisationId id) {
  const auto root = TRY(root_of(connection_, id));
  auto row = TRY(read_organisation(connection_, root.value));
  if (!row) return fail(ErrorCode::not_found, fmt::format("there is no organisation {}", id.value));
  StoredOrganisation organisation;
  organisation.id = root;
  organisation.slug = std::move(row->slug);
  organisation.named = std::move(row->named);
  return organisation;
}

/// Of those whose records went back into another, no row is left.
Result<> CatalogueReader::read_members(StoredOrganisation& organisation) {
  const auto members = TRY(members_of(connection_, organisation.id));
  for (const auto member : members) {
    auto row = TRY(read_organisation(connection_, member.value));
    if (row) organisation.members.push_back({.id = member, .named = std::move(row->named)});
  }
  return {};
}

/// Names that differ from one before in case or punctuation only are left out.
Result<> CatalogueReader::read_aliases(StoredOrganisation& organisation) {
  auto row = TRY(connection_.statement(
      "SELECT n.name FROM organisation_names n WHERE n.organisation_id IN (" +
      std::string(kItAndItsMembers) +
      ") UNION SELECT o.name FROM organisations o JOIN organisation_members m "
      "ON m.member_id = o.id WHERE m.organisation_id = ? ORDER BY 1"));
  TRY(row.bind(organisation.id.value, organisation.id.value, organisation.id.value));
  while (TRY(row.step())) {
    const auto is_same = [&](const std::string& name) {
      return catalogue::same_name(name, row.text(0));
    };
    if (row.text(0).empty() || is_same(organisation.named.name)) continue;
    if (std::ranges::any_of(organisation.aliases, is_same)) continue;
    organisation.aliases.emplace_back(row.text(0));
  }
  return {};
}

Result<> CatalogueReader::count_participations(StoredOrganisation& organisation) {
  auto row =
      TRY(connection_.statement("SELECT COUNT(DISTINCT project_id), "
                                "COUNT(DISTINCT CASE WHEN role = ? THEN project_id END) "
                                "FROM participations WHERE organisation_id IN (" +
                                std::string(kItAndItsMembers) + ")"));
  TRY(row.bind(static_cast<int>(Role::coordinator), organisation.id.value, organisation.id.value));
  TRY(row.step());
  organisation.projects = static_cast<std::uint64_t>(row.integer(0));
  organisation.coordinated = static_cast<std::uint64_t>(row.integer(1));
  return {};
}

Result<> CatalogueReader::read_newest_participations(StoredOrganisation& organisation,
                                                     std::uint64_t limit) {
  auto row = TRY(connection_.statement(
      "SELECT project_id, ordinal FROM participations WHERE organisation_id IN (" +
      std::string(kItAndItsMembers) +
      ") ORDER BY COALESCE(start_day, ?) DESC, project_id DESC, ordinal LIMIT ?"));
  constexpr std::int64_t kBeforeAllDays = INT32_MIN;  // projects without a start come last
  TRY(row.bind(organisation.id.value, organisation.id.value, kBeforeAllDays,
               std::min<std::uint64_t>(limit, INT32_MAX)));
  while (TRY(row.step())) {
    organisation.participations.push_back(
        TRY(participation(row.integer(0), static_cast<std::size_t>(row.integer(1)))));
  }
  return {};
}

Result<OrganisationParticipation> CatalogueReader::participation(std::int64_t project_id,
                                                                 std::size_t ordinal) {
  auto row = TRY(connection_.statement("SELECT payload FROM source_records WHERE id = ?"));
  TRY(row.bind(project_id));
  TRY(row.step());
  const auto project = TRY(
      in_context(fmt::format("project {}", project_id), catalogue::decode_project(row.blob(0))));
  if (!project.participations || ordinal >= project.participations->size()) {
    return fail(ErrorCode::corrupt,
                fmt::format("project {} has no participation {}", project_id, ordinal),
                connection_.location().shown());
  }
  const auto& participation = (*project.participations)[ordinal];
  return OrganisationParticipation{.project_slug = project_slug(project),
                                   .acronym = project.acronym,
                                   .title = project.title,
                                   .programme = project.programme,
                                   .start = project.start,
                                   .end = project.end,
                                   .role = participation.role,
                                   .contribution = participation.contribution};
}

Result<std::vector<CoverageRow>> CatalogueReader::coverage() {
  std::vector<CoverageRow> rows;
  auto row = TRY(connection_.statement(
      "SELECT programme, year, coordinator_country, COUNT(*), CAST(SUM(has_summary) AS BIGINT), "
      "CAST(SUM(has_participations) AS BIGINT) FROM projects "
      "GROUP BY programme, year, coordinator_country "
      "ORDER BY programme, year IS NOT NULL, year, coordinator_country"));
  const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
  while (TRY(row.step())) {
    CoverageRow read;
    read.programme = row.text(0);
    if (const auto year = row.optional_integer(1)) read.year = static_cast<std::int32_t>(*year);
    read.country = row.text(2);
    read.projects = count(3);
    read.with_summary = count(4);
    read.with_participations = count(5);
    rows.push_back(std::move(read));
  }
  return rows;
}

Result<> CatalogueReader::notice_other_writers() {
  const auto version = std::pair(TRY(Counters::read(connection_)).catalogue_version,
                                 TRY(newest_decision(connection_)));
  if (version != seen_version_) shown_.clear();
  seen_version_ = version;
  return {};
}

Result<const CatalogueReader::ShownOrganisation*> CatalogueReader::shown_organisation(
    std::int64_t organisation) {
  if (const auto found = shown_.find(organisation); found != shown_.end()) return &found->second;
  auto row = TRY(connection_.statement(
      "SELECT id, slug FROM organisations WHERE id = COALESCE("
      "(SELECT organisation_id FROM organisation_members WHERE member_id = ?), ?)"));
  TRY(row.bind(organisation, organisation));
  if (!TRY(row.step())) {
    return fail(ErrorCode::corrupt, fmt::format("organisation {} is missing", organisation),
                connection_.location().shown());
  }
  if (shown_.size() >= kRememberedSlugs) shown_.clear();
  return &shown_
              .emplace(organisation, ShownOrganisation{{row.integer(0)}, std::string(row.text(1))})
              .first->second;
}

}  // namespace tributary::store
