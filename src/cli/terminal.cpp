#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace tributary::cli {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;  // longer lines are hard to read

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const auto named = columns == nullptr ? 0 : std::strtoul(columns, nullptr, 10);
  return named > 0 ? named : kDefaultWidth;
}

}  // namespace

Terminal Terminal::standard_output() {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  const bool coloured = is_terminal && (no_colour == nullptr || *no_colour == '\0');
  return {is_terminal, coloured, std::clamp(terminal_width(), kNarrowest, kWidest)};
}

std::string Terminal::styled(std::string_view code, std::string_view text) const {
  return coloured_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string Terminal::snippet(const text::Snippet& snippet) const {
  std::string line = snippet.cut_before ? "… " : "";
  for (const auto& run : snippet.runs) line += run.marked ? marked(run.text) : run.text;
  std::ranges::replace(line, '\n', ' ');
  if (snippet.cut_after) line += " …";
  return line;
}

std::string Terminal::wrapped(std::string_view text, std::size_t indent) const {
  const std::string margin(indent, ' ');
  if (!is_terminal_) return margin + std::string(text) + "\n";
  std::string lines = margin;
  std::size_t column = indent;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const auto width = display_width(word);
    if (column > indent && column + 1 + width > width_) {
      lines += "\n" + margin;
      column = indent;
    } else if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width;
  }
  return lines + "\n";
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = std::min(text.find('m', at), text.size());
    } else if (!continues_character(text[at])) {
      ++width;
    }
  }
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0, taken = 0;
  while (end < text.size() && taken + 1 < width) {
    do {
      ++end;
    } while (end < text.size() && continues_character(text[end]));
    ++taken;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string grouped(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto at = std::ssize(digits) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace tributary::cli
