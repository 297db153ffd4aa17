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

std::uint32_t WordWalk::other_place_of(Random& random, std::uint32_t word) const {
  const auto first = first_place_[word];
  return places_[first + random.below(first_place_[word + 1] - first)];
}

void WordWalk::write(Random& random, std::uint32_t length, std::vector<std::uint32_t>& text) const {
  Homes homes;
  for (auto& home : homes) home = some_home(random);
  auto place = restart(random, homes);
  while (length > 0) {
    const auto word = stream_.tokens[place];
    if (word == WordStream::kTextEnd) {
      place = restart(random, homes);
      continue;
    }
    text.push_back(word);
    --length;
    if (random.happens(kStretchEnds)) {
      place = restart(random, homes);
    } else {
      place = (random.happens(kJump) ? other_place_of(random, word) : place) + 1;
    }
  }
}

}  // namespace tributary::bench
