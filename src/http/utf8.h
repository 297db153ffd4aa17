// http/utf8.h
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tributary::http {

/// Where `text` stops being well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
/// forms, nothing above U+10FFFF); nothing where it is well-formed.
std::optional<std::size_t> first_utf8_fault(std::string_view text);

/// `text` with U+FFFD in place of every byte that is not part of well-formed UTF-8.
std::string with_replacements(std::string_view text);

}  // namespace tributary::http
