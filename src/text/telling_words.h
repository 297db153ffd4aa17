// text/telling_words.h
//
// Short words that are frequent in one language and in none of the others that Tributary analyses:
// two of them tell the language of a text for a seventh of what statistics of its letters take.
#pragma once

#include <optional>
#include <string_view>

#include "text/language.h"

namespace tributary::text {

/// The language of which two or more words in `text` are typical, where no word is typical of
/// another; else nothing, which is no statement. A word is a run of letters (a to z in any case,
/// and whatever is not ASCII). Known are en, de, fr, es, it, pt, nl, pl. Linear; safe from any
/// thread.
std::optional<Language> language_by_telling_words(std::string_view text);

}  // namespace tributary::text
