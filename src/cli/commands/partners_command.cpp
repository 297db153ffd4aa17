#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/partners/find_partners.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/partner_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

/// Beyond this a person reads no list in a terminal; --json has them all.
constexpr std::size_t kReasonsShown = 3;

std::string name_of(const app::PartnerReason& reason) {
  const auto& name = reason.acronym.empty() ? reason.title : reason.acronym;
  const auto year = reason.start ? fmt::format(", {}", reason.start->year()) : "";
  return fmt::format("{} ({}{}, {:.0f} %)", name.empty() ? reason.slug : name, reason.slug, year,
                     100 * reason.share);
}

std::string reasons_text(std::string_view what, std::uint64_t count,
                         const std::vector<app::PartnerReason>& reasons) {
  std::vector<std::string> names;
  for (const auto& reason : reasons) {
    if (names.size() == kReasonsShown) break;
    names.push_back(name_of(reason));
  }
  const auto* more = count > names.size() ? ", …" : "";
  return fmt::format("{}: {} {}: {}{}", what, grouped(count), count == 1 ? "project" : "projects",
                     fmt::join(names, "; "), more);
}

void print_hit(const app::PartnerHit& hit, const Terminal& terminal) {
  const auto& named = hit.organisation.named;
  fmt::print("\n{}", terminal.wrapped(
                         fmt::format("{:.2f}  {}", hit.score, terminal.strong(named.name)), 0));
  std::string where = named.city;
  if (!named.country.empty()) where += (where.empty() ? "" : ", ") + named.country;
  fmt::print("{}", terminal.wrapped(terminal.muted(fmt::format(
                                        "{} · {} · {} {}{}", hit.organisation.slug,
                                        where.empty() ? "country unknown" : where,
                                        grouped(hit.organisation.projects),
                                        hit.organisation.projects == 1 ? "project" : "projects",
                                        hit.is_newcomer ? " · newcomer" : "")),
                                    2));
  if (hit.votes > 0) {
    fmt::print("{}", terminal.wrapped(reasons_text("like this", hit.votes, hit.reasons), 2));
  }
  if (hit.joint_projects > 0) {
    fmt::print("{}",
               terminal.wrapped(reasons_text("with members", hit.joint_projects, hit.ties), 2));
  }
}

void print_for_people(const app::PartnerAnswer& answer) {
  const auto terminal = Terminal::standard_output();
  if (answer.hits.empty()) {
    fmt::print("Nobody is found. Say it in other words, or with fewer filters.\n");
    return;
  }
  fmt::print("{} of {} organisations; {} projects are like it\n", answer.hits.size(),
             grouped(answer.total), grouped(answer.projects_voting));
  for (const auto& hit : answer.hits) print_hit(hit, terminal);
}

}  // namespace

Result<int> partners_command(const PartnersOptions& options) {
  const SystemClock clock;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  app::PartnerQuery query{.idea = options.idea,
                          .project = options.project,
                          .call = options.call,
                          .members = options.members,
                          .limit = options.limit};
  query.filters.countries = options.countries;
  query.filters.types = options.types;
  query.filters.regions = options.regions;
  query.filters.newcomers_only = options.newcomers_only;
  if (options.fewest_projects > 0) query.filters.fewest_projects = options.fewest_projects;
  if (options.most_projects > 0) query.filters.most_projects = options.most_projects;
  query.weights = options.weights;
  query.size_damping = options.size_damping;
  query.half_life_years = options.half_life_years;
  const auto answer = TRY(portal->partners(query));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::partners_json(query, answer)));
  } else {
    print_for_people(answer);
  }
  return kSuccess;
}

}  // namespace tributary::cli
