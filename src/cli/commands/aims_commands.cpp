#include <fmt/format.h>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/aims_json.h"
#include "http/json/serialize.h"
#include "http/json/table_import_json.h"

namespace tributary::cli {
namespace {

std::string value_in_words(const app::ShownFigure& figure) {
  if (!figure.value) return "not known";
  switch (unit_of(figure.figure.measure)) {
    case ecosystem::AimUnit::share:
      return fmt::format("{:.1f} %", *figure.value * 100);
    case ecosystem::AimUnit::count:
    case ecosystem::AimUnit::days:
      return fmt::format("{:.0f}", *figure.value);
    default:
      return fmt::format("{:.1f}", *figure.value);
  }
}

void print_aim(const app::AimsView& view, ecosystem::Aim aim) {
  for (const auto& [figure, years] : view.series) {
    if (aim_of(figure.measure) != aim) continue;
    fmt::print("  {}\n", name_of(figure));
    for (const auto& year : years) {
      // What nobody knows of any year is one line, not one a year.
      if (!year.value && year.year != view.to) continue;
      fmt::print("    {}  {:>10}  {} of {} heard, {} rows, as of {}\n", year.year,
                 value_in_words(year), grouped(year.heard_from),
                 year.in_scope ? grouped(*year.in_scope) : std::string("an unknown number"),
                 grouped(year.row_count), year.as_of.iso());
    }
  }
}

}  // namespace

Result<int> aims_show_command(const AimsShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto or_usual = [](int year) { return year == 0 ? std::nullopt : std::optional(year); };
  const auto view = TRY(ecosystem->aims().view(
      {options.state}, {.from = or_usual(options.from), .to = or_usual(options.to)}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::aims_json(view)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{}\n", terminal.strong("Contribution of VET to innovation, " + view.state.value));
  print_aim(view, ecosystem::Aim::contribution);
  fmt::print("\n{}\n", terminal.strong("Incidence of innovation in VET, " + view.state.value));
  print_aim(view, ecosystem::Aim::incidence);
  return kSuccess;
}

Result<int> aims_import_command(const AimsImportOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto report = TRY(ecosystem->aims().import_file(options.file));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::table_import_json(report)));
  } else if (report.rejected.empty()) {
    fmt::print("{} added, {} changed, {} unchanged; {} new providers\n", report.added,
               report.changed, report.unchanged, report.providers_added);
  } else {
    fmt::print("nothing was taken: {} rows cannot be\n", report.rejected.size());
    for (const auto& [line, column, reason] : report.rejected) {
      fmt::print("  line {}{}: {}\n", line, column.empty() ? "" : ", " + column, reason);
    }
  }
  return report.rejected.empty() ? kSuccess : kFailure;
}

}  // namespace tributary::cli
