// search/exec/query_leaf.h
//
// What a word, phrase or prefix of a query looks for in an index, and how much it adds to the
// score.
//
//   word     the greatest impact among the terms it may stand for, times the idf of their union, of
//            which the size is estimated (docs/decisions/0016-size-of-a-union.md); where no
//            document has it, the same over near words, each with its penalty
//   prefix   the same over the words that begin so, times 0.8
//   typing   the word, times 1, and those that begin so; where there is neither, near beginnings
//   phrase   the sum of its words' scores, in the documents where it stands; `work-based` is one
//
// So a phrase is a filter over its words: positions decide only whether a document is found, and
// ranking needs nothing but impacts. With other names of the same (QueryNode::equivalents) a leaf
// is one word: the typed one, and every other name times 0.8; a name of several words counts like a
// term that has the least impact among them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/exec/document_set.h"
#include "search/exec/phrase.h"
#include "search/exec/time_limit.h"
#include "search/index/segmented_index.h"

namespace tributary::search {

/// A term that a word may stand for.
struct LeafTerm {
  PostingList list;
  std::uint32_t number = 0;  ///< in the dictionary of the segment
  std::uint32_t place = 0;   ///< among the terms of its word, in all segments the same
  float penalty = 1.0F;
  std::string name = {};  ///< of a list that was made for a name of several words: no number then
};

/// One word of a leaf: any of these terms.
struct LeafWord {
  std::vector<LeafTerm> terms;
  /// Documents of the whole index that have the word: exact for one term, an estimate for several.
  std::uint64_t document_count = 0;
  float idf = 0;  ///< of these

  [[nodiscard]] DocumentSet documents(std::uint32_t documents_in_index) const;
};

/// What a leaf finds in one segment. Not thread-safe: where a phrase stands is found out when it is
/// asked for.
struct Leaf {
  std::vector<LeafWord> words;  ///< one, or those of a phrase
  PhraseParts phrase;
  std::uint32_t mentions = 0;  ///< how often the query asks for it, outside of NOT
  TimeLimit* time = nullptr;
  std::uint32_t documents_in_index = 0;

  [[nodiscard]] bool is_phrase() const { return words.size() > 1; }
  /// Of a phrase: the documents where it stands, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& phrase_found() const;
  [[nodiscard]] bool is_looked_for() const { return phrase_found_.has_value(); }
  /// One of the words as a leaf of its own that adds what it adds to this one.
  [[nodiscard]] Leaf alone(const LeafWord& word) const;
  /// Documents of the leaf, or more where terms of a word share some.
  [[nodiscard]] std::uint64_t postings() const;
  void add_to(DocumentSet& set) const;
  [[nodiscard]] DocumentSet documents() const;
  /// Takes out of `set` what the leaf does not find.
  void keep_in(DocumentSet& set) const;
  /// How many documents of `rarer` the leaf finds. REQUIRES: it is one term, in no fewer documents.
  [[nodiscard]] std::uint64_t count_common(const PostingList& rarer) const;

 private:
  friend class QueryLeaves;
  /// Of a phrase: documents outside of these do not have it.
  [[nodiscard]] DocumentSet phrase_candidates() const;

  mutable std::optional<std::vector<std::uint32_t>> phrase_found_;
};

/// A leaf in all segments of an index. Their words are the same, as are the idf of these.
struct QueryLeaf {
  std::vector<Leaf> of_segment;

  [[nodiscard]] std::uint64_t postings() const;  ///< of all segments; counts no phrase
  void add_to(DocumentSet& set, const SegmentedIndex& index) const;
  [[nodiscard]] DocumentSet documents(const SegmentedIndex& index) const;
  void keep_in(DocumentSet& set, const SegmentedIndex& index) const;
};

}  // namespace tributary::search
