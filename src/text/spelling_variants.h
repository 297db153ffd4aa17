// text/spelling_variants.h
//
// The other ways in which an abbreviation or a name with a number is written.
//
//   spelling_variants("E.C.V.E.T. after Covid-19")
//     →  words 0–4: ecvet        words 6–7: covid19
//
// The rules are in docs/text-analysis.md. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/query_words.h"

namespace tributary::text {

/// Other spellings of a span of words, to be searched beside them.
struct SpellingVariants {
  std::size_t first_word = 0;  ///< counted as WordScanner does
  std::size_t word_count = 0;
  std::vector<Phrase> variants;
  bool operator==(const SpellingVariants&) const = default;
};

/// For `query` as typed:
///
///   E.C.V.E.T., U.K.     ecvet, uk          two or more single letters with points between them
///   Covid-19, FP 7       covid19, fp7       a word and a number of at most four digits
///   e-learning, co-op    elearning, coop    a hyphen after one or two letters
///   covid19, H2020       covid 19, h 2020   letters and then digits
///   Erasmus+, ESF+       erasmus plus       one plus sign after a word
std::vector<SpellingVariants> spelling_variants(std::string_view query);

}  // namespace tributary::text
