// search/exec/best_so_far.h
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "search/exec/top_documents.h"

namespace tributary::search {

/// The best documents seen, as a flat buffer that is cut back to `limit` when it is full: cheaper
/// than a heap, since most documents that come never enter. Not thread-safe.
class BestSoFar {
 public:
  BestSoFar(std::uint32_t limit, const std::optional<RankedDocument>& after, std::uint32_t floor)
      : limit_(limit), after_(after), floor_(floor) {
    found_.reserve(limit + kSlack);
  }

  /// Sums below this cannot enter. At least 1: a document without any leaf has no rank.
  [[nodiscard]] std::uint32_t floor() const { return floor_; }

  void offer(const RankedDocument& document) {
    if (document.sum < floor_ || (after_ && !(*after_ < document))) return;
    found_.push_back(document);
    if (found_.size() == limit_ + kSlack) cut();
  }

  /// REQUIRES: as many documents as are wanted have this sum or more.
  void raise_floor_to(std::uint32_t sum) { floor_ = std::max(floor_, sum); }

  /// Raises the floor to what is known by now.
  void raise_floor() {
    if (found_.size() > limit_) cut();
  }

  /// In order. Leaves nothing behind.
  std::vector<RankedDocument> take() {
    if (found_.size() > limit_) cut();
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kSlack = 256;

  void cut() {
    if (limit_ == 0) {
      found_.clear();
      return;
    }
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1);
    std::ranges::nth_element(found_, last);
    floor_ = std::max(floor_, last->sum);
    found_.resize(limit_);
  }

  std::size_t limit_;
  const std::optional<RankedDocument>& after_;
  std::uint32_t floor_;
  std::vector<RankedDocument> found_;
};

}  // namespace tributary::search
