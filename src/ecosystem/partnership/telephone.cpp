#include "ecosystem/partnership/telephone.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace tributary::ecosystem {
namespace {

constexpr std::size_t kFewestDigits = 8;
constexpr std::string_view kBetween = " ()/.-+";

bool is_decimal(char letter) { return letter >= '0' && letter <= '9'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_of_word(char letter) {
  return is_capital(letter) || (letter >= 'a' && letter <= 'z') ||
         static_cast<unsigned char>(letter) >= 0x80;
}

/// How long the day is that `text` begins with: 2027-09-01, 1.9.2027 or 01/09/2027. 0: none.
std::size_t length_of_day(std::string_view text) {
  const auto digits_from = [text](std::size_t begin) {
    auto end = begin;
    while (end < text.size() && is_decimal(text[end])) ++end;
    return end - begin;
  };
  const auto first = digits_from(0);
  if (first == 0 || first >= text.size()) return 0;
  const char between = text[first];
  const auto second = digits_from(first + 1), behind = first + 1 + second;
  if (behind >= text.size() || text[behind] != between || second == 0 || second > 2) return 0;
  const auto third = digits_from(behind + 1);
  const bool begins_with_year = first == 4 && between == '-' && third >= 1 && third <= 2;
  const bool ends_with_year = first <= 2 && (between == '.' || between == '/') && third == 4;
  return begins_with_year || ends_with_year ? behind + 1 + third : 0;
}

/// Digits with nothing but signs of telephone numbers between them.
struct Run {
  std::string_view text, before, behind;  ///< what stands around it
  std::vector<std::string_view> groups;   ///< its digits, as they stand together

  [[nodiscard]] std::size_t digits() const {
    std::size_t sum = 0;
    for (const auto group : groups) sum += group.size();
    return sum;
  }
};

std::vector<std::string_view> groups_of(std::string_view text) {
  std::vector<std::string_view> groups;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && is_decimal(text[end])) ++end;
    if (end > at) groups.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return groups;
}

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  std::size_t begin = 0, end = 0;  // of the run that is being read; the same: none
  const auto finish = [&] {
    if (end > begin) {
      const auto run = text.substr(begin, end - begin);
      runs.push_back({.text = run,
                      .before = text.substr(0, begin),
                      .behind = text.substr(end),
                      .groups = groups_of(run)});
    }
    begin = end = 0;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_first = at == 0 || !is_decimal(text[at - 1]);
    const auto day_letters = is_first ? length_of_day(text.substr(at)) : 0;
    if (day_letters > 0) {
      finish();
      at += day_letters - 1;
    } else if (is_decimal(text[at])) {
      if (end == begin) begin = at;
      end = at + 1;
    } else if (text.substr(at, 3) == " - " || kBetween.find(text[at]) == std::string_view::npos) {
      finish();
    }
  }
  finish();
  return runs;
}

int digits_as_number(std::string_view digits) {
  int number = 0;
  for (const auto digit : digits) number = number * 10 + (digit - '0');
  return number;
}

bool is_year(std::string_view group) {
  return group.size() == 4 && (group.starts_with("19") || group.starts_with("20"));
}

