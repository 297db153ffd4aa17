#include "catalogue/formats/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "catalogue/formats/csv_sniff.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kCsvReadBytes = 256 * 1024;
constexpr std::size_t kSampleBytes = 1024 * 1024;
/// A line inside a damaged row is the start of a record only if the record ends so soon.
constexpr std::size_t kTryReachBytes = 1024 * 1024;
/// So many rows of right UTF-8 are proof enough that a file is UTF-8.
constexpr std::size_t kEnoughRowsBeyondAscii = 1000;

bool is_beyond_ascii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080U) != 0) return true;
  }
  return std::ranges::any_of(text.substr(at), [](char byte) { return byte < 0; });
}

/// Appends a cell with its doubled marks made single; other marks stay.
void append_unescaped(std::string& to, std::string_view cell) {
  while (!cell.empty()) {
    const auto mark = cell.find('"');
    if (mark == std::string_view::npos) break;
    to.append(cell.substr(0, mark + 1));
    cell.remove_prefix(mark + 1);
    if (cell.starts_with('"')) cell.remove_prefix(1);
  }
  to.append(cell);
}

}  // namespace

Result<std::unique_ptr<CsvReader>> CsvReader::open(ByteWindow window, std::string name,
                                                   CsvOptions options) {
  std::unique_ptr<CsvReader> reader(new CsvReader(std::move(window), std::move(name), options));
  TRY(reader->sniff());
  TRY(reader->read_header());
  return reader;
}

Result<> CsvReader::sniff() {
  TRY(window_.grow(kSampleBytes));
  auto sample = window_.view().substr(0, kSampleBytes);
  if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) {
    return fail(ErrorCode::unsupported, "the text is in UTF-16; save it as UTF-8", name_);
  }
  if (sample.starts_with("\xEF\xBB\xBF")) {
    window_.consume(3);
    sample.remove_prefix(3);
  }
  dialect_ = sniff_dialect(sample);
  if (options_.delimiter != '\0') dialect_.delimiter = options_.delimiter;
  dialect_.quoting = options_.quoting == Quoting::standard ||
                     (options_.quoting == Quoting::sniffed && !uses_no_quoting(sample, dialect_));
  return {};
}

Result<> CsvReader::read_header() {
  const auto refused = [&](std::string why) {
    return fail(ErrorCode::corrupt, std::move(why), fmt::format("{}, line {}", name_, line_));
  };
  if (!TRY(skip_to_row())) return fail(ErrorCode::unrecognised, "the file is empty", name_);
  const auto scan = TRY(scan_readable_row());
  rows_begin_quoted_ = dialect_.quoting && window_.view().starts_with('"');
  if (scan.outcome != CsvScan::Outcome::record || scan.stray_cell > 0) {
    return refused("the header cannot be read: a quotation mark in it is not closed");
  }
  Row row;
  if (const auto damage = decode(window_.view().substr(0, scan.size_bytes), row)) {
    return refused(
        fmt::format("the header cannot be read: column {}: {}", damage->cell, damage->reason));
  }
  header_.assign(row.cells.begin(), row.cells.end());
  given_out_bytes_ = scan.size_bytes;
  return {};
}

Result<TableReader::Step> CsvReader::next(Row& row, DamagedRow& damaged) {
  if (!TRY(skip_to_row())) return Step::end;
  auto scan = TRY(scan_readable_row());
  const bool ended = scan.outcome == CsvScan::Outcome::record;
  const bool believable = ended && scan.stray_cell == 0 && cells_.cells.size() == header_.size();
  if (!believable) {
    const auto fault = fault_of(scan);
    const std::size_t span_bytes = scan.size_bytes - scan.line_end_bytes;
    const auto inside = find_record_inside(span_bytes);
    if (inside || fault) {
      // An end that was not found cannot be trusted: only the line is given up.
      const std::size_t end = inside ? *inside : ended ? scan.size_bytes : 0;
      TRY(drop(end_of_damage(end),
               fault.value_or(Damage{scan.stray_cell, "a quotation mark is not closed"}), damaged));
      return Step::damaged;
    }
    scan = TRY(scan_row());  // looking ahead has moved the bytes
  }
  row.line = line_;
  const auto raw = window_.view().substr(0, scan.size_bytes - scan.line_end_bytes);
  if (const auto damage = decode(raw, row)) {
    TRY(drop(scan.size_bytes, *damage, damaged));
    return Step::damaged;
  }
  given_out_bytes_ = scan.size_bytes;
  return Step::row;
}

