// search/exec/segment_order.h
//
// The order by a column within one segment, and what it says beside that of another: there, ranks
// and ordinals count different texts, and the texts themselves are compared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "search/exec/ordering.h"

namespace tributary::search {

/// What a document is ordered by, meaningful in every segment.
struct Standing {
  bool has_no_value = false;
  std::int64_t integer = 0;
  std::string folded, text;  ///< of a label, both; of a text, the folded form
  std::string id;
};

/// Values in the direction of the sort, those without one last; ties by id.
bool comes_first(const Standing& one, const Standing& other, Direction direction);

/// The segment must outlive it.
class SegmentOrder {
 public:
  /// Errors: those of Ordering.
  static Result<SegmentOrder> create(const Segment& segment, const Sort& sort);

  [[nodiscard]] const Ordering& ordering() const { return ordering_; }

  [[nodiscard]] Standing standing_of(std::uint32_t document) const;

  /// The place after which this segment's documents come after a document of any segment.
  [[nodiscard]] Place place_after(const Standing& standing) const;

 private:
  SegmentOrder(const Segment& segment, const ColumnReader& column, const Sort& sort,
               Ordering ordering)
      : segment_(&segment), column_(&column), direction_(sort.direction), ordering_(ordering) {}

  /// The key of the first value that is not before that of `standing`, and whether it is the same.
  struct Key {
    std::int64_t value = 0;
    bool is_same = false;
  };
  [[nodiscard]] Key key_of(const Standing& standing) const;

  const Segment* segment_;
  const ColumnReader* column_;
  Direction direction_;
  Ordering ordering_;
};

}  // namespace tributary::search
