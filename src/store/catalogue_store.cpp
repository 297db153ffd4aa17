#include "store/catalogue_store.h"

#include <optional>
#include <set>

#include "base/log.h"
#include "sql/checkpointer.h"
#include "sql/transaction.h"
#include "store/catalogue_reader.h"
#include "store/content_digest.h"
#include "store/counters.h"
#include "store/identity/organisation_decisions.h"
#include "store/open_database.h"
#include "store/record_writer.h"
#include "store/run_journal.h"
#include "store/source_removal.h"

namespace tributary::store {

struct CatalogueStore::State {
  sql::Connection connection;
  CatalogueReader reader{connection};
  RecordWriter writer{connection};
  std::int64_t written_version = -1;                // of the catalogue, as the writer left it
  std::int64_t seen_decision = -1;                  // on who is who, when the writer last wrote
  std::set<RunId> open_runs;                        // begun here and not ended
  std::optional<sql::Transaction> waiting;          // of batches that are to be committed later
  std::unique_ptr<sql::Checkpointer> checkpointer;  // of imports that have such batches

  explicit State(sql::Connection opened) : connection(std::move(opened)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// An import that ended with an error shall not keep its source locked as long as this process
  /// lives.
  ~State() {
    waiting.reset();
    for (const auto run : open_runs) {
      if (auto ended = interrupt(run); !ended) log::warning(ended.error().text());
    }
  }

  Result<> interrupt(RunId run) {
    auto transaction = TRY(sql::Transaction::begin(connection));
    TRY(interrupt_run(connection, run));
    return transaction.commit();
  }

  /// All of apply() but the commit.
  Result<BatchOutcome> write(RunId run, std::span<const PreparedRecord> records,
                             std::span<const catalogue::Reject> rejects, Timestamp now) {
    TRY(renew_lease(connection, run, now));
    auto counters = TRY(Counters::read(connection));
    // A split moves marks, and leaves the catalogue's version as it is.
    const auto decision = TRY(newest_decision(connection));
    if (counters.catalogue_version != written_version || decision != seen_decision) writer.forget();
    seen_decision = decision;
    auto outcome = TRY(writer.write(run, records, counters, now));
    TRY(record_batch(connection, run, outcome, rejects));
    TRY(counters.write(connection));
    written_version = counters.catalogue_version;
    outcome.catalogue_version = static_cast<std::uint64_t>(counters.catalogue_version);
    return outcome;
  }

  Result<> commit_waiting() {
    auto committed = writer.finish();
    if (committed) committed = waiting->commit();
    if (!committed) roll_back_waiting();
    waiting.reset();
    if (committed && checkpointer) checkpointer->request();
    return committed;
  }

  void roll_back_waiting() {
    waiting.reset();
    writer.forget();  // what it remembers was never there
  }
};

CatalogueStore::CatalogueStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
CatalogueStore::CatalogueStore(CatalogueStore&&) noexcept = default;
CatalogueStore& CatalogueStore::operator=(CatalogueStore&&) noexcept = default;
CatalogueStore::~CatalogueStore() = default;

Result<CatalogueStore> CatalogueStore::open(const Location& location) {
  return CatalogueStore(std::make_unique<State>(TRY(open_database(location))));
}

Result<RunId> CatalogueStore::begin_run(std::string_view source, std::string_view label,
                                        Timestamp now) {
  auto& connection = state_->connection;
  auto transaction = TRY(sql::Transaction::begin(connection));
  auto counters = TRY(Counters::read(connection));
  const auto run = TRY(store::begin_run(connection, counters, source, label, now));
  TRY(counters.write(connection));
  TRY(transaction.commit());
  state_->open_runs.insert(run);
  return run;
}

Result<BatchOutcome> CatalogueStore::apply(RunId run, std::span<const PreparedRecord> records,
                                           std::span<const catalogue::Reject> rejects,
                                           Timestamp now, Keep keep) {
  auto& waiting = state_->waiting;
  auto& checkpointer = state_->checkpointer;
  const auto& location = state_->connection.location();
  if (keep == Keep::waiting && !checkpointer && location.is_file()) {
    checkpointer = TRY(sql::Checkpointer::start(location.file()));
  }
  if (!waiting) waiting.emplace(TRY(sql::Transaction::begin(state_->connection)));
  auto outcome = state_->write(run, records, rejects, now);
  if (outcome && keep == Keep::waiting) return outcome;
  if (outcome && keep == Keep::yes) {
    TRY(state_->commit_waiting());
  } else {
    state_->roll_back_waiting();
  }
  return outcome;
}

Result<> CatalogueStore::discard_run(RunId run) {
  auto transaction = TRY(sql::Transaction::begin(state_->connection));
  TRY(store::discard_run(state_->connection, run));
  TRY(transaction.commit());
  state_->open_runs.erase(run);
  return {};
}

// The run's end outlives a power cut, and with it all of the run: an index that names the version
// of the catalogue must never be newer than the catalogue.
Result<ImportRun> CatalogueStore::finish_run(RunId run, const RunEnd& end, Timestamp now) {
  auto& connection = state_->connection;
  if (state_->waiting) TRY(state_->commit_waiting());
  auto transaction = TRY(sql::Transaction::begin(connection, sql::Durability::power_cut));
  TRY(renew_lease(connection, run, now));
  TRY(store::finish_run(connection, run, end, now));
  TRY(transaction.commit());
  state_->open_runs.erase(run);
  if (state_->checkpointer) state_->checkpointer->request();
  return read_run(connection, run);
}

void CatalogueStore::settle() {
  state_->writer.forget();
  state_->connection.release_memory();
  if (state_->checkpointer) state_->checkpointer->request_to_empty_log();
}

Result<std::vector<ImportRun>> CatalogueStore::runs() {
  const auto snapshot = TRY(sql::Snapshot::begin(state_->connection));
  return read_runs(state_->connection);
}

Result<std::vector<catalogue::Reject>> CatalogueStore::rejects(RunId run, std::uint64_t offset,
                                                               std::uint64_t limit) {
  const auto snapshot = TRY(sql::Snapshot::begin(state_->connection));
  TRY(read_run(state_->connection, run));
  return read_rejects(state_->connection, run, offset, limit);
}

Result<std::vector<CoverageRow>> CatalogueStore::coverage() { return state_->reader.coverage(); }

Result<StoredProject> CatalogueStore::project(std::string_view slug) {
  return state_->reader.project(slug);
}

Result<std::vector<StoredProject>> CatalogueStore::projects(std::span<const std::string> slugs) {
  return state_->reader.projects(slugs);
}

Result<StoredOrganisation> CatalogueStore::organisation(OrganisationId id,
                                                        std::uint64_t participation_limit) {
  return state_->reader.organisation(id, participation_limit);
}

Result<StoredOrganisation> CatalogueStore::organisation_named(OrganisationId id) {
  return state_->reader.organisation_named(id);
}

Result<> CatalogueStore::for_each_project(const std::function<bool(ProjectId)>& wanted,
                                          const std::function<Result<>(StoredProject)>& visit) {
  return state_->reader.for_each_project(wanted, visit);
}

Result<std::uint64_t> CatalogueStore::catalogue_version() {
  return static_cast<std::uint64_t>(TRY(Counters::read(state_->connection)).catalogue_version);
}

Result<bool> CatalogueStore::is_being_imported(Timestamp now) {
  return TRY(first_run_going_on(state_->connection, now)).has_value();
}

bool CatalogueStore::is_alive() { return state_->connection.is_alive(); }

Result<std::uint64_t> CatalogueStore::projects_of_source(std::string_view source) {
  auto row =
      TRY(state_->connection.statement("SELECT COUNT(*) FROM source_records WHERE source = ?"));
  TRY(row.bind(source));
  TRY(row.step());
  return static_cast<std::uint64_t>(row.integer(0));
}

Result<std::uint64_t> CatalogueStore::remove_source(std::string_view source) {
  auto& connection = state_->connection;
  auto transaction = TRY(sql::Transaction::begin(connection, sql::Durability::power_cut));
  // No moment is given: a process whose life cannot be seen from here counts as living.
  TRY(refuse_while_imported(connection, source, Timestamp::min()));
  auto counters = TRY(Counters::read(connection));
  const auto removed = TRY(remove_projects_of(connection, source));
  if (removed > 0) ++counters.catalogue_version;
  TRY(counters.write(connection));
  TRY(transaction.commit());
  state_->writer.forget();
  return removed;
}

Result<std::string> CatalogueStore::content_digest() {
  return store::content_digest(state_->connection);
}

}  // namespace tributary::store
