#include "catalogue/formats/csv_scan.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tributary::catalogue {
namespace {

/// The first `a` or `b` in [at, end), or end. Reads up to 15 bytes behind `end`.
const char* find_either(const char* at, const char* end, char a, char b) {
#if defined(__SSE2__)
  const __m128i all_a = _mm_set1_epi8(a);
  const __m128i all_b = _mm_set1_epi8(b);
  for (; at < end; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, all_a), _mm_cmpeq_epi8(bytes, all_b));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
    if (mask != 0) {
      const char* hit = at + std::countr_zero(mask);
      return hit < end ? hit : end;
    }
  }
  return end;
#else
  while (at < end && *at != a && *at != b) ++at;
  return at;
#endif
}

/// The scan of one record, as a position that moves over the text.
class RecordScanner {
 public:
  RecordScanner(std::string_view text, bool is_whole, const CsvDialect& dialect, CsvStrays strays,
                CsvCells& cells)
      : begin_(text.data()),
        end_(text.data() + text.size()),
        at_(begin_),
        is_whole_(is_whole),
        dialect_(dialect),
        strays_(strays),
        cells_(cells) {}

  CsvScan run() {
    using enum CsvScan::Outcome;
    cells_.clear();
    for (;;) {
      const bool quoted = dialect_.quoting && at_ < end_ && *at_ == '"';
      if (const auto stop = quoted ? quoted_cell() : plain_cell(); stop != record) {
        scan_.outcome = stop;
        return scan_;
      }
      // A cell ends at a delimiter, at a line end, or with the input.
      if (at_ < end_ && *at_ == dialect_.delimiter) {
        ++at_;
        continue;
      }
      scan_.outcome = record;
      scan_.line_end_bytes = line_end_at(at_);
      scan_.size_bytes = static_cast<std::size_t>(at_ - begin_) + scan_.line_end_bytes;
      return scan_;
    }
  }

 private:
  /// Bytes of the line end at `at`, 0 where there is none (or the input ends).
  [[nodiscard]] std::size_t line_end_at(const char* at) const {
    if (at >= end_) return 0;
    if (*at == dialect_.line_end) return 1;
    if (*at != '\r' || dialect_.line_end != '\n') return 0;
    if (at + 1 == end_) return is_whole_ ? 1 : 0;
    return at[1] == '\n' ? 2 : 0;
  }

  [[nodiscard]] bool ends_cell(const char* at) const {
    return at == end_ || *at == dialect_.delimiter || line_end_at(at) > 0;
  }

  CsvScan::Outcome stopped_at(const char* place, CsvScan::Outcome why) {
    scan_.size_bytes = static_cast<std::size_t>(place - begin_);
    return why;
  }

  CsvScan::Outcome plain_cell() {
    using enum CsvScan::Outcome;
    const char* start = at_;
    if (at_ < end_ && *at_ == dialect_.delimiter) {
      cells_.cells.emplace_back(start, 0);
      return record;
    }
    at_ = find_either(at_, end_, dialect_.delimiter, dialect_.line_end);
    if (at_ == end_ && !is_whole_) return stopped_at(end_, unfinished);
    const bool at_delimiter = at_ < end_ && *at_ == dialect_.delimiter;
    if (!at_delimiter && at_ > start && line_end_at(at_ - 1) > 0) --at_;
    cells_.cells.emplace_back(start, static_cast<std::size_t>(at_ - start));
    return record;
  }

  CsvScan::Outcome quoted_cell() {
    using enum CsvScan::Outcome;
    const char* start = at_ + 1;
    const char* first_stray = nullptr;
    bool escaped = false;
    for (const char* mark = start;;) {
      mark = find_either(mark, end_, '"', '"');
      if (first_stray != nullptr &&
          static_cast<std::size_t>(mark - first_stray) > kStrayReachBytes) {
        return stopped_at(first_stray + kStrayReachBytes, unclosed);
      }
      if (mark == end_) return stopped_at(end_, is_whole_ ? unclosed : unfinished);
      // What a mark is depends on up to three bytes behind it.
      if (end_ - mark < 4 && !is_whole_) return stopped_at(end_, unfinished);
      if (mark + 1 < end_ && mark[1] == '"') {
        escaped = true;
        if (first_stray == start && ends_cell(mark + 2)) {
          ++mark;
        } else {
          mark += 2;
          continue;
        }
      }
      if (ends_cell(mark + 1)) {
        if (escaped) cells_.escaped.push_back(static_cast<std::uint32_t>(cells_.cells.size()));
        cells_.cells.emplace_back(start, static_cast<std::size_t>(mark - start));
        at_ = mark + 1;
        return record;
      }
      if (scan_.stray_cell == 0) scan_.stray_cell = cells_.cells.size() + 1;
      if (strays_ == CsvStrays::refused) return stopped_at(mark, stray);
      if (first_stray == nullptr) first_stray = mark;
      ++mark;
    }
  }

  const char* begin_;
  const char* end_;
  const char* at_;
  bool is_whole_;
  CsvDialect dialect_;
  CsvStrays strays_;
  CsvCells& cells_;
  CsvScan scan_;
};

}  // namespace

CsvScan scan_record(std::string_view text, bool is_whole, const CsvDialect& dialect,
                    CsvStrays strays, CsvCells& cells) {
  return RecordScanner(text, is_whole, dialect, strays, cells).run();
}

std::size_t line_length(std::string_view text, char line_end) {
  if (text.empty()) return 0;
  const void* hit = std::memchr(text.data(), line_end, text.size());
  return hit == nullptr ? text.size()
                        : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data()) + 1;
}

}  // namespace tributary::catalogue
