// bench/corpus/word_walk.h
//
// New texts from real ones, after Shannon (1948): read on in a real text; now and then jump to
// another place where the word just read stands, and read on there. Words and pairs of words so
// have their real frequencies, and longer phrases occur. A text returns again and again to a few
// home texts, as a real one repeats the words of its subject.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "corpus/random.h"
#include "corpus/real_words.h"

namespace tributary::bench {

/// Immutable after construction; `stream` must outlive it.
class WordWalk {
 public:
  explicit WordWalk(const WordStream& stream, std::size_t words);

  /// Appends a text of `length` words to `text`, as numbers of words.
  void write(Random& random, std::uint32_t length, std::vector<std::uint32_t>& text) const;

 private:
  using Homes = std::array<std::uint32_t, 3>;

  /// A text, a long one more often.
  [[nodiscard]] std::uint32_t some_home(Random& random) const;
  /// Where a new stretch of reading begins: somewhere in one of the homes.
  [[nodiscard]] std::uint32_t restart(Random& random, const Homes& homes) const;
  [[nodiscard]] std::uint32_t other_place_of(Random& random, std::uint32_t word) const;

  const WordStream& stream_;
  std::vector<std::uint32_t> first_place_;  ///< by word, into places_; one more at the end
  std::vector<std::uint32_t> places_;       ///< of all words in the stream, ordered by word
};

}  // namespace tributary::bench
