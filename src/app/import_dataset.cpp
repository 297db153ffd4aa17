#include "app/import_dataset.h"

#include <unordered_map>

#include "app/build_index.h"
#include "app/demonstration/demonstration.h"
#include "app/import_index.h"
#include "app/read_ahead.h"
#include "base/memory.h"
#include "store/pool.h"

namespace tributary::app {
namespace {

constexpr std::size_t kBatchRecords = 125;
constexpr std::size_t kBatchesAhead = 12;
constexpr std::size_t kBatchesCommittedTogether = 80;

/// Counts what became of the records of a batch for each file that spoke of them.
class FileCounts {
 public:
  void add(const std::vector<store::PreparedRecord>& records,
           const std::vector<store::RecordOutcome>& outcomes) {
    for (std::size_t at = 0; at < records.size() && at < outcomes.size(); ++at) {
      count(counts_[records[at].record.files], outcomes[at]);
    }
  }

  [[nodiscard]] std::vector<catalogue::FileTally> fill(
      std::vector<catalogue::FileTally> tallies) const {
    std::unordered_map<std::string_view, Counts> by_name;
    for (const auto& [files, counted] : counts_) {
      for (const auto& file : *files) {
        auto& sums = by_name[file];
        sums.added += counted.added;
        sums.changed += counted.changed;
        sums.unchanged += counted.unchanged;
      }
    }
    for (auto& tally : tallies) {
      const auto found = by_name.find(tally.file);
      if (found == by_name.end()) continue;
      tally.added = found->second.added;
      tally.changed = found->second.changed;
      tally.unchanged = found->second.unchanged;
    }
    return tallies;
  }

 private:
  struct Counts {
    std::uint64_t added = 0, changed = 0, unchanged = 0;
  };

  static void count(Counts& counts, store::RecordOutcome outcome) {
    switch (outcome) {
      case store::RecordOutcome::added:
        ++counts.added;
        break;
      case store::RecordOutcome::changed:
        ++counts.changed;
        break;
      case store::RecordOutcome::unchanged:
        ++counts.unchanged;
        break;
    }
  }

  std::unordered_map<catalogue::SpeakingFiles, Counts> counts_;
};

/// What a run that kept nothing would have said of itself.
store::ImportRun rehearsed_run(const catalogue::OpenedImport& import,
                               const store::BatchOutcome& sums, std::uint64_t rejected,
                               store::RunEnd end, Timestamp now) {
  store::ImportRun run{
      .source = import.source, .label = import.label, .content_hash = std::move(end.content_hash)};
  run.state = store::RunState::finished;
  run.began = now;
  run.ended = now;
  run.read = sums.added + sums.changed + sums.unchanged;
  run.added = sums.added;
  run.changed = sums.changed;
  run.unchanged = sums.unchanged;
  run.rows_rejected = rejected;
  run.files = std::move(end.files);
  return run;
}

Result<store::ImportRun> import_one(catalogue::OpenedImport& import, store::CatalogueStore& store,
                                    ImportIndex& index, store::Keep keep, const Clock& clock,
                                    const ImportListener& listener) {
  const auto run = TRY(store.begin_run(import.source, import.label, clock.now()));
  store::BatchOutcome sums;
  std::uint64_t rejected = 0;
  std::size_t taken = 0;
  FileCounts files;
  {
    ReadAhead batches(*import.stream, kBatchRecords, kBatchesAhead);
    if (keep == store::Keep::no) batches.want_documents(false);
    while (true) {
      auto batch = TRY(batches.next());
      if (batch.empty()) break;
      if (keep != store::Keep::no) {
        keep = ++taken % kBatchesCommittedTogether == 0 ? store::Keep::yes : store::Keep::waiting;
      }
      const auto outcome = TRY(store.apply(run, batch.records, batch.rejects, clock.now(), keep));
      sums.added += outcome.added;
      sums.changed += outcome.changed;
      sums.unchanged += outcome.unchanged;
      rejected += batch.rejects.size();
      files.add(batch.records, outcome.records);
      if (keep != store::Keep::no) {
        TRY(index.add(batch.records, std::move(batch.documents), outcome));
      }
      // Where nothing is new, as in most files that are imported again, they are made for nothing.
      batches.want_documents(outcome.added > 0 && keep != store::Keep::no);
      listener({ImportPhase::reading, import.label, batch.progress.bytes_read,
                batch.progress.bytes_total, batch.progress.records});
    }
  }
  release_freed_memory();  // all that is in memory is sorted now, and takes as much again
  TRY(index.write_out());  // beside the end of the run
  store::RunEnd end{.files = files.fill(import.stream->tallies()),
                    .content_hash = import.stream->content_hash()};
  import.stream.reset();
  release_freed_memory();  // what reading took is wanted for the index
  if (keep != store::Keep::no) return store.finish_run(run, end, clock.now());
  TRY(store.discard_run(run));
  return rehearsed_run(import, sums, rejected, std::move(end), clock.now());
}

void add(ImportReport& report, store::ImportRun run) {
  report.read += run.read;
  report.added += run.added;
  report.changed += run.changed;
  report.unchanged += run.unchanged;
  report.rejected += run.rows_rejected;
  report.runs.push_back(std::move(run));
}

}  // namespace

Result<ImportReport> import_dataset(const DataDirectory& data, const ImportRequest& request,
                                    const Clock& clock, const ImportListener& listener) {
  auto plan = TRY(catalogue::plan_import(request.paths, request.source));
  ImportReport report{.refused = std::move(plan.refused)};
  if (plan.imports.empty()) {
    const auto reason =
        report.refused.empty() ? "there is no file" : report.refused.front().refused;
    const auto where =
        report.refused.empty() ? request.paths.front().string() : report.refused.front().file;
    return fail(ErrorCode::unrecognised, reason, where);
  }
  TRY(data.prepare());
  auto store = TRY(store::CatalogueStore::open(data.database()));
  const auto keep = request.rehearse ? store::Keep::no : store::Keep::yes;
  auto index = TRY(ImportIndex::begin(data, store, request.index_memory_bytes));
  for (auto& import : plan.imports)
    add(report, TRY(import_one(import, store, index, keep, clock, listener)));
  if (request.rehearse) return report;

  // The demonstration stands in for real projects, so it leaves when they come.
  if (report.read > 0 && TRY(remove_demonstration(store)) > 0) index.note_removal();
  const bool is_changed = report.added + report.changed > 0;
  if (!TRY(index_is_current(data, store))) {
    store.settle();
    release_freed_memory();
    report.indexed = TRY(index.finish(store, [&](std::uint64_t projects) {
      listener({.phase = ImportPhase::indexing, .projects = projects});
    }));
  }
  // Behind the index: what was imported can be searched while it is compared.
  if (is_changed && request.resolve) {
    listener({.phase = ImportPhase::resolving});
    store.settle();
    store::ConnectionPool connections(data.database());
    report.resolved = TRY(resolve_organisations(connections, clock));
  }
  return report;
}

}  // namespace tributary::app
