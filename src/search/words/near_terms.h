// search/words/near_terms.h
//
// The terms that a mistyped word may stand for.
//
//   const auto edits = permitted_edits("aprenticeship");                                   // 2
//   const auto ranges = near_ranges(terms, "aprenticeship", edits, WordShape::whole);
//   const auto near = nearest(ranges, [&](std::size_t term) { return document_count(term); });
//
// The distance is that of optimal string alignment (Damerau–Levenshtein without editing a swapped
// pair again), in code points:
//
//   D(i,j) = min( D(i−1,j) + 1,  D(i,j−1) + 1,  D(i−1,j−1) + [t_i ≠ w_j],
//                 D(i−2,j−2) + 1  where t_i = w_(j−1) and t_(i−1) = w_j )
//
// Terms are walked in order, so rows of D are shared along common beginnings; the least value of a
// row never falls from row to row, so that a beginning whose row exceeds the limit is passed with
// all that begins so. Source: Boytsov (2011), Indexing methods for approximate dictionary
// searching, section 4. Pure functions; safe from any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "search/words/front_coded_terms.h"

namespace tributary::search {

inline constexpr unsigned kMaximumEdits = 2;
inline constexpr std::size_t kMaximumNearTerms = 64;

enum class WordShape : std::uint8_t {
  whole,            ///< the distance to the term
  beginning_typed,  ///< the least distance to any beginning of the term: as one types
};

/// How many edits a folded word of this length forgives: 1 from 4 letters on, 2 from 8; none where
/// there is a digit (0 to 9, to which others fold), as another number or code is another thing.
unsigned permitted_edits(std::string_view word);

/// Terms in a row at the same distance.
struct NearRange {
  TermRange terms;
  unsigned distance = 0;
  bool operator==(const NearRange&) const = default;
};

/// All terms within `edits` of `word`, itself included, ascending. With two edits the first letter
/// must be as typed: few err there, and most of the work would be. REQUIRES: edits <=
/// kMaximumEdits. Bounded by the beginnings in reach, not by the terms below them.
std::vector<NearRange> near_ranges(const FrontCodedTerms& terms, std::string_view word,
                                   unsigned edits, WordShape shape);

struct NearTerm {
  std::size_t number = 0;
  unsigned distance = 0;
  std::uint32_t document_count = 0;
  bool operator==(const NearTerm&) const = default;
};

struct NearTerms {
  std::vector<NearTerm> terms;  ///< nearest first, then those in most documents, then by number
  bool is_cut = false;          ///< there were more than kMaximumNearTerms
};

/// A word near a typed one.
struct NearWord {
  std::string word;
  unsigned distance = 0;
  std::uint64_t documents = 0;
};

struct NearestWords {
  std::vector<NearWord> words;  ///< nearest first, then those in most documents, then in order
  bool is_cut = false;          ///< there were more than kMaximumNearTerms
};

/// The best of `ranges`. `document_count(number)` is asked once a term.
template <class DocumentCount>
NearTerms nearest(std::span<const NearRange> ranges, DocumentCount&& document_count) {
  const auto is_better = [](const NearTerm& left, const NearTerm& right) {
    return std::tuple(left.distance, right.document_count, left.number) <
           std::tuple(right.distance, left.document_count, right.number);
  };
  NearTerms result;
  auto& best = result.terms;  // a heap whose front is the worst
  for (const auto& range : ranges) {
    for (auto number = range.terms.first; number < range.terms.last; ++number) {
      const NearTerm found{number, range.distance, document_count(number)};
      if (best.size() == kMaximumNearTerms) {
        result.is_cut = true;
        if (!is_better(found, best.front())) continue;
        std::ranges::pop_heap(best, is_better);
        best.pop_back();
      }
      best.push_back(found);
      std::ranges::push_heap(best, is_better);
    }
  }
  std::ranges::sort_heap(best, is_better);
  return result;
}

}  // namespace tributary::search
