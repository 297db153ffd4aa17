#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"
#include "text/telling_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, 31> kCodes{
    "",   "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt",
    "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv", "ca", "eu", "no", "ru", "sr", "tr"};
static_assert(kCodes.size() == static_cast<std::size_t>(Language::tr) + 1);

/// Below this the detector guesses: a title of three words reads as any of several languages.
constexpr std::size_t kFewestLetters = 20;

/// The share of the text, in percent, that has to be in the language for the text to be in it.
constexpr int kSmallestShare = 60;

/// What is looked at first. On 7,273 texts of over 300 bytes (abstracts of SciFact, paragraphs of
/// XQuAD in el, en, es, ru, tr, projects of Horizon 2020 and Horizon Europe) this much told another
/// language than the whole in 16 cases, twice as much in 10, and in half the time.
constexpr std::size_t kSampleBytes = 128;

/// What is looked at where the sample does not tell. A few pages tell as much as a book, and the
/// detector counts in 32 bits.
constexpr std::size_t kLongestTextBytes = 65'536;

bool has_enough_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t offset = 0; offset < text.size() && letters < kFewestLetters;) {
    const auto character = character_at(text, offset);
    const bool digit = character.code_point >= U'0' && character.code_point <= U'9';
    if (character.valid && !digit && is_word_character(character.code_point)) ++letters;
    offset += character.length_bytes;
  }
  return letters >= kFewestLetters;
}

Language detect_in_valid_utf8(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  constexpr bool plain_text = true;
  constexpr int no_flags = 0;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), plain_text, &no_hints,
                                 no_flags, languages.data(), percents.data(), scores.data(),
                                 nullptr, &text_bytes, &is_reliable);
  if (!is_reliable || percents[0] < kSmallestShare) return Language::unknown;
  return language_from_code(CLD2::LanguageCode(languages[0])).value_or(Language::unknown);
}

Language detect_in(std::string_view text) {
  if (!has_enough_letters(text)) return Language::unknown;
  if (is_utf8(text)) return detect_in_valid_utf8(text);
  return detect_in_valid_utf8(repaired_utf8(text, " "));  // the detector demands valid UTF-8
}

}  // namespace

std::string_view code_of(Language language) {
  return kCodes.at(static_cast<std::size_t>(language));
}

std::optional<Language> language_from_code(std::string_view code) {
  const std::string lower = fold_case(code);
  if (lower.empty()) return std::nullopt;
  if (lower == "nb" || lower == "nn") return Language::no;
  const auto found = std::ranges::find(kCodes, lower);
  if (found == kCodes.end()) return std::nullopt;
  return static_cast<Language>(found - kCodes.begin());
}

Language detect_language(std::string_view text) {
  const auto sample = prefix_of_characters(text, kSampleBytes);
  const auto told = language_by_telling_words(sample);
  if (told && has_enough_letters(sample)) return *told;
  const auto language = detect_in(sample);
  if (language != Language::unknown || sample.size() == text.size()) return language;
  return detect_in(prefix_of_characters(text, kLongestTextBytes));
}

}  // namespace tributary::text
