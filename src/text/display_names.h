// text/display_names.h
//
// Codes in words for people, in English.
#pragma once

#include <string>
#include <string_view>

namespace tributary::text {

/// The name of the country with this ISO 3166-1 alpha-2 code ("PT" → "Portugal"); the code itself
/// where it names none.
std::string country_name(std::string_view code);

/// The name of the language with this ISO 639-1 code ("pt" → "Portuguese"); the code itself where
/// it names none.
std::string language_name(std::string_view code);

}  // namespace tributary::text
