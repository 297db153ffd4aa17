#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "app/network/find_network.h"
#include "app/network/network_export.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/facet_choices.h"
#include "cli/terminal.h"
#include "http/json/network_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

Result<app::NetworkOrder> order_named(const std::string& name) {
  for (const auto order : {app::NetworkOrder::degree, app::NetworkOrder::betweenness,
                           app::NetworkOrder::core, app::NetworkOrder::projects}) {
    if (name == http::name_of(order)) return order;
  }
  return fail(ErrorCode::invalid_argument,
              "the order is one of degree, betweenness, core, projects", "--by");
}

/// Under another name until it is whole, so that nothing half-written stands in its place.
Result<> write_export(app::Portal& portal, const app::NetworkScope& scope,
                      app::NetworkFormat format, const std::string& path) {
  const auto unfinished = path + ".unfinished";
  const auto refused = [&] { return fail(ErrorCode::io, "the file cannot be written", path); };
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  if (!file) return refused();
  const auto written =
      portal.export_network(scope, format, {}, [&](std::string_view piece) -> Result<> {
        if (!file.write(piece.data(), static_cast<std::streamsize>(piece.size()))) return refused();
        return {};
      });
  file.close();
  std::error_code failure;
  if (written && file) std::filesystem::rename(unfinished, path, failure);
  if (written && file && !failure) return {};
  std::error_code ignored;
  std::filesystem::remove(unfinished, ignored);
  return written ? Result<>(refused()) : written;
}

Result<> write_exports(app::Portal& portal, const app::NetworkScope& scope,
                       const NetworkOptions& options) {
  const std::array files{
      std::pair{app::NetworkFormat::graphml, &options.graphml},
      std::pair{app::NetworkFormat::ties_csv, &options.ties_csv},
      std::pair{app::NetworkFormat::organisations_csv, &options.organisations_csv}};
  for (const auto& [format, path] : files) {
    if (!path->empty()) TRY(write_export(portal, scope, format, *path));
  }
  return {};
}

std::string percent(double share) { return fmt::format("{:.2f} %", 100 * share); }

std::string betweenness_text(const app::NetworkAnswer& answer) {
  if (answer.method == network::BetweennessMethod::exact) return "exact";
  return fmt::format(
      "from a sample of {} pairs; with a confidence of {:.0f} % none is further "
      "from the truth than {}",
      grouped(answer.samples), 100 * network::Betweenness::kConfidence,
      percent(answer.greatest_error));
}

void print_summary(const app::NetworkAnswer& answer, const Terminal& terminal) {
  fmt::print(
      "{} organisations with {} ties, {} of them stable (two joint projects or more), in {} "
      "projects\n",
      grouped(answer.organisations), grouped(answer.ties), grouped(answer.stable_ties),
      grouped(answer.projects));
  fmt::print("{} newcomers; {} separate parts, the largest of {}; highest core {}\n",
             grouped(answer.newcomers), grouped(answer.components),
             grouped(answer.largest_component), answer.highest_core);
  fmt::print("{} communities, modularity {:.2f}\n", grouped(answer.community_count),
             answer.modularity);
  for (const auto& community : answer.communities) {
    std::vector<std::string> countries;
    for (const auto& [country, count] : community.countries) {
      countries.push_back(fmt::format("{} {}", country, grouped(count)));
    }
    fmt::print("  {:>3}  {} organisations  {}\n", community.number,
               grouped(community.organisations), fmt::join(countries, ", "));
  }
  fmt::print("{}", terminal.wrapped(terminal.muted("betweenness: " + betweenness_text(answer)), 0));
}

void print_member(const app::NetworkMember& member, const Terminal& terminal) {
  const auto& named = member.organisation.named;
  fmt::print("\n{}", terminal.wrapped(terminal.strong(named.name), 0));
  fmt::print("{}", terminal.wrapped(terminal.muted(fmt::format(
                                        "{} · {}{}", member.organisation.slug,
                                        named.country.empty() ? "country unknown" : named.country,
                                        member.is_newcomer ? " · newcomer" : "")),
                                    2));
  fmt::print("{}",
             terminal.wrapped(
                 fmt::format("{} partners, {} of them stable · {} projects · core {} · betweenness "
                             "{} · community {}",
                             grouped(member.degree), grouped(member.stable_ties),
                             grouped(member.organisation.projects), member.core,
                             percent(member.betweenness), member.community),
                 2));
}

void print_network(const app::NetworkAnswer& answer) {
  const auto terminal = Terminal::standard_output();
  if (answer.organisations == 0) {
    fmt::print("No organisation takes part in such a project.\n");
    return;
  }
  print_summary(answer, terminal);
  for (const auto& member : answer.members) print_member(member, terminal);
}

void print_path(const app::NetworkPathAnswer& answer) {
  const auto terminal = Terminal::standard_output();
  if (answer.steps.empty()) {
    fmt::print("There is no way from {} to {} over joint projects.\n", answer.from.named.name,
               answer.to.named.name);
    return;
  }
  for (const auto& step : answer.steps) {
    if (step.joint_projects > 0) {
      std::vector<std::string> names;
      for (const auto& project : step.newest) {
        const auto& merged = project.merged;
        const auto& name = merged.acronym.empty() ? merged.title : merged.acronym;
        names.push_back(fmt::format("{} ({})", name.empty() ? project.slug : name, project.slug));
      }
      const auto* more = step.joint_projects > names.size() ? ", …" : "";
      fmt::print("{}",
                 terminal.wrapped(fmt::format("│ {} joint {}: {}{}", grouped(step.joint_projects),
                                              step.joint_projects == 1 ? "project" : "projects",
                                              fmt::join(names, "; "), more),
                                  2));
    }
    fmt::print(
        "{}", terminal.wrapped(fmt::format("{} ({})", terminal.strong(step.organisation.named.name),
                                           step.organisation.slug),
                               0));
  }
}

}  // namespace

Result<int> network_command(const NetworkOptions& options) {
  const SystemClock clock;
  app::NetworkQuery query;
  query.scope.text = options.text;
  query.scope.filters = TRY(facet_choices(options.filters));
  query.scope.around = options.around;
  query.scope.fewest_projects = options.joint;
  query.by = TRY(order_named(options.by));
  query.limit = options.limit;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  const auto answer = TRY(portal->network(query));
  TRY(write_exports(*portal, query.scope, options));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::network_json(query, answer)));
  } else {
    print_network(answer);
  }
  return kSuccess;
}

Result<int> network_path_command(const NetworkPathOptions& options) {
  const SystemClock clock;
  app::NetworkPathQuery query;
  query.scope.text = options.text;
  query.scope.filters = TRY(facet_choices(options.filters));
  query.from = options.from;
  query.to = options.to;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  const auto answer = TRY(portal->network_path(query));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::network_path_json(query, answer)));
  } else {
    print_path(answer);
  }
  return answer.steps.empty() ? kPartial : kSuccess;
}

}  // namespace tributary::cli
