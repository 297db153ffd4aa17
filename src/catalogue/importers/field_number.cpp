#include "catalogue/importers/field_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "catalogue/importers/field_text.h"

namespace tributary::catalogue {
namespace {

constexpr double kMostEuros = 9e16 / 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

/// Without the currency at either end.
std::string_view without_currency(std::string_view text) {
  constexpr std::string_view kMarks[] = {"€", "EUR", "Euro", "euro", "eur"};
  for (const auto mark : kMarks) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
    text = trimmed(text);
  }
  return text;
}

/// Blanks, narrow and no-break ones, and apostrophes become one sign.
constexpr char kGap = ' ';
std::string with_plain_gaps(std::string_view text) {
  constexpr std::string_view kGaps[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'",
                                        "\xE2\x80\x99"};
  std::string plain;
  while (!text.empty()) {
    const auto gap = std::ranges::find_if(
        kGaps, [text](std::string_view mark) { return text.starts_with(mark); });
    if (gap != std::end(kGaps)) {
      plain.push_back(kGap);
      text.remove_prefix(gap->size());
    } else {
      plain.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return plain;
}

/// The digits of `whole` if `separator` parts them into groups of three.
std::optional<std::string> without_thousands(std::string_view whole, char separator) {
  std::string digits;
  for (bool first = true;; first = false) {
    const auto end = whole.find(separator);
    const auto group = whole.substr(0, end);
    const bool fits = first ? !group.empty() && (end == std::string_view::npos || group.size() <= 3)
                            : group.size() == 3;
    if (!fits || !all_digits(group)) return std::nullopt;
    digits += group;
    if (end == std::string_view::npos) return digits;
    whole.remove_prefix(end + 1);
  }
}

/// Whole euros and the digits behind the decimal sign.
struct Amount {
  std::string whole;
  std::string_view fraction;
};

std::optional<Amount> split_amount(std::string_view text) {
  const auto points = std::ranges::count(text, '.');
  const auto commas = std::ranges::count(text, ',');
  const auto gaps = std::ranges::count(text, kGap);
  auto decimal = std::string_view::npos;
  char thousands = '\0';
  if (points > 0 && commas > 0) {
    const auto last_point = text.rfind('.'), last_comma = text.rfind(',');
    decimal = std::max(last_point, last_comma);
    thousands = last_point > last_comma ? ',' : '.';
    if ((thousands == ',' ? points : commas) != 1 || gaps > 0) return std::nullopt;
  } else if (points + commas == 1) {
    decimal = text.find_first_of(".,");
    const bool could_be_thousands =
        commas == 1 && gaps == 0 && text.size() - decimal == 4 && decimal >= 1 && decimal <= 3;
    if (could_be_thousands && text.front() != '0') return std::nullopt;
    thousands = gaps > 0 ? kGap : '\0';
  } else if (points + commas > 1) {
    if (gaps > 0) return std::nullopt;
    thousands = points > 0 ? '.' : ',';
  } else if (gaps > 0) {
    thousands = kGap;
  }
  const auto whole = text.substr(0, decimal);
  Amount amount;
  if (decimal != std::string_view::npos) amount.fraction = text.substr(decimal + 1);
  if (!all_digits(amount.fraction)) return std::nullopt;
  if (thousands != '\0') {
    auto digits = without_thousands(whole, thousands);
    if (!digits) return std::nullopt;
    amount.whole = std::move(*digits);
  } else {
    if (!all_digits(whole) || (whole.empty() && amount.fraction.empty())) return std::nullopt;
    amount.whole = whole;
  }
  return amount;
}

std::optional<Money> money_from(const Amount& amount, bool negative) {
  std::int64_t euros = 0;
  if (amount.whole.size() > 15) return std::nullopt;
  std::from_chars(amount.whole.data(), amount.whole.data() + amount.whole.size(), euros);
  std::int64_t cents = euros * 100;
  const auto digit = [&](std::size_t place) {
    return place < amount.fraction.size() ? amount.fraction[place] - '0' : 0;
  };
  cents += digit(0) * 10 + digit(1) + (digit(2) >= 5 ? 1 : 0);
  return Money{negative ? -cents : cents};
}

std::optional<Money> from_scientific(std::string_view text) {
  double euros = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, euros);
  if (error != std::errc{} || stop != end || !(std::abs(euros) < kMostEuros)) return std::nullopt;
  return Money{std::llround(euros * 100)};
}

/// Digits, at most one point, few enough to be exact: what nearly every cell holds.
std::optional<Money> from_plain(std::string_view text) {
  std::int64_t cents = 0;
  int decimals = -1;
  if (text.empty() || text.size() > 15 || !is_digit(text.back())) return std::nullopt;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (is_digit(c) && decimals < 2) {
      cents = cents * 10 + (c - '0');
      decimals += decimals >= 0 ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  if (decimals < 0) return Money{cents * 100};
  return Money{decimals == 1 ? cents * 10 : cents};
}

}  // namespace

std::optional<Money> parse_money(std::string_view cell) {
  auto text = trimmed(cell);
  if (const auto plain = from_plain(text)) return plain;
  text = without_currency(text);
  if (text.empty()) return std::nullopt;
  if (text.find_first_of("eE") != std::string_view::npos) return from_scientific(text);
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto plain = with_plain_gaps(trimmed(text));
  const auto amount = split_amount(plain);
  return amount ? money_from(*amount, negative) : std::nullopt;
}

std::optional<std::uint32_t> parse_count(std::string_view cell) {
  const auto text = trimmed(cell);
  std::uint32_t value = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view rest(stop, static_cast<std::size_t>(end - stop));
  const bool is_whole = rest.empty() || (rest.front() == '.' &&
                                         rest.find_first_not_of('0', 1) == std::string_view::npos);
  return is_whole ? std::optional(value) : std::nullopt;
}

std::optional<Position> parse_position(std::string_view cell) {
  auto text = trimmed(cell);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto degrees = [](std::string_view part, double most) -> std::optional<double> {
    part = trimmed(part);
    double value = 0;
    const auto* end = part.data() + part.size();
    const auto [stop, error] = std::from_chars(part.data(), end, value);
    if (error != std::errc{} || stop != end || !(std::abs(value) <= most)) return std::nullopt;
    return value;
  };
  const auto latitude = degrees(text.substr(0, comma), 90);
  const auto longitude = degrees(text.substr(comma + 1), 180);
  if (!latitude || !longitude) return std::nullopt;
  return Position{*latitude, *longitude};
}

std::optional<bool> parse_truth(std::string_view cell) {
  const auto text = trimmed(cell);
  if (text.size() > 5) return std::nullopt;
  const auto is = [text](std::string_view word) {
    return std::ranges::equal(text, word, {}, [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  };
  if (is("false") || is("no") || is("0") || is("n")) return false;
  if (is("true") || is("yes") || is("1") || is("y")) return true;
  return std::nullopt;
}

}  // namespace tributary::catalogue
