// search/words/spelling.h
//
// "Did you mean": the words of a query that nobody writes, or hardly anybody, replaced by what was
// likely meant.
//
//   const auto better = better_text("aprenticeship in Porto", words, vocabulary, 50);
//   better->text  →  "apprenticeship in Porto"
//
// The vocabulary is of words that people can read (folded, not stemmed), with the number of
// documents of each: words/vocabularies.h, or what has its document_count() and near(). Pure
// functions; safe from any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/query_parser.h"
#include "search/words/near_terms.h"
#include "text/fold.h"

namespace tributary::search {

/// A word that documents hold is still taken for a slip when a near one is in so many times as many
/// of them: misspellings stand in documents, too.
inline constexpr std::uint32_t kTimesAsFrequent = 10;

/// … and it is in no more than one of so many documents: "form" is no slip of "from".
inline constexpr std::uint64_t kDocumentsOfOneSlip = 2'000;

/// The word of the vocabulary that was likely meant by `folded`: of those in reach
/// (permitted_edits) the nearest, then the one in most documents; nothing where the word itself is
/// frequent enough or in more than `most_documents` documents.
template <class Words>
std::optional<std::string> better_word(std::string_view folded, const Words& vocabulary,
                                       std::uint64_t most_documents) {
  const auto edits = permitted_edits(folded);
  if (edits == 0) return std::nullopt;
  const std::uint64_t own_count = vocabulary.document_count(folded);
  if (own_count > most_documents) return std::nullopt;
  for (const auto& near : vocabulary.near(folded, edits, WordShape::whole).words) {
    if (near.documents > 0 && near.word != folded &&
        near.documents >= own_count * kTimesAsFrequent) {
      return near.word;
    }
  }
  return std::nullopt;
}

struct Replacement {
  ByteRange where;  ///< in the text as typed
  std::string by;
};

struct BetterText {
  std::string text;
  std::vector<ByteRange> changed;  ///< in `text`, ascending
};

/// `typed` with the replacements made. REQUIRES: ascending, apart, and inside `typed`.
BetterText replaced(std::string_view typed, std::span<const Replacement> replacements);

/// The text with a better word in place of each that has one; nothing where none has. `words` are
/// the places of the words to look at, ascending; all between them stays as typed.
template <class Words>
std::optional<BetterText> better_text(std::string_view typed, std::span<const ByteRange> words,
                                      const Words& vocabulary, std::uint64_t most_documents) {
  std::vector<Replacement> replacements;
  for (const auto& where : words) {
    const auto folded = text::fold(typed.substr(where.begin, where.end - where.begin));
    if (auto better = better_word(folded, vocabulary, most_documents)) {
      replacements.push_back({where, *std::move(better)});
    }
  }
  if (replacements.empty()) return std::nullopt;
  return replaced(typed, replacements);
}

}  // namespace tributary::search
