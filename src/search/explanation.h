// search/explanation.h
//
// Why a document has the score that it has, as plain data: the sum of index/impact.h and
// exec/score_scale.h taken apart. docs/ranking.md tells it to people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/query/query_tree.h"

namespace tributary::search {

/// How often a term stands in a field of the document.
struct TermPlace {
  std::string field;
  std::uint32_t count = 0;
};

/// A term of the index that a word stands for and that the document has.
struct TermExplanation {
  std::string term;             ///< as indexed: folded, stemmed
  std::uint64_t documents = 0;  ///< that have it
  float penalty = 1;            ///< below 1 where the term is not the word as typed, but near it
  std::uint32_t impact = 0;     ///< its stored weight in the document, of 255
  std::uint32_t points = 0;     ///< round(points_in_one / 256 · idf · penalty) · impact
  std::vector<TermPlace> places;
};

/// A word of the query: its best term counts.
struct WordExplanation {
  std::string word;                    ///< as typed
  std::uint64_t documents = 0;         ///< that have any of its terms; of several, about
  float idf = 0;                       ///< of those
  std::uint64_t terms_searched = 0;    ///< in the index, that it may stand for
  std::vector<TermExplanation> terms;  ///< that the document has, most points first
  std::uint32_t points = 0;            ///< of the first of these; 0 where the part does not count
};

/// A word, prefix or phrase of the query.
struct PartExplanation {
  NodeKind kind = NodeKind::word;
  std::string field;           ///< empty: all ranked fields
  std::string text;            ///< as typed, a prefix without its star
  bool is_found = false;       ///< in the document; of a phrase: its words stand side by side
  std::uint32_t mentions = 0;  ///< how often the query says it
  std::vector<WordExplanation> words;
  std::uint32_t points = 0;  ///< mentions · the sum over the words
};

struct Explanation {
  std::string id;
  std::uint64_t documents = 0;         ///< in the index, with those that are no more but still
                                       ///< count (docs/decisions/0012-segments.md)
  std::vector<PartExplanation> parts;  ///< in the order of the query; none of NOT and of filters
  std::uint32_t points = 0;            ///< the sum over the parts: what the order goes by
  double points_in_one = 1;            ///< a power of two: score = points / points_in_one
  float score = 0;                     ///< as in Hit
};

}  // namespace tributary::search
