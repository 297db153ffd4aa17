// app/project_status.h
//
// Status as the search sees it: sets of dates, relative to today.
#pragma once

#include <vector>

#include "base/date.h"
#include "search/request.h"

namespace tributary::app {

/// One bucket for each status, in the order not started, ongoing, finished, unknown. On every day
/// each project falls into exactly one of them, the one that catalogue::status_on() names.
std::vector<search::FacetBucket> status_buckets(Date today);

/// Replaces `status:…` in a parsed query by the dates that it stands for today. A status that does
/// not exist matches nothing.
void rewrite_status(search::QueryNode& node, Date today);

}  // namespace tributary::app
