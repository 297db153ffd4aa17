// cli/explanation_text.h
#pragma once

#include <string>
#include <vector>

#include "search/explanation.h"

namespace tributary::cli {

/// Why a project has its place, a line a word, for people who do not know the formula: what the
/// word adds, how many projects have it, where it stands in this one.
std::vector<std::string> explanation_lines(const search::Explanation& explanation);

}  // namespace tributary::cli
