// text/language.h
//
// The languages that Tributary analyses: the 24 official ones of the European Union, and a few more
// that projects are written in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tributary::text {

enum class Language : std::uint8_t {
  unknown,
  bg,
  cs,
  da,
  de,
  el,
  en,
  es,
  et,
  fi,
  fr,
  ga,
  hr,
  hu,
  it,
  lt,
  lv,
  mt,
  nl,
  pl,
  pt,
  ro,
  sk,
  sl,
  sv,  // official
  ca,
  eu,
  no,
  ru,
  sr,
  tr,  // neighbours
};

/// ISO 639-1 code in lower case; "" for unknown.
std::string_view code_of(Language language);

/// Reads an ISO 639-1 code in any case; both written forms of Norwegian (nb, nn) are `no`. Nothing
/// for a language that is not in the list.
std::optional<Language> language_from_code(std::string_view code);

/// The language that `text` (UTF-8) is written in, or unknown when it is too short (under 20
/// letters), too mixed (under 60 % in one language) or not in the list. The first 128 bytes decide
/// where they are clear, by a few words (telling_words.h) or by statistics of letters (CLD2), else
/// the first 64 KiB. Deterministic; safe from any thread.
Language detect_language(std::string_view text);

}  // namespace tributary::text
