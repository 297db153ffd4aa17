// search/exec/ordering.h
//
// The order of a result by a column, as integers that compare.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
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

/// Gives documents their places. The segment must outlive it.
class Ordering {
 public:
  /// Errors: `invalid_argument` naming the column that is not there. A document with several labels
  /// is sorted by the first of them in the alphabet.
  static Result<Ordering> create(const Segment& segment, const Sort& sort);

  [[nodiscard]] Place place_of(std::uint32_t document) const;

  /// The first `limit` documents of `result` that come after `after`, in order. Where many are
  /// found, a walk along the column's sorted documents that stops with the last of the page.
  [[nodiscard]] std::vector<Place> page(const DocumentSet& result, std::uint32_t limit,
                                        const std::optional<Place>& after) const;

 private:
  Ordering(const Segment& segment, const ColumnReader& column, Direction direction)
      : segment_(&segment), column_(&column), direction_(direction) {}

  template <class Column>
  [[nodiscard]] Place place_in(const Column& column, std::uint32_t document) const;
  template <class Column>
  [[nodiscard]] std::optional<std::vector<Place>> walked(const Column& column,
                                                         const DocumentSet& result,
                                                         std::uint32_t limit,
                                                         const std::optional<Place>& after,
                                                         std::uint64_t most_steps) const;
  template <class Column>
  [[nodiscard]] std::vector<Place> scanned(const Column& column, const DocumentSet& result,
                                           std::uint32_t limit,
                                           const std::optional<Place>& after) const;

  const Segment* segment_;
  const ColumnReader* column_;
  Direction direction_;
};

}  // namespace tributary::search
