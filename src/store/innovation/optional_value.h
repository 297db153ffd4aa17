// store/innovation/optional_value.h
#pragma once

#include <optional>
#include <string_view>

namespace tributary::store {

/// The number or text of an id, to bind; NULL where there is none.
template <class Id>
auto value_of(const std::optional<Id>& id) {
  return id ? std::optional(id->value) : std::nullopt;
}

/// The name of an enumerator, to bind; NULL where there is none.
template <class Enum>
std::optional<std::string_view> name_if_any(const std::optional<Enum>& member) {
  return member ? std::optional(name_of(*member)) : std::nullopt;
}

}  // namespace tributary::store
