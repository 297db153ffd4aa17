// bench/rivals/common/rival_query.h
//
// The lines that generate_queries writes (its first comment has the format), for the programs in
// C++.
#pragma once

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rivals/common/corpus_file.h"

namespace tributary::bench {

/// What is timed.
enum class Task : std::uint8_t {
  top,     ///< the ten best documents
  count,   ///< how many documents match
  facets,  ///< both, and how many documents each country, programme, topic and year has
};

enum class Operator : std::uint8_t {
  any_of,
  all_of,
  phrase,
  prefix,       ///< one word
  typo,         ///< one word; words with up to one edit match
  typing,       ///< every word, the last as a prefix
  typing_typo,  ///< and that prefix with up to one edit, where it has four letters
};

/// The shortest prefix that typing_typo reads with an edit.
inline constexpr std::size_t kFewestLettersForTypo = 4;

struct YearRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct RivalQuery {
  std::string class_name;
  Task task = Task::top;
  Operator words_operator = Operator::any_of;
  std::vector<std::string> words;
  std::string country;  ///< empty: any
  std::optional<YearRange> years;
};

template <class Value, std::size_t kValues>
Value named(const std::array<std::pair<std::string_view, Value>, kValues>& names,
            std::string_view name) {
  for (const auto& [each, value] : names) {
    if (each == name) return value;
  }
  throw std::runtime_error("no line of a query file has: " + std::string(name));
}

inline std::vector<RivalQuery> read_queries(const std::string& path) {
  using enum Operator;
  static constexpr std::array<std::pair<std::string_view, Task>, 3> kTasks{
      {{"top", Task::top}, {"count", Task::count}, {"facets", Task::facets}}};
  static constexpr std::array<std::pair<std::string_view, Operator>, 7> kOperators{
      {{"or", any_of},
       {"and", all_of},
       {"phrase", phrase},
       {"prefix", prefix},
       {"typo", typo},
       {"typing", typing},
       {"typing_typo", typing_typo}}};
  std::ifstream stream(path);
  if (!stream) throw std::runtime_error(path + ": cannot be opened");
  std::vector<RivalQuery> queries;
  for (std::string line; std::getline(stream, line);) {
    auto fields = pieces_of(line, '\t');
    fields.resize(6);
    const auto words = pieces_of(fields[3], ' ');
    RivalQuery query{.class_name = std::string(fields[0]),
                     .task = named(kTasks, fields[1]),
                     .words_operator = named(kOperators, fields[2]),
                     .words = {words.begin(), words.end()},
                     .country = std::string(fields[4])};
    if (const auto years = pieces_of(fields[5], ' '); years.size() == 2) {
      query.years = {.first = static_cast<std::uint32_t>(std::stoul(std::string(years[0]))),
                     .last = static_cast<std::uint32_t>(std::stoul(std::string(years[1])))};
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace tributary::bench