Result<bool> CsvReader::skip_to_row() {
  consume_lines(std::exchange(given_out_bytes_, 0));
  for (;;) {
    if (window_.view().size() < 2 && !window_.at_end()) TRY(window_.grow(kCsvReadBytes));
    const auto text = window_.view();
    if (text.empty()) {
      if (window_.at_end()) return false;
      continue;
    }
    const char first = text.front();
    if (first == dialect_.line_end) {
      consume_lines(1);
    } else if (dialect_.line_end == '\r' ? first == '\n' : text == "\r" && window_.at_end()) {
      window_.consume(1);
    } else if (dialect_.line_end == '\n' && text.starts_with("\r\n")) {
      consume_lines(2);
    } else if (text.size() < 2 && !window_.at_end()) {
      continue;
    } else {
      return true;
    }
  }
}

/// `unfinished` means: longer than a row may be.
Result<CsvScan> CsvReader::scan_row() {
  for (;;) {
    const auto text = window_.view().substr(0, options_.max_row_bytes);
    const bool is_whole = window_.at_end() && text.size() == window_.view().size();
    const auto scan = scan_record(text, is_whole, dialect_, CsvStrays::tolerated, cells_);
    if (scan.outcome != CsvScan::Outcome::unfinished || text.size() == options_.max_row_bytes)
      return scan;
    TRY(window_.grow(std::max(text.size() * 2, kCsvReadBytes)));
  }
}

/// Scans the row; at the first that is not UTF-8, decides the encoding of the file.
Result<CsvScan> CsvReader::scan_readable_row() {
  auto scan = TRY(scan_row());
  if (encoding_decided_ || scan.outcome != CsvScan::Outcome::record) return scan;
  const auto raw = window_.view().substr(0, scan.size_bytes);
  if (!is_beyond_ascii(raw)) return scan;
  if (is_utf8(raw)) {
    encoding_decided_ = ++rows_beyond_ascii_ >= kEnoughRowsBeyondAscii;
    return scan;
  }
  // A failure to read ahead comes back when the row before it has been given out.
  (void)window_.grow(kSampleBytes);
  code_page_ = detect_code_page(window_.view().substr(0, kSampleBytes), rows_beyond_ascii_);
  encoding_decided_ = true;
  return scan_row();
}

std::optional<CsvReader::Damage> CsvReader::fault_of(const CsvScan& scan) const {
  using enum CsvScan::Outcome;
  if (scan.outcome == unfinished) {
    return Damage{0, fmt::format("the row is longer than {} bytes", options_.max_row_bytes)};
  }
  if (scan.outcome != record) {
    return Damage{cells_.cells.size() + 1, "a quotation mark opens the cell and is never closed"};
  }
  if (cells_.cells.size() == header_.size()) return std::nullopt;
  const auto numbers = fmt::format("the row has {} cells where the header has {}",
                                   cells_.cells.size(), header_.size());
  if (scan.stray_cell == 0) return Damage{0, numbers};
  return Damage{scan.stray_cell,
                "a quotation mark in the cell is neither doubled nor at its end, and " + numbers};
}

/// Offset of the first line behind the first, within `span_bytes`, at which a whole record starts.
std::optional<std::size_t> CsvReader::find_record_inside(std::size_t span_bytes) {
  std::size_t budget_bytes = 4 * span_bytes + 8 * kTryReachBytes;
  for (std::size_t at = 0; at < span_bytes;) {
    at += line_length(window_.view().substr(at), dialect_.line_end);
    if (at >= span_bytes) break;
    const auto scan = try_record_at(at);
    if (scan.outcome == CsvScan::Outcome::record && tried_.cells.size() == header_.size())
      return at;
    if (scan.size_bytes >= budget_bytes) break;
    budget_bytes -= scan.size_bytes;
  }
  return std::nullopt;
}

/// Where rows begin with a quotation mark, so does the next damaged row: two of them in a row are
/// not taken for one.
std::size_t CsvReader::end_of_damage(std::size_t span_bytes) const {
  if (!rows_begin_quoted_) return span_bytes;
  const auto span = window_.view().substr(0, span_bytes);
  for (std::size_t at = line_length(span, dialect_.line_end); at + 1 < span.size();
       at += line_length(span.substr(at), dialect_.line_end)) {
    if (span[at] == '"' && span[at + 1] != '"') return at;
  }
  return span_bytes;
}

