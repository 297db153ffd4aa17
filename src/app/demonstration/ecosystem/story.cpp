#include "app/demonstration/ecosystem/story.h"

namespace tributary::app::demonstration {
namespace {

constexpr std::chrono::hours kDayBegins{9};
constexpr std::chrono::minutes kBetweenActs{3};

}  // namespace

Result<> Story::play(StoryClock& clock) const {
  Timestamp last;
  for (const auto& [day_from_end, act] : acts_) {
    const auto date = day(-day_from_end);
    const Timestamp morning =
        std::chrono::sys_days(std::chrono::days(date.days_since_epoch())) + kDayBegins;
    last = std::max(morning, last + kBetweenActs);
    clock.go_to(last);
    TRY(in_context("demonstration of " + date.iso(), act()));
  }
  return {};
}

}  // namespace tributary::app::demonstration
