// How fast tables are read, in bytes of text a second on one core: formats_bench FILE…
//
// Files are read once to warm the page cache, then five times; the median is printed. For XLSX the
// bytes are those of the unpacked XML of all parts.

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "catalogue/formats/table_file.h"

namespace {

using namespace tributary;
using namespace tributary::catalogue;

struct Reading {
  double seconds = 0;
  std::uint64_t rows = 0;
  std::uint64_t damaged = 0;
};

Result<Reading> read(const Input& input) {
  const auto begin = std::chrono::steady_clock::now();
  auto table = TRY(open_table(input));
  Reading reading;
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = TRY(table->next(row, damaged));
    if (step == TableReader::Step::end) break;
    ++(step == TableReader::Step::row ? reading.rows : reading.damaged);
  }
  reading.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return reading;
}

Result<std::uint64_t> text_bytes(const Input& input) {
  if (input.file.extension() == ".xlsx") {
    std::uint64_t bytes = 0;
    for (const auto& part : TRY(list_zip(input.file))) bytes += part.size_bytes;
    return bytes;
  }
  auto source = TRY(open_bytes(input));
  std::uint64_t bytes = 0;
  for (auto block = TRY(source->next_block()); !block.empty(); block = TRY(source->next_block()))
    bytes += block.size();
  return bytes;
}

Result<> measure(const Path& file) {
  constexpr int kRuns = 5;
  const Input input{.file = file};
  const auto bytes = TRY(text_bytes(input));
  Reading reading;
  std::vector<double> seconds;
  for (int run = 0; run <= kRuns; ++run) {
    reading = TRY(read(input));
    if (run > 0) seconds.push_back(reading.seconds);
  }
  std::ranges::sort(seconds);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{}: {:.1f} MB, {} rows, {} damaged, {:.0f} MB/s, {} MB resident at most\n",
             file.filename().string(), static_cast<double>(bytes) / 1e6, reading.rows,
             reading.damaged, static_cast<double>(bytes) / 1e6 / seconds[kRuns / 2],
             usage.ru_maxrss / 1024);
  return {};
}

}  // namespace

int main(int count, char** files) {
  for (int at = 1; at < count; ++at) {
    if (const auto measured = measure(files[at]); !measured) {
      fmt::print(stderr, "{}\n", measured.error().text());
      return EXIT_FAILURE;
    }
  }
  return EXIT_SUCCESS;
}
