#include "queries/word_draw.h"

#include <algorithm>
#include <stdexcept>

namespace tributary::bench {
namespace {

constexpr int kTries = 200'000;
constexpr std::size_t kFewestCompletions = 2, kMostCompletions = 50;

/// The first value that `draw` gives.
template <class Draw>
auto first_found(const char* what, Draw draw) {
  for (int tries = 0; tries < kTries; ++tries) {
    if (auto found = draw()) return *found;
  }
  throw std::runtime_error(std::string("the corpus is too small to draw ") + what);
}

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

}  // namespace

std::optional<Words> WordDraw::words_of(const SampledDocument& document,
                                        std::span<const Band> bands) {
  constexpr int kTriesADocument = 50;
  Words words;
  for (int tries = 0; tries < kTriesADocument && words.size() < bands.size(); ++tries) {
    const auto& word = random_.one_of(document.text);
    if (vocabulary_.band(word) != bands[words.size()]) continue;
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
  }
  return words.size() == bands.size() ? std::optional(words) : std::nullopt;
}

Words WordDraw::words(std::span<const Band> bands, Together together) {
  if (together == Together::yes) {
    return first_found("words that stand together", [&] { return words_of(document(), bands); });
  }
  Words words;
  for (const auto& band : bands) {
    words.push_back(first_found("words", [&]() -> std::optional<std::string> {
      const auto drawn = words_of(document(), {&band, 1});
      const bool is_new = drawn && std::ranges::find(words, drawn->front()) == words.end();
      return is_new ? std::optional(drawn->front()) : std::nullopt;
    }));
  }
  return words;
}

Words WordDraw::phrase(std::span<const Band> bands) {
  return first_found("phrases", [&]() -> std::optional<Words> {
    const auto& text = document().text;
    const auto place = random_.below(text.size() - bands.size());
    const std::span words(text.begin() + place, bands.size());
    const bool fits = std::ranges::equal(
        words, bands, {}, [&](const std::string& word) { return vocabulary_.band(word); });
    return fits ? std::optional(Words(words.begin(), words.end())) : std::nullopt;
  });
}

Words WordDraw::passage(std::size_t count) {
  return first_found("passages", [&]() -> std::optional<Words> {
    const auto& text = document().text;
    Words words;
    for (std::size_t i = random_.below(text.size()); i < text.size() && words.size() < count; ++i) {
      if (std::ranges::find(words, text[i]) == words.end()) words.push_back(text[i]);
    }
    return words.size() == count ? std::optional(words) : std::nullopt;
  });
}

std::string WordDraw::long_word() {
  return first_found("long words", [&]() -> std::optional<std::string> {
    const auto& word = random_.one_of(document().text);
    const bool is_fit =
        word.size() >= 6 && is_letters(word) && vocabulary_.band(word) <= Band::middle;
    return is_fit ? std::optional(word) : std::nullopt;
  });
}

std::string WordDraw::prefix() {
  return first_found("prefixes", [&]() -> std::optional<std::string> {
    const auto word = long_word();
    const auto prefix = word.substr(0, 3 + random_.below(word.size() - 3));
    const auto completions = vocabulary_.words_with_prefix(prefix);
    const bool is_fit = completions >= kFewestCompletions && completions <= kMostCompletions;
    return is_fit ? std::optional(prefix) : std::nullopt;
  });
}

std::string WordDraw::with_one_edit(std::string word) {
  const auto place = 1 + random_.below(word.size() - 2);
  const auto letter = static_cast<char>('a' + random_.below(26));
  switch (random_.below(4)) {
    case 0:
      word[place] = letter;
      break;
    case 1:
      word.erase(place, 1);
      break;
    case 2:
      word.insert(place, 1, letter);
      break;
    default:
      std::swap(word[place], word[place + 1]);
  }
  return word;
}

std::string WordDraw::misspelt() {
  return first_found("misspellings", [&]() -> std::optional<std::string> {
    auto word = with_one_edit(long_word());
    return vocabulary_.has(word) ? std::nullopt : std::optional(std::move(word));
  });
}

Words WordDraw::pair_to_type() {
  return first_found("pairs", [&]() -> std::optional<Words> {
    const auto& text = document().text;
    const auto place = random_.below(text.size() - 1);
    const std::span pair(text.begin() + place, 2);
    const bool is_fit = std::ranges::all_of(pair, [&](const std::string& word) {
      return word.size() >= 4 && is_letters(word) && vocabulary_.band(word) <= Band::middle;
    });
    return is_fit ? std::optional(Words(pair.begin(), pair.end())) : std::nullopt;
  });
}

}  // namespace tributary::bench
