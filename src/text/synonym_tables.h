// text/synonym_tables.h
//
// The tables behind synonyms.h. A line is a group of names of one thing, divided by '|'. A sign
// before a name says how it is taken:
//
//   ^NAME   understood in capitals only, as it is also a word of some language
//   !NAME   the same, and never given as an equivalent, as its word is common in texts
//
// A line of countries begins with the ISO 3166 code and a colon; it adds to ICU's names.
#pragma once

#include <string_view>

namespace tributary::text {

std::string_view country_synonyms();
std::string_view programme_synonyms();
std::string_view term_synonyms();

/// Folded names of countries that are common words of another language and are left out: "island"
/// is Iceland to half of Europe, "norra" is Norway in Estonian and northern in Swedish.
bool is_common_word(std::string_view folded_name);

}  // namespace tributary::text
