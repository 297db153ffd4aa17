#include "catalogue/importers/field_date.h"

#include <array>
#include <charconv>

#include "catalogue/importers/field_text.h"

namespace tributary::catalogue {
namespace {

/// Reads from the front of what is left of a cell.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : left_(text) {}

  [[nodiscard]] bool at_end() const { return left_.empty(); }
  [[nodiscard]] std::string_view left() const { return left_; }

  std::optional<unsigned> number(std::size_t least_digits, std::size_t most_digits) {
    std::size_t digits = 0;
    while (digits < left_.size() && left_[digits] >= '0' && left_[digits] <= '9') ++digits;
    if (digits < least_digits || digits > most_digits) return std::nullopt;
    unsigned value = 0;
    std::from_chars(left_.data(), left_.data() + digits, value);
    left_.remove_prefix(digits);
    return value;
  }

  bool take(char c) {
    if (!left_.starts_with(c)) return false;
    left_.remove_prefix(1);
    return true;
  }

  std::string_view word() {
    std::size_t letters = 0;
    while (letters < left_.size() &&
           ((left_[letters] | 0x20) >= 'a' && (left_[letters] | 0x20) <= 'z')) {
      ++letters;
    }
    const auto found = left_.substr(0, letters);
    left_.remove_prefix(letters);
    return found;
  }

  void skip_blanks() {
    while (take(' ')) {
    }
  }

  /// Nothing more, or a time of day: "17:50", " 17:50:47", "T00:00:00.000Z".
  bool ends_or_has_time() {
    if (at_end()) return true;
    if (!take('T') && !take(' ')) return false;
    skip_blanks();
    const auto hour = number(1, 2);
    if (!hour || *hour > 24 || !take(':')) return false;
    const auto minute = number(2, 2);
    if (!minute || *minute > 59) return false;
    if (take(':') && !number(2, 2)) return false;
    return left_.find_first_not_of("0123456789.,:+-Z ") == std::string_view::npos;
  }

 private:
  std::string_view left_;
};

std::optional<Date> from_parts(unsigned year, unsigned month, unsigned day) {
  return Date::from_calendar(static_cast<int>(year), month, day);
}

std::optional<unsigned> month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const auto name = folded_name(word);
  if (name.size() < 3) return std::nullopt;
  for (unsigned month = 0; month < kMonths.size(); ++month) {
    const auto whole = kMonths[month];
    if (name == whole || name == whole.substr(0, 3) || (name == "sept" && month == 8)) {
      return month + 1;
    }
  }
  return std::nullopt;
}

std::optional<Date> from_iso_with_time(std::string_view text) {
  const auto date = Date::from_iso(text.substr(0, 10));
  DateScanner rest(text.substr(10));
  return date && rest.ends_or_has_time() ? date : std::nullopt;
}

/// "04/11/2015", "4.11.2015 00:00"
std::optional<Date> from_day_first(std::string_view text, char separator) {
  DateScanner scan(text);
  const auto day = scan.number(1, 2);
  if (!day || !scan.take(separator)) return std::nullopt;
  const auto month = scan.number(1, 2);
  if (!month || !scan.take(separator)) return std::nullopt;
  const auto year = scan.number(4, 4);
  if (!year || !scan.ends_or_has_time()) return std::nullopt;
  return from_parts(*year, *month, *day);
}

/// "4 November 2015"
std::optional<Date> from_words(std::string_view text) {
  DateScanner scan(text);
  const auto day = scan.number(1, 2);
  if (!day) return std::nullopt;
  scan.skip_blanks();
  const auto month = month_named(scan.word());
  if (!month) return std::nullopt;
  scan.take('.');
  scan.take(',');
  scan.skip_blanks();
  const auto year = scan.number(4, 4);
  if (!year || !scan.at_end()) return std::nullopt;
  return from_parts(*year, *month, *day);
}

/// The two readings of eight digits exclude each other for the years 1900 to 2099: the century of
/// one is the month of the other.
std::optional<Date> from_eight_digits(unsigned number) {
  const auto in_our_time = [](unsigned year) { return year >= 1900 && year < 2100; };
  if (in_our_time(number % 10000)) {
    return from_parts(number % 10000, number / 10000 % 100, number / 1000000);
  }
  if (in_our_time(number / 10000)) {
    return from_parts(number / 10000, number / 100 % 100, number % 100);
  }
  return std::nullopt;
}

/// 25569 is 1970-01-01. Five digits reach from 1927 to 2173.
Date from_excel_serial(unsigned days) { return Date(static_cast<std::int32_t>(days) - 25569); }

}  // namespace

std::optional<Date> parse_date(std::string_view cell) {
  const auto text = trimmed(cell);
  if (text.size() >= 10 && text[4] == '-') return from_iso_with_time(text);
  if (text.find('/') != std::string_view::npos) return from_day_first(text, '/');

  DateScanner digits(text);
  if (const auto number = digits.number(5, 8)) {
    const auto count = text.size() - digits.left().size();
    const auto rest = digits.left();
    if (count == 8 && rest.empty()) return from_eight_digits(*number);
    const bool is_whole_or_fraction =
        rest.empty() || (rest.front() == '.' &&
                         rest.substr(1).find_first_not_of("0123456789") == std::string_view::npos);
    if (count == 5 && is_whole_or_fraction) return from_excel_serial(*number);
    return std::nullopt;
  }
  if (text.find('.') != std::string_view::npos) {
    if (const auto date = from_day_first(text, '.')) return date;
  }
  return from_words(text);
}

}  // namespace tributary::catalogue
