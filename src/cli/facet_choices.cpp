#include "cli/facet_choices.h"

namespace tributary::cli {

Result<std::vector<app::FacetChoice>> facet_choices(const std::vector<std::string>& filters) {
  std::vector<app::FacetChoice> choices;
  for (const auto& filter : filters) {
    const auto equals = filter.find('=');
    if (equals == std::string::npos) {
      return fail(ErrorCode::invalid_argument, "a filter is written FACET=VALUE, e.g. country=PT",
                  "--filter " + filter);
    }
    app::add_choice(choices, filter.substr(0, equals), filter.substr(equals + 1));
  }
  return choices;
}

}  // namespace tributary::cli
