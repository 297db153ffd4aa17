#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/application_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

Result<std::unique_ptr<app::Ecosystem>> open_ecosystem(const Common& common, const Clock& clock) {
  const auto data = TRY(common.data());
  if (!data.has_database()) {
    return fail(ErrorCode::not_found, "there is no database here", data.database().shown());
  }
  return app::Ecosystem::open(data, clock);
}

Result<std::optional<eco::VersionNumber>> version_option(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return TRY(in_context("--framework", eco::parse_version_number(text)));
}

/// "3 established"; what nobody stated is not 0.
std::string level_text(const std::optional<eco::Level>& level) {
  if (!level) return "not assessed";
  return fmt::format("{} {}", static_cast<int>(*level), name_of(*level));
}

std::string distance_text(const eco::AppliedItem& item) {
  const auto distance = eco::level_distance(item);
  return distance ? fmt::format("{:+}", *distance) : "";
}

void print_overview(const app::ApplicationOverview& overview) {
  if (!overview.version) {
    fmt::print("No version of the framework is agreed yet.\n");
    return;
  }
  const auto items = overview.version->text.items.size();
  fmt::print("Version {}\n", overview.version->text.number.text());
  for (const auto& row : overview.rows) {
    if (!row.file) {
      fmt::print("{:<6} no application\n", name_of(row.jurisdiction));
      continue;
    }
    const auto assessed = std::ranges::count_if(row.file->items, [](const auto& entry) {
      return entry.second.item.self_assessed || entry.second.item.peer_reviewed;
    });
    fmt::print("{:<6} {:<20} {} of {} assessed\n", name_of(row.jurisdiction),
               name_of(row.file->application.stage), assessed, items);
  }
}

void print_item(const app::ApplicationFile& file, const eco::FrameworkItem& item) {
  const auto found = file.items.find(item.key);
  if (found == file.items.end()) {
    fmt::print(
        "  {:<4} {}\n", item.key.value,
        file.is_to_reassess(item.key) ? "to be assessed again" : "nothing is said of it yet");
    return;
  }
  const auto& applied = found->second.item;
  const auto target = file.targets.find(item.key);
  fmt::print("  {:<4} {:<15} self {:<24} peers {:<24} {:>2}{}{}\n", item.key.value,
             name_of(applied.status), level_text(applied.self_assessed),
             level_text(applied.peer_reviewed), distance_text(applied),
             target == file.targets.end() ? "" : "  target " + level_text(target->second),
             found->second.is_inherited ? "  of the state" : "");
}

void print_application(const app::ApplicationView& view) {
  const auto terminal = Terminal::standard_output();
  const auto& application = view.file.application;
  fmt::print("{}\n",
             terminal.strong(fmt::format("{}, version {}", name_of(application.jurisdiction),
                                         view.version.text.number.text())));
  fmt::print("  {} in {}, revision {}, begun {}\n", name_of(application.type),
             name_of(application.stage), application.revision.value, rfc3339(application.begun));
  if (view.carried_from) {
    fmt::print("  continues the application of {}\n", view.carried_from->text());
  }
  for (const auto& item : view.version.text.items) print_item(view.file, item);
  for (const auto& gap : view.gaps) {
    fmt::print("  {} lacks {} to its target\n", gap.item.value, gap.levels());
  }
  for (const auto& move : view.moves) {
    fmt::print("  {}  {} → {}  {}\n", rfc3339(move.at), name_of(move.act), name_of(move.to),
               move.reasons);
  }
}

}  // namespace

Result<int> application_list_command(const ApplicationOptions& options) {
  const SystemClock clock;
  const auto version = TRY(version_option(options.version));
  const auto ecosystem = TRY(open_ecosystem(options.common, clock));
  const auto overview = TRY(ecosystem->applications().overview(version));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::overview_json(overview)));
  } else {
    print_overview(overview);
  }
  return kSuccess;
}

Result<int> application_show_command(const ApplicationOptions& options) {
  const SystemClock clock;
  const auto jurisdiction = TRY(eco::parse_jurisdiction(options.code));
  const auto version = TRY(version_option(options.version));
  const auto ecosystem = TRY(open_ecosystem(options.common, clock));
  const auto view = TRY(ecosystem->applications().view(jurisdiction, version));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::application_json(view)));
  } else {
    print_application(view);
  }
  return kSuccess;
}

}  // namespace tributary::cli
