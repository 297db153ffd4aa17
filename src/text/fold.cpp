#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <array>
#include <stdexcept>

#include "text/short_folds.h"
#include "text/utf8.h"

namespace tributary::text {
namespace {

using NormalizerOf = const icu::Normalizer2* (*)(UErrorCode&);

std::string normalised(std::string_view text, NormalizerOf normalizer_of) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = normalizer_of(status);
  std::string result;
  result.reserve(text.size() + 8);
  icu::StringByteSink<std::string> sink(&result);
  if (U_SUCCESS(status)) {
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                              sink, nullptr, status);
  }
  // Only a broken ICU installation or a text over 2 GiB gets here: no input of the product does.
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  return result;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter | 0x20);
  }
  return result;
}

struct Replacement {
  char32_t letter;
  std::string_view by;
};

/// Letters without a decomposition whose stroke, hook or ligature people leave out.
constexpr std::array kReplacements{
    Replacement{U'ß', "ss"}, Replacement{U'æ', "ae"}, Replacement{U'ð', "d"},
    Replacement{U'ø', "o"},  Replacement{U'þ', "th"}, Replacement{U'đ', "d"},
    Replacement{U'ħ', "h"},  Replacement{U'ı', "i"},  Replacement{U'ĸ', "k"},
    Replacement{U'ł', "l"},  Replacement{U'ŋ', "n"},  Replacement{U'œ', "oe"},
    Replacement{U'ŧ', "t"},  Replacement{U'ƒ', "f"},  Replacement{U'ǥ', "g"},
    Replacement{U'ǝ', "e"},  Replacement{U'ə', "e"},  Replacement{U'ς', "σ"},
};

/// Whether `mark` makes another letter of `base` rather than an accented one.
bool makes_own_letter(char32_t base, char32_t mark) {
  constexpr char32_t breve = 0x306;
  constexpr char32_t diaeresis = 0x308;
  constexpr char32_t acute = 0x301;
  switch (base) {
    case U'и':
    case U'у':
      return mark == breve;
    case U'і':
      return mark == diaeresis;
    case U'г':
    case U'к':
      return mark == acute;
    default:
      return false;
  }
}

void append_without_accent(std::string& result, std::string_view bytes, char32_t code_point) {
  for (const auto& replacement : kReplacements) {
    if (replacement.letter == code_point) {
      result += replacement.by;
      return;
    }
  }
  result += bytes;
}

std::string fold_any_case(std::string_view text) {
  constexpr std::string_view replacement_character = "\uFFFD";
  if (!is_utf8(text)) return fold_any_case(repaired_utf8(text, replacement_character));
  return normalised(text, icu::Normalizer2::getNFKCCasefoldInstance);
}

std::string fold_any_accents(std::string_view case_folded) {
  const std::string decomposed = normalised(case_folded, icu::Normalizer2::getNFDInstance);
  std::string result;
  result.reserve(decomposed.size());
  char32_t previous = 0;
  for (std::size_t offset = 0; offset < decomposed.size();) {
    const auto character = character_at(decomposed, offset);
    const auto bytes = std::string_view(decomposed).substr(offset, character.length_bytes);
    const bool is_mark =
        u_charType(static_cast<UChar32>(character.code_point)) == U_NON_SPACING_MARK;
    if (!is_mark) {
      append_without_accent(result, bytes, character.code_point);
    } else if (makes_own_letter(previous, character.code_point)) {
      result += bytes;
    }
    previous = character.code_point;
    offset += character.length_bytes;
  }
  // Composes what was kept (й) and Hangul, which decomposes into its parts.
  return is_ascii(result) ? result : normalised(result, icu::Normalizer2::getNFCInstance);
}

std::string fold_any(std::string_view text) { return fold_any_accents(fold_any_case(text)); }

/// By the table where that can, else by the normaliser that filled it.
template <ShortFolds::Fold fold_whole>
std::string folded_by(std::string_view text) {
  static const ShortFolds folds(fold_whole);
  std::string result;
  result.reserve(text.size());
  return folds.append(text, result) ? result : fold_whole(text);
}

}  // namespace

std::string fold_case(std::string_view text) {
  return is_ascii(text) ? ascii_lower(text) : folded_by<fold_any_case>(text);
}

std::string fold_accents(std::string_view case_folded) {
  return is_ascii(case_folded) ? std::string(case_folded)
                               : folded_by<fold_any_accents>(case_folded);
}

std::string fold(std::string_view text) {
  return is_ascii(text) ? ascii_lower(text) : folded_by<fold_any>(text);
}

}  // namespace tributary::text
