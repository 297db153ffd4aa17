#include "search/exec/histogram.h"

#include <algorithm>
#include <utility>

#include "search/exec/label_counts.h"

namespace tributary::search {
namespace {

/// Numbers the bins of a column from that of its least value on.
class Bins {
 public:
  Bins(const IntegerColumn& column, std::int64_t interval)
      : interval_(static_cast<std::uint64_t>(interval)), least_(column.value_of(0)) {
    const auto remainder = least_ % interval;
    before_least_ = static_cast<std::uint64_t>(remainder < 0 ? remainder + interval : remainder);
    last_ = of(column.greatest_code());
  }

  /// The bin of a code. (The sum in one division could pass the greatest integer.)
  [[nodiscard]] std::uint64_t of(std::uint64_t code) const {
    return code / interval_ + (code % interval_ + before_least_) / interval_;
  }
  [[nodiscard]] std::uint64_t last() const { return last_; }

  [[nodiscard]] std::int64_t low(std::uint64_t bin) const {
    const auto least = static_cast<std::uint64_t>(least_);
    const bool is_cut = bin == 0 && before_least_ > least - static_cast<std::uint64_t>(INT64_MIN);
    if (is_cut) return INT64_MIN;
    return static_cast<std::int64_t>(least - before_least_ + bin * interval_);
  }

 private:
  std::uint64_t interval_, before_least_ = 0, last_ = 0;
  std::int64_t least_;
};

/// Collects bins that come in ascending order.
class BinCounts {
 public:
  explicit BinCounts(const Bins& bins) : bins_(bins) {}

  void add(std::uint64_t bin, std::uint64_t count) {
    if (count == 0) return;
    if (counts_.empty() || bin != last_) {
      counts_.push_back({.label = {}, .low = bins_.low(bin), .count = 0});
      last_ = bin;
    }
    counts_.back().count += count;
  }
  std::vector<FacetCount> take() { return std::move(counts_); }

 private:
  const Bins& bins_;
  std::uint64_t last_ = 0;
  std::vector<FacetCount> counts_;
};

DocumentSet with_value(const IntegerColumn& column, DocumentSet set) {
  if (!column.sorted().without_value().empty()) {
    kernels().and_words(set.words(), column.presence().data(), set.word_count());
  }
  return set;
}

/// By the totals of codes: of all documents, less those outside the set, or of the set alone.
std::vector<FacetCount> by_totals(const IntegerColumn& column, const Bins& bins,
                                  const DocumentSet& set, std::uint64_t size) {
  const auto totals = column.totals();
  std::vector<std::uint32_t> counts(totals.size());
  const bool by_rest = size * 2 > set.documents();
  if (size < set.documents()) {
    auto counted = set;
    if (by_rest) counted.complement();
    count_codes(column.codes(), with_value(column, std::move(counted)), counts.data());
  }
  BinCounts found(bins);
  for (std::size_t code = 0; code < counts.size(); ++code) {
    const auto count = by_rest ? totals[code] - counts[code] : counts[code];
    if (count > 0) found.add(bins.of(code), count);
  }
  return found.take();
}

/// The bins of all documents, by their ends in the sorted column.
std::vector<FacetCount> by_order(const IntegerColumn& column, const Bins& bins) {
  BinCounts found(bins);
  const auto sorted = column.sorted().with_value();
  for (std::size_t begin = 0; begin < sorted.size();) {
    const auto bin = bins.of(column.codes()[sorted[begin]]);
    const auto end = first_past(
        sorted, begin, [&](auto document) { return bins.of(column.codes()[document]) > bin; });
    found.add(bin, end - begin);
    begin = end;
  }
  return found.take();
}

/// One document of the set after another.
std::vector<FacetCount> by_documents(const IntegerColumn& column, const Bins& bins,
                                     const DocumentSet& set, std::uint64_t size) {
  constexpr std::uint64_t kAlwaysDense = 1024;
  const auto counted = with_value(column, set);
  BinCounts found(bins);
  if (bins.last() < 4 * size + kAlwaysDense) {
    std::vector<std::uint32_t> counts(bins.last() + 1);
    column.codes().visit([&](const auto* codes) {
      counted.for_each([&](std::uint32_t document) { ++counts[bins.of(codes[document])]; });
    });
    for (std::uint64_t bin = 0; bin < counts.size(); ++bin) found.add(bin, counts[bin]);
    return found.take();
  }
  std::vector<std::uint64_t> all;
  all.reserve(size);
  counted.for_each(
      [&](std::uint32_t document) { all.push_back(bins.of(column.codes()[document])); });
  std::ranges::sort(all);
  for (const auto bin : all) found.add(bin, 1);
  return found.take();
}

}  // namespace

std::vector<FacetCount> count_bins(const IntegerColumn& column, std::int64_t interval,
                                   const DocumentSet& set, std::uint64_t size) {
  const Bins bins(column, interval);
  // An array of all codes must pay.
  if (column.totals().size() / 4 <= size && !column.totals().empty()) {
    return by_totals(column, bins, set, size);
  }
  if (size == set.documents()) return by_order(column, bins);
  return by_documents(column, bins, set, size);
}

}  // namespace tributary::search