CsvScan CsvReader::try_record_at(std::size_t offset) {
  for (;;) {
    const auto text = window_.view().substr(offset, kTryReachBytes);
    const bool is_whole = window_.at_end() && offset + text.size() == window_.view().size();
    const auto scan = scan_record(text, is_whole, dialect_, CsvStrays::refused, tried_);
    if (scan.outcome != CsvScan::Outcome::unfinished || text.size() == kTryReachBytes) return scan;
    if (!window_.grow(offset + kTryReachBytes)) return scan;
  }
}

/// Fills `damaged` with the next `span_bytes`, or with the line where `span_bytes` is 0, and goes
/// on behind them.
Result<> CsvReader::drop(std::size_t span_bytes, Damage damage, DamagedRow& damaged) {
  damaged.line = line_;
  damaged.column = damage.cell;
  damaged.reason = std::move(damage.reason);
  std::string raw;
  for (bool whole = false; !whole;) {
    const auto text = window_.view();
    const std::size_t length = span_bytes > 0 ? span_bytes : line_length(text, dialect_.line_end);
    raw.append(text.substr(0, std::min(length, kMaxRawBytes - std::min(kMaxRawBytes, raw.size()))));
    const bool has_line_end = length > 0 && text[length - 1] == dialect_.line_end;
    consume_lines(length);
    whole = span_bytes > 0 || has_line_end;
    if (!whole) {
      TRY(window_.grow(kCsvReadBytes));
      whole = window_.view().empty() && window_.at_end();
    }
  }
  while (raw.ends_with('\n') || raw.ends_with('\r')) raw.pop_back();
  damaged.raw.clear();
  if (!code_page_ || code_page_->decode(raw, damaged.raw)) damaged.raw = std::move(raw);
  return {};
}

/// Fills row.cells and row.raw from cells_, unescaped and in UTF-8.
std::optional<CsvReader::Damage> CsvReader::decode(std::string_view raw, Row& row) {
  const auto first_cell = [&](auto&& is_bad) {
    std::size_t number = 1;
    for (const auto cell : cells_.cells) {
      if (is_bad(cell)) return number;
      ++number;
    }
    return std::size_t{0};
  };
  const bool has_long_cell = raw.size() > options_.max_cell_bytes;
  if (has_long_cell) {
    const auto cell =
        first_cell([&](std::string_view text) { return text.size() > options_.max_cell_bytes; });
    if (cell > 0) {
      return Damage{cell, fmt::format("the cell is longer than {} bytes", options_.max_cell_bytes)};
    }
  }
  if (std::memchr(raw.data(), '\0', raw.size()) != nullptr) {
    return Damage{first_cell([](std::string_view text) { return text.contains('\0'); }),
                  "the cell holds a NUL byte"};
  }
  if (!code_page_ && !is_utf8(raw)) {
    for (std::size_t at = 0; at < cells_.cells.size(); ++at) {
      const auto bad = first_invalid_utf8(cells_.cells[at]);
      if (!bad) continue;
      return Damage{at + 1, fmt::format("byte {} of the cell, 0x{:02X}, is not UTF-8", *bad + 1,
                                        static_cast<unsigned char>(cells_.cells[at][*bad]))};
    }
  }
  unescaped_.clear();
  unescaped_.reserve(raw.size());  // so that it never moves under the views
  for (const auto index : cells_.escaped) {
    const std::size_t from = unescaped_.size();
    append_unescaped(unescaped_, cells_.cells[index]);
    cells_.cells[index] = std::string_view(unescaped_).substr(from);
  }
  row.raw = raw;
  if (code_page_ && is_beyond_ascii(raw)) {
    constexpr std::size_t kMostBytesPerCharacter = 3;
    decoded_.clear();
    decoded_.reserve(2 * kMostBytesPerCharacter * raw.size());
    for (std::size_t at = 0; at < cells_.cells.size(); ++at) {
      auto& cell = cells_.cells[at];
      const std::size_t from = decoded_.size();
      if (const auto bad = code_page_->decode(cell, decoded_)) {
        return Damage{at + 1,
                      fmt::format("byte {} of the cell, 0x{:02X}, means nothing in {}", *bad + 1,
                                  static_cast<unsigned char>(cell[*bad]), code_page_->name())};
      }
      cell = std::string_view(decoded_).substr(from);
    }
    const std::size_t from = decoded_.size();
    code_page_->decode(raw, decoded_);
    row.raw = std::string_view(decoded_).substr(from);
  }
  row.cells.swap(cells_.cells);
  return std::nullopt;
}

void CsvReader::consume_lines(std::size_t size_bytes) {
  line_ += static_cast<std::uint64_t>(
      std::ranges::count(window_.view().substr(0, size_bytes), dialect_.line_end));
  window_.consume(size_bytes);
}

}  // namespace tributary::catalogue
