// app/own_words.h
//
// A text in somebody's own words, as the engine compares it with projects.
#pragma once

#include <string>

#include "search/document.h"
#include "search/schema.h"
#include "text/language.h"

namespace tributary::app {

/// The language that the text tells, else `otherwise` as a code, else English.
text::Language language_of_words(const std::string& words, const std::string& otherwise);

/// As the summary of a project would be read.
search::Document::Text own_words(std::string words, text::Language language,
                                 const search::Schema& schema);

}  // namespace tributary::app
