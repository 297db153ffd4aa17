#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/portal.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/serialize.h"
#include "http/json/similar_json.h"

namespace tributary::cli {
namespace {

std::string reasons(const std::vector<search::SharedWord>& shared) {
  std::vector<std::string> parts;
  for (const auto& [word, share] : shared) {
    parts.push_back(fmt::format("{} {:.0f} %", word, 100 * share));
  }
  return fmt::format("both have: {}", fmt::join(parts, ", "));
}

void print_for_people(const app::SimilarResponse& response) {
  const auto terminal = Terminal::standard_output();
  if (response.hits.empty()) {
    fmt::print("No other project shares a telling word with this one.\n");
  }
  for (const auto& hit : response.hits) {
    const auto& merged = hit.project.merged;
    auto title = terminal.strong(merged.title.empty() ? merged.key : merged.title);
    if (!merged.title.empty() && !merged.acronym.empty()) title += "  " + merged.acronym;
    fmt::print("\n{}", terminal.wrapped(title, 0));
    fmt::print("  {}\n", terminal.muted(hit.project.slug));
    fmt::print("{}", terminal.wrapped(reasons(hit.shared), 2));
  }
}

}  // namespace

Result<int> similar_command(const SimilarOptions& options) {
  const SystemClock clock;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  const auto response = TRY(portal->similar(options.id, options.limit));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::similar_json(response)));
  } else {
    print_for_people(response);
  }
  return kSuccess;
}

}  // namespace tributary::cli
