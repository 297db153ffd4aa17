// search/words/vocabulary.h
//
// The words of a generation as people write them: folded and not stemmed, with the number of
// documents of each and the terms it became in the languages it stands in. Near words, the
// beginnings of words and better spellings are looked for here; what is searched are the terms.
//
//   term_blocks, term_bytes     the words (front_coded_terms.h)
//   word_documents              u32 × words: documents with the word in any text field. One that
//                               was replaced while the generation was written may still count.
//   word_terms                  for each word: length of what follows varint; then its terms,
//                               ascending, each as
//                                 bytes shared with the word varint, length of the rest varint,
//                                 rest
//   word_terms_blocks           u64 × blocks of words: where in word_terms each begins
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "search/index/section_file.h"
#include "search/index/section_spill.h"
#include "search/words/front_coded_terms.h"

namespace tributary::search {

/// Writes the terms of words, word after word. Not thread-safe.
class WordTermsWriter {
 public:
  /// For a file in `folder`.
  explicit WordTermsWriter(const Path& folder) : blocks_(folder), terms_(folder) {}

  /// As encode_word_terms() gives them. Errors: `io`.
  Result<> add(std::string_view encoded);
  /// Nothing may be added afterwards. Errors: `io`.
  Result<> write(SectionFileWriter& file);

 private:
  std::size_t words_ = 0;
  std::uint64_t bytes_ = 0;
  SectionSpill blocks_, terms_;
};

/// Views a file, which must outlive it. Safe from any thread.
class Vocabulary {
 public:
  /// Errors: `corrupt` when the sections do not fit each other.
  static Result<Vocabulary> open(const SectionFile& file);

  [[nodiscard]] const FrontCodedTerms& words() const { return words_; }
  [[nodiscard]] std::uint32_t document_count(std::size_t word) const { return documents_[word]; }
  [[nodiscard]] std::vector<std::string> terms_of(std::size_t word) const;
  /// Nothing where the word is none of them.
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view word) const;
  /// As in the file.
  [[nodiscard]] std::string_view encoded_terms(std::size_t word) const;

 private:
  Vocabulary(FrontCodedTerms words, std::span<const std::uint32_t> documents,
             std::span<const std::uint64_t> blocks, std::span<const std::byte> terms)
      : words_(std::move(words)), documents_(documents), blocks_(blocks), terms_(terms) {}

  FrontCodedTerms words_;
  std::span<const std::uint32_t> documents_;
  std::span<const std::uint64_t> blocks_;
  std::span<const std::byte> terms_;
};

/// Terms of one word as above. REQUIRES: ascending.
std::string encode_word_terms(std::string_view word, std::span<const std::string> terms);
/// Stops at what encode_word_terms() does not write.
std::vector<std::string> decode_word_terms(std::string_view word, std::string_view bytes);

}  // namespace tributary::search
