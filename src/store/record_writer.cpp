#include "store/record_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/bytes.h"
#include "catalogue/record_codec.h"
#include "sql/insert_rows.h"
#include "store/id_list.h"
#include "store/organisation_statement.h"
#include "store/project_summary.h"
#include "store/record_overlay.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

using catalogue::ImportRecord;
using catalogue::SourceProject;

/// Rows of participations that wait to be inserted together, more than a commit's 10,000 projects
/// have as a rule; 8 MB. A page that is written twice in one transaction costs the log a third
/// time, to sum it up again.
constexpr std::size_t kMostWaitingRows = 250'000;

/// Remembered lists of files; single-record files make one each.
constexpr std::size_t kRememberedOrigins = 10'000;

std::string hash_bytes(const catalogue::ContentHash& hash) {
  std::string bytes;
  append(bytes, hash.high);
  append(bytes, hash.low);
  return bytes;
}

std::string joined(const catalogue::SpeakingFiles& files) {
  return fmt::format("{}", fmt::join(*files, "; "));
}

/// The address of a project is "<source>-<key>", read back by its first hyphen.
Result<> check_address(const SourceProject& project) {
  if (!project.source.empty() && !project.source.contains('-') && !project.key.empty()) return {};
  return fail(ErrorCode::invalid_argument, "a record needs a source without hyphen, and a key",
              fmt::format("source \"{}\", key \"{}\"", project.source, project.key));
}

bool touches_participations(std::span<const FieldChange> changes) {
  return std::ranges::any_of(changes, [](const FieldChange& change) {
    return change.field == "participations" || change.field == "start";
  });
}

}  // namespace

Result<BatchOutcome> RecordWriter::write(RunId run, std::span<const PreparedRecord> records,
                                         Counters& counters, Timestamp now) {
  if (run != run_) origins_.clear();
  run_ = run;
  counters_ = &counters;
  organisations_.begin_batch(counters.organisation);

  BatchOutcome outcome;
  outcome.records.reserve(records.size());
  outcome.projects.reserve(records.size());
  for (const auto& record : records) {
    const auto [one, project] = TRY(write_record(record, now));
    outcome.records.push_back(one);
    outcome.projects.push_back({project});
    outcome.added += one == RecordOutcome::added ? 1 : 0;
    outcome.changed += one == RecordOutcome::changed ? 1 : 0;
    outcome.unchanged += one == RecordOutcome::unchanged ? 1 : 0;
  }
  if (participations_.size() >= kMostWaitingRows) TRY(insert_participations());
  counters.organisation = TRY(organisations_.write_batch());
  if (outcome.added + outcome.changed > 0) ++counters.catalogue_version;
  return outcome;
}

Result<> RecordWriter::finish() {
  TRY(insert_participations());
  return organisations_.finish();
}

Result<RecordWriter::Written> RecordWriter::write_record(const PreparedRecord& prepared,
                                                         Timestamp now) {
  const auto& record = prepared.record;
  const auto& project = record.project;
  TRY(check_address(project));
  const std::string content_hash = hash_bytes(prepared.content_hash);
  const auto origin = TRY(origin_of(record.files));

  // Most records of an import are either all new or all known; to insert is to ask.
  const auto id = counters_->record + 1;
  auto insert = TRY(connection_.statement(
      "INSERT INTO source_records (id, project_id, source, key, origin_id, content_hash, payload) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, key) DO NOTHING"));
  TRY(insert.run(id, id, project.source, project.key, origin, sql::Blob{content_hash},
                 sql::Blob{prepared.payload}));
  if (connection_.changed_rows() == 0) return overlay_known(record, content_hash, now);

  counters_->record = id;
  const auto organisations = TRY(resolve_participations(id, prepared));
  TRY(insert_summary(connection_, id, summary_of(project), organisations));
  return Written{RecordOutcome::added, id};
}

Result<RecordWriter::Known> RecordWriter::read_known(const SourceProject& project) {
  auto find =
      TRY(connection_.statement("SELECT id, project_id, content_hash, payload FROM source_records "
                                "WHERE source = ? AND key = ?"));
  TRY(find.bind(project.source, project.key));
  if (!TRY(find.step())) return fail(ErrorCode::internal, "a record that is there is not found");
  return Known{find.integer(0), find.integer(1), std::string(find.blob(2)),
               std::string(find.blob(3))};
}

