// search/exec/match_counts.h
#pragma once

#include <bit>
#include <cstdint>
#include <ranges>
#include <vector>

#include "search/exec/document_set.h"

namespace tributary::search {

/// In how many of several sets each document is, as binary numbers turned upright: plane b holds
/// bit b of every document's count, so that 64 documents are counted by one instruction.
class MatchCounts {
 public:
  explicit MatchCounts(std::uint32_t documents) : documents_(documents) {}

  void add(const DocumentSet& set) {
    auto carry = set;
    for (auto& plane : planes_) {
      auto next = plane;
      next &= carry;
      for (std::size_t i = 0; i < plane.word_count(); ++i) plane.words()[i] ^= carry.words()[i];
      carry = std::move(next);
    }
    if (carry.count() > 0) planes_.push_back(std::move(carry));
  }

  /// The greatest count of a document of `context`; 0 where it is empty.
  [[nodiscard]] std::uint32_t greatest(const DocumentSet& context) const {
    std::uint32_t greatest = 0;
    auto left = context;
    for (const auto& plane : std::views::reverse(planes_)) {
      greatest *= 2;
      if (left.count_common(plane) == 0) continue;
      greatest += 1;
      left &= plane;
    }
    return greatest;
  }

  [[nodiscard]] DocumentSet at_least(std::uint32_t count) const {
    if (static_cast<std::size_t>(std::bit_width(count)) > planes_.size()) {
      return DocumentSet(documents_);
    }
    // From the highest bit down: equal so far, and greater already.
    auto equal = DocumentSet::all(documents_);
    DocumentSet greater(documents_);
    for (auto bit = planes_.size(); bit-- > 0;) {
      if ((count >> bit & 1) != 0) {
        equal &= planes_[bit];
      } else {
        auto above = equal;
        above &= planes_[bit];
        greater |= above;
        equal -= planes_[bit];
      }
    }
    greater |= equal;
    return greater;
  }

 private:
  std::uint32_t documents_;
  std::vector<DocumentSet> planes_;
};

}  // namespace tributary::search
