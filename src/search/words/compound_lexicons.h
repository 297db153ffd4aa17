// search/words/compound_lexicons.h
//
// The words of the texts of a segment in each language that compounds are split in
// (text/compound_lexicon.h). Kept in its words file, so that the compounds of a segment that comes
// later are split by the words of all:
//
//   section `compound_lexicon`, number i   of text::kCompoundLanguages[i], as
//                                          CompoundLexicon::to_bytes() writes it; empty where no
//                                          text is in the language
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "search/index/section_file.h"
#include "text/compounds.h"

namespace tributary::search {

/// Not thread-safe while anything is added.
class CompoundLexicons {
 public:
  /// At most so many words in each language, of some 120 bytes.
  explicit CompoundLexicons(std::size_t limit_words) : limit_words_(limit_words) {}

  /// Where `language` stands in text::kCompoundLanguages; nothing for those without compounds.
  static std::optional<std::size_t> place_of(text::Language language);

  /// As CompoundLexicon::add_text() of the language at `place`.
  void add_text(std::size_t place, std::string_view text, std::span<const text::Token> tokens,
                std::uint32_t document);

  void add_all(const CompoundLexicons& other);
  /// Adds those of a words file. Errors: `corrupt`.
  Result<> add_all(const SectionFile& words);

  [[nodiscard]] bool is_empty() const;
  /// One of the same size with nothing in it.
  [[nodiscard]] CompoundLexicons empty_one() const { return CompoundLexicons(limit_words_); }
  /// The documents with any word of this stem, of all languages.
  [[nodiscard]] std::uint32_t documents_with_stem(std::string_view stem) const;
  /// Null where there was no text in the language.
  [[nodiscard]] const text::CompoundLexicon* at(std::size_t place) const {
    return lexicons_.at(place) ? &*lexicons_.at(place) : nullptr;
  }

  /// Errors: `io`.
  Result<> write(SectionFileWriter& file) const;

 private:
  text::CompoundLexicon& of(std::size_t place);

  std::size_t limit_words_;
  std::array<std::optional<text::CompoundLexicon>, text::kCompoundLanguages.size()> lexicons_;
};

}  // namespace tributary::search
