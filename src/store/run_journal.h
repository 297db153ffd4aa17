// store/run_journal.h
//
// Import runs: who imports what, what became of it, and which rows were refused. Every function
// that writes REQUIRES an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/catalogue_store.h"
#include "store/counters.h"

namespace tributary::store {

/// See CatalogueStore::begin_run.
Result<RunId> begin_run(sql::Connection& connection, Counters& counters, std::string_view source,
                        std::string_view label, Timestamp now);

/// Errors: `conflict` naming the live process that imports `source`. Runs of dead ones are marked
/// interrupted on the way. `now` is the moment of asking.
Result<> refuse_while_imported(sql::Connection& connection, std::string_view source, Timestamp now);

/// The first of the runs that a process which lives, or may live, goes on with; none where nothing
/// is imported.
Result<std::optional<RunId>> first_run_going_on(sql::Connection& connection, Timestamp now);

/// Errors: `conflict` when the run does not hold the lease of its source (any more).
Result<> renew_lease(sql::Connection& connection, RunId run, Timestamp now);

/// Adds to the run's counts and to its reject list.
Result<> record_batch(sql::Connection& connection, RunId run, const BatchOutcome& outcome,
                      std::span<const catalogue::Reject> rejects);

Result<> finish_run(sql::Connection& connection, RunId run, const RunEnd& end, Timestamp now);

/// Marks a run that is still running as interrupted and gives its lease back.
Result<> interrupt_run(sql::Connection& connection, RunId run);

Result<> discard_run(sql::Connection& connection, RunId run);

Result<std::vector<ImportRun>> read_runs(sql::Connection& connection);
Result<ImportRun> read_run(sql::Connection& connection, RunId run);  ///< `not_found`
Result<std::vector<catalogue::Reject>> read_rejects(sql::Connection& connection, RunId run,
                                                    std::uint64_t offset, std::uint64_t limit);

}  // namespace tributary::store
