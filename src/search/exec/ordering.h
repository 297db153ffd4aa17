// search/exec/ordering.h
//
// The order of a result, as integers that compare.
#pragma once

#include <compare>
#include <cstdint>
#include <span>

#include "base/result.h"
#include "search/index/generation.h"
#include "search/request.h"

namespace tributary::search {

/// Where a document stands in a result: smaller comes first. A total order, since no two documents
/// have the same id.
struct Place {
  bool has_no_value = false;  ///< comes last in both directions
  std::int64_t key = 0;
  std::uint32_t id_rank = 0;
  std::uint32_t document = 0;
  auto operator<=>(const Place&) const = default;
};

/// Gives documents their places. Scores and generation must outlive it.
class Ordering {
 public:
  /// Errors: `invalid_argument` naming the column that is not there. A document with several labels
  /// is sorted by the first of them in the alphabet.
  static Result<Ordering> create(const Generation& generation, const Sort& sort,
                                 std::span<const float> scores);

  [[nodiscard]] Place place_of(std::uint32_t document) const;
  [[nodiscard]] bool is_by_relevance() const { return column_ == nullptr; }

 private:
  Ordering(const Generation& generation, Direction direction, std::span<const float> scores)
      : generation_(&generation), direction_(direction), scores_(scores) {}

  const Generation* generation_;
  const ColumnReader* column_ = nullptr;
  Direction direction_;
  std::span<const float> scores_;
};

}  // namespace tributary::search
