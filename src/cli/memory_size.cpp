#include "cli/memory_size.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace tributary::cli {
namespace {

/// Below this, sorted runs become so many that merging them opens more files than a process may.
constexpr std::size_t kLeastBytes = std::size_t{16} << 20U;
/// Above it, words would be more than their numbers can count.
constexpr std::size_t kMostBytes = std::size_t{32} << 30U;

}  // namespace

Result<std::size_t> memory_size(std::string_view text, std::size_t most_bytes) {
  const auto wrong =
      fail(ErrorCode::invalid_argument,
           fmt::format("give a whole number with K, M or G behind it, from 16M to {}M",
                       most_bytes >> 20U),
           fmt::format("--memory {}", text));
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto shift = unit == "K" ? 10U : unit == "M" ? 20U : unit == "G" ? 30U : 0U;
  if (failure != std::errc() || shift == 0 || number > most_bytes >> shift) return wrong;
  const auto bytes = number << shift;
  return bytes >= kLeastBytes ? Result<std::size_t>(bytes) : Result<std::size_t>(wrong);
}

std::size_t most_memory_bytes() {
  const auto pages = ::sysconf(_SC_PHYS_PAGES), page_bytes = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_bytes <= 0) return kMostBytes;
  return std::min(kMostBytes,
                  static_cast<std::size_t>(pages) * static_cast<std::size_t>(page_bytes));
}

}  // namespace tributary::cli
