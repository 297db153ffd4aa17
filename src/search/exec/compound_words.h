// search/exec/compound_words.h
//
// Compounds at the time of a query: a word stands for the compounds that hold it, and a compound
// for those that hold all of its parts (words/compound_table.h).
#pragma once

#include <string>
#include <string_view>

#include "search/exec/word_terms.h"
#include "search/index/segmented_index.h"

namespace tributary::search {

/// A word that stands in a compound counts so much of what it counts alone.
inline constexpr float kCompoundPenalty = 0.6F;

/// The compounds that hold `word`, and where it is one itself, those that hold all of its parts;
/// those in most documents first. None of a word that is mostly one of languages without compounds:
/// an English "water" is no Dutch one, though Dutch has it.
Expansion compounds_with(const WordTerms& word, const SegmentedIndex& index);

/// The parts of a compound, divided by blanks; empty for any other word. `word` is folded.
std::string divided_compound(std::string_view word, const SegmentedIndex& index);

}  // namespace tributary::search
