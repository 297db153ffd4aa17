#include "text/stemmers/suffix_rules.h"

#include <algorithm>

namespace tributary::text::stemmers {
namespace {

constexpr bool is_ascii_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

}  // namespace

std::size_t letters_in(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool rewrite_longest(std::string& word, std::span<const Rewrite> rewrites,
                     std::size_t fewest_letters) {
  const Rewrite* longest = nullptr;
  for (const auto& rewrite : rewrites) {
    if (!word.ends_with(rewrite.ending)) continue;
    if (longest != nullptr && longest->ending.size() >= rewrite.ending.size()) continue;
    const auto rest = std::string_view(word).substr(0, word.size() - rewrite.ending.size());
    if (letters_in(rest) >= fewest_letters) longest = &rewrite;
  }
  if (longest == nullptr) return false;
  word.replace(word.size() - longest->ending.size(), longest->ending.size(), longest->by);
  return true;
}

bool strip_longest(std::string& word, std::span<const std::string_view> endings,
                   std::size_t fewest_letters) {
  std::size_t longest = 0;
  for (const auto ending : endings) {
    if (ending.size() <= longest || !word.ends_with(ending)) continue;
    const auto rest = std::string_view(word).substr(0, word.size() - ending.size());
    if (letters_in(rest) >= fewest_letters) longest = ending.size();
  }
  word.resize(word.size() - longest);
  return longest != 0;
}

void drop_fleeting(std::string& word, std::string_view vowel) {
  if (word.size() < vowel.size() + kFewestLetters) return;
  const std::size_t at = word.size() - 1 - vowel.size();
  if (word.compare(at, vowel.size(), vowel) != 0) return;
  if (is_ascii_vowel(word.back()) || is_ascii_vowel(word[at - 1])) return;
  word.erase(at, vowel.size());
}

void strip_prefix(std::string& word, std::string_view prefix) {
  if (!word.starts_with(prefix)) return;
  if (letters_in(std::string_view(word).substr(prefix.size())) < kFewestLetters) return;
  word.erase(0, prefix.size());
}

}  // namespace tributary::text::stemmers
