#include "search/postings/field_positions.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "search/postings/varint.h"

namespace tributary::search {
namespace {

/// About what a first position at its limit takes beside its digit.
constexpr std::uint64_t kBitsAboveLimit = 14;
constexpr unsigned kMostLowBits = 31;

/// How many first positions are within each of some steps, which are the finer the lower: one for
/// each of the first sixteen, then eight for each power of two.
class Histogram {
 public:
  void add(std::uint32_t position) {
    if (position < kDigitLimits - 1) {
      ++counts_[step_of(position)];
    } else {
      ++above_;
    }
  }
  /// Calls visit(limit, at_least) from the greatest limit down: how many are not below it.
  template <class Visit>
  void visit(Visit visit) const {
    auto at_least = above_;
    for (auto step = kSteps; step > 0;) {
      const auto count = counts_[--step];
      if (count == 0) continue;
      visit(step + 1 < kSteps ? first_of(step + 1) : kDigitLimits - 1, at_least);
      at_least += count;
    }
  }

 private:
  static constexpr std::uint32_t kFine = 16, kOfEach = 8;
  static constexpr std::uint32_t kSteps = kFine + kOfEach * 7;  // up to kDigitLimits

  static std::uint32_t step_of(std::uint32_t position) {
    if (position < kFine) return position;
    const auto power = static_cast<std::uint32_t>(std::bit_width(position)) - 5;  // 0 for 16 to 31
    return kFine + kOfEach * power + (position >> (power + 1)) - kOfEach;
  }
  static std::uint32_t first_of(std::uint32_t step) {
    if (step < kFine) return step;
    const auto power = (step - kFine) / kOfEach;
    return ((step - kFine) % kOfEach + kOfEach) << (power + 1);
  }

  std::array<std::uint32_t, kSteps> counts_{};
  std::uint32_t above_ = 0;  ///< all limits
};

std::uint64_t bits_of_gaps(std::span<const std::uint32_t> gaps, unsigned low_bits) {
  std::uint64_t bits = gaps.size() * (low_bits + 1);
  for (const auto gap : gaps) bits += gap >> low_bits;
  return bits;
}

/// What suits distances at random, or one more.
unsigned best_low_bits(std::span<const std::uint32_t> gaps) {
  if (gaps.empty()) return 0;
  const auto sum = std::accumulate(gaps.begin(), gaps.end(), std::uint64_t{0});
  const auto typical = 11 * sum / (16 * gaps.size());
  const auto few = std::min(typical == 0 ? 0 : static_cast<unsigned>(std::bit_width(typical)) - 1,
                            kMostLowBits - 1);
  return bits_of_gaps(gaps, few + 1) < bits_of_gaps(gaps, few) ? few + 1 : few;
}

}  // namespace

std::uint32_t FieldPositionsBuilder::best_limit() const {
  Histogram histogram;
  std::uint32_t greatest = 0;
  for (const auto first : firsts_) {
    histogram.add(first);
    greatest = std::max(greatest, first);
  }
  std::uint32_t best = 0;
  std::uint64_t best_bits = UINT64_MAX;
  histogram.visit([&](std::uint32_t limit, std::uint32_t above) {
    limit = std::min(limit, greatest + 1);
    const auto bits = bits_of_digits(limit, documents()) + above * kBitsAboveLimit;
    if (bits >= best_bits) return;
    best_bits = bits;
    best = limit;
  });
  return best;
}

void FieldPositionsBuilder::split(std::uint32_t limit, Parts& parts) const {
  parts.limit = limit;
  parts.counts.assign(further_.begin(), further_.end());
  parts.digits.clear();
  parts.gaps.clear();
  parts.further = 0;
  const auto* gap = gaps_.data();
  for (std::size_t document = 0; document < firsts_.size(); ++document) {
    const auto first = firsts_[document];
    auto& further = parts.counts[document];
    if (limit == 0) {
      parts.gaps.push_back(first);
    } else {
      const bool is_above = first >= limit || (first == limit - 1 && further > 0);
      parts.digits.push_back(std::min(first, limit - 1));
      if (is_above) {
        parts.gaps.push_back(first - (limit - 1));
        ++further;
      }
    }
    parts.gaps.insert(parts.gaps.end(), gap, gap + further_[document]);
    gap += further_[document];
    parts.further += further;
  }
  parts.low_bits = best_low_bits(parts.gaps);
}

std::uint64_t FieldPositionsBuilder::bits_of(const Parts& parts) {
  return bits_of_counts(parts.counts, parts.further) + bits_of_gaps(parts.gaps, parts.low_bits) +
         (parts.limit == 0
              ? 0
              : bits_of_digits(parts.limit, static_cast<std::uint32_t>(parts.digits.size())));
}

void FieldPositionsBuilder::write(const Parts& parts, std::string& to) {
  append_varint(to, parts.further);
  append(to, static_cast<std::uint16_t>(parts.limit + kDigitLimits * parts.low_bits));
  BitWriter bits(to);
  append_counts(bits, parts.counts, parts.further);
  if (parts.limit > 0) append_digits(bits, parts.limit, parts.digits);
  const auto mask = (std::uint64_t{1} << parts.low_bits) - 1;
  if (parts.low_bits > 0) {
    for (const auto gap : parts.gaps) bits.add(gap & mask, parts.low_bits);
  }
  for (const auto gap : parts.gaps) bits.add_unary(gap >> parts.low_bits);
  bits.finish();
}

void FieldPositionsBuilder::append_to(std::string& to) {
  split(best_limit(), limited_);
  // Only where there are many further ones is there a choice.
  const bool has_choice = limited_.limit > 0 && limited_.further >= documents();
  if (has_choice) split(0, unlimited_);
  write(has_choice && bits_of(unlimited_) < bits_of(limited_) ? unlimited_ : limited_, to);
  firsts_.clear();
  further_.clear();
  gaps_.clear();
}

void FieldPositions::open(std::span<const std::byte> bytes, std::uint32_t documents) {
  ByteReader from(bytes);
  auto further = from.varint();
  const std::uint32_t shape = from.fixed<std::uint16_t>();
  limit_ = shape % kDigitLimits;
  low_bits_ = shape / kDigitLimits;
  bits_ = Bits(from.bytes(from.remaining()));
  // Each of them ends with a bit of its own.
  further = static_cast<std::uint32_t>(std::min<std::uint64_t>(further, bits_.size()));
  if (documents == 0) further = 0;
  lows_ = counts_.open(bits_, 0, documents, further);
  if (limit_ > 0) {
    digits_.open(bits_, lows_, limit_, documents);
    lows_ += bits_of_digits(limit_, documents);
  }
  const auto gaps = std::uint64_t{further} + (limit_ == 0 ? documents : 0);
  highs_.open(bits_, lows_ + gaps * low_bits_);
  next_ = 0;
}

std::uint32_t FieldPositions::first(std::uint32_t document, std::uint32_t before,
                                    std::uint32_t& further) {
  const auto begin = before + (limit_ == 0 ? document : 0);
  if (begin > next_ && (further > 0 || limit_ == 0)) {
    highs_.skip(begin - next_);
    next_ = begin;
  }
  if (limit_ == 0) return next_gap();
  const auto digit = digits_.at(document);
  if (digit + 1 < limit_ || further == 0) return digit;
  --further;
  return digit + next_gap();
}

}  // namespace tributary::search
