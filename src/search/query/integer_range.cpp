#include "search/query/integer_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/money.h"

namespace tributary::search {
namespace {

/// Further than any amount or count, and far from overflow.
constexpr std::int64_t kLargestNumber = 1'000'000'000'000'000;

/// What one value means: a year is all its days.
struct Span {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> read_digits(std::string_view text) {
  std::int64_t value = 0;
  if (!is_digits(text)) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > kLargestNumber) return std::nullopt;
  return value;
}

std::optional<Span> read_date(std::string_view text) {
  if (const auto day = Date::from_iso(text)) {
    return Span{day->days_since_epoch(), day->days_since_epoch()};
  }
  const bool is_year = text.size() == 4, is_month = text.size() == 7 && text[4] == '-';
  const auto year = read_digits(text.substr(0, 4));
  if (!year || (!is_year && !is_month)) return std::nullopt;
  const auto first_of = [](std::int64_t of_year, std::int64_t of_month) {
    return Date::from_calendar(static_cast<int>(of_year), static_cast<unsigned>(of_month), 1);
  };
  const auto month = is_month ? read_digits(text.substr(5)) : 1;
  if (!month) return std::nullopt;
  const auto first = first_of(*year, *month);
  const bool ends_year = is_year || *month == 12;
  const auto next = ends_year ? first_of(*year + 1, 1) : first_of(*year, *month + 1);
  if (!first) return std::nullopt;
  // After December 9999 there is no next day to name; its own last one is known.
  const auto last =
      next ? next->days_since_epoch() - 1 : Date::from_calendar(9999, 12, 31)->days_since_epoch();
  return Span{first->days_since_epoch(), last};
}

/// "-12.5k" in steps of 1 / `scale`: 100 for cents, 1 for whole numbers.
std::optional<Span> read_number(std::string_view text, std::int64_t scale) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  std::int64_t factor = scale;
  if (text.ends_with('k') || text.ends_with('K')) factor *= 1'000;
  if (text.ends_with('m') || text.ends_with('M')) factor *= 1'000'000;
  if (factor != scale) text.remove_suffix(1);

  const auto point = text.find('.');
  const auto whole = read_digits(text.substr(0, point));
  if (!whole || *whole > kLargestNumber / factor * scale) return std::nullopt;
  auto value = *whole * factor;
  if (point != std::string_view::npos) {
    const auto decimals = text.substr(point + 1);
    const auto fraction = decimals.size() <= 8 ? read_digits(decimals) : std::nullopt;
    std::int64_t unit = 1;
    for (std::size_t i = 0; i < decimals.size() && i < 8; ++i) unit *= 10;
    if (!fraction || *fraction * factor % unit != 0) return std::nullopt;
    value += *fraction * factor / unit;
  }
  if (is_negative) value = -value;
  return Span{value, value};
}

std::optional<Span> read_value(std::string_view text, IntegerMeaning meaning) {
  switch (meaning) {
    case IntegerMeaning::date:
      return read_date(text);
    case IntegerMeaning::money_cents:
      return read_number(text, 100);
    case IntegerMeaning::number:
      return read_number(text, 1);
  }
  return std::nullopt;
}

std::string no_value(std::string_view text, IntegerMeaning meaning) {
  switch (meaning) {
    case IntegerMeaning::date:
      return fmt::format("“{}” is not a date such as 2015, 2015-11 or 2015-11-01", text);
    case IntegerMeaning::money_cents:
      return fmt::format("“{}” is not an amount in euro such as 500000, 1250.50 or 500k", text);
    case IntegerMeaning::number:
      break;
  }
  return fmt::format("“{}” is not a whole number", text);
}

bool takes_off(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text.remove_prefix(sign.size());
  return true;
}

}  // namespace

std::expected<IntegerRange, std::string> read_integer_range(std::string_view text,
                                                            IntegerMeaning meaning) {
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    const auto left = text.substr(0, dots), right = text.substr(dots + 2);
    if (left.empty() && right.empty()) return std::unexpected("a range needs at least one end");
    IntegerRange range;
    const auto low = read_value(left, meaning), high = read_value(right, meaning);
    if (!left.empty() && !low) return std::unexpected(no_value(left, meaning));
    if (!right.empty() && !high) return std::unexpected(no_value(right, meaning));
    range.was_backwards = low && high && low->first > high->last;
    const auto& from = range.was_backwards ? high : low;
    const auto& to = range.was_backwards ? low : high;
    if (from) range.low = from->first;
    if (to) range.high = to->last;
    return range;
  }
  const bool at_least = takes_off(text, ">="), at_most = !at_least && takes_off(text, "<=");
  const bool above = !at_least && !at_most && takes_off(text, ">");
  const bool below = !at_least && !at_most && !above && takes_off(text, "<");
  if (!at_least && !at_most && !above && !below) takes_off(text, "=");
  const auto value = read_value(text, meaning);
  if (!value) return std::unexpected(no_value(text, meaning));
  IntegerRange range;
  if (above) {
    range.low = value->last + 1;
  } else if (!at_most && !below) {
    range.low = value->first;
  }
  if (below) {
    range.high = value->first - 1;
  } else if (!at_least && !above) {
    range.high = value->last;
  }
  return range;
}

namespace {

Date date_of(std::int64_t days) {
  constexpr std::int64_t kFirst = -719'162, kLast = 2'932'896;  // years 1 and 9999
  return Date(static_cast<std::int32_t>(std::clamp(days, kFirst, kLast)));
}

bool begins_year(Date date) { return date.month() == 1 && date.day() == 1; }
bool ends_year(Date date) { return date.month() == 12 && date.day() == 31; }
std::string year_of(Date date) { return fmt::format("{:04}", date.year()); }

std::string describe_dates(std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
  const bool in_years =
      (!low || begins_year(date_of(*low))) && (!high || ends_year(date_of(*high)));
  const auto name = [&](std::int64_t days) {
    return in_years ? year_of(date_of(days)) : date_of(days).iso();
  };
  if (low && high) {
    if (name(*low) == name(*high)) return (in_years ? "in " : "on ") + name(*low);
    return fmt::format("from {} to {}", name(*low), name(*high));
  }
  return low ? "from " + name(*low) : "until " + name(*high);
}

}  // namespace

std::string describe_range(std::optional<std::int64_t> low, std::optional<std::int64_t> high,
                           IntegerMeaning meaning) {
  if (!low && !high) return "is known";
  if (meaning == IntegerMeaning::date) return describe_dates(low, high);
  const bool is_money = meaning == IntegerMeaning::money_cents;
  const auto name = [&](std::int64_t value) {
    return is_money ? Money{value}.decimal() : fmt::format("{}", value);
  };
  const auto unit = is_money ? " euro" : "";
  if (low && high && *low == *high) return fmt::format("is {}{}", name(*low), unit);
  if (low && high) return fmt::format("from {} to {}{}", name(*low), name(*high), unit);
  return low ? fmt::format("at least {}{}", name(*low), unit)
             : fmt::format("at most {}{}", name(*high), unit);
}

}  // namespace tributary::search
