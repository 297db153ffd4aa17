// cli/terminal.h
//
// Writing for people: colours and width where standard output is a terminal, plain text where it is
// a pipe or a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/snippet.h"

namespace tributary::cli {

/// How standard output wants to be written to. Decided once, when made.
class Terminal {
 public:
  /// Looks at standard output, COLUMNS and NO_COLOR.
  static Terminal standard_output();

  Terminal(bool is_terminal, bool coloured, std::size_t width)
      : is_terminal_(is_terminal), coloured_(coloured), width_(width) {}

  [[nodiscard]] bool is_terminal() const { return is_terminal_; }
  [[nodiscard]] std::size_t width() const { return width_; }

  [[nodiscard]] std::string strong(std::string_view text) const { return styled("1", text); }
  [[nodiscard]] std::string muted(std::string_view text) const { return styled("2", text); }
  [[nodiscard]] std::string marked(std::string_view text) const { return styled("1;33", text); }

  /// The runs of a snippet, matches marked, with an ellipsis where it was cut.
  [[nodiscard]] std::string snippet(const text::Snippet& snippet) const;

  /// Breaks `text` into lines that fit, each indented; escape sequences take no room. A pipe gets
  /// one line.
  [[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent) const;

 private:
  [[nodiscard]] std::string styled(std::string_view code, std::string_view text) const;

  bool is_terminal_;
  bool coloured_;
  std::size_t width_;
};

/// How many columns `text` takes on a terminal: characters, not bytes; escape sequences count
/// nothing.
std::size_t display_width(std::string_view text);

/// Cuts to `width` columns, with an ellipsis where something is lost.
std::string fitted(std::string_view text, std::size_t width);

/// 1234567 → "1,234,567".
std::string grouped(std::uint64_t number);

}  // namespace tributary::cli
