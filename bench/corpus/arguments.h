// bench/corpus/arguments.h
//
// `--name value` pairs of a command line.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::bench {

class Arguments {
 public:
  Arguments(int count, char** values) : values_(values, values + count) {}

  /// Errors: `invalid_argument` where `name` is not given.
  [[nodiscard]] Result<std::string> text(std::string_view name) const {
    for (std::size_t i = 1; i + 1 < values_.size(); i += 2) {
      if (values_[i] == name) return values_[i + 1];
    }
    return fail(ErrorCode::invalid_argument, "is missing", std::string(name));
  }

  /// Errors: `invalid_argument` where `name` is given and no number, or neither it nor `otherwise`.
  [[nodiscard]] Result<std::uint64_t> number(
      std::string_view name, std::optional<std::uint64_t> otherwise = std::nullopt) const {
    const auto given = text(name);
    if (!given && otherwise) return *otherwise;
    const auto digits = TRY(given);
    std::uint64_t value = 0;
    const auto* end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, value).ptr != end) {
      return fail(ErrorCode::invalid_argument, "is no number", std::string(name));
    }
    return value;
  }

 private:
  std::vector<std::string> values_;
};

}  // namespace tributary::bench
