// store/catalogue_store.h
//
// Where projects, organisations and import runs live: the truth that every index is derived from.
//
//   auto store = TRY(CatalogueStore::open(data_dir / "tributary.db"));
//   auto run = TRY(store.begin_run("cordis", "horizon-europe", clock.now()));
//   auto outcome = TRY(store.apply(run, prepare(records), rejects));   // one transaction: what is
//   committed survives a kill TRY(store.finish_run(run, {tallies, hash}, clock.now()));
//
// The database is a file or with a PostgreSQL server (sql/location.h).
//
// Thread rule: one CatalogueStore a thread, any number of them (and of processes) on one database;
// writers wait for each other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/file.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "catalogue/import_stream.h"
#include "catalogue/project.h"
#include "sql/location.h"
#include "store/prepared_record.h"

namespace tributary::store {

using ProjectId = StrongId<struct ProjectTag>;
using OrganisationId = StrongId<struct OrganisationTag>;
using RunId = StrongId<struct RunTag>;
using sql::Location;

enum class RunState : std::uint8_t { running, finished, interrupted };

/// As lists and the API write it: "running".
std::string_view name_of(RunState state);

/// What is known of a run once its input has been read.
struct RunEnd {
  std::vector<catalogue::FileTally> files;
  std::string content_hash;  ///< names the input
};

/// One import of one set of files. The content hash is empty before its end. The counts are of
/// records (projects), but for `rows_rejected`.
struct ImportRun {
  RunId id;
  std::string source, label, content_hash;
  RunState state = RunState::running;
  Timestamp began;
  std::optional<Timestamp> ended;
  std::uint64_t read = 0, added = 0, changed = 0, unchanged = 0;
  std::uint64_t rows_rejected = 0;
  std::vector<catalogue::FileTally> files;
};

enum class RecordOutcome : std::uint8_t { added, changed, unchanged };

struct BatchOutcome {
  std::uint64_t added = 0, changed = 0, unchanged = 0;
  // One for each record of the batch, in its order.
  std::vector<RecordOutcome> records;
  std::vector<ProjectId> projects;      ///< that it speaks of
  std::uint64_t catalogue_version = 0;  ///< after the batch
};

/// Whether a batch is kept, or only tried to see what it would do.
enum class Keep : std::uint8_t {
  yes,      ///< it is committed, with all before that were to wait
  waiting,  ///< it waits for a later one, or the run's end, to be committed with: pages that many
            ///< batches touch are then written once. Until then nothing else is to be asked of this
            ///< store, and other writers wait
  no,
};

/// An organisation's place in a project, with the organisation resolved.
struct StoredParticipation {
  OrganisationId organisation;    ///< of one that is part of another: that other
  std::string organisation_slug;  ///< "<id>-<name in ASCII>", as in /organisations/<slug>
  catalogue::Participation as_published;
};

/// Which run and file a field's value came from.
struct FieldProvenance {
  std::string field;  ///< as in the JSON of a project, e.g. "title"
  std::string source, key, file;
  RunId run;
  Timestamp imported;
};

/// A value that an import replaced, or filled in (then `before` is empty). In words for people: of
/// a list, how many items and which ones differ.
struct HistoryEntry {
  RunId run;
  Timestamp when;
  std::string field, before, after;
};

struct StoredProject {
  ProjectId id;
  std::string slug;                 ///< of project_slug(), as in /projects/<slug>; never changes
  catalogue::SourceProject merged;  ///< without participations, which follow resolved
  std::vector<StoredParticipation> participations;  ///< coordinator first, then by published order
  std::vector<FieldProvenance> provenance;
  std::vector<HistoryEntry> history;  ///< newest first
};

/// "<source>-<source id>".
std::string project_slug(std::string_view source, std::string_view key);
std::string project_slug(const catalogue::SourceProject& project);

/// The place of a participation in the order in which they are shown, of equals as they were
/// published: the coordinator first, then by published order.
std::pair<bool, std::uint32_t> place_shown(const catalogue::Participation& participation);

struct OrganisationParticipation {
  std::string project_slug, acronym, title, programme;
  std::optional<Date> start, end;
  catalogue::Role role = catalogue::Role::unknown;
  std::optional<Money> contribution;
};

/// An organisation that was found to be another one under its name and numbers.
struct StoredMember {
  OrganisationId id;
  catalogue::NamedOrganisation named;
};

struct StoredOrganisation {
  OrganisationId id;
  std::string slug;
  catalogue::NamedOrganisation named;  ///< the most complete and newest statement, field by field
  std::vector<std::string> aliases;    ///< other names that sources used
  std::vector<StoredMember> members;   ///< who became part of it, by number
  std::uint64_t projects = 0;          ///< exact, also where `participations` is cut
  std::uint64_t coordinated = 0;       ///< of these, those that it coordinates
  std::vector<OrganisationParticipation>
      participations;  ///< newest first, at most the limit asked for
};

struct CoverageRow {
  std::string programme;
  std::optional<std::int32_t>
      year;             ///< of the start, else of the call; nothing where neither is known
  std::string country;  ///< of the coordinator; empty where unknown
  std::uint64_t projects = 0, with_summary = 0, with_participations = 0;
};

class CatalogueStore {
 public:
  /// Opens or creates and migrates. Errors: `database` naming the location.
  static Result<CatalogueStore> open(const Location& location);
  CatalogueStore(CatalogueStore&&) noexcept;
  CatalogueStore& operator=(CatalogueStore&&) noexcept;
  ~CatalogueStore();

