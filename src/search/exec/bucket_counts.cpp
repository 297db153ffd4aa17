#include "search/exec/bucket_counts.h"

#include <algorithm>
#include <array>
#include <bit>

#include "search/exec/filters.h"
#include "search/exec/range_match.h"

namespace tributary::search {
namespace {

/// Below so many documents in a window, each is looked at by itself.
constexpr std::uint64_t kFewDocuments = 32;

using WindowMask = std::array<std::uint64_t, kWindowWords>;

class BucketCounting {
 public:
  /// `summed`: null where nothing is added up.
  BucketCounting(std::vector<std::vector<RangeMatch>> buckets, const IntegerColumn* summed)
      : buckets_(std::move(buckets)), summed_(summed) {
    found_.counts.resize(buckets_.size());
    if (summed_ != nullptr) found_.sums.resize(buckets_.size());
  }

  void count_window(std::uint32_t first, const std::uint64_t* words) {
    const auto documents = kernels().count_bits(words, kWindowWords);
    if (documents == 0) return;
    if (documents < kFewDocuments) {
      for (std::uint32_t i = 0; i < kWindowWords; ++i) {
        for (auto word = words[i]; word != 0; word &= word - 1) {
          count_document(first + i * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
        }
      }
      return;
    }
    WindowMask left, inside, of_range;
    std::copy_n(words, kWindowWords, left.begin());
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
      std::copy_n(words, kWindowWords, inside.begin());
      for (const auto& range : buckets_[bucket]) {
        range.select_window(first, of_range.data());
        kernels().and_words(inside.data(), of_range.data(), kWindowWords);
      }
      found_.counts[bucket] += kernels().count_bits(inside.data(), kWindowWords);
      if (summed_ != nullptr) add_window(bucket, first, inside);
      kernels().and_not_words(left.data(), inside.data(), kWindowWords);
    }
    found_.in_none += kernels().count_bits(left.data(), kWindowWords);
  }

  BucketCounts take() { return std::move(found_); }

 private:
  void count_document(std::uint32_t document) {
    bool is_in_any = false;
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
      const bool is_inside = std::ranges::all_of(
          buckets_[bucket], [&](const RangeMatch& range) { return range.holds(document); });
      found_.counts[bucket] += is_inside ? 1 : 0;
      if (is_inside && summed_ != nullptr) add_value(bucket, document);
      is_in_any = is_in_any || is_inside;
    }
    found_.in_none += is_in_any ? 0 : 1;
  }

  void add_window(std::size_t bucket, std::uint32_t first, const WindowMask& inside) {
    for (std::uint32_t i = 0; i < kWindowWords; ++i) {
      for (auto word = inside[i]; word != 0; word &= word - 1) {
        add_value(bucket, first + i * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
      }
    }
  }

  void add_value(std::size_t bucket, std::uint32_t document) {
    const auto value = summed_->value(document);
    if (!value) return;
    found_.sums[bucket].sum += *value;
    ++found_.sums[bucket].documents;
  }

  std::vector<std::vector<RangeMatch>> buckets_;
  const IntegerColumn* summed_;
  BucketCounts found_;
};

}  // namespace

Result<BucketCounts> count_buckets(const Segment& segment, const std::vector<FacetBucket>& buckets,
                                   const DocumentSet& set, const std::string& sum) {
  const auto* const summed = sum.empty() ? nullptr : TRY(integer_column(segment, sum));
  std::vector<std::vector<RangeMatch>> tests;
  for (const auto& bucket : buckets) {
    auto& ranges = tests.emplace_back();
    for (const auto& range : bucket.ranges) {
      ranges.push_back(TRY(RangeMatch::create(segment, range)));
    }
  }
  BucketCounting counting(std::move(tests), summed);
  for (std::uint32_t word = 0; word < set.word_count(); word += kWindowWords) {
    counting.count_window(word * 64, set.words() + word);
  }
  return counting.take();
}

}  // namespace tributary::search
