// ecosystem/indicators/ratio.h
#pragma once

#include <cstdint>
#include <optional>

namespace tributary::ecosystem {

/// Nothing where there is no whole: a share of nobody is not 0.
inline std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace tributary::ecosystem
