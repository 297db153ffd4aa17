#include "search/postings/small_counts.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace tributary::search {
namespace {

bool is_sparse(std::uint32_t sum, std::size_t groups) { return 2 * std::uint64_t{sum} < groups; }

/// About what suits counts that become rarer as they grow.
unsigned low_bits_for(std::uint32_t sum, std::size_t groups) {
  const auto typical = 11 * std::uint64_t{sum} / (12 * groups);
  return typical == 0 ? 0 : static_cast<unsigned>(std::bit_width(typical)) - 1;
}

}  // namespace

std::uint64_t bits_of_counts(std::span<const std::uint32_t> counts, std::uint32_t sum) {
  if (sum == 0) return 0;
  const auto groups = static_cast<std::uint32_t>(counts.size());
  if (is_sparse(sum, groups)) return bits_of_sparse(sum, groups);
  const auto low_bits = low_bits_for(sum, groups);
  std::uint64_t bits = std::uint64_t{groups} * (low_bits + 1);
  for (const auto count : counts) bits += count >> low_bits;
  return bits;
}

void append_counts(BitWriter& to, std::span<const std::uint32_t> counts, std::uint32_t sum) {
  if (sum == 0) return;
  if (is_sparse(sum, counts.size())) {
    std::vector<std::uint32_t> groups;
    groups.reserve(sum);
    for (std::uint32_t group = 0; group < counts.size(); ++group) {
      groups.insert(groups.end(), counts[group], group);
    }
    append_sparse(to, groups, static_cast<std::uint32_t>(counts.size()));
    return;
  }
  const auto low_bits = low_bits_for(sum, counts.size());
  for (unsigned bit = 0; bit < low_bits; ++bit) {
    for (const auto count : counts) to.add(count >> bit & 1, 1);
  }
  for (const auto count : counts) to.add_unary(count >> low_bits);
}

std::uint64_t SmallCounts::open(Bits bits, std::uint64_t bit, std::uint32_t groups,
                                std::uint32_t sum) {
  bits_ = bits;
  groups_ = groups;
  sum_ = sum;
  is_sparse_ = is_sparse(sum, groups);
  if (sum == 0) return bit;
  if (is_sparse_) {
    sparse_.open(bits, bit, sum, groups);
    return bit + bits_of_sparse(sum, groups);
  }
  lows_ = bit;
  low_bits_ = low_bits_for(sum, groups);
  highs_ = bit + std::uint64_t{groups} * low_bits_;
  next_ = 0;
  before_ = 0;
  rest_.open(bits, highs_);
  std::uint64_t of_lows = 0;
  for (unsigned place = 0; place < low_bits_; ++place) {
    of_lows += std::uint64_t{bits.ones(lows_ + std::uint64_t{groups} * place, groups)} << place;
  }
  return highs_ + groups + ((sum - std::min<std::uint64_t>(of_lows, sum)) >> low_bits_);
}

SmallCounts::Found SmallCounts::find(std::uint32_t group) {
  if (sum_ == 0) return {};
  if (is_sparse_) {
    const auto before = sparse_.pass(group);
    return {.before = before, .count = sparse_.take(group)};
  }
  if (group > next_) {
    rest_.skip(group - next_);
    // What is above the lowest bits of those before are the zeros that are passed by.
    const auto passed = rest_.at() - highs_;
    before_ = (passed - std::min<std::uint64_t>(passed, group)) << low_bits_;
    for (unsigned place = 0; place < low_bits_; ++place) {
      before_ += std::uint64_t{bits_.ones(lows_ + std::uint64_t{groups_} * place, group)} << place;
    }
  }
  next_ = group + 1;
  std::uint64_t count = std::uint64_t{rest_.next()} << low_bits_;
  for (unsigned place = 0; place < low_bits_; ++place) {
    count += bits_.number(lows_ + std::uint64_t{groups_} * place + group, 1) << place;
  }
  const auto before = std::min<std::uint64_t>(before_, sum_);
  before_ += count;
  return {.before = static_cast<std::uint32_t>(before),
          .count = static_cast<std::uint32_t>(std::min<std::uint64_t>(count, sum_ - before))};
}

}  // namespace tributary::search
