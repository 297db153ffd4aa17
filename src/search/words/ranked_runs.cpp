#include "search/words/ranked_runs.h"

#include <algorithm>

namespace tributary::search {
namespace {

constexpr std::size_t kBlock = RankedRuns::kBlockValues;

/// Calls `piece(first, last, block)` for the blocks that a run covers, wholly or in part.
template <class Piece>
void each_block(const Run& run, Piece&& piece) {
  for (auto first = run.first; first < run.last;) {
    const auto block = first / kBlock;
    const auto last = std::min(run.last, (block + 1) * kBlock);
    piece(first, last, block);
    first = last;
  }
}

}  // namespace

std::vector<std::uint32_t> RankedRuns::minima_of(std::span<const std::uint32_t> values) {
  std::vector<std::uint32_t> minima;
  each_block({0, values.size()}, [&](std::size_t first, std::size_t last, std::size_t) {
    minima.push_back(std::ranges::min(values.subspan(first, last - first)));
  });
  return minima;
}

Result<RankedRuns> RankedRuns::open(const SectionFile& file, SectionTag values, SectionTag minima,
                                    std::uint32_t number, std::size_t limit) {
  const RankedRuns runs(TRY(file.array<std::uint32_t>(values, number)),
                        TRY(file.array<std::uint32_t>(minima, number)));
  const auto blocks = (runs.values_.size() + kBlock - 1) / kBlock;
  const auto is_below = [&](std::uint32_t value) { return value < limit; };
  if (runs.minima_.size() != blocks || !std::ranges::all_of(runs.values_, is_below)) {
    return file.broken("ranked entries are inconsistent");
  }
  return runs;
}

/// The least value of each block that the runs cover; of one covered in part, that of the part.
std::vector<std::uint32_t> RankedRuns::least_of_blocks(std::span<const Run> runs) const {
  std::vector<std::uint32_t> least;
  for (const auto& run : runs) {
    each_block(run, [&](std::size_t first, std::size_t last, std::size_t block) {
      least.push_back(last - first == kBlock
                          ? minima_[block]
                          : std::ranges::min(values_.subspan(first, last - first)));
    });
  }
  return least;
}

std::vector<std::uint32_t> RankedRuns::up_to(std::span<const Run> runs, std::uint32_t bound) const {
  std::vector<std::uint32_t> found;
  for (const auto& run : runs) {
    each_block(run, [&](std::size_t first, std::size_t last, std::size_t block) {
      if (minima_[block] > bound) return;
      for (const auto value : values_.subspan(first, last - first)) {
        if (value <= bound) found.push_back(value);
      }
    });
  }
  std::ranges::sort(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

std::vector<std::uint32_t> RankedRuns::smallest(std::span<const Run> runs,
                                                std::size_t count) const {
  if (count == 0) return {};
  auto least = least_of_blocks(runs);
  // All values up to the n-th smallest of `least` are n at the least, and up to 64·n; fewer where
  // an entry stands in a run several times. Begin with few, and look further until they are enough.
  for (auto blocks = count / 16 + 1;; blocks *= 4) {
    const bool is_all = blocks >= least.size();
    if (!is_all)
      std::ranges::nth_element(least, least.begin() + static_cast<std::ptrdiff_t>(blocks));
    auto found = up_to(runs, is_all ? UINT32_MAX : least[blocks]);
    if (found.size() < count && !is_all) continue;
    found.resize(std::min(found.size(), count));
    return found;
  }
}

}  // namespace tributary::search
