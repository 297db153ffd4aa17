// text/analyzer.h
//
// Turns text into the terms that are indexed and searched: words found by Unicode rules, folded
// (case, accents, compatibility forms), stemmed by the text's language.
//
//   text::Analyzer analyzer({});
//   std::vector<text::Token> tokens;
//   analyzer.analyze("Apprenticeships in Évora", text::Language::en, tokens);   // apprenticeship ·
//   in · evora
//
// One Analyzer for each thread: it keeps buffers and a cache of stems. Tokens point into it and
// into the text.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace tributary::text {

struct Token {
  std::string_view term;         ///< as indexed; valid until the next call on the same Analyzer
  std::uint32_t position = 0;    ///< counts words from 0; a stop word that is left out leaves a gap
  std::uint32_t begin_byte = 0;  ///< where the word stands in the text as given
  std::uint32_t end_byte = 0;
  std::uint64_t* mark = nullptr;  ///< the caller's own note on the term, valid like it: zero at
                                  ///< first, and kept as long as the word is remembered
  std::string_view plain = {};    ///< the word folded and not stemmed, as people can read it
  std::uint64_t* word_mark = nullptr;  ///< another such note, on the word in this language
};

enum class Stemming : std::uint8_t {
  none,
  porter,  ///< Porter 1980, English whatever the language: for figures that compare with published
           ///< ones
  by_language,  ///< Snowball, or our own light stemmers; none where there is neither
};

struct AnalyzerOptions {
  Stemming stemming = Stemming::by_language;
  bool fold_accents = true;
  std::vector<std::string> stop_words =
      {};  ///< folded words that are left out; the product leaves none out
};

class Analyzer {
 public:
  explicit Analyzer(AnalyzerOptions options);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  /// Replaces the content of `tokens`. Bytes that are not UTF-8 separate words. Words over 64 bytes
  /// are cut.
  void analyze(std::string_view text, Language language, std::vector<Token>& tokens);

  /// Every distinct term that `word` becomes in one of `languages`, the plain folded word first:
  /// what a query, whose language nobody knows, has to look for.
  std::vector<std::string> terms_of(std::string_view word, std::span<const Language> languages);

  /// The first word of `text` folded and not stemmed; empty where there is none.
  std::string plain_of(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tributary::text
