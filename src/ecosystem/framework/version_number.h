// ecosystem/framework/version_number.h
//
// major.minor.patch: a patch changes wording, a minor version adds or clarifies and stays
// comparable, a major version changes meaning: levels do not compare without a mapping.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::ecosystem {

enum class Bump : std::uint8_t { patch, minor, major };

std::string_view name_of(Bump bump);

struct VersionNumber {
  std::uint32_t major = 0, minor = 0, patch = 0;
  auto operator<=>(const VersionNumber&) const = default;

  /// "0.1.0"
  [[nodiscard]] std::string text() const;
  /// The number after this one: what is below the part that grows begins at 0 again.
  [[nodiscard]] VersionNumber next(Bump bump) const;
};

/// Reads exactly three numbers below a million without leading zeros. Errors: `invalid_argument`.
Result<VersionNumber> parse_version_number(std::string_view text);

}  // namespace tributary::ecosystem
