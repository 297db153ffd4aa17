// search/exec/query_leaves.h
//
// The leaves of a query (query_leaf.h) from the words, phrases and prefixes of its tree: which
// terms each stands for in an index, near words where none does, compounds, other names of the
// same; and which words of a text are to be marked for it.
//
//   QueryLeaves leaves(index, analyzer, time);
//   auto* leaf = TRY(leaves.leaf_of(node));
//   leaves.mention(*leaf);
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/exec/query_leaf.h"
#include "search/exec/term_list.h"
#include "search/exec/time_limit.h"
#include "search/exec/word_terms.h"
#include "search/index/segmented_index.h"
#include "search/query/query_tree.h"
#include "search/request.h"
#include "text/analyzer.h"
#include "text/snippet.h"

namespace tributary::search {

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
  /// Words that stand in compounds, which were searched beside them.
  [[nodiscard]] const std::vector<NearWords>& compounds() const { return compounds_; }

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
  void add_compounds(const WordTerms& word, Group& group);
  [[nodiscard]] bool may_stand_in(const TermNumbers& numbers, FieldPlace field) const;
  [[nodiscard]] std::uint64_t document_count_of(const TermNumbers& numbers) const;
  QueryLeaf united(const QueryNode& node, FieldPlace field, const QueryLeaf& typed);
  std::optional<LeafTerm> as_term(const Leaf& phrase, std::size_t segment, std::string name,
                                  float penalty);
  [[nodiscard]] std::uint64_t documents_of_last_word(const QueryLeaf& leaf) const;
  void weigh_last_word(QueryLeaf& leaf, std::uint64_t document_count) const;
  Result<std::optional<std::uint32_t>> field_of(const QueryNode& node) const;
  LeafWord word_of(const Group& group, FieldPlace field, std::size_t segment);
  QueryLeaf build(const std::vector<Group>& groups, FieldPlace field);
  [[nodiscard]] std::vector<PhrasePlace> phrase_places(const std::vector<Group>& groups,
                                                       FieldPlace field, std::size_t segment) const;
  void add_pairs(const std::vector<Group>& groups, FieldPlace field, std::size_t segment,
                 PhraseParts& phrase) const;

  const SegmentedIndex& index_;
  text::Analyzer& analyzer_;
  TimeLimit& time_;
  std::vector<TermLists> lists_;             ///< by segment
  std::map<std::string, QueryLeaf> leaves_;  ///< by what they look for; a map keeps them in place
  std::vector<std::vector<const Leaf*>> mentioned_;  ///< by segment
  bool has_cut_prefix_ = false;
  std::vector<NearWords> near_words_, compounds_;
};

}  // namespace tributary::search
