#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/import_dataset.h"
#include "base/memory.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/memory_size.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "http/json/catalogue_json.h"
#include "http/json/identity_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

/// One line for each file that took part, then the sums.
void print_for_people(const app::ImportReport& report, bool dry_run) {
  const auto terminal = Terminal::standard_output();
  for (const auto& run : report.runs) {
    fmt::print("{}  {}\n", terminal.strong(run.label), terminal.muted(run.source));
    for (const auto& file : run.files) {
      if (!file.refused.empty()) {
        fmt::print("  {}\n    {}: {}\n", file.file, terminal.strong("refused"), file.refused);
        continue;
      }
      fmt::print("  {}\n    {}: {} rows, {} rejected; {} new, {} changed, {} unchanged\n",
                 file.file, file.kind, grouped(file.rows), grouped(file.rejected),
                 grouped(file.added), grouped(file.changed), grouped(file.unchanged));
    }
  }
  for (const auto& file : report.refused) {
    fmt::print("{}\n    {}: {}\n", file.file, terminal.strong("refused"), file.refused);
  }
  fmt::print(
      "{}{} projects read: {} new, {} changed, {} unchanged. {} rows rejected, {} files refused.\n",
      dry_run ? "Dry run, nothing stored. " : "", grouped(report.read), grouped(report.added),
      grouped(report.changed), grouped(report.unchanged), grouped(report.rejected),
      grouped(report.refused.size()));
  if (report.resolved.compared > 0) {
    fmt::print("{} new or changed organisations: {} merged with others, {} pairs doubtful.\n",
               grouped(report.resolved.compared), grouped(report.resolved.merged),
               grouped(report.resolved.doubtful));
  }
  for (const auto& run : report.runs) {
    if (run.rows_rejected > 0 && !dry_run)
      fmt::print("See the rejected rows with: tributary rejects {}\n", run.id.value);
  }
}

boost::json::object json_of(const app::ImportReport& report, bool dry_run) {
  boost::json::array refused;
  for (const auto& file : report.refused) {
    refused.push_back({{"file", file.file}, {"refused", file.refused}});
  }
  return {{"dry_run", dry_run},
          {"read", report.read},
          {"new", report.added},
          {"changed", report.changed},
          {"unchanged", report.unchanged},
          {"rejected", report.rejected},
          {"indexed", report.indexed},
          {"organisations", http::resolve_json(report.resolved)},
          {"runs", http::imports_json(report.runs)["runs"]},
          {"refused", std::move(refused)}};
}

}  // namespace

Result<int> import_command(const ImportOptions& options) {
  return_freed_memory();
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  app::ImportRequest request{
      .source = options.source, .rehearse = options.dry_run, .resolve = options.resolve};
  for (const auto& path : options.paths) request.paths.emplace_back(path);
  if (!options.memory.empty()) {
    request.index_memory_bytes = TRY(memory_size(options.memory, most_memory_bytes()));
  }

  Result<app::ImportReport> outcome = [&] {
    ProgressLine progress;
    return app::import_dataset(data, request, clock,
                               [&](const app::ImportStep& step) { progress.show(step); });
  }();
  const auto report = TRY(std::move(outcome));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(json_of(report, options.dry_run)));
  } else {
    print_for_people(report, options.dry_run);
  }
  if (report.read == 0) return kFailure;
  return report.rejected == 0 && report.refused.empty() ? kSuccess : kPartial;
}

}  // namespace tributary::cli
