// evidence/suppression/hidden_counts.h
//
// Two arms of known sizes, one with few learners who had an outcome: which counts stand for those
// that may not be told, so that the figures of these are nobody's.
//
//   const auto hidden = TRY(HiddenCounts::of({400, 400}, {.quantile = 1.96}));
//   hidden->stand_in({3, 397, 40, 360})  →  2 of 400 and 40 of 400
//   hidden->within()                     →  0.045, the furthest that it moves a figure
//
// All counts below kSmallestShownCount of an arm have the same stand-in, and so have those close to
// all of the arm. Whether the exact interval lies above, around or below 0 is told besides; where
// that would tell one count from the others, next to where the answer turns, counts of the other
// arm have one stand-in as well, so many that each answer is given with several counts. Pure
// functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "evidence/effect_size/proportions.h"

namespace tributary::evidence {

struct ArmSizes {
  std::int64_t treated = 0, control = 0;
};

/// Of risk_difference_interval().
struct DifferenceMethod {
  double quantile = 1.96;
  double design_effect = 1;
};

/// Counts of cases, from `begin` to before `end`.
struct CountRange {
  std::int64_t begin = 0, end = 0;

  [[nodiscard]] bool contains(std::int64_t count) const { return begin <= count && count < end; }
  [[nodiscard]] bool meets(const CountRange& other) const {
    return begin < other.end && other.begin < end;
  }
  /// The middle one.
  [[nodiscard]] std::int64_t stand_in() const { return begin + (end - begin - 1) / 2; }
};

class HiddenCounts {
 public:
  /// Nothing where arms are so small that stand-ins would be of all counts, or the answer would
  /// still tell. Errors: those of risk_difference_interval().
  static Result<std::optional<HiddenCounts>> of(const ArmSizes& sizes,
                                                const DifferenceMethod& method);

  /// REQUIRES: a table of these sizes with a small cell.
  [[nodiscard]] TwoByTwo stand_in(const TwoByTwo& table) const;

  /// How far value and ends of the interval can be moved, whatever the counts.
  [[nodiscard]] double within() const { return within_; }

 private:
  /// Counts of one arm that are not told, and those of the other that have one stand-in then.
  struct Class {
    CountRange counts;
    std::vector<CountRange> others;
  };
  struct Arm {
    std::int64_t learners = 0;
    std::vector<Class> hidden;

    [[nodiscard]] const Class* class_of(std::int64_t cases) const;
  };

  static Result<std::optional<Arm>> arm_of(const ArmSizes& sizes, const DifferenceMethod& method);
  static std::int64_t beside(const Class& hidden, const Arm& other, std::int64_t cases);

  Arm treated_, control_;
  double within_ = 0;
};

}  // namespace tributary::evidence
