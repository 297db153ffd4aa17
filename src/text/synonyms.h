// text/synonyms.h
//
// Other names of what a query names: countries in the languages of Europe, programmes under their
// abbreviations and former names, the abbreviations of the trade.
//
//   Synonyms synonyms;
//   synonyms.matches(query_words_of("H2020 projects in Deutschland"))
//     →  h2020: horizon 2020, fp8, οριζοντασ 2020 …     deutschland: germany, allemagne, niemcy …
//
// The tables are in synonym_tables.cpp, with their notation; names of countries in thirty languages
// are ICU's. The rules are in docs/text-analysis.md.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/query_words.h"

namespace tributary::text {

enum class SynonymKind : std::uint8_t { country, programme, term };

struct SynonymMatch {
  std::size_t first_word = 0;  ///< of the query
  std::size_t word_count = 0;
  SynonymKind kind = SynonymKind::term;
  std::string country;              ///< ISO 3166 code ("GR", "GB"), empty for other kinds
  std::vector<Phrase> equivalents;  ///< in the order of the table; never what was typed
};

/// Immutable once made (some milliseconds); safe from any thread.
class Synonyms {
 public:
  Synonyms();

  /// What the query names, from left to right, each time the longest name that begins there; names
  /// do not overlap. A span that names two things ("IT") comes once for each.
  ///
  /// A name that is also a common word ("HE", "LIFE", "IT") is understood in capitals only, in a
  /// query that is not all in capitals or holds nothing else; and it is never among the
  /// equivalents, since the index does not know capitals. All others are symmetric: if a is an
  /// equivalent of b, then b is one of a.
  [[nodiscard]] std::vector<SynonymMatch> matches(std::span<const QueryWord> query) const;

 private:
  enum class Recognised : std::uint8_t { always, in_capitals };
  struct Group {
    SynonymKind kind;
    std::string country;
    std::vector<Phrase> given;
  };
  struct Name {
    std::size_t group;
    Recognised recognised;
  };

  void add_group(SynonymKind kind, std::string_view country, std::string_view names);
  void add_name(Group& group, std::string_view name);

  std::vector<Group> groups_;
  boost::unordered_flat_map<std::string, std::vector<Name>> names_;  ///< by words joined by blanks
  std::size_t longest_name_words_ = 0;
};

}  // namespace tributary::text
