// search/exec/query_leaf.h
//
// What a word, phrase or prefix of a query looks for in an index, and how much it adds to the
// score.
//
//   word     the greatest impact among the terms it may stand for, times the idf of their union;
//            where no document has it, the same over near words, each with its penalty
//   prefix   the same over the words that begin so, times 0.8
//   typing   the word, times 1, and those that begin so; where there is neither, near beginnings
//   phrase   the sum of its words' scores, in the documents where it stands; `work-based` is one
//
// So a phrase is a filter over its words: positions decide only whether a document is found, and
// ranking needs nothing but impacts. With other names of the same (QueryNode::equivalents) a leaf
// is one word: the typed one, and every other name times 0.8; a name of several words counts like a
// term that has the least impact among them.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/exec/phrase.h"
#include "search/exec/term_list.h"
#include "search/exec/time_limit.h"
#include "search/exec/word_terms.h"
#include "search/index/segmented_index.h"
#include "search/query/query_tree.h"
#include "search/request.h"
#include "text/analyzer.h"
#include "text/snippet.h"

namespace tributary::search {

inline constexpr float kEquivalentPenalty = 0.8F;

/// A term that a word may stand for.
struct LeafTerm {
  PostingList list;
  std::uint32_t number = 0;  ///< in the dictionary of the segment
  float penalty = 1.0F;
  std::string name = {};  ///< of a list that was made for a name of several words: no number then
};

/// One word of a leaf: any of these terms.
struct LeafWord {
  std::vector<LeafTerm> terms;
  std::uint64_t document_count = 0;  ///< documents of the whole index that have the word
  float idf = 0;                     ///< of these
};

/// What a leaf finds in one segment. Not thread-safe: where a phrase stands is found out when it is
/// asked for.
struct Leaf {
  std::vector<LeafWord> words;      ///< one, or those of a phrase
  std::vector<PhrasePlace> places;  ///< of a phrase
  std::uint32_t mentions = 0;       ///< how often the query asks for it, outside of NOT
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

 private:
  friend class QueryLeaves;
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

/// The leaves of one query, each built once. Not thread-safe; index, analyzer and time must outlive
/// it.
class QueryLeaves {
 public:
  QueryLeaves(const SegmentedIndex& index, text::Analyzer& analyzer, TimeLimit& time);

  /// The leaf of a word, phrase or prefix node; null where it holds nothing to look for (a stop
  /// word, punctuation). Two nodes that look for the same share a leaf.
  /// Errors: `invalid_argument` naming a text field that is not there.
  Result<QueryLeaf*> leaf_of(const QueryNode& node);

  /// Counts a mention; every leaf that is mentioned adds to the score.
  void mention(QueryLeaf& leaf);
  /// What the leaves mentioned find in a segment.
  [[nodiscard]] const std::vector<const Leaf*>& mentioned(std::size_t segment) const {
    return mentioned_[segment];
  }

  /// The terms that `node` looks for; prefixes as such, too. REQUIRES: as leaf_of().
  std::vector<text::SnippetTerm> marked_terms(const QueryNode& node);

  /// A prefix had more expansions than are searched.
  [[nodiscard]] bool has_cut_prefix() const { return has_cut_prefix_; }
  /// Words without any document, outside of phrases.
  [[nodiscard]] const std::vector<NearWords>& near_words() const { return near_words_; }

 private:
  /// What a word of the query stands for, at this distance from the first word of its leaf.
  struct Group {
    std::vector<ExpandedTerm> terms;  ///< in order, each once
    std::uint32_t position = 0;
    std::string spelling;  ///< tells words apart that the index lacks, and prefixes
  };

  using FieldPlace = std::optional<std::uint32_t>;
  std::vector<Group> groups_of(const QueryNode& node, FieldPlace field);
  std::string key_of(const std::vector<Group>& groups) const;
  void add_terms(const WordTerms& word, FieldPlace field, Group& group);
  void add_beginnings(const WordTerms& word, NodeKind kind, Group& group);
  void add_near(const WordTerms& word, NodeKind kind, Group& group);
  [[nodiscard]] bool may_stand_in(const TermNumbers& numbers, FieldPlace field) const;
  [[nodiscard]] std::uint64_t document_count_of(const TermNumbers& numbers) const;
  QueryLeaf united(const QueryNode& node, FieldPlace field, const QueryLeaf& typed);
  std::optional<LeafTerm> as_term(const Leaf& phrase, std::size_t segment, std::string name,
                                  float penalty);
  void weigh_last_word(QueryLeaf& leaf) const;
  Result<std::optional<std::uint32_t>> field_of(const QueryNode& node) const;
  LeafWord word_of(const Group& group, FieldPlace field, std::size_t segment);
  QueryLeaf build(const std::vector<Group>& groups, FieldPlace field);
  [[nodiscard]] std::vector<PhrasePlace> phrase_places(const std::vector<Group>& groups,
                                                       FieldPlace field, std::size_t segment) const;

  const SegmentedIndex& index_;
  text::Analyzer& analyzer_;
  TimeLimit& time_;
  std::vector<TermLists> lists_;             ///< by segment
  std::map<std::string, QueryLeaf> leaves_;  ///< by what they look for; a map keeps them in place
  std::vector<std::vector<const Leaf*>> mentioned_;  ///< by segment
  bool has_cut_prefix_ = false;
  std::vector<NearWords> near_words_;
};

}  // namespace tributary::search