  /// Starts a run and takes the lease of its source. Runs of a process that died are marked
  /// interrupted. Errors: `conflict` while another live process imports this source.
  Result<RunId> begin_run(std::string_view source, std::string_view label, Timestamp now);

  /// Takes a batch in one transaction and renews the lease. A record equal to what is stored is
  /// unchanged; a field that differs is replaced, with its old value in the history; a field that
  /// the record leaves empty stands. After an error none of those that were not committed is kept.
  Result<BatchOutcome> apply(RunId run, std::span<const PreparedRecord> records,
                             std::span<const catalogue::Reject> rejects, Timestamp now,
                             Keep keep = Keep::yes);

  /// Forgets a run that kept nothing, and gives the lease back: how a rehearsal ends.
  Result<> discard_run(RunId run);

  /// Ends the run and gives the lease back.
  Result<ImportRun> finish_run(RunId run, const RunEnd& end, Timestamp now);

  /// Nothing is written for some time: gives back what memory is held to be faster, which fills
  /// again with use, and has the database's log emptied, beside whatever follows.
  void settle();

  Result<std::vector<ImportRun>> runs();  ///< newest first
  Result<std::vector<catalogue::Reject>> rejects(RunId run, std::uint64_t offset,
                                                 std::uint64_t limit);
  Result<std::vector<CoverageRow>> coverage();

  Result<StoredProject> project(std::string_view slug);  ///< `not_found`
  /// In the order asked; without provenance and history. A slug that is not there is left out.
  Result<std::vector<StoredProject>> projects(std::span<const std::string> slugs);
  /// Of one that is part of another: that other.
  Result<StoredOrganisation> organisation(OrganisationId id,
                                          std::uint64_t participation_limit);  ///< `not_found`
  /// Who it is, without other names, counts and participations.
  Result<StoredOrganisation> organisation_named(OrganisationId id);  ///< `not_found`

  /// Every project that is `wanted` in order of id, without provenance and history: what an index
  /// is built from. One at a time is in memory, and all are of one moment, whoever writes
  /// meanwhile. Neither function may call this store.
  Result<> for_each_project(const std::function<bool(ProjectId)>& wanted,
                            const std::function<Result<>(StoredProject)>& visit);

  /// One more whenever a batch or a removal changed a project or organisation; names the state that
  /// an index was built from.
  Result<std::uint64_t> catalogue_version();

  /// Whether a process that lives, or may live, imports any source.
  Result<bool> is_being_imported(Timestamp now);

  /// Whether the database can be asked at all: false once its server has closed the connection, and
  /// another store is to be opened. Does not wait for the server.
  [[nodiscard]] bool is_alive();

  /// How many projects `source` has in the catalogue.
  Result<std::uint64_t> projects_of_source(std::string_view source);

  /// Removes every project of `source`, and organisations that only these named; its runs stay.
  /// Returns how many projects. Errors: `conflict` while a live process imports this source.
  Result<std::uint64_t> remove_source(std::string_view source);

  /// A digest of projects, organisations and who takes part in what, ids included, runs and moments
  /// left out: equal for two stores that took in the same records in the same order, however often
  /// they were interrupted. 32 hexadecimal digits. Reads everything.
  Result<std::string> content_digest();

 private:
  struct State;
  explicit CatalogueStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::store
