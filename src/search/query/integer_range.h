// search/query/integer_range.h
//
// Reads what a person writes after the name of an integer column:
//
//   2015  2015..2017  2015..  ..2017  >=500000  >2015-11  <100  <=2.5m  =5
//
// A date may be a year, a month or a day and means all its days: `>2015` begins with 2016, `..2017`
// ends with 2017. Amounts are in euro with up to two decimals; `k` and `m` mean thousands and
// millions.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "search/schema.h"

namespace tributary::search {

struct IntegerRange {
  std::optional<std::int64_t> low, high;  ///< in the column's unit, both inclusive
  bool was_backwards = false;             ///< as in 2017..2015; the ends are already exchanged
};

/// The range, or why there is none: a sentence for people.
std::expected<IntegerRange, std::string> read_integer_range(std::string_view text,
                                                            IntegerMeaning meaning);

/// The same in words, to follow the name of a column: "from 2015 to 2017", "at least 500000 euro".
std::string describe_range(std::optional<std::int64_t> low, std::optional<std::int64_t> high,
                           IntegerMeaning meaning);

}  // namespace tributary::search
