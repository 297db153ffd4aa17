#include <fmt/format.h>

#include <algorithm>

#include "app/portal.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/organisation_json.h"
#include "http/json/project_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

constexpr std::uint64_t kParticipationsShown = 20;
constexpr std::size_t kParticipationsInJson = 100;
constexpr std::uint64_t kAllParticipations =
    1'000'000;  // the count of coordinations needs them all

/// Addresses of organisations begin with their number, those of projects with the name of their
/// source.
bool is_organisation(std::string_view id) {
  return !id.empty() && id.front() >= '0' && id.front() <= '9';
}

void print_fact(const Terminal& terminal, std::string_view name, std::string_view value) {
  if (!value.empty()) fmt::print("  {}  {}\n", terminal.muted(fmt::format("{:<12}", name)), value);
}

std::string day(const std::optional<Date>& date) { return date ? date->iso() : ""; }
std::string euros(const std::optional<Money>& money) { return money ? "€" + money->decimal() : ""; }

std::string place(const catalogue::NamedOrganisation& organisation) {
  if (organisation.city.empty()) return organisation.country;
  return organisation.country.empty() ? organisation.city
                                      : organisation.city + ", " + organisation.country;
}

void print_project(const store::StoredProject& project, catalogue::ProjectStatus status) {
  const auto terminal = Terminal::standard_output();
  const auto& merged = project.merged;
  fmt::print(
      "{}", terminal.wrapped(terminal.strong(merged.title.empty() ? merged.key : merged.title), 0));
  print_fact(terminal, "acronym", merged.acronym);
  print_fact(terminal, "id", project.slug);
  print_fact(terminal, "programme", merged.programme);
  print_fact(terminal, "action", merged.action);
  print_fact(terminal, "call", merged.call);
  print_fact(terminal, "status", catalogue::name_of(status));
  print_fact(terminal, "start", day(merged.start));
  print_fact(terminal, "end", day(merged.end));
  print_fact(terminal, "grant", euros(merged.grant));
  print_fact(terminal, "website", merged.website);
  if (!merged.summary.empty()) fmt::print("\n{}", terminal.wrapped(merged.summary, 2));
  if (!project.participations.empty()) fmt::print("\n{}\n", terminal.strong("Organisations"));
  for (const auto& [id, slug, as_published] : project.participations) {
    fmt::print("  {:<12} {} ({})  {}\n", catalogue::name_of(as_published.role),
               as_published.organisation.name, place(as_published.organisation),
               terminal.muted(slug));
  }
  if (merged.topics && !merged.topics->empty()) fmt::print("\n{}\n", terminal.strong("Topics"));
  for (const auto& topic : merged.topics.value_or(std::vector<catalogue::Topic>())) {
    fmt::print("  {}{}{}\n", topic.code, topic.code.empty() || topic.label.empty() ? "" : "  ",
               topic.label);
  }
  if (merged.links && !merged.links->empty()) fmt::print("\n{}\n", terminal.strong("Links"));
  for (const auto& link : merged.links.value_or(std::vector<catalogue::Link>())) {
    fmt::print("  {}  {} {}\n", link.url, link.kind, link.title);
  }
  if (!project.provenance.empty()) fmt::print("\n{}\n", terminal.strong("Where it comes from"));
  for (const auto& field : project.provenance) {
    fmt::print("  {:<20} import {}, {}\n", field.field, field.run.value, field.file);
  }
  if (!project.history.empty()) fmt::print("\n{}\n", terminal.strong("What changed"));
  for (const auto& change : project.history) {
    fmt::print("  {:.10}  {}: {} → {}\n", rfc3339(change.when), change.field, change.before,
               change.after);
  }
}

void print_organisation(const store::StoredOrganisation& organisation) {
  const auto terminal = Terminal::standard_output();
  const auto& named = organisation.named;
  fmt::print("{}", terminal.wrapped(terminal.strong(named.name), 0));
  print_fact(terminal, "id", organisation.slug);
  print_fact(terminal, "place", place(named));
  print_fact(terminal, "PIC", named.pic);
  print_fact(terminal, "OID", named.oid);
  print_fact(terminal, "VAT", named.vat);
  print_fact(terminal, "type",
             named.type_label.empty() ? catalogue::name_of(named.type) : named.type_label);
  print_fact(terminal, "website", named.website);
  for (const auto& alias : organisation.aliases) print_fact(terminal, "also", alias);
  fmt::print("\n{}\n", terminal.strong(fmt::format("{} projects", grouped(organisation.projects))));
  for (const auto& project : organisation.participations) {
    fmt::print("  {:<10}  {:<12}  {}  {}\n", day(project.start), catalogue::name_of(project.role),
               project.title.empty() ? project.acronym : project.title,
               terminal.muted(project.project_slug));
  }
}

}  // namespace

Result<int> show_command(const ShowOptions& options) {
  const SystemClock clock;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  if (is_organisation(options.id)) {
    const auto organisation = TRY(portal->organisation(
        options.id, options.common.json ? kAllParticipations : kParticipationsShown));
    if (options.common.json) {
      fmt::print("{}\n", http::serialize(http::organisation_json(
                             organisation, kParticipationsInJson, clock.today())));
    } else {
      print_organisation(organisation);
    }
    return kSuccess;
  }
  const auto project = TRY(portal->project(options.id));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::project_json(project, clock.today())));
  } else {
    print_project(project,
                  catalogue::status_on(clock.today(), project.merged.start, project.merged.end));
  }
  return kSuccess;
}

}  // namespace tributary::cli
