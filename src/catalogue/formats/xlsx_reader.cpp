#include "catalogue/formats/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace tributary::catalogue {
namespace {

constexpr std::uint32_t kMostColumns = 16384;  // XFD
constexpr std::size_t kMaxRowBytes = std::size_t{16} << 20U;

/// The column of a reference such as C5, from 1; 0 where it is none.
std::uint32_t column_of(std::string_view reference) {
  std::uint32_t column = 0;
  for (const char letter : reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
    if (column > kMostColumns) return 0;
  }
  return column;
}

std::string letters_of(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

/// "1.0" and "0.30000000000000004" as people write them; whole numbers and what is no number stay.
void append_number(std::string& to, std::string_view text) {
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.find_first_of(".eE") == std::string_view::npos || error != std::errc() ||
      rest != text.data() + text.size()) {
    to.append(text);
    return;
  }
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  to.append(digits, end.ptr);
}

}  // namespace

/// Gathers one <row> at a time and pauses the stream behind it.
class XlsxReader::SheetEvents final : public XmlEvents {
 public:
  struct Slot {
    std::uint32_t column = 0;  ///< from 1
    std::size_t from = 0;
    std::size_t size_bytes = 0;
  };

  explicit SheetEvents(XlsxWorkbook& book) : book_(book) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "c") {
      start_cell(attributes);
    } else if (name == "v") {
      in_value_ = in_cell_;
    } else if (name == "t") {
      in_value_ = in_cell_ && !in_pronunciation_;
    } else if (name == "row") {
      start_row(attributes);
    } else if (name == "rPh") {
      in_pronunciation_ = true;
    }
  }

  void text(std::string_view text) override {
    if (!in_value_) return;
    if (value_.size() + text.size() <= kMaxXlsxCellBytes) {
      value_.append(text);
    } else {
      complain("the cell is longer than 1 MiB");
    }
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t") {
      in_value_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      in_row_ = false;
      is_whole_ = true;
      stream->pause();
    } else if (name == "rPh") {
      in_pronunciation_ = false;
    }
  }

  /// Whether a row was gathered since the last call.
  bool take_whole() { return std::exchange(is_whole_, false); }

  XmlStream* stream = nullptr;
  std::uint64_t row = 0;
  std::string texts;
  std::vector<Slot> slots;  ///< of cells that are not empty
  std::optional<DamagedRow> damage;
  std::optional<Error> failure;

 private:
  void start_row(const XmlAttributes& attributes) {
    std::uint64_t number = row + 1;
    const auto text = attributes["r"];
    std::from_chars(text.data(), text.data() + text.size(), number);
    row = number;
    texts.clear();
    slots.clear();
    damage.reset();
    column_ = 0;
    in_row_ = true;
  }

  void start_cell(const XmlAttributes& attributes) {
    in_cell_ = in_row_;
    value_.clear();
    kind_ = attributes["t"];
    style_ = 0;
    const auto style = attributes["s"];
    std::from_chars(style.data(), style.data() + style.size(), style_);
    ++column_;
    if (const auto reference = attributes["r"]; !reference.empty()) {
      const auto column = column_of(reference);
      if (column == 0) complain(fmt::format("the cell has no place: {}", reference.substr(0, 20)));
      if (column > 0) column_ = column;
    }
  }

  void end_cell() {
    if (!std::exchange(in_cell_, false) || value_.empty()) return;
    Slot slot{.column = column_, .from = texts.size()};
    if (texts.size() + value_.size() > kMaxRowBytes) {
      complain("the row is longer than 16 MiB");
      return;
    }
    append_value();
    slot.size_bytes = texts.size() - slot.from;
    if (slot.size_bytes > kMaxXlsxCellBytes) complain("the cell is longer than 1 MiB");
    if (slot.size_bytes == 0) return;
    if (slots.size() >= kMostColumns) {
      complain(fmt::format("the row has more than {} cells", kMostColumns));
      return;
    }
    slots.push_back(slot);
  }

  void append_value() {
    if (kind_ == "s") {
      append_shared();
    } else if (kind_ == "b") {
      texts.append(value_ == "1" || value_ == "true" ? "true" : "false");
    } else if (kind_ == "inlineStr" || kind_ == "str") {
      append_xlsx_text(texts, value_);
    } else if (kind_.empty() || kind_ == "n") {
      append_number_or_date();
    } else {  // "d" is ISO text already; "e" is an error such as #N/A, shown as Excel shows it
      texts.append(value_);
    }
  }

  void append_shared() {
    std::uint64_t number = 0;
    const auto [rest, error] =
        std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || rest != value_.data() + value_.size() ||
        number >= book_.strings.size()) {
      complain(fmt::format("the cell refers to text {} of {}", value_.substr(0, 20),
                           book_.strings.size()));
      return;
    }
    if (auto read = book_.strings.read(number, texts); !read) failure = read.error();
  }

  void append_number_or_date() {
    if (style_ < book_.date_styles.size() && book_.date_styles[style_]) {
      double serial = -1;
      std::from_chars(value_.data(), value_.data() + value_.size(), serial);
      if (const auto date = date_of_serial(serial, book_.counts_from_1904); !date.empty()) {
        texts.append(date);
        return;
      }
    }
    append_number(texts, value_);
  }

  void complain(std::string reason) {
    if (!damage) damage = DamagedRow{.line = row, .column = column_, .reason = std::move(reason)};
  }

  XlsxWorkbook& book_;
  std::uint32_t column_ = 0;
  std::string kind_;
  std::size_t style_ = 0;
  std::string value_;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool in_pronunciation_ = false;
  bool is_whole_ = false;
};

