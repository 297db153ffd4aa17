// text/words.h
//
// Finds the words of a text by Unicode's letters and digits. The rules do not depend on the
// language, so that a query, whose language nobody knows, is cut as the documents were:
//
//   - a word is a run of letters, digits (₂ and ² too) and combining marks; all else separates,
//     hyphens, underscores and bytes that are not UTF-8 included;
//   - an apostrophe between letters belongs to the word (don't, O'Neill), but one after an elided
//     article or particle ends it: l'énergie, dell'acqua, qu'il, x'inhu are two words each;
//   - a middle dot between two l belongs to the word (Catalan col·laboració);
//   - soft hyphens and joiners inside a word belong to it.
#pragma once

#include <cstddef>
#include <string_view>

namespace tributary::text {

/// Walks over the words of one text from the first to the last. Not thread-safe; one a text.
class WordScanner {
 public:
  /// `text` must outlive the scanner.
  explicit WordScanner(std::string_view text) : text_(text) {}

  /// Moves to the next word; false when there is none. Linear over the whole text.
  bool next();

  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  void skip_separators();
  [[nodiscard]] std::size_t joined_length(std::size_t offset) const;
  [[nodiscard]] bool goes_on(std::size_t apostrophe, std::size_t next) const;

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Whether `code_point` can stand in an indexed term: letters, digits and combining marks.
bool is_word_character(char32_t code_point);

/// Whether `code_point` is one of the signs that people type for an apostrophe.
bool is_apostrophe(char32_t code_point);

}  // namespace tributary::text
