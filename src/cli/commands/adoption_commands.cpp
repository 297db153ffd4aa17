#include <fmt/format.h>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/adoption_json.h"
#include "http/json/serialize.h"
#include "http/json/table_import_json.h"

namespace tributary::cli {
namespace {

void print_coverage(std::string_view where, const ecosystem::Coverage& coverage) {
  fmt::print("  {:<4} {} of {} heard from, of {} providers · {}\n", where,
             grouped(coverage.providers_using), grouped(coverage.providers_reporting),
             grouped(coverage.providers_in_scope),
             coverage.share() ? fmt::format("{:.0f} %", *coverage.share() * 100) : "not known");
}

void print_adoption(const app::AdoptionView& view, const Terminal& terminal) {
  fmt::print("{}\nas of {}\n\n", terminal.strong(view.title), view.day.iso());
  print_coverage("all", view.coverage);
  for (const auto& [state, coverage] : view.states) print_coverage(state.value, coverage);
  if (!view.spread.empty()) fmt::print("\n  year  ever adopted  in use\n");
  for (const auto& [year, adopted, in_use] : view.spread) {
    fmt::print("  {}  {:>12}  {:>6}\n", year, adopted, in_use);
  }
}

}  // namespace

Result<int> adoption_show_command(const AdoptionShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view =
      TRY(ecosystem->adoption().view({options.innovation}, {options.member_state}, {}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::adoption_json(view)));
  } else {
    print_adoption(view, Terminal::standard_output());
  }
  return kSuccess;
}

Result<int> adoption_import_command(const AdoptionImportOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto report = TRY(ecosystem->adoption().import_file(options.file));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::table_import_json(report)));
  } else {
    fmt::print("{} added, {} changed, {} unchanged, {} rejected; {} new providers\n", report.added,
               report.changed, report.unchanged, report.rejected.size(), report.providers_added);
    for (const auto& [line, column, reason] : report.rejected) {
      fmt::print("  line {}{}: {}\n", line, column.empty() ? "" : ", " + column, reason);
    }
  }
  return report.rejected.empty() ? kSuccess : kPartial;
}

}  // namespace tributary::cli
