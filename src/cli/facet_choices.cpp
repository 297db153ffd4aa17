#include "cli/facet_choices.h"

#include <algorithm>

namespace tributary::cli {

Result<std::vector<app::FacetChoice>> facet_choices(const std::vector<std::string>& filters) {
  std::vector<app::FacetChoice> choices;
  for (const auto& filter : filters) {
    const auto equals = filter.find('=');
    if (equals == std::string::npos) {
      return fail(ErrorCode::invalid_argument, "a filter is written FACET=VALUE, e.g. country=PT",
                  "--filter " + filter);
    }
    const auto facet = filter.substr(0, equals);
    auto same = std::ranges::find(choices, facet, &app::FacetChoice::facet);
    if (same == choices.end()) same = choices.insert(choices.end(), {.facet = facet, .values = {}});
    same->values.push_back(filter.substr(equals + 1));
  }
  return choices;
}

}  // namespace tributary::cli
