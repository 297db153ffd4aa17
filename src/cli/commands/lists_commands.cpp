#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/catalogue_json.h"
#include "http/json/serialize.h"
#include "store/catalogue_store.h"

namespace tributary::cli {
namespace {

Result<store::CatalogueStore> open_store(const Common& common) {
  const auto data = TRY(common.data());
  if (!data.has_database()) {
    return fail(ErrorCode::not_found,
                "there is no catalogue here; 'tributary import' or 'tributary demo' makes one",
                data.database().shown());
  }
  return store::CatalogueStore::open(data.database());
}

/// Sums the projects of `rows` by what `key` says, largest first.
template <class Key>
std::vector<std::pair<std::string, std::uint64_t>> summed(
    const std::vector<store::CoverageRow>& rows, Key key) {
  std::map<std::string, std::uint64_t> sums;
  for (const auto& row : rows) sums[key(row)] += row.projects;
  std::vector<std::pair<std::string, std::uint64_t>> sorted(sums.begin(), sums.end());
  std::ranges::stable_sort(sorted, std::greater{}, [](const auto& entry) { return entry.second; });
  return sorted;
}

void print_sums(const Terminal& terminal, std::string_view title,
                const std::vector<std::pair<std::string, std::uint64_t>>& sums) {
  fmt::print("{}\n", terminal.strong(title));
  for (const auto& [name, projects] : sums) {
    fmt::print("  {:>12}  {}\n", grouped(projects), name.empty() ? "unknown" : name);
  }
}

}  // namespace

Result<int> imports_command(const ImportsOptions& options) {
  auto store = TRY(open_store(options.common));
  const auto runs = TRY(store.runs());
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::imports_json(runs)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{}\n", terminal.strong("  run  began                source       state        read   "
                                     "     new    changed  unchanged   rejected  what"));
  for (const auto& run : runs) {
    fmt::print("{:>5}  {:.19}  {:<11}  {:<11}{:>6} {:>10} {:>10} {:>10} {:>10}  {}\n", run.id.value,
               rfc3339(run.began), run.source, name_of(run.state), run.read, run.added, run.changed,
               run.unchanged, run.rows_rejected, run.label);
  }
  return kSuccess;
}

Result<int> rejects_command(const RejectsOptions& options) {
  auto store = TRY(open_store(options.common));
  const auto rejects = TRY(store.rejects(store::RunId{options.run}, options.offset, options.limit));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::rejects_json(rejects)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  for (const auto& reject : rejects) {
    fmt::print("{}{}{}\n  {}\n", terminal.strong(reject.file),
               reject.line > 0 ? fmt::format(" line {}", reject.line) : "",
               reject.column.empty() ? "" : fmt::format(", column {}", reject.column),
               reject.reason);
    auto raw = reject.raw;
    std::ranges::replace_if(
        raw, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\x1b'; }, ' ');
    fmt::print("  {}\n",
               terminal.muted(terminal.is_terminal() ? fitted(raw, terminal.width() - 2) : raw));
  }
  if (rejects.size() == options.limit) {
    fmt::print("There may be more: --offset {}\n", options.offset + options.limit);
  }
  return kSuccess;
}

Result<int> coverage_command(const CoverageOptions& options) {
  auto store = TRY(open_store(options.common));
  const auto as_of = SystemClock().today();
  const auto rows = TRY(store.coverage());
  std::uint64_t total = 0, with_summary = 0, with_participations = 0;
  for (const auto& row : rows) {
    total += row.projects;
    with_summary += row.with_summary;
    with_participations += row.with_participations;
  }
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::coverage_json(rows, as_of)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{}: {} projects, {} with a summary, {} with organisations\n", as_of.iso(),
             grouped(total), grouped(with_summary), grouped(with_participations));
  print_sums(terminal, "By programme", summed(rows, [](const auto& row) { return row.programme; }));
  auto years =
      summed(rows, [](const auto& row) { return row.year ? std::to_string(*row.year) : ""; });
  std::ranges::sort(years);
  print_sums(terminal, "By year of start", years);
  print_sums(terminal, "By country of the coordinator",
             summed(rows, [](const auto& row) { return row.country; }));
  return kSuccess;
}

}  // namespace tributary::cli
