#include "catalogue/formats/csv_sniff.h"

#include <algorithm>
#include <array>

namespace tributary::catalogue {
namespace {

constexpr std::string_view kDelimiters = ";,\t|";

/// The header's bytes: up to the first line end outside quotation marks, or outside none at all
/// where the marks do not pair up.
std::string_view header_of(std::string_view sample) {
  bool quoted = false;
  for (std::size_t at = 0; at < sample.size(); ++at) {
    if (sample[at] == '"') quoted = !quoted;
    if (!quoted && (sample[at] == '\n' || sample[at] == '\r')) return sample.substr(0, at);
  }
  return sample.substr(0, std::min(sample.find_first_of("\r\n"), sample.size()));
}

std::size_t damaged_records(std::string_view sample, const CsvDialect& dialect) {
  CsvCells cells;
  std::size_t damaged = 0;
  std::size_t expected = 0;
  while (!sample.empty()) {
    const auto scan = scan_record(sample, true, dialect, CsvStrays::tolerated, cells);
    if (expected == 0) expected = cells.cells.size();
    if (scan.outcome != CsvScan::Outcome::record || scan.stray_cell > 0 ||
        cells.cells.size() != expected) {
      ++damaged;
    }
    sample.remove_prefix(scan.outcome == CsvScan::Outcome::record
                             ? std::max<std::size_t>(scan.size_bytes, 1)
                             : line_length(sample, dialect.line_end));
  }
  return damaged;
}

}  // namespace

CsvDialect sniff_dialect(std::string_view sample) {
  const auto header = header_of(sample);
  CsvDialect dialect;
  const auto rest = sample.substr(header.size());
  if (rest.starts_with('\r') && !rest.starts_with("\r\n") && rest.size() > 1)
    dialect.line_end = '\r';

  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char byte : header) {
    if (byte == '"') quoted = !quoted;
    const auto which = quoted ? std::string_view::npos : kDelimiters.find(byte);
    if (which != std::string_view::npos) ++counts[which];
  }
  const auto most = std::ranges::max_element(counts);
  if (*most > 0) dialect.delimiter = kDelimiters[static_cast<std::size_t>(most - counts.begin())];
  return dialect;
}

bool uses_no_quoting(std::string_view sample, const CsvDialect& dialect) {
  if (dialect.delimiter != '\t') return false;
  if (const auto last = sample.rfind(dialect.line_end); last != std::string_view::npos)
    sample = sample.substr(0, last + 1);

  CsvDialect plain = dialect;
  plain.quoting = false;
  std::size_t enclosed = 0;
  std::size_t loose = 0;
  CsvCells cells;
  for (auto rest = sample; !rest.empty();) {
    const auto scan = scan_record(rest, true, plain, CsvStrays::tolerated, cells);
    for (const auto cell : cells.cells) {
      if (cell.find('"') == std::string_view::npos) continue;
      const bool around = cell.size() > 1 && cell.front() == '"' && cell.back() == '"';
      ++(around ? enclosed : loose);
    }
    rest.remove_prefix(std::max<std::size_t>(scan.size_bytes, 1));
  }
  return enclosed <= loose && damaged_records(sample, plain) < damaged_records(sample, dialect);
}

}  // namespace tributary::catalogue
