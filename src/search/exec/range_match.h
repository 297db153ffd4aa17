// search/exec/range_match.h
#pragma once

#include <optional>
#include <utility>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
#include "search/request.h"

namespace tributary::search {

/// A range filter that has met its column. Cheap to copy; the segment must outlive it.
class RangeMatch {
 public:
  /// Errors: `invalid_argument` naming a column that is not there or holds no integers.
  static Result<RangeMatch> create(const Segment& segment, const RangeFilter& filter);

  [[nodiscard]] bool holds(std::uint32_t document) const {
    if (!column_->has_value(document)) return unknown_;
    const auto code = column_->codes()[document];
    return range_ && range_->first <= code && code <= range_->last;
  }

  /// Writes the bits of the window that begins with the document `first`; those past the last
  /// document are left undefined.
  void select_window(std::uint32_t first, std::uint64_t* mask) const;

  [[nodiscard]] DocumentSet documents(std::uint32_t documents_in_index) const;

 private:
  RangeMatch(const IntegerColumn& column, std::optional<CodeRange> range, bool unknown)
      : column_(&column), range_(range), unknown_(unknown) {}

  const IntegerColumn* column_;
  std::optional<CodeRange> range_;
  bool unknown_;
};

}  // namespace tributary::search
