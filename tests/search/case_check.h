// tests/search/case_check.h
#pragma once

#include <string>
#include <vector>

#include "case_file.h"
#include "search/index.h"

namespace tributary::search_cases {

/// What does not come out as a query of a file expects: sentences that begin with the line.
std::vector<std::string> check_query(const search::Snapshot& snapshot, const Query& query);

}  // namespace tributary::search_cases
