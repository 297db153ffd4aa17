#include "cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/terminal.h"

namespace tributary::cli {
namespace {

constexpr std::chrono::milliseconds kBetweenRewrites{100};
constexpr std::chrono::seconds kBetweenPlainLines{5};

std::string duration_text(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  return fmt::format("{:.0f} min", seconds / 60);
}

}  // namespace

std::string progress_text(const app::ImportStep& step, double seconds) {
  if (step.phase == app::ImportPhase::indexing) {
    auto text = fmt::format("indexing  {} projects", grouped(step.projects));
    if (seconds >= 0.5)
      text += fmt::format(
          "  {}/s",
          grouped(static_cast<std::uint64_t>(static_cast<double>(step.projects) / seconds)));
    return text;
  }
  if (step.phase == app::ImportPhase::resolving) return "comparing organisations";
  auto text = fmt::format("reading {}", step.label);
  const double share = step.bytes_total == 0 ? 0
                                             : static_cast<double>(step.bytes_read) /
                                                   static_cast<double>(step.bytes_total);
  if (step.bytes_total > 0) text += fmt::format("  {:.0f} %", 100 * std::min(share, 1.0));
  text += fmt::format("  {} projects", grouped(step.projects));
  if (seconds >= 0.5)
    text += fmt::format(
        "  {}/s",
        grouped(static_cast<std::uint64_t>(static_cast<double>(step.projects) / seconds)));
  if (seconds >= 1 && share > 0.01 && share < 1) {
    text += fmt::format("  {} left", duration_text(seconds * (1 - share) / share));
  }
  return text;
}

ProgressLine::ProgressLine()
    : is_terminal_(::isatty(STDERR_FILENO) == 1),
      began_(std::chrono::steady_clock::now()),
      shown_(began_) {}

ProgressLine::~ProgressLine() {
  if (is_terminal_) fmt::print(stderr, "\r\x1b[K");
}

void ProgressLine::show(const app::ImportStep& step) {
  const auto now = std::chrono::steady_clock::now();
  if (step.label != label_ || step.phase != phase_) {
    label_ = step.label;
    phase_ = step.phase;
    began_ = now;
  }
  const auto pause =
      is_terminal_ ? std::chrono::duration_cast<std::chrono::milliseconds>(kBetweenRewrites)
                   : std::chrono::duration_cast<std::chrono::milliseconds>(kBetweenPlainLines);
  if (now - shown_ < pause) return;
  shown_ = now;
  const auto text = progress_text(step, std::chrono::duration<double>(now - began_).count());
  if (is_terminal_) {
    fmt::print(stderr, "\r{}\x1b[K", fitted(text, Terminal::standard_output().width()));
  } else {
    fmt::print(stderr, "{}\n", text);
  }
  std::fflush(stderr);
}

}  // namespace tributary::cli
