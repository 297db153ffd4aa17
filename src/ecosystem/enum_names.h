// ecosystem/enum_names.h
//
// From the name of an enumerator back to it:
//
//   const auto state = TRY(enum_from_name(text, VersionState::withdrawn));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::ecosystem {

/// The enumerator that name_of() calls `text`. REQUIRES: enumerators count from 0 to `last`.
/// Errors: `invalid_argument` naming those that there are.
template <class Enum>
Result<Enum> enum_from_name(std::string_view text, Enum last) {
  std::string names;
  for (std::size_t index = 0; index <= static_cast<std::size_t>(last); ++index) {
    const auto name = name_of(static_cast<Enum>(index));
    if (name == text) return static_cast<Enum>(index);
    if (!names.empty()) names += ", ";
    names += name;
  }
  return fail(ErrorCode::invalid_argument, "it has to be one of " + names, std::string(text));
}

}  // namespace tributary::ecosystem
