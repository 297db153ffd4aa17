// app/this_machine.h
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tributary::app {

/// Whether the `host` or `host:port` of an address is this machine itself, so that what goes there
/// passes no line that others could read. Names alone; nothing is looked up.
inline bool is_this_machine(std::string_view authority) {
  constexpr std::array<std::string_view, 3> kNames{"127.0.0.1", "[::1]", "localhost"};
  const auto colon = authority.rfind(':');
  const bool has_port = colon != std::string_view::npos && !authority.ends_with(']');
  const auto name = has_port ? authority.substr(0, colon) : authority;
  return std::ranges::find(kNames, name) != kNames.end();
}

}  // namespace tributary::app
