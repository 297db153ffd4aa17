#include "base/repeated_task.h"

#include <gtest/gtest.h>

#include <latch>

namespace tributary {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

TEST(RepeatedTask, RunsAtOnceAndAgainAfterAnError) {
  std::latch three_runs(3);
  int runs = 0;
  const RepeatedTask task("test", milliseconds(1), [&](const std::stop_token&) -> Result<> {
    if (++runs <= 3) three_runs.count_down();
    return fail(ErrorCode::io, "the disk is away");
  });
  three_runs.wait();
}

TEST(RepeatedTask, ItsEndInterruptsTheWaitForTheNextRun) {
  std::latch first_run(1);
  int runs = 0;
  {
    const RepeatedTask task("test", hours(1), [&](const std::stop_token&) -> Result<> {
      ++runs;
      first_run.count_down();
      return {};
    });
    first_run.wait();
  }
  EXPECT_EQ(runs, 1);
}

TEST(RepeatedTask, ItsEndAsksTheTaskToStop) {
  std::latch has_begun(1);
  bool was_asked = false;
  {
    const RepeatedTask task("test", hours(1), [&](const std::stop_token& stop) -> Result<> {
      has_begun.count_down();
      while (!stop.stop_requested()) std::this_thread::yield();
      was_asked = true;
      return fail(ErrorCode::cancelled, "stopped");
    });
    has_begun.wait();
  }
  EXPECT_TRUE(was_asked);
}

}  // namespace
}  // namespace tributary
