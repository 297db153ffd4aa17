#include "http/search_parameters.h"

#include <fmt/format.h>

#include <algorithm>

namespace tributary::http {

namespace {

constexpr std::uint64_t kDefaultLimit = 20;
constexpr std::uint64_t kHighestLimit = 100;

Outcome<void> check_facet(std::string_view facet, std::string_view parameter) {
  const auto& names = app::Portal::facet_names();
  if (std::ranges::find(names, facet) != names.end()) return {};
  return std::unexpected(Problem(
      400, fmt::format("There is no facet \"{}\". There are: {}.", facet, comma_separated(names)),
      std::string(parameter)));
}

/// "country" of "filter[country]"; empty where the name has another form.
std::string_view facet_of(std::string_view parameter) {
  constexpr std::string_view kBegin = "filter[";
  if (!parameter.starts_with(kBegin) || !parameter.ends_with(']')) return {};
  return parameter.substr(kBegin.size(), parameter.size() - kBegin.size() - 1);
}

/// Absent: all of them. Empty: none.
Outcome<std::vector<std::string>> facets(Parameters& parameters) {
  const bool is_given = parameters.has("facets");
  const auto lists = parameters.every("facets");
  if (!is_given) return app::Portal::facet_names();
  std::vector<std::string> names;
  for (std::string_view list : lists) {
    while (!list.empty()) {
      const auto comma = list.find(',');
      const auto name = list.substr(0, comma);
      list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
      TRY(check_facet(name, "facets"));
      if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
    }
  }
  return names;
}

}  // namespace

Outcome<std::vector<app::FacetChoice>> filter_parameters(const Request& request,
                                                         Parameters& parameters) {
  std::vector<app::FacetChoice> choices;
  for (const auto& parameter : request.query) {
    const auto facet = facet_of(parameter.name);
    if (facet.empty()) continue;
    if (std::ranges::find(choices, facet, &app::FacetChoice::facet) != choices.end()) continue;
    TRY(check_facet(facet, parameter.name));
    choices.push_back({std::string(facet), parameters.every(parameter.name)});
  }
  return choices;
}

Outcome<app::SearchQuery> search_query(const Request& request) {
  Parameters parameters(request);
  app::SearchQuery query;
  query.text = TRY(parameters.text("q"));
  query.filters = TRY(filter_parameters(request, parameters));
  query.facets = TRY(facets(parameters));
  query.sort = TRY(parameters.choice("sort", {"relevance", "related", "start", "-start", "end",
                                              "-end", "grant", "-grant", "title", "-title"}));
  query.limit = static_cast<std::uint32_t>(TRY(parameters.number(
      "limit", {.lowest = 1, .highest = kHighestLimit, .otherwise = kDefaultLimit})));
  query.cursor = TRY(parameters.text("cursor"));
  const auto typing = TRY(parameters.choice("as_you_type", {"false", "true"}));
  if (typing == "true") query.typing = app::Typing::going_on;
  query.explain = TRY(parameters.choice("explain", {"false", "true"})) == "true";
  TRY(parameters.refuse_others());
  return query;
}

Problem search_problem(const Error& error) {
  Problem problem(error);
  if (problem.status != 400) return problem;
  const auto& context = error.context;
  const auto colon = context.find(':');
  problem.parameter = context.substr(0, colon);
  if (problem.parameter == "filter" && colon != std::string::npos) {
    // "filter: year: 20xx"
    const auto facet = context.substr(context.find_first_not_of(' ', colon + 1));
    problem.parameter = "filter[" + facet.substr(0, facet.find(':')) + "]";
  }
  if (problem.parameter.empty()) problem.parameter = "q";
  return problem;
}

}  // namespace tributary::http
