// ecosystem/indicators/figure.h
//
// A figure that is shown to people, with what it takes to read it: of when it is, where it comes
// from, how many of those it speaks of were heard, and the rows behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace tributary::ecosystem {

/// How many of those that a figure speaks of are known. Who was not heard from is not counted as
/// anything.
struct Heard {
  std::uint64_t from = 0;
  std::uint64_t in_scope = 0;
  bool operator==(const Heard&) const = default;
};

template <class Row>
struct Figure {
  std::optional<double> value;  ///< nothing where nothing is known, which is not zero
  Date as_of;
  std::string source;
  Heard heard;
  std::vector<Row> rows;  ///< ascending, each once
  bool operator==(const Figure&) const = default;
};

}  // namespace tributary::ecosystem
