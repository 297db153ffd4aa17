#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace tributary::cli {

/// A size of memory as people write it: a whole number with K, M or G behind it, from 16M to
/// `most`. Errors: `invalid_argument` naming what was given and what could be.
Result<std::size_t> memory_size(std::string_view text, std::size_t most_bytes);

/// What indexing can use: the memory of this machine, but no more than 32G.
std::size_t most_memory_bytes();

}  // namespace tributary::cli
