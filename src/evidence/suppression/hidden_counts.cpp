#include "evidence/suppression/hidden_counts.h"

#include <algorithm>

#include "evidence/suppression/cell_suppression.h"

namespace tributary::evidence {
namespace {

constexpr auto kFirstShown = static_cast<std::int64_t>(kSmallestShownCount);

/// Few cases, and few others.
std::vector<CountRange> small_ranges(std::int64_t learners) {
  return {{0, kFirstShown}, {learners - kFirstShown + 1, learners + 1}};
}

/// The first number from `low` to below `high` for which `is_so`, which stays so from there; else
/// `high`.
template <class Condition>
Result<std::int64_t> first_that(std::int64_t low, std::int64_t high, const Condition& is_so) {
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (TRY(is_so(middle))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/// With so many cases in the treated arm the interval lies above 0, from `around` cases of the
/// control arm on around it, from `below` on below it: it falls as these become more.
struct Turns {
  std::int64_t around = 0, below = 0;
};

Result<Turns> turns_of(std::int64_t cases, const ArmSizes& sizes, const DifferenceMethod& method) {
  const auto end = sizes.control + 1;
  const auto interval_with = [&](std::int64_t others) {
    return risk_difference_interval({cases, sizes.treated - cases, others, sizes.control - others},
                                    method.quantile, method.design_effect);
  };
  const auto around = TRY(first_that(0, end, [&](std::int64_t others) -> Result<bool> {
    return TRY(interval_with(others)).low <= 0;
  }));
  const auto below = TRY(first_that(around, end, [&](std::int64_t others) -> Result<bool> {
    return TRY(interval_with(others)).high < 0;
  }));
  return Turns{around, below};
}

/// Whether beside one of the counts in the range one count alone gives an answer.
bool tells(const CountRange& range, const std::vector<Turns>& turns) {
  int above = 0, around = 0, below = 0;
  for (const auto& turn : turns) {
    if (range.begin < turn.around) ++above;
    if (std::max(range.begin, turn.around) < std::min(range.end, turn.below)) ++around;
    if (turn.below < range.end) ++below;
  }
  return above == 1 || around == 1 || below == 1;
}

/// Where not all counts turn together, with one to each side, where all give the same answer.
std::vector<CountRange> turning_ranges(const std::vector<Turns>& turns, std::int64_t learners) {
  std::vector<CountRange> ranges;
  const auto add = [&](std::int64_t first, std::int64_t last) {
    if (first == last) return;
    const CountRange range{std::max<std::int64_t>(first - 1, 0), std::min(last + 1, learners + 1)};
    if (!ranges.empty() && ranges.back().end > range.begin) {
      ranges.back().end = std::max(ranges.back().end, range.end);
    } else {
      ranges.push_back(range);
    }
  };
  const auto [first_around, last_around] = std::ranges::minmax(turns, {}, &Turns::around);
  add(first_around.around, last_around.around);
  const auto [first_below, last_below] = std::ranges::minmax(turns, {}, &Turns::below);
  add(first_below.below, last_below.below);
  return ranges;
}

/// Takes in the small counts that a range meets, so that all of these keep one stand-in. False
/// where the ranges meet one another then, or one meets both few cases and few others.
bool take_in_small(std::vector<CountRange>& ranges, std::int64_t learners) {
  for (auto& range : ranges) {
    int met = 0;
    for (const auto& small : small_ranges(learners)) {
      if (!range.meets(small)) continue;
      ++met;
      range = {std::min(range.begin, small.begin), std::max(range.end, small.end)};
    }
    if (met > 1) return false;
  }
  return ranges.size() < 2 || !ranges.front().meets(ranges.back());
}

/// How far value and ends of the interval can move when an arm has `to` cases in place of `from`:
/// with the other arm held, between as much as the share does and as much as the ends of its own
/// interval do, piece by piece.
double move_between(std::int64_t from, std::int64_t to, std::int64_t learners,
                    const DifferenceMethod& method) {
  constexpr std::int64_t kPieces = 64;
  const auto whole = static_cast<double>(learners);
  const auto [low, high] = std::minmax(from, to);
  const auto step = std::max<std::int64_t>((high - low) / kPieces, 1);
  const auto ends_of = [&](std::int64_t cases) {
    return score_interval(static_cast<double>(cases) / whole, whole / method.design_effect,
                          method.quantile);
  };
  double moved = 0;
  for (auto at = low; at < high; at += step) {
    const auto next = std::min(at + step, high);
    const auto here = ends_of(at), there = ends_of(next);
    moved += std::max(
        {static_cast<double>(next - at) / whole, there.low - here.low, there.high - here.high});
  }
  return moved;
}

/// The furthest that a count of the range is from what stands for it.
double widest_move(const CountRange& range, std::int64_t stand_in, std::int64_t learners,
                   const DifferenceMethod& method) {
  return std::max(move_between(range.begin, stand_in, learners, method),
                  move_between(range.end - 1, stand_in, learners, method));
}

}  // namespace

const HiddenCounts::Class* HiddenCounts::Arm::class_of(std::int64_t cases) const {
  const auto found =
      std::ranges::find_if(hidden, [&](const Class& one) { return one.counts.contains(cases); });
  return found == hidden.end() ? nullptr : &*found;
}

/// The treated arm of these, as its counts turn beside those of the control arm.
Result<std::optional<HiddenCounts::Arm>> HiddenCounts::arm_of(const ArmSizes& sizes,
                                                              const DifferenceMethod& method) {
  Arm arm{.learners = sizes.treated, .hidden = {}};
  for (const auto& counts : small_ranges(sizes.treated)) {
    std::vector<Turns> turns;
    for (auto cases = counts.begin; cases < counts.end; ++cases) {
      const auto turn = TRY(turns_of(cases, sizes, method));
      turns.push_back(turn);
    }
    auto others = turning_ranges(turns, sizes.control);
    if (!take_in_small(others, sizes.control)) return std::nullopt;
    const bool is_told =
        std::ranges::any_of(others, [&](const CountRange& range) { return tells(range, turns); });
    if (is_told) return std::nullopt;
    arm.hidden.push_back({counts, std::move(others)});
  }
  return arm;
}

/// What stands for so many cases of the other arm beside a count of the class.
std::int64_t HiddenCounts::beside(const Class& hidden, const Arm& other, std::int64_t cases) {
  if (const auto* small = other.class_of(cases)) return small->counts.stand_in();
  const auto range = std::ranges::find_if(
      hidden.others, [&](const CountRange& one) { return one.contains(cases); });
  if (range == hidden.others.end()) return cases;
  for (const auto& small : other.hidden) {
    if (range->meets(small.counts)) return small.counts.stand_in();
  }
  return range->stand_in();
}

Result<std::optional<HiddenCounts>> HiddenCounts::of(const ArmSizes& sizes,
                                                     const DifferenceMethod& method) {
  if (std::min(sizes.treated, sizes.control) < 2 * kFirstShown) return std::nullopt;
  auto treated = TRY(arm_of(sizes, method));
  auto control = TRY(arm_of({sizes.control, sizes.treated}, method));
  if (!treated || !control) return std::nullopt;
  HiddenCounts counts;
  counts.treated_ = *std::move(treated);
  counts.control_ = *std::move(control);
  const auto widest_beside = [&](const Arm& arm, const Arm& other) {
    double widest = 0;
    for (const auto& one : arm.hidden) {
      const double own = widest_move(one.counts, one.counts.stand_in(), arm.learners, method);
      for (const auto& small : other.hidden) {
        widest = std::max(widest, own + widest_move(small.counts, small.counts.stand_in(),
                                                    other.learners, method));
      }
      for (const auto& range : one.others) {
        const auto stand_in = beside(one, other, range.begin);
        widest = std::max(widest, own + widest_move(range, stand_in, other.learners, method));
      }
    }
    return widest;
  };
  counts.within_ = std::max(widest_beside(counts.treated_, counts.control_),
                            widest_beside(counts.control_, counts.treated_));
  return counts;
}

TwoByTwo HiddenCounts::stand_in(const TwoByTwo& table) const {
  auto treated = table.treated_cases, control = table.control_cases;
  if (const auto* hidden = treated_.class_of(table.treated_cases)) {
    treated = hidden->counts.stand_in();
    control = beside(*hidden, control_, table.control_cases);
    // A count of the control arm that is small too has its ranges, which take in this class whole.
  } else if (const auto* other = control_.class_of(table.control_cases)) {
    control = other->counts.stand_in();
    treated = beside(*other, treated_, table.treated_cases);
  }
  return {treated, treated_.learners - treated, control, control_.learners - control};
}

}  // namespace tributary::evidence
