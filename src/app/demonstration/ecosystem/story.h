// app/demonstration/ecosystem/story.h
//
// What happened in the demonstration ecosystem: told subject by subject, played day by day, so that
// moments follow the order of the audit trail as they do in real life.
//
//   Story story(today);
//   story.on(30, [&] { return framework.move(steward, …); });   // thirty days before
//   TRY(story.play(clock));
//
// Thread rule: one thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace tributary::app::demonstration {

/// Tells the moment at which the story has arrived.
class StoryClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return moment_; }
  void go_to(Timestamp moment) { moment_ = moment; }

 private:
  Timestamp moment_;
};

class Story {
 public:
  using Act = std::function<Result<>()>;

  explicit Story(Date told_on) : told_on_(told_on) {}

  [[nodiscard]] Date day(int days_ago) const {
    return Date(told_on_.days_since_epoch() - days_ago);
  }

  void on(int days_ago, Act act) { acts_.emplace(-days_ago, std::move(act)); }

  /// Acts of one day in the order in which they were told, from nine o'clock on. Errors: the first
  /// of an act, with its day.
  Result<> play(StoryClock& clock) const;

 private:
  Date told_on_;
  std::multimap<int, Act> acts_;  // by day, the earliest first; equal ones keep their order
};

}  // namespace tributary::app::demonstration
