// cli/facet_choices.h: filters as the command line writes them.
#pragma once

#include <string>
#include <vector>

#include "app/portal.h"
#include "base/result.h"

namespace tributary::cli {

/// What `--filter country=PT --filter country=ES` chooses. Errors: `invalid_argument` naming one
/// that is not written so.
Result<std::vector<app::FacetChoice>> facet_choices(const std::vector<std::string>& filters);

}  // namespace tributary::cli
