// text/compound_lexicon.h
//
// How many documents of one language hold each word: what CompoundSplitter (compounds.h) judges by.
// It is collected from the collection itself, so that its trade's words are known and no word list
// has to be kept.
//
//   CompoundLexicon lexicon(Language::de);
//   for (const auto& text : german_texts) lexicon.add_document(text);
//   lexicon.documents_with("ausbildung")   →  1204
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/analyzer.h"
#include "text/language.h"
#include "text/stemmer.h"

namespace tributary::text {

/// Words are folded (fold()), of letters only, 3 to 64 bytes long. The first half of a shortened
/// pair ("Aus- und Weiterbildung") is no word and is not counted. The same documents in the same
/// order give the same lexicon on every machine. Not thread-safe while documents are added.
class CompoundLexicon {
 public:
  static constexpr std::size_t kDefaultLimitWords = 500'000;

  /// Holds at most `limit_words` words, some 100 bytes each: when there are more, those in the
  /// fewest documents are forgotten, as in lossy counting (Manku & Motwani 2002), so that a count
  /// may be too low by as much as was forgotten, never too high.
  explicit CompoundLexicon(Language language, std::size_t limit_words = kDefaultLimitWords);

  /// Counts each word of `text` once.
  void add_document(std::string_view text);

  /// The same of one text of a document that may have several, as an Analyzer took it apart in the
  /// lexicon's language with accents folded. REQUIRES: the texts of one document after each other.
  void add_text(std::string_view text, std::span<const Token> tokens, std::uint64_t document);

  /// Counts what `other` counted, as of other documents.
  void add_all(const CompoundLexicon& other);

  /// 0 for a word that was never seen, or was forgotten.
  [[nodiscard]] std::uint32_t documents_with(std::string_view folded_word) const;

  /// The documents with any word of this stem (Stemmers::stem, then fold_accents), counted as the
  /// sum over its words.
  [[nodiscard]] std::uint32_t documents_with_stem(std::string_view stem) const;

  /// What a known word became; empty for others.
  [[nodiscard]] std::string_view stem_of(std::string_view folded_word) const;

  /// How many documents must hold a word for it to be taken for a part: 1, and 1 more for every
  /// 20,000 documents, up to 20. In a large collection every misspelling stands somewhere.
  [[nodiscard]] std::uint32_t fewest_documents_of_a_part() const;

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// For keeping beside an index, so that queries are split as its texts were: the line
  /// "tributary-compounds 1 <language> <documents>", then a line "<word> <stem> <documents>" a
  /// word, in order of bytes.
  [[nodiscard]] std::string to_bytes() const;

  /// Errors: `corrupt` with the number of the line that is not as to_bytes() writes it.
  static Result<CompoundLexicon> from_bytes(std::string_view bytes);

 private:
  struct Entry {
    std::string stem;
    std::uint32_t documents = 0;
    std::uint64_t last_document = 0;  ///< the number of the last one that was counted
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return boost::hash<std::string_view>()(word);
    }
  };
  template <class Value>
  using Map = boost::unordered_flat_map<std::string, Value, Hash, std::equal_to<>>;

  void count(std::string_view word);
  Entry& entry_of(std::string_view folded_word, std::string_view stem);
  void count_once(Entry& entry);
  void forget_rare_words();

  Language language_;
  std::size_t limit_words_;
  std::uint64_t documents_ = 0;
  std::uint64_t begun_document_ = UINT64_MAX;  ///< of add_text()
  Stemmers stemmers_;
  Map<Entry> words_;
  Map<std::uint32_t> stems_;
};

}  // namespace tributary::text
