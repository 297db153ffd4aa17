#include <fmt/format.h>
#include <fmt/ranges.h>

#include <numeric>

#include "app/ecosystem/ecosystem.h"
#include "app/portal.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/facet_choices.h"
#include "cli/terminal.h"
#include "http/json/scouting_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

std::string growth_text(const app::Growth& growth) {
  const auto percent = [](double factor) { return 100 * (factor - 1); };
  if (!growth.high) return fmt::format("at least {:+.0f} % a year", percent(growth.low));
  return fmt::format("{:+.0f} % a year ({:+.0f} … {:+.0f})", percent(growth.per_year),
                     percent(growth.low), percent(*growth.high));
}

void print_rising(const app::RisingTerms& rising) {
  const auto terminal = Terminal::standard_output();
  if (!rising.has_enough) {
    fmt::print("Too few projects: it takes at least {} years with at least {} projects each.\n",
               app::kFewestYears, app::kFewestProjectsOfYear);
    return;
  }
  std::vector<std::uint64_t> projects;
  for (const auto& year : rising.years) projects.push_back(year.projects);
  fmt::print("Projects that start in {} … {}: {}\n", rising.years.front().year,
             rising.years.back().year, fmt::join(projects, " "));
  if (rising.terms.empty()) fmt::print("No term rises clearly enough.\n");
  for (const auto& term : rising.terms) {
    fmt::print("\n{}  {}\n", terminal.strong(term.text), growth_text(term.growth));
    const auto total = std::accumulate(term.counts.begin(), term.counts.end(), std::uint64_t{0});
    fmt::print("  {}: {}\n", grouped(total), fmt::join(term.counts, " "));
    fmt::print("{}", terminal.wrapped(terminal.muted("search: " + term.query), 2));
  }
  fmt::print("\n{}",
             terminal.wrapped(
                 fmt::format("Of {} words and {} phrases that were tried. A term stands here by "
                             "chance with a probability of at most {} for the whole list; "
                             "docs/scouting.md says how, and what it cannot tell.",
                             grouped(rising.words_tried), grouped(rising.phrases_tried),
                             app::kGreatestChance),
                 0));
}

void print_need(const app::NeedAnswer& answer, const http::InnovationTitles& titles) {
  const auto terminal = Terminal::standard_output();
  if (answer.hits.empty()) fmt::print("No project shares a telling word with this.\n");
  for (const auto& hit : answer.hits) {
    const auto& merged = hit.project.merged;
    fmt::print("\n{}", terminal.wrapped(
                           terminal.strong(merged.title.empty() ? merged.key : merged.title), 0));
    fmt::print("  {}\n", terminal.muted(hit.project.slug));
    std::vector<std::string> words;
    for (const auto& [word, share] : hit.shared) words.push_back(word);
    fmt::print("{}", terminal.wrapped(fmt::format("both have: {}", fmt::join(words, ", ")), 2));
    const auto nearest =
        hit.nearest ? fmt::format("{:.2f} to innovation {}, {}", hit.nearest->closeness.value,
                                  hit.nearest->id.value, titles.at(hit.nearest->id))
                    : std::string("0: no known innovation shares a telling word");
    fmt::print("{}",
               terminal.wrapped(fmt::format("score {:.3f} = closeness {:.3f} · (1 − nearness {})",
                                            hit.score, hit.closeness.value, nearest),
                                2));
  }
}

}  // namespace

Result<int> scouting_rising_command(const RisingOptions& options) {
  const SystemClock clock;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  const auto year = [](std::int32_t given) {
    return given == 0 ? std::nullopt : std::optional(given);
  };
  const app::RisingQuery query{.text = options.text,
                               .filters = TRY(facet_choices(options.filters)),
                               .from = year(options.from),
                               .to = year(options.to),
                               .limit = options.limit,
                               .deadline = {}};
  const auto rising = TRY(portal->rising_terms(query));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::rising_json(query, rising, clock.today())));
  } else {
    print_rising(rising);
  }
  return kSuccess;
}

Result<int> scouting_need_command(const NeedOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  const app::NeedQuery query{.text = options.text,
                             .language = "",
                             .filters = TRY(facet_choices(options.filters)),
                             .known = TRY(ecosystem->innovations().known()),
                             .limit = options.limit};
  const auto answer = TRY(portal->projects_for_need(query));
  http::InnovationTitles titles;
  for (const auto& hit : answer.hits) {
    if (hit.nearest) {
      titles[hit.nearest->id] = TRY(ecosystem->innovations().title(hit.nearest->id));
    }
  }
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::need_json(query, answer, titles, clock.today())));
  } else {
    print_need(answer, titles);
  }
  return kSuccess;
}

}  // namespace tributary::cli
