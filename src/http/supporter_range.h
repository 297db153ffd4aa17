// http/supporter_range.h
#pragma once

#include <limits>

#include "app/ecosystem/supporter_list.h"
#include "http/parameters.h"

namespace tributary::http {

/// `offset` and `limit`, and no other parameter.
inline Outcome<app::SupporterRange> supporter_range(const Request& request) {
  Parameters parameters(request);
  app::SupporterRange range;
  range.offset = TRY(parameters.number(
      "offset", {.highest = std::numeric_limits<std::int64_t>::max(), .otherwise = 0}));
  range.limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  return range;
}

}  // namespace tributary::http
