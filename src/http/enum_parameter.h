// http/enum_parameter.h
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ecosystem/enum_names.h"
#include "http/parameters.h"

namespace tributary::http {

/// An enumerator by its name_of(); `last` is the last of them. Nothing where it is absent.
/// Problems: 400 naming the parameter and those that there are.
template <class Enum>
Outcome<std::optional<Enum>> enum_parameter(Parameters& parameters, std::string_view name,
                                            Enum last) {
  const auto text = TRY(parameters.text(name));
  if (text.empty()) return std::nullopt;
  const auto found = ecosystem::enum_from_name(text, last);
  if (found) return *found;
  return std::unexpected(Problem(400, found.error().message, std::string(name)));
}

}  // namespace tributary::http
