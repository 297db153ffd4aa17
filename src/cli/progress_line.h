// cli/progress_line.h
//
// Shows how far an import is: one line that rewrites itself on a terminal, a plain line now and
// then elsewhere.
#pragma once

#include <chrono>
#include <string>

#include "app/import_dataset.h"

namespace tributary::cli {

/// Writes to standard error, so that standard output stays the report's. Not thread-safe.
class ProgressLine {
 public:
  /// Looks at standard error.
  ProgressLine();
  ~ProgressLine();  ///< leaves the terminal's line empty
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const app::ImportStep& step);

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  const bool is_terminal_;
  std::string label_;
  app::ImportPhase phase_ = app::ImportPhase::reading;
  SteadyTime began_;
  SteadyTime shown_;
};

/// "reading cordis  45 %  12,300 projects  8,200/s  40 s left", from what a step says and the
/// seconds since its phase began.
std::string progress_text(const app::ImportStep& step, double seconds);

}  // namespace tributary::cli
