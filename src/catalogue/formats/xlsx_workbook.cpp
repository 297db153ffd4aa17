#include "catalogue/formats/xlsx_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

#include "catalogue/formats/xml_stream.h"

namespace tributary::catalogue {
namespace {

template <class Number>
Number number_of(std::string_view text, Number otherwise) {
  Number value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// xl/_rels/workbook.xml.rels: which file each relation leads to.
class Relations final : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship") return;
    const std::string target(attributes["Target"]);
    targets[std::string(attributes["Id"])] =
        target.starts_with('/') ? target.substr(1) : "xl/" + target;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string, std::less<>> targets;
};

/// xl/workbook.xml
class Sheets final : public XmlEvents {
 public:
  Sheets(XlsxWorkbook& book, const Relations& relations) : book_(book), relations_(relations) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const auto flag = attributes["date1904"];
      book_.counts_from_1904 = flag == "1" || flag == "true";
    } else if (name == "sheet") {
      const auto target = relations_.targets.find(attributes["r:id"]);
      book_.sheets.push_back(
          {.name = std::string(attributes["name"]),
           .entry = target == relations_.targets.end()
                        ? fmt::format("xl/worksheets/sheet{}.xml", book_.sheets.size() + 1)
                        : target->second});
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  XlsxWorkbook& book_;
  const Relations& relations_;
};

/// xl/styles.xml
class Styles final : public XmlEvents {
 public:
  explicit Styles(XlsxWorkbook& book) : book_(book) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cell_styles_ = true;
    if (name == "numFmt") {
      formats_[number_of(attributes["numFmtId"], 0)] = is_date_format(attributes["formatCode"]);
    } else if (name == "xf" && in_cell_styles_) {
      book_.date_styles.push_back(is_date(number_of(attributes["numFmtId"], 0)));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_styles_ = false;
  }
  void text(std::string_view) override {}

 private:
  [[nodiscard]] bool is_date(int format) const {
    if (const auto own = formats_.find(format); own != formats_.end()) return own->second;
    // Built in (18.8.30), those of East Asian versions included.
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
           (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
  }

  XlsxWorkbook& book_;
  std::map<int, bool> formats_;
  bool in_cell_styles_ = false;
};

/// xl/sharedStrings.xml: <si> holds <t>, or runs <r><t>; <rPh> is how it is pronounced.
class Strings final : public XmlEvents {
 public:
  explicit Strings(SpilledStrings& strings) : strings_(strings) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "rPh") in_pronunciation_ = true;
    in_text_ = name == "t" && !in_pronunciation_;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "rPh") in_pronunciation_ = false;
    if (name != "si") return;
    decoded_.clear();
    append_xlsx_text(decoded_, text_);
    text_.clear();
    if (const auto kept = strings_.append(decoded_); !kept && !failure) failure = kept.error();
  }
  void text(std::string_view text) override {
    // One byte over the limit, so that the cell is seen to be too long.
    if (in_text_)
      text_.append(
          text.substr(0, kMaxXlsxCellBytes + 1 - std::min(kMaxXlsxCellBytes + 1, text_.size())));
  }

  std::optional<Error> failure;

 private:
  SpilledStrings& strings_;
  std::string text_;
  std::string decoded_;
  bool in_text_ = false;
  bool in_pronunciation_ = false;
};

enum class Presence : std::uint8_t { required, optional };

Result<> read_part(const Input& file, const std::string& entry, Presence presence,
                   XmlEvents& events) {
  Input part = file;
  part.entry = entry;
  auto source = open_bytes(part);
  if (!source && source.error().code == ErrorCode::not_found && presence == Presence::optional)
    return {};
  XmlStream xml(TRY(std::move(source)), part.name(), events);
  (void)TRY(xml.run());
  return {};
}

}  // namespace

Result<XlsxWorkbook> read_workbook(const Input& file) {
  XlsxWorkbook book;
  Relations relations;
  TRY(read_part(file, "xl/_rels/workbook.xml.rels", Presence::optional, relations));
  Sheets sheets(book, relations);
  TRY(read_part(file, "xl/workbook.xml", Presence::required, sheets));
  Styles styles(book);
  TRY(read_part(file, "xl/styles.xml", Presence::optional, styles));
  Strings strings(book.strings);
  TRY(read_part(file, "xl/sharedStrings.xml", Presence::optional, strings));
  if (strings.failure) return std::unexpected(*strings.failure);
  if (book.sheets.empty())
    return fail(ErrorCode::corrupt, "the workbook has no sheet", file.name());
  return book;
}

bool is_date_format(std::string_view code) {
  if (code == "General" || code == "Standard") return false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    switch (code[at]) {
      case '"':  // literal text
        at = std::min(code.find('"', at + 1), code.size());
        break;
      case '\\':  // a literal character
      case '_':   // a gap as wide as the character
      case '*':   // the character as filling
        ++at;
        break;
      case '[': {  // a colour, a condition, a language; or elapsed time such as [h]
        const auto close = std::min(code.find(']', at), code.size());
        const auto inside = code.substr(at + 1, close - at - 1);
        if (!inside.empty() && inside.find_first_not_of("hmsHMS") == std::string_view::npos)
          return true;
        at = close;
        break;
      }
      case 'y':
      case 'Y':
      case 'm':
      case 'M':
      case 'd':
      case 'D':
      case 'h':
      case 'H':
      case 's':
      case 'S':
        return true;
      default:
        break;
    }
  }
  return false;
}

std::string date_of_serial(double serial, bool counts_from_1904) {
  using namespace std::chrono;
  constexpr double kLastDay = 2958465;  // 9999-12-31
  if (!(serial >= 0) || serial >= kLastDay + 1) return {};
  auto day_number = static_cast<std::int64_t>(std::floor(serial));
  auto seconds = std::llround((serial - std::floor(serial)) * 86400);
  if (seconds == 86400) {
    seconds = 0;
    ++day_number;
  }
  auto time = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (day_number == 0 && seconds > 0) return time;
  sys_days epoch = year{1904} / January / 1;
  if (!counts_from_1904) {
    // Lotus 1-2-3 took 1900 for a leap year, and Excel follows it: day 60 is 29 February 1900.
    epoch = year{1899} / December / (day_number < 60 ? 31 : 30);
  }
  const year_month_day date(epoch + days(day_number));
  const auto day =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return seconds == 0 ? day : day + " " + time;
}

void append_xlsx_text(std::string& to, std::string_view text) {
  for (auto at = text.find("_x"); at != std::string_view::npos; at = text.find("_x")) {
    unsigned code = 0;
    const bool is_escape =
        text.size() >= at + 7 && text[at + 6] == '_' &&
        std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16).ptr ==
            text.data() + at + 6;
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (!is_escape || is_surrogate) {
      to.append(text.substr(0, at + 2));
      text.remove_prefix(at + 2);
      continue;
    }
    to.append(text.substr(0, at));
    if (code < 0x80) {
      to += static_cast<char>(code);
    } else if (code < 0x800) {
      to += static_cast<char>(0xC0U | code >> 6U);
      to += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
      to += static_cast<char>(0xE0U | code >> 12U);
      to += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
      to += static_cast<char>(0x80U | (code & 0x3FU));
    }
    text.remove_prefix(at + 7);
  }
  to.append(text);
}

}  // namespace tributary::catalogue