XlsxReader::XlsxReader(std::string name, XlsxWorkbook book)
    : name_(std::move(name)),
      book_(std::move(book)),
      events_(std::make_unique<SheetEvents>(book_)) {}

XlsxReader::~XlsxReader() = default;

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(const Input& file, std::string_view sheet) {
  auto book = TRY(read_workbook(file));
  const auto found =
      sheet.empty() ? book.sheets.begin() : std::ranges::find(book.sheets, sheet, &XlsxSheet::name);
  if (found == book.sheets.end()) {
    return fail(ErrorCode::not_found, fmt::format("the workbook has no sheet \"{}\"", sheet),
                file.name());
  }
  Input part = file;
  part.entry = found->entry;
  auto source = TRY(open_bytes(part));
  std::unique_ptr<XlsxReader> reader(new XlsxReader(file.name(), std::move(book)));
  reader->xml_ = std::make_unique<XmlStream>(std::move(source), part.name(), *reader->events_);
  reader->events_->stream = reader->xml_.get();
  TRY(reader->read_header());
  return reader;
}

Result<bool> XlsxReader::read_row() {
  while (TRY(xml_->run())) {
    if (events_->failure) return std::unexpected(*events_->failure);
    if (events_->take_whole() && (!events_->slots.empty() || events_->damage)) return true;
  }
  return false;
}

Result<> XlsxReader::read_header() {
  if (!TRY(read_row())) return fail(ErrorCode::unrecognised, "the sheet is empty", name_);
  if (events_->damage) {
    return fail(ErrorCode::corrupt,
                fmt::format("the header cannot be read: cell {}{}: {}",
                            letters_of(static_cast<std::uint32_t>(events_->damage->column)),
                            events_->row, events_->damage->reason),
                name_);
  }
  for (const auto& slot : events_->slots) {
    if (header_.size() < slot.column) header_.resize(slot.column);
    header_[slot.column - 1] = events_->texts.substr(slot.from, slot.size_bytes);
  }
  return {};
}

Result<TableReader::Step> XlsxReader::next(Row& row, DamagedRow& damaged) {
  if (!TRY(read_row())) return Step::end;
  auto damage = std::move(events_->damage);
  row.cells.assign(header_.size(), {});
  raw_.clear();
  for (const auto& slot : events_->slots) {
    const auto text = std::string_view(events_->texts).substr(slot.from, slot.size_bytes);
    raw_.append(raw_.empty() ? 0 : 1, '\t').append(text);
    if (slot.column <= header_.size()) {
      row.cells[slot.column - 1] = text;
    } else if (!damage) {
      damage =
          DamagedRow{.line = events_->row,
                     .column = slot.column,
                     .reason = fmt::format("cell {}{} is beyond the {} columns of the header",
                                           letters_of(slot.column), events_->row, header_.size())};
    }
  }
  if (damage) {
    damaged = std::move(*damage);
    damaged.raw = raw_.substr(0, 64 * 1024);
    return Step::damaged;
  }
  row.line = events_->row;
  row.raw = raw_;
  return Step::row;
}

}  // namespace tributary::catalogue
