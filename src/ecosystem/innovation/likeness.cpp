#include "ecosystem/innovation/likeness.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace tributary::ecosystem {
namespace {

using WordSet = std::set<std::string_view>;

/// Shorter ones are articles and the like in most languages.
constexpr std::size_t kShortestWordBytes = 3;

/// Bytes above 127 belong to letters of other scripts.
bool is_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 127;
}

WordSet words_in(std::string_view text) {
  WordSet words;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_in_word);
    const auto end = std::find_if_not(begin, text.end(), is_in_word);
    const std::string_view word(begin, end);
    if (word.size() >= kShortestWordBytes) words.insert(word);
    begin = end;
  }
  return words;
}

}  // namespace

std::vector<Likeness> likely_duplicates(std::string_view words,
                                        std::span<const KnownInnovation> known) {
  const auto own = words_in(words);
  std::vector<WordSet> others;
  others.reserve(known.size());
  std::unordered_map<std::string_view, int> texts_with;
  for (const auto word : own) ++texts_with[word];
  for (const auto& other : known) {
    others.push_back(words_in(other.words));
    for (const auto word : others.back()) ++texts_with[word];
  }
  const auto texts = static_cast<double>(known.size() + 1);
  const auto weight = [&](std::string_view word) {
    return std::log1p(texts / texts_with.at(word));
  };
  double own_weight = 0;
  for (const auto word : own) own_weight += weight(word);

  std::vector<Likeness> alike;
  for (std::size_t at = 0; at < known.size(); ++at) {
    double shared = 0, all = own_weight;
    for (const auto word : others[at]) (own.contains(word) ? shared : all) += weight(word);
    const int percent = all > 0 ? static_cast<int>(std::lround(100 * shared / all)) : 0;
    if (percent >= kLikelyDuplicatePercent) alike.push_back({known[at].id, percent});
  }
  std::ranges::sort(alike, [](const Likeness& a, const Likeness& b) {
    return a.percent != b.percent ? a.percent > b.percent : a.id < b.id;
  });
  if (alike.size() > kMostDuplicates) alike.resize(kMostDuplicates);
  return alike;
}

}  // namespace tributary::ecosystem
