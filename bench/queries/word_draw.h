// bench/queries/word_draw.h
//
// Draws the words of queries, so that each class mixes common, middle and rare ones.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "queries/vocabulary.h"

namespace tributary::bench {

using Words = std::vector<std::string>;

/// Whether the words of a query stand together in some document or were drawn apart.
enum class Together : std::uint8_t { no, yes };

/// `vocabulary` and `random` must outlive it. What cannot be found after many tries ends the
/// program with an exception: the corpus is too small to draw from.
class WordDraw {
 public:
  WordDraw(const Vocabulary& vocabulary, Random& random)
      : vocabulary_(vocabulary), random_(random) {}

  /// Different words, one of each band.
  Words words(std::span<const Band> bands, Together together);
  /// Words as they follow each other in a text, one of each band.
  Words phrase(std::span<const Band> bands);
  /// `count` different words as they come in a text, stop words too.
  Words passage(std::size_t count);
  /// The first letters of a middle or common word; at least 2 and at most 50 words begin so.
  std::string prefix();
  /// A common or middle word with one edit behind its first letter, which makes it no word of the
  /// corpus.
  std::string misspelt();
  /// Two words, one after the other in a text, as somebody would type them.
  Words pair_to_type();

  const SampledDocument& document() { return random_.one_of(vocabulary_.sample()); }

 private:
  std::optional<Words> words_of(const SampledDocument& document, std::span<const Band> bands);
  std::string long_word();
  std::string with_one_edit(std::string word);

  const Vocabulary& vocabulary_;
  Random& random_;
};

}  // namespace tributary::bench
