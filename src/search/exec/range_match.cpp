#include "search/exec/range_match.h"

#include <cstring>

#include "search/exec/filters.h"

namespace tributary::search {
namespace {

/// Setting bits one by one pays where the range holds at most one document in so many.
constexpr std::uint32_t kSparse = 32;

}  // namespace

Result<RangeMatch> RangeMatch::create(const Segment& segment, const RangeFilter& filter) {
  const auto& column = *TRY(integer_column(segment, filter.column));
  return RangeMatch(column, column.range_of(filter.low, filter.high), filter.unknown);
}

void RangeMatch::select_window(std::uint32_t first, std::uint64_t* mask) const {
  if (range_) {
    column_->select_window(first, *range_, mask);
  } else {
    std::memset(mask, 0, kWindowWords * sizeof *mask);
  }
  if (!unknown_) return;
  const auto* present = column_->presence().data() + first / 64;
  for (std::size_t i = 0; i < kWindowWords; ++i) mask[i] |= ~present[i];
}

DocumentSet RangeMatch::documents(std::uint32_t documents_in_index) const {
  DocumentSet set(documents_in_index);
  if (!unknown_) {
    if (!range_) return set;
    const auto found = column_->documents_in(*range_);
    if (found.size() <= documents_in_index / kSparse) {
      found.for_each([&](auto document) { set.add(document); });
      return set;
    }
  }
  for (std::uint32_t word = 0; word < set.word_count(); word += kWindowWords) {
    select_window(word * 64, set.words() + word);
  }
  set.drop_tail();
  return set;
}

}  // namespace tributary::search
