#include "evidence/effect_size/months_of_progress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tributary::evidence {
namespace {

/// From which effect on, in hundredths, it is one month, two, and so on.
constexpr std::array kFirstOfMonth{5, 10, 19, 27, 36, 45, 53, 62, 70, 79, 88, 96};
static_assert(kFirstOfMonth.size() == kMostMonthsOfProgress);

}  // namespace

int months_of_progress(double effect) {
  // The table has two decimals, so an effect is rounded to them as it is printed.
  const auto hundredths = std::round(std::min(std::abs(effect), 2.0) * 100);
  const auto months = static_cast<int>(
      std::ranges::count_if(kFirstOfMonth, [&](int first) { return hundredths >= first; }));
  return effect < 0 ? -months : months;
}

}  // namespace tributary::evidence
