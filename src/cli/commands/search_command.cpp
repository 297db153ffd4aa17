#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "app/portal.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/explanation_text.h"
#include "cli/facet_choices.h"
#include "cli/terminal.h"
#include "http/json/search_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

std::string when(const catalogue::SourceProject& project) {
  if (!project.start && !project.end)
    return project.call_year ? std::to_string(*project.call_year) : "";
  return fmt::format("{} – {}", project.start ? project.start->iso() : "?",
                     project.end ? project.end->iso() : "?");
}

/// What a person wants to know before opening a project: programme, dates, money, state.
std::string facts(const app::SearchHit& hit) {
  const auto& merged = hit.project.merged;
  std::string line;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  add(merged.programme);
  add(when(merged));
  if (merged.grant)
    add("€" +
        grouped(static_cast<std::uint64_t>(std::max<std::int64_t>(0, merged.grant->cents / 100))));
  if (hit.status != catalogue::ProjectStatus::unknown) {
    std::string status(catalogue::name_of(hit.status));
    std::ranges::replace(status, '_', ' ');
    add(status);
  }
  return line;
}

std::string who(const app::SearchHit& hit) {
  const auto& participations = hit.project.participations;
  if (participations.empty()) return "";
  const auto& first = participations.front().as_published;
  auto line = first.organisation.name;
  if (!first.organisation.country.empty()) line += " (" + first.organisation.country + ")";
  if (participations.size() > 1) line += fmt::format(" + {} more", participations.size() - 1);
  return line;
}

void print_hit(const Terminal& terminal, const app::SearchHit& hit) {
  const auto& merged = hit.project.merged;
  auto title = merged.title.empty()
                   ? terminal.strong(merged.acronym.empty() ? merged.key : merged.acronym)
                   : terminal.snippet(hit.title);
  if (!merged.title.empty() && !merged.acronym.empty())
    title += "  " + terminal.strong(merged.acronym);
  fmt::print("\n{}", terminal.wrapped(title, 0));
  fmt::print("  {}\n", terminal.muted(hit.project.slug));
  if (const auto line = facts(hit); !line.empty()) fmt::print("{}", terminal.wrapped(line, 2));
  if (const auto line = who(hit); !line.empty()) fmt::print("{}", terminal.wrapped(line, 2));
  if (!hit.snippet.runs.empty())
    fmt::print("{}", terminal.wrapped(terminal.snippet(hit.snippet), 2));
  if (!hit.explanation) return;
  fmt::print("  {}\n", terminal.strong(fmt::format("Why it stands here: {:.2f} =", hit.score)));
  for (const auto& line : explanation_lines(*hit.explanation))
    fmt::print("{}", terminal.wrapped(line, 2));
}

void print_facets(const Terminal& terminal, const std::vector<app::FacetResult>& facets) {
  for (const auto& facet : facets) {
    fmt::print("\n{}\n", terminal.strong(facet.name));
    for (const auto& value : facet.values) {
      fmt::print("  {:>10}  {}\n", grouped(value.count),
                 value.label == value.value ? value.value
                                            : fmt::format("{} ({})", value.label, value.value));
    }
  }
}

std::string some_of(const std::vector<std::string>& words) {
  constexpr std::size_t kShown = 5;
  const auto shown = std::span(words).first(std::min(words.size(), kShown));
  return fmt::format("{}{}", fmt::join(shown, ", "), shown.size() < words.size() ? " …" : "");
}

/// What was searched beside or in place of what was typed.
void print_other_words(const Terminal& terminal, const app::SearchResponse& response) {
  for (const auto& [typed, names, country] : response.also_searched) {
    fmt::print("Also searched for “{}”: {}{}\n", typed, some_of(names),
               country.empty() ? "" : ", organisations in " + country);
  }
  for (const auto& [typed, words, is_cut] : response.compounds) {
    fmt::print("Also searched for “{}”: {}\n", typed, some_of(words));
  }
  for (const auto& [typed, words, is_cut] : response.near_words) {
    if (words.empty()) continue;
    fmt::print("No project has “{}”; searched for {}\n", typed, some_of(words));
  }
  if (response.did_you_mean) {
    fmt::print("Did you mean {}?\n", terminal.strong(response.did_you_mean->text));
  }
}

void print_for_people(const app::SearchResponse& response, const app::SearchQuery& query) {
  const auto terminal = Terminal::standard_output();
  if (response.demonstration)
    fmt::print("{}\n",
               terminal.muted("Demonstration data: import real projects with 'tributary import'."));
  if (!response.echo.empty()) fmt::print("Searched for {}\n", terminal.strong(response.echo));
  for (const auto& misreading : response.misreadings) {
    fmt::print("  at character {}: {}\n", misreading.where.begin + 1, misreading.reason);
  }
  print_other_words(terminal, response);
  if (response.words_required < response.words_asked) {
    fmt::print("No project has all {} words; these have {} of them.\n", response.words_asked,
               response.words_required);
  }
  fmt::print("{} projects, showing {}\n", grouped(response.total), response.hits.size());
  for (const auto& hit : response.hits) print_hit(terminal, hit);
  print_facets(terminal, response.facets);
  if (query.explain)
    fmt::print("\n{}\n", terminal.muted("What these figures mean: docs/ranking.md"));
  if (!response.next_cursor.empty()) {
    fmt::print("\n{}\n", terminal.muted(fmt::format("More: --cursor {}", response.next_cursor)));
  }
  if (response.total == 0 && !query.filters.empty())
    fmt::print("Nothing found: try fewer filters.\n");
}

}  // namespace

Result<int> search_command(const SearchOptions& options) {
  const SystemClock clock;
  const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
  app::SearchQuery query{.text = options.text,
                         .filters = TRY(facet_choices(options.filters)),
                         .facets = options.facets,
                         .sort = options.sort,
                         .limit = options.limit,
                         .cursor = options.cursor,
                         .explain = options.explain};
  const auto response = TRY(portal->search(query));
  if (options.common.json) {
    const auto summary = TRY(portal->summary());
    fmt::print("{}\n", http::serialize(http::search_json(query, response, summary.generation)));
  } else {
    print_for_people(response, query);
  }
  return kSuccess;
}

}  // namespace tributary::cli
