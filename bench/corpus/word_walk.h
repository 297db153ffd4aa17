// bench/corpus/word_walk.h
//
// New texts from real ones, after Shannon (1948): read on in a real text; now and then jump to
// another place where the word just read stands, and read on there. Words and pairs of words so
// have their real frequencies, and longer phrases occur. A text returns again and again to a few
// home texts, as a real one repeats the words of its subject.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/random.h"
#include "corpus/real_words.h"

namespace tributary::bench {

/// Immutable after construction; `stream` must outlive it.
class WordWalk {
 public:
  explicit WordWalk(const WordStream& stream, std::size_t words);

  /// A text that is being written: `left` words are still to be added to `text`, as numbers.
  struct Text {
    Random& random;
    std::uint32_t left;
    std::vector<std::uint32_t>& text;
  };
  /// Writes all of `texts`, each as if it were alone, a word of each in turn: nearly every jump
  /// waits for memory, and so they wait together. REQUIRES: no two share anything.
  void write(std::span<Text> texts) const;

 private:
  using Homes = std::array<std::uint32_t, 3>;
  /// Where a text is being read.
  struct Reader {
    Homes homes{};
    std::uint32_t place = 0;  ///< in the stream; where is_jumping, in places_
    bool is_jumping = false;
  };

  /// A text, a long one more often.
  [[nodiscard]] std::uint32_t some_home(Random& random) const;
  /// Where a new stretch of reading begins: somewhere in one of the homes.
  [[nodiscard]] std::uint32_t restart(Random& random, const Homes& homes) const;
  /// In places_: one of those where the word stands.
  [[nodiscard]] std::uint32_t jump_from(Random& random, std::uint32_t word) const;
  /// Adds the word at the reader's place, if there is one, and moves the reader on.
  void step(Text& text, Reader& reader) const;

  const WordStream& stream_;
  std::vector<std::uint32_t> first_place_;  ///< by word, into places_; one more at the end
  std::vector<std::uint32_t> places_;       ///< of all words in the stream, ordered by word
};

}  // namespace tributary::bench
