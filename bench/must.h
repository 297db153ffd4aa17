// bench/must.h
#pragma once

#include <fmt/format.h>

#include <cstdlib>
#include <type_traits>
#include <utility>

#include "base/result.h"

namespace tributary {

/// The value, or the end of the program with the error: a benchmark that lacks it has nothing to
/// measure.
template <class T>
T must(Result<T> result) {
  if (!result) {
    fmt::print(stderr, "{}\n", result.error().text());
    std::exit(EXIT_FAILURE);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace tributary
