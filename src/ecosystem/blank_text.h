// ecosystem/blank_text.h
#pragma once

#include <string_view>

namespace tributary::ecosystem {

/// Whether `text` says nothing: reasons of blanks are none.
inline bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace tributary::ecosystem
