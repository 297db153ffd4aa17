#include "app/archive/csv_rows.h"

#include <fmt/format.h>
#include <sodium/utils.h>

#include <array>
#include <charconv>
#include <iterator>

namespace tributary::app {
namespace {

using store::Cell;
using store::ColumnType;

constexpr std::string_view kLineEnd = "\r\n";

/// What no row of ours comes near: better refused than all memory taken by a file that has lost a
/// quotation mark.
constexpr std::size_t kLongestRowBytes = std::size_t{1} << 30U;

void append_quoted(std::string& to, std::string_view text) {
  to += '"';
  for (auto mark = text.find('"'); mark != std::string_view::npos; mark = text.find('"')) {
    to.append(text.substr(0, mark + 1)).append("\"");
    text.remove_prefix(mark + 1);
  }
  to.append(text).append("\"");
}

void append_base64(std::string& to, std::string_view bytes) {
  const auto at = to.size();
  to.resize(at + sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL));
  sodium_bin2base64(to.data() + at, to.size() - at,
                    reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  to.pop_back();  // its final zero
}

/// False where `text` is no base64. It takes the place of its bytes.
bool decode_base64(std::string& text) {
  const std::string encoded = std::exchange(text, std::string(text.size(), '\0'));
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), encoded.data(),
                        encoded.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return false;
  }
  text.resize(size);
  return true;
}

template <class Number>
void append_number(std::string& to, Number value) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  to.append(digits.data(), end);
}

void append_cell(std::string& to, const Cell& cell, ColumnType type) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return append_number(to, *integer);
  // SQLite keeps no negative zero in a column of reals; the sum makes it a positive one.
  if (const auto* real = std::get_if<double>(&cell)) return append_number(to, *real + 0.0);
  const auto* bytes = std::get_if<std::string_view>(&cell);
  if (bytes == nullptr) return;
  if (type == ColumnType::text) return append_quoted(to, *bytes);
  to += '"';
  append_base64(to, *bytes);
  to += '"';
}

template <class Number>
bool number_from(std::string_view& line, Cell& cell) {
  Number value{};
  const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), value);
  if (failure != std::errc()) return false;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  cell = value;
  return true;
}

}  // namespace

void append_header(std::string& to, const store::MadeTable& table) {
  for (const auto& column : table.columns) {
    if (&column != &table.columns.front()) to += ',';
    to += column.name;
  }
  to += kLineEnd;
}

void append_row(std::string& to, const store::MadeTable& table, store::Cells cells) {
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (column > 0) to += ',';
    append_cell(to, cells[column], table.columns[column].type);
  }
  to += kLineEnd;
}

CsvRows::CsvRows(const store::MadeTable& table, std::string name,
                 std::function<Result<>(store::Cells)> visit)
    : table_(table),
      name_(std::move(name)),
      visit_(std::move(visit)),
      texts_(table.columns.size()),
      cells_(table.columns.size()) {}

Result<> CsvRows::feed(std::string_view bytes) {
  pending_ += bytes;
  std::size_t begin = 0;
  for (; looked_at_ < pending_.size(); ++looked_at_) {
    const char byte = pending_[looked_at_];
    if (byte == '"') is_in_quotes_ = !is_in_quotes_;
    if (byte != '\n' || is_in_quotes_) continue;
    const auto end = looked_at_ + 1;
    TRY(take_line(std::string_view(pending_).substr(begin, end - begin)));
    line_offset_ += end - begin;
    begin = end;
  }
  pending_.erase(0, begin);
  looked_at_ -= begin;
  if (pending_.size() > kLongestRowBytes) return damaged("a row without an end", pending_.size());
  return {};
}

Result<> CsvRows::finish() {
  if (!pending_.empty()) {
    ++rows_;
    return damaged("the file ends within a row", pending_.size());
  }
  if (!has_header_) return damaged("the file is empty", 0);
  return {};
}

Result<> CsvRows::take_line(std::string_view line) {
  if (has_header_) ++rows_;
  if (!line.ends_with(kLineEnd)) return damaged("a line that does not end with CR LF", line.size());
  line.remove_suffix(kLineEnd.size());
  return has_header_ ? take_row(line) : take_header(line);
}

Result<> CsvRows::take_header(std::string_view line) {
  std::string expected;
  append_header(expected, table_);
  expected.resize(expected.size() - kLineEnd.size());
  if (line != expected) {
    return damaged(fmt::format("the columns are to be {}, and are {}", expected, line), 0);
  }
  has_header_ = true;
  return {};
}

Result<> CsvRows::take_row(std::string_view line) {
  const auto whole = line.size();
  for (std::size_t column = 0; column < cells_.size(); ++column) {
    const bool is_last = column + 1 == cells_.size();
    const auto& name = table_.columns[column].name;
    if (!take_cell(line, column) || (is_last ? !line.empty() : !line.starts_with(','))) {
      return damaged("no such value can be here", whole - line.size(), name);
    }
    if (store::is_null(cells_[column]) && !table_.columns[column].may_be_null) {
      return damaged("a value is missing", whole - line.size(), name);
    }
    if (!is_last) line.remove_prefix(1);
  }
  return visit_(cells_);
}

/// Takes the cell of `column` from the beginning of `line`. False where it cannot be one.
bool CsvRows::take_cell(std::string_view& line, std::size_t column) {
  cells_[column] = std::monostate();
  if (line.empty() || line.front() == ',') return true;
  return line.front() == '"' ? take_quoted(line, column) : take_number(line, column);
}

bool CsvRows::take_quoted(std::string_view& line, std::size_t column) {
  const auto type = table_.columns[column].type;
  if (type != ColumnType::text && type != ColumnType::blob) return false;
  auto& text = texts_[column];
  text.clear();
  line.remove_prefix(1);
  while (true) {
    const auto mark = line.find('"');
    if (mark == std::string_view::npos) return false;
    text += line.substr(0, mark);
    line.remove_prefix(mark + 1);
    if (!line.starts_with('"')) break;
    text += '"';
    line.remove_prefix(1);
  }
  if (type == ColumnType::blob && !decode_base64(text)) return false;
  cells_[column] = std::string_view(text);
  return true;
}

bool CsvRows::take_number(std::string_view& line, std::size_t column) {
  switch (table_.columns[column].type) {
    case ColumnType::integer:
      return number_from<std::int64_t>(line, cells_[column]);
    case ColumnType::real:
      return number_from<double>(line, cells_[column]);
    default:
      return false;
  }
}

std::unexpected<Error> CsvRows::damaged(std::string_view why, std::size_t offset_in_line,
                                        std::string_view column) const {
  auto place = name_;
  if (has_header_) place += fmt::format(", row {}", rows_);
  if (!column.empty()) place += fmt::format(", column {}", column);
  place += fmt::format(", byte {}", line_offset_ + offset_in_line);
  return fail(ErrorCode::corrupt, std::string(why), std::move(place));
}

}  // namespace tributary::app
