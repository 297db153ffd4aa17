#include "corpus/word_walk.h"

#include <algorithm>

namespace tributary::bench {
namespace {

constexpr double kJump = 0.25;           ///< a word: runs of four words as they stand, on average
constexpr double kStretchEnds = 0.06;    ///< a word: back to a home text every 17 words
constexpr std::uint32_t kFromStart = 2;  ///< one stretch in so many begins where a text begins

}  // namespace

WordWalk::WordWalk(const WordStream& stream, std::size_t words)
    : stream_(stream), first_place_(words + 1), places_(stream.tokens.size()) {
  for (const auto word : stream.tokens) ++first_place_[word + 1];
  for (std::size_t word = 0; word < words; ++word) first_place_[word + 1] += first_place_[word];
  auto next = first_place_;
  for (std::uint32_t place = 0; place < stream.tokens.size(); ++place) {
    places_[next[stream.tokens[place]]++] = place;
  }
}

std::uint32_t WordWalk::some_home(Random& random) const {
  const auto place = random.below(stream_.tokens.size());
  const auto next = std::ranges::upper_bound(stream_.starts, place);
  return static_cast<std::uint32_t>(next - stream_.starts.begin() - 1);
}

std::uint32_t WordWalk::restart(Random& random, const Homes& homes) const {
  const auto home = random.one_of(homes);
  const auto start = stream_.starts[home];
  if (random.below(kFromStart) == 0) return start;
  const auto end = home + 1 < stream_.starts.size()
                       ? stream_.starts[home + 1]
                       : static_cast<std::uint32_t>(stream_.tokens.size());
  return start + random.below(end - start - 1);
}

std::uint32_t WordWalk::jump_from(Random& random, std::uint32_t word) const {
  const auto first = first_place_[word];
  return first + random.below(first_place_[word + 1] - first);
}

// Whatever is read next is fetched here, while the other texts take their turn.
void WordWalk::step(Text& text, Reader& reader) const {
  if (reader.is_jumping) {
    reader.place = places_[reader.place] + 1;
    reader.is_jumping = false;
    return __builtin_prefetch(&stream_.tokens[reader.place]);
  }
  const auto word = stream_.tokens[reader.place];
  if (word == WordStream::kTextEnd) {
    reader.place = restart(text.random, reader.homes);
    return __builtin_prefetch(&stream_.tokens[reader.place]);
  }
  text.text.push_back(word);
  --text.left;
  if (text.random.happens(kStretchEnds)) {
    reader.place = restart(text.random, reader.homes);
  } else if (text.random.happens(kJump)) {
    reader.place = jump_from(text.random, word);
    reader.is_jumping = true;
    return __builtin_prefetch(&places_[reader.place]);
  } else {
    ++reader.place;
  }
  __builtin_prefetch(&stream_.tokens[reader.place]);
}

void WordWalk::write(std::span<Text> texts) const {
  std::vector<Reader> readers(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (auto& home : readers[i].homes) home = some_home(texts[i].random);
    readers[i].place = restart(texts[i].random, readers[i].homes);
  }
  for (bool is_done = false; !is_done;) {
    is_done = true;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].left == 0) continue;
      step(texts[i], readers[i]);
      is_done = false;
    }
  }
}

}  // namespace tributary::bench
