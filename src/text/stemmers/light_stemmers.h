// text/stemmers/light_stemmers.h
//
// Our own light stemmers, for the official languages that Snowball lacks. "Light": the inflection
// of nouns and adjectives is taken off, words are not derived from one another, verbs are left
// alone. One file a language. Pure functions of a folded word (text/fold.h); safe from any thread.
#pragma once

#include <string>

namespace tributary::text::stemmers {

std::string stem_bulgarian(std::string word);
std::string stem_croatian(std::string word);
std::string stem_czech(std::string word);
std::string stem_estonian(std::string word);
std::string stem_latvian(std::string word);
std::string stem_polish(std::string word);
std::string stem_slovak(std::string word);
std::string stem_slovenian(std::string word);

}  // namespace tributary::text::stemmers
