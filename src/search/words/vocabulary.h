// search/words/vocabulary.h
//
// The words of a generation as people write them: folded and not stemmed, with the number of
// documents of each and the terms it became in the languages it stands in. Near words, the
// beginnings of words and better spellings are looked for here; what is searched are the terms.
//
//   term_blocks, term_bytes     the words (front_coded_terms.h)
//   word_documents              u32 × words: documents with the word in any text field. One that
//                               was replaced while the generation was written may still count.
//   word_terms_offsets, _bytes  string table: the terms of each word, ascending, each as
//                                 bytes shared with the word varint, length of the rest varint,
//                                 rest
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"
#include "search/index/string_table.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// Views a file, which must outlive it. Safe from any thread.
class Vocabulary {
 public:
  /// Errors: `corrupt` when the sections do not fit each other.
  static Result<Vocabulary> open(const SectionFile& file);

  [[nodiscard]] const FrontCodedTerms& words() const { return words_; }
  [[nodiscard]] std::uint32_t document_count(std::size_t word) const { return documents_[word]; }
  [[nodiscard]] std::vector<std::string> terms_of(std::size_t word) const;
  /// As in the file.
  [[nodiscard]] std::string_view encoded_terms(std::size_t word) const { return terms_[word]; }

 private:
  Vocabulary(FrontCodedTerms words, std::span<const std::uint32_t> documents, StringTable terms)
      : words_(std::move(words)), documents_(documents), terms_(terms) {}

  FrontCodedTerms words_;
  std::span<const std::uint32_t> documents_;
  StringTable terms_;
};

/// Terms of one word as a string of the table above. REQUIRES: ascending.
std::string encode_word_terms(std::string_view word, std::span<const std::string> terms);
/// Stops at what encode_word_terms() does not write.
std::vector<std::string> decode_word_terms(std::string_view word, std::string_view bytes);

}  // namespace tributary::search
