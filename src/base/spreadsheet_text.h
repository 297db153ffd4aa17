// base/spreadsheet_text.h
//
// Text in tables that people open in a spreadsheet: one that begins like a formula would be run as
// one there, whoever wrote it.
//
//   spreadsheet_text("=HYPERLINK(…)")   →  "'=HYPERLINK(…)"
//
// As OWASP suggests (CSV Injection). For columns of text alone: -4 is a number. Not for archives,
// which are read back as they are. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace tributary {

inline constexpr std::string_view kBeginFormulas = "=+-@\t\r";

inline bool begins_formula(std::string_view text) {
  return !text.empty() && kBeginFormulas.find(text.front()) != std::string_view::npos;
}

inline std::string spreadsheet_text(std::string_view text) {
  return (begins_formula(text) ? "'" : "") + std::string(text);
}

/// The same text again, of a table that was written so.
inline std::string_view without_spreadsheet_mark(std::string_view cell) {
  if (cell.starts_with('\'') && begins_formula(cell.substr(1))) cell.remove_prefix(1);
  return cell;
}

}  // namespace tributary