/// 20270901.
bool is_day_without_signs(std::string_view group) {
  if (group.size() != 8 || !is_year(group.substr(0, 4))) return false;
  const auto month = digits_as_number(group.substr(4, 2)),
             day = digits_as_number(group.substr(6, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// Years alone, or with what is too little to be a telephone number: "2024 12 000".
bool is_of_years(const Run& run) {
  const auto years = std::ranges::count_if(run.groups, is_year);
  if (years == 0) return false;
  std::size_t others = 0;
  for (const auto group : run.groups) {
    if (is_year(group)) continue;
    if (group.size() > 3) return false;
    others += group.size();
  }
  return others < kFewestDigits;
}

/// "09.30-10.30".
bool is_of_times(const Run& run) {
  if (run.groups.size() != 4 || run.text.find('-') == std::string_view::npos) return false;
  const auto is_time = [](std::string_view hour, std::string_view minute) {
    return hour.size() <= 2 && minute.size() == 2 && digits_as_number(hour) < 25 &&
           digits_as_number(minute) < 60;
  };
  const auto dots = std::ranges::count(run.text, '.'), dashes = std::ranges::count(run.text, '-');
  return dots == 2 && dashes == 1 && is_time(run.groups[0], run.groups[1]) &&
         is_time(run.groups[2], run.groups[3]);
}

std::string_view without_blanks_before(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

std::string_view without_blanks_behind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// With the sign or the name of a currency beside it.
bool is_of_money(const Run& run) {
  static constexpr auto kCurrencies =
      std::to_array<std::string_view>({"€", "EUR", "Eur", "eur", "Ευρώ", "ευρώ", "£", "$"});
  const auto before = without_blanks_behind(run.before);
  const auto behind = without_blanks_before(run.behind);
  return std::ranges::any_of(kCurrencies, [&](std::string_view currency) {
    return behind.starts_with(currency) || before.ends_with(currency);
  });
}

/// "12 500 000": groups of three, the last of zeros.
bool is_round_amount(const Run& run) {
  const auto& groups = run.groups;
  return groups.size() > 1 && groups.front().size() <= 3 && groups.back() == "000" &&
         std::ranges::all_of(groups.begin() + 1, groups.end(),
                             [](std::string_view group) { return group.size() == 3; });
}

std::string folded_letters(std::string_view text) {
  std::string folded(text);
  for (auto& letter : folded) {
    if (is_capital(letter)) letter = static_cast<char>(letter - 'A' + 'a');
  }
  return folded;
}

/// Whether one of the last words says that a number of a project or an organisation follows.
bool is_announced(std::string_view before) {
  static constexpr auto kTelling = std::to_array<std::string_view>(
      {"project", "projects", "projekt", "projekts", "projektnummer", "projet", "projets",
       "proyecto", "projeto", "progetto", "grant", "agreement", "pic", "oid", "rcn", "cordis",
       "έργο", "έργου", "έργα"});
  constexpr int kWordsBack = 3;
  auto end = before.size();
  for (int word = 0; word < kWordsBack; ++word) {
    while (end > 0 && !is_of_word(before[end - 1])) {
      if (before[end - 1] == '\n' || is_decimal(before[end - 1])) return false;
      --end;
    }
    auto begin = end;
    while (begin > 0 && is_of_word(before[begin - 1])) --begin;
    if (begin == end) return false;
    const auto said = folded_letters(before.substr(begin, end - begin));
    if (std::ranges::find(kTelling, said) != kTelling.end()) return true;
    end = begin;
  }
  return false;
}

/// The end of a code: of "KA220-VET-000123456", "E10123456" or "PT501461108", digits alone.
bool ends_code(std::string_view before) {
  const auto token = before.substr(before.find_last_of(" \n\t") + 1);
  if (token.empty()) return false;
  const bool is_short_mark = token.size() <= 2 && std::ranges::all_of(token, is_capital);
  const bool is_behind_dash =
      token.back() == '-' && std::ranges::any_of(token, is_capital) &&
      (std::ranges::any_of(token, is_decimal) || std::ranges::count(token, '-') > 1);
  return is_short_mark || is_behind_dash;
}

bool is_number_of_record(const Run& run) {
  constexpr std::size_t kMostDigits = 10;
  return run.groups.size() == 1 && run.digits() <= kMostDigits &&
         (is_announced(run.before) || ends_code(run.before));
}

bool is_telephone_number(const Run& run) {
  const auto digits = run.digits();
  if (digits < kFewestDigits) return false;
  if (is_of_years(run) || is_of_times(run) || is_of_money(run) || is_number_of_record(run) ||
      std::ranges::all_of(run.groups, is_day_without_signs)) {
    return false;
  }
  return digits > kFewestDigits || !is_round_amount(run);
}

}  // namespace

bool has_telephone_number(std::string_view text) {
  return std::ranges::any_of(runs_of(text), is_telephone_number);
}

}  // namespace tributary::ecosystem
