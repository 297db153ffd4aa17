#include "store/run_journal.h"

#include <fmt/format.h>

#include "store/stored_moment.h"
#include "store/writer_process.h"

namespace tributary::store {
namespace {

/// How long a writer whose life cannot be seen from here keeps its lease without a batch. Long,
/// because sorting a large file yields no batch for minutes.
constexpr std::chrono::minutes kLeaseLength{15};

struct Lease {
  RunId run;
  WriterProcess holder;
  Timestamp expires;
};

constexpr std::string_view kLeaseColumns =
    "SELECT run_id, host, process_id, process_started, expires FROM leases ";

Lease lease_of_row(const sql::Statement& row) {
  return {{row.integer(0)},
          {std::string(row.text(1)), row.integer(2), std::string(row.text(3))},
          moment_of(row.integer(4))};
}

Result<std::optional<Lease>> read_lease(sql::Connection& connection, std::string_view source) {
  auto row = TRY(connection.statement(std::string(kLeaseColumns) + "WHERE source = ?"));
  TRY(row.bind(source));
  if (!TRY(row.step())) return std::nullopt;
  return lease_of_row(row);
}

bool is_held(const sql::Connection& connection, const Lease& lease, Timestamp now) {
  const auto machines = connection.location().is_file() ? Machines::this_one : Machines::any;
  switch (liveness_of(lease.holder, machines)) {
    case Liveness::alive:
      return true;
    case Liveness::dead:
      return false;
    case Liveness::cannot_tell:
      break;
  }
  return now < lease.expires;
}

constexpr std::string_view kRunColumns =
    "SELECT id, source, label, content_hash, state, began, ended, added, changed, unchanged, "
    "rejected FROM runs ";

ImportRun run_of_row(const sql::Statement& row) {
  ImportRun run;
  run.id = {row.integer(0)};
  run.source = row.text(1);
  run.label = row.text(2);
  run.content_hash = row.text(3);
  run.state = static_cast<RunState>(row.integer(4));
  run.began = moment_of(row.integer(5));
  if (const auto ended = row.optional_integer(6)) run.ended = moment_of(*ended);
  run.added = static_cast<std::uint64_t>(row.integer(7));
  run.changed = static_cast<std::uint64_t>(row.integer(8));
  run.unchanged = static_cast<std::uint64_t>(row.integer(9));
  run.read = run.added + run.changed + run.unchanged;
  run.rows_rejected = static_cast<std::uint64_t>(row.integer(10));
  return run;
}

Result<> read_files(sql::Connection& connection, ImportRun& run) {
  auto row = TRY(connection.statement(
      "SELECT file, kind, row_count, rejected, refused, added, changed, unchanged, repeated "
      "FROM run_files WHERE run_id = ? ORDER BY number"));
  TRY(row.bind(run.id.value));
  const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
  while (TRY(row.step())) {
    run.files.push_back({.file = std::string(row.text(0)),
                         .kind = std::string(row.text(1)),
                         .rows = count(2),
                         .rejected = count(3),
                         .repeated = count(8),
                         .refused = std::string(row.text(4)),
                         .added = count(5),
                         .changed = count(6),
                         .unchanged = count(7)});
  }
  return {};
}

Result<> give_lease_back(sql::Connection& connection, RunId run) {
  return TRY(connection.statement("DELETE FROM leases WHERE run_id = ?")).run(run.value);
}

}  // namespace

std::string_view name_of(RunState state) {
  switch (state) {
    case RunState::running:
      return "running";
    case RunState::finished:
      return "finished";
    case RunState::interrupted:
      break;
  }
  return "interrupted";
}

Result<> refuse_while_imported(sql::Connection& connection, std::string_view source,
                               Timestamp now) {
  const auto lease = TRY(read_lease(connection, source));
  if (!lease) return {};
  if (!is_held(connection, *lease, now)) return interrupt_run(connection, lease->run);
  return fail(ErrorCode::conflict,
              fmt::format("{} is being imported by process {} on {}", source,
                          lease->holder.process_id, lease->holder.host),
              connection.location().shown());
}

Result<std::optional<RunId>> first_run_going_on(sql::Connection& connection, Timestamp now) {
  auto row = TRY(connection.statement(std::string(kLeaseColumns) + "ORDER BY run_id"));
  while (TRY(row.step())) {
    const auto lease = lease_of_row(row);
    if (is_held(connection, lease, now)) return lease.run;
  }
  return std::nullopt;
}

Result<RunId> begin_run(sql::Connection& connection, Counters& counters, std::string_view source,
                        std::string_view label, Timestamp now) {
  TRY(refuse_while_imported(connection, source, now));
  const RunId run{++counters.run};
  TRY(TRY(connection.statement("INSERT INTO runs (id, source, label, content_hash, state, began) "
                               "VALUES (?, ?, ?, '', ?, ?)"))
          .run(run.value, source, label, static_cast<int>(RunState::running), milliseconds(now)));
  const auto holder = WriterProcess::current();
  TRY(TRY(connection.statement(
              "INSERT INTO leases (source, run_id, host, process_id, process_started, expires) "
              "VALUES (?, ?, ?, ?, ?, ?)"))
          .run(source, run.value, holder.host, holder.process_id, holder.started,
               milliseconds(now + kLeaseLength)));
  return run;
}

Result<> renew_lease(sql::Connection& connection, RunId run, Timestamp now) {
  TRY(TRY(connection.statement("UPDATE leases SET expires = ? WHERE run_id = ?"))
          .run(milliseconds(now + kLeaseLength), run.value));
  if (connection.changed_rows() == 1) return {};
  return fail(ErrorCode::conflict,
              fmt::format("run {} has ended, or another process took its place", run.value),
              connection.location().shown());
}

Result<> record_batch(sql::Connection& connection, RunId run, const BatchOutcome& outcome,
                      std::span<const catalogue::Reject> rejects) {
  auto rejected = TRY(connection.statement("SELECT rejected FROM runs WHERE id = ?"));
  TRY(rejected.bind(run.value));
  TRY(rejected.step());
  auto number = rejected.integer(0);
  rejected.reset();

  auto insert = TRY(
      connection.statement("INSERT INTO rejects (run_id, number, file, line, column_name, reason, "
                           "raw) VALUES (?, ?, ?, ?, ?, ?, ?)"));
  for (const auto& reject : rejects) {
    TRY(insert.run(run.value, ++number, reject.file, reject.line, reject.column, reject.reason,
                   sql::Blob{reject.raw}));
  }
  return TRY(connection.statement("UPDATE runs SET added = added + ?, changed = changed + ?, "
                                  "unchanged = unchanged + ?, rejected = ? WHERE id = ?"))
      .run(outcome.added, outcome.changed, outcome.unchanged, number, run.value);
}

Result<> finish_run(sql::Connection& connection, RunId run, const RunEnd& end, Timestamp now) {
  auto insert = TRY(connection.statement(
      "INSERT INTO run_files (run_id, number, file, kind, row_count, rejected, refused, added, "
      "changed, unchanged, repeated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  std::int64_t number = 0;
  for (const auto& tally : end.files) {
    TRY(insert.run(run.value, ++number, tally.file, tally.kind, tally.rows, tally.rejected,
                   tally.refused, tally.added, tally.changed, tally.unchanged, tally.repeated));
  }
  TRY(TRY(connection.statement(
              "UPDATE runs SET state = ?, ended = ?, content_hash = ? WHERE id = ?"))
          .run(static_cast<int>(RunState::finished), milliseconds(now), end.content_hash,
               run.value));
  return give_lease_back(connection, run);
}

Result<> interrupt_run(sql::Connection& connection, RunId run) {
  TRY(TRY(connection.statement("UPDATE runs SET state = ? WHERE id = ? AND state = ?"))
          .run(static_cast<int>(RunState::interrupted), run.value,
               static_cast<int>(RunState::running)));
  return give_lease_back(connection, run);
}

Result<> discard_run(sql::Connection& connection, RunId run) {
  TRY(give_lease_back(connection, run));
  TRY(TRY(connection.statement("DELETE FROM rejects WHERE run_id = ?")).run(run.value));
  TRY(TRY(connection.statement("DELETE FROM run_files WHERE run_id = ?")).run(run.value));
  return TRY(connection.statement("DELETE FROM runs WHERE id = ?")).run(run.value);
}

Result<std::vector<ImportRun>> read_runs(sql::Connection& connection) {
  std::vector<ImportRun> runs;
  auto row = TRY(connection.statement(std::string(kRunColumns) + "ORDER BY id DESC"));
  while (TRY(row.step())) runs.push_back(run_of_row(row));
  for (auto& run : runs) TRY(read_files(connection, run));
  return runs;
}

Result<ImportRun> read_run(sql::Connection& connection, RunId run) {
  auto row = TRY(connection.statement(std::string(kRunColumns) + "WHERE id = ?"));
  TRY(row.bind(run.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, fmt::format("there is no import run {}", run.value));
  }
  auto read = run_of_row(row);
  TRY(read_files(connection, read));
  return read;
}

Result<std::vector<catalogue::Reject>> read_rejects(sql::Connection& connection, RunId run,
                                                    std::uint64_t offset, std::uint64_t limit) {
  std::vector<catalogue::Reject> rejects;
  auto row = TRY(connection.statement(
      "SELECT file, line, column_name, reason, raw FROM rejects WHERE run_id = ? AND number > ? "
      "ORDER BY number LIMIT ?"));
  // SQLite's numbers are signed; no reject list comes near the border.
  constexpr std::uint64_t kMost = 1ULL << 62;
  TRY(row.bind(run.value, std::min(offset, kMost), std::min(limit, kMost)));
  while (TRY(row.step())) {
    rejects.push_back({std::string(row.text(0)), static_cast<std::uint64_t>(row.integer(1)),
                       std::string(row.text(2)), std::string(row.text(3)),
                       std::string(row.blob(4))});
  }
  return rejects;
}

}  // namespace tributary::store
