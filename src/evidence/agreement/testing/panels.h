// evidence/agreement/testing/panels.h
//
// Panels for tests: one that was published, and any other.
#pragma once

#include <rapidcheck.h>

#include <string_view>

#include "evidence/agreement/ratings.h"

namespace tributary::evidence {

/// A line a coder, a sign a unit, '.' for no rating.
inline Ratings panel(std::initializer_list<std::string_view> coders) {
  Ratings ratings{.coders = coders.size(), .units = coders.begin()->size()};
  for (const auto line : coders) {
    for (const char sign : line) {
      ratings.values.push_back(sign == '.' ? std::nullopt : std::optional<double>(sign - '0'));
    }
  }
  return ratings;
}

/// Four coders, twelve units (Krippendorff 2011, Computing Krippendorff's alpha-reliability,
/// section C).
inline Ratings krippendorffs_panel() {
  return panel({"123321412...", "1233224125.3", ".3332342251.", "12332441251."});
}

inline Ratings any_panel() {
  Ratings ratings{.coders = *rc::gen::inRange<std::size_t>(2, 6),
                  .units = *rc::gen::inRange<std::size_t>(2, 12)};
  for (std::size_t i = 0; i < ratings.coders * ratings.units; ++i) {
    const int drawn = *rc::gen::inRange(0, 6);
    ratings.values.push_back(drawn == 0 ? std::nullopt : std::optional<double>(drawn));
  }
  return ratings;
}

}  // namespace tributary::evidence