Result<RecordWriter::Written> RecordWriter::overlay_known(const ImportRecord& record,
                                                          std::string_view content_hash,
                                                          Timestamp now) {
  const auto known = TRY(read_known(record.project));
  const Written unchanged{RecordOutcome::unchanged, known.project};
  if (known.content_hash == content_hash) return unchanged;

  const auto place = record.project.source + "-" + record.project.key;
  const auto stored = TRY(in_context(place, catalogue::decode_project(known.payload)));
  auto result = overlay(stored, record.project);
  if (result.changes.empty()) return unchanged;

  const auto merged = prepare({.project = std::move(result.merged), .files = record.files});
  const auto& project = merged.record.project;
  TRY(TRY(connection_.statement(
              "UPDATE source_records SET content_hash = ?, payload = ? WHERE id = ?"))
          .run(sql::Blob{hash_bytes(merged.content_hash)}, sql::Blob{merged.payload},
               known.record));
  TRY(write_history(known.record, TRY(origin_of(record.files)), result.changes, now));

  std::vector<std::int64_t> organisations;
  if (touches_participations(result.changes)) {
    TRY(remove_participations(known.project));
    organisations = TRY(resolve_participations(known.project, merged));
  } else {
    organisations = TRY(read_organisation_ids(connection_, known.project));
  }
  TRY(update_summary(connection_, known.project, summary_of(project), organisations));
  return Written{RecordOutcome::changed, known.project};
}

Result<> RecordWriter::write_history(std::int64_t record, std::int64_t origin,
                                     std::span<const FieldChange> changes, Timestamp now) {
  auto newest = TRY(connection_.statement("SELECT MAX(number) FROM history WHERE record_id = ?"));
  TRY(newest.bind(record));
  TRY(newest.step());
  auto number = newest.integer(0);
  newest.reset();

  auto remember = TRY(connection_.statement(
      "INSERT INTO history (record_id, number, run_id, changed_at, field, before_value, "
      "after_value) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  auto set_origin = TRY(connection_.statement(
      "INSERT INTO field_origins (record_id, field, origin_id) VALUES (?, ?, ?) "
      "ON CONFLICT (record_id, field) DO UPDATE SET origin_id = excluded.origin_id"));
  for (const auto& change : changes) {
    TRY(remember.run(record, ++number, run_.value, milliseconds(now), change.field, change.before,
                     change.after));
    TRY(set_origin.run(record, change.field, origin));
  }
  return {};
}

Result<std::vector<std::int64_t>> RecordWriter::resolve_participations(
    std::int64_t project_id, const PreparedRecord& prepared) {
  const auto& project = prepared.record.project;
  std::vector<std::int64_t> organisations;
  if (!project.participations) return organisations;
  const auto year = statement_year(project);
  const auto start_day = project.start ? std::optional(project.start->days_since_epoch())
                                       : std::optional<std::int32_t>();
  std::int64_t ordinal = 0;
  for (const auto& participation : *project.participations) {
    const auto hash = prepared.statements[static_cast<std::size_t>(ordinal)];
    const auto organisation = TRY(organisations_.resolve(participation.organisation, hash, year,
                                                         {project.source, project.key, ordinal}));
    organisations.push_back(organisation);
    participations_.push_back({organisation, project_id, static_cast<std::uint32_t>(ordinal),
                               participation.role, start_day});
    ++ordinal;
  }
  return organisations;
}

Result<> RecordWriter::remove_participations(std::int64_t project_id) {
  TRY(insert_participations());  // those of an earlier record may be meant
  auto remove = TRY(connection_.statement(
      "DELETE FROM participations WHERE organisation_id = ? AND project_id = ?"));
  for (const auto organisation : TRY(read_organisation_ids(connection_, project_id))) {
    TRY(remove.run(organisation, project_id));
  }
  return {};
}

// In the order of the table: neighbours go to one page, which is found and written once.
Result<> RecordWriter::insert_participations() {
  std::ranges::sort(participations_);
  TRY(sql::insert_rows(connection_,
                       "participations (organisation_id, project_id, ordinal, role, start_day)",
                       participations_, [](const ParticipationRow& row) {
                         return std::tuple(row.organisation, row.project, std::int64_t{row.ordinal},
                                           static_cast<int>(row.role), row.start_day);
                       }));
  participations_.clear();
  return {};
}

Result<std::int64_t> RecordWriter::origin_of(const catalogue::SpeakingFiles& files) {
  if (const auto found = origins_.find(files); found != origins_.end()) return found->second;
  const auto origin = ++counters_->origin;
  TRY(TRY(connection_.statement("INSERT INTO origins (id, run_id, files) VALUES (?, ?, ?)"))
          .run(origin, run_.value, joined(files)));
  if (origins_.size() >= kRememberedOrigins) origins_.clear();
  origins_.emplace(files, origin);
  return origin;
}

void RecordWriter::forget() {
  organisations_.forget();
  origins_.clear();
  participations_.clear();
}

}  // namespace tributary::store
