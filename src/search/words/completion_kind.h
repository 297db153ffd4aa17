// search/words/completion_kind.h
//
// The entries of one kind in a file of completions, in place. The bytes are described in
// completion_builder.h.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include "search/index/section_file.h"
#include "search/index/string_table.h"
#include "search/words/front_coded_terms.h"
#include "search/words/ranked_runs.h"

namespace tributary::search {

/// Views the file, which must outlive it. Safe from any thread.
class CompletionKind {
 public:
  /// Reads everything once. Errors: `corrupt` naming the file.
  static Result<CompletionKind> open(const SectionFile& file, std::uint32_t kind);

  [[nodiscard]] const FrontCodedTerms& words() const { return words_; }
  [[nodiscard]] const StringTable& texts() const { return texts_; }
  [[nodiscard]] const StringTable& ids() const { return ids_; }
  [[nodiscard]] std::uint32_t weight(std::uint32_t entry) const { return weights_[entry]; }

  /// The entries with each word, word after word.
  [[nodiscard]] const RankedRuns& lists() const { return lists_; }
  [[nodiscard]] Run lists_of(TermRange words) const {
    return {word_lists_[words.first], word_lists_[words.last]};
  }

  /// The entries in the order of their words.
  [[nodiscard]] const RankedRuns& text_order() const { return text_order_; }

  /// The words of an entry in the order of its text.
  [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t entry) const {
    const auto begin = entry_words_[entry];
    return word_numbers_.subspan(begin, entry_words_[entry + 1] - begin);
  }

 private:
  CompletionKind(FrontCodedTerms words, StringTable texts, StringTable ids)
      : words_(std::move(words)), texts_(texts), ids_(ids) {}

  FrontCodedTerms words_;
  StringTable texts_, ids_;
  std::span<const std::uint32_t> weights_, word_lists_, entry_words_, word_numbers_;
  RankedRuns lists_, text_order_;
};

}  // namespace tributary::search
