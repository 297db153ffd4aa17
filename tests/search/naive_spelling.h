// tests/search/naive_spelling.h
#pragma once

#include <string>

namespace tributary::search_cases {

/// The part of its score that a word gets for standing in for `typed`, as far as that forgives it;
/// 0 for a word that is too far. `beginning_only`: where `typed` may be the beginning of the word.
double nearness(const std::string& typed, const std::string& word, bool beginning_only);

}  // namespace tributary::search_cases
