// search/exec/query_leaf.h
//
// What a word, phrase or prefix of a query finds, and how much it adds to the score.
//
//   word     the greatest weight u among the terms it may stand for, times the idf of their union
//   prefix   the same over its expansions, times 0.8
//   phrase   the sum of its words' scores, in the documents where it stands; `work-based` is one
//
// So a phrase is a filter over its words: positions decide only whether a document is found, and
// ranking needs nothing but term weights.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/exec/weighted_documents.h"
#include "search/query/query_tree.h"
#include "text/analyzer.h"

namespace tributary::search {

inline constexpr float kPrefixPenalty = 0.8F;

struct Leaf {
  WeightedDocuments found;     ///< weights: what one mention in the query adds to the score
  std::uint32_t mentions = 0;  ///< how often the query asks for it, outside of NOT
};

/// The leaves of one query, each built once. Not thread-safe.
class QueryLeaves {
 public:
  QueryLeaves(const Generation& generation, text::Analyzer& analyzer)
      : generation_(generation), analyzer_(analyzer) {}

  /// The leaf of a word, phrase or prefix node; null where it holds nothing to look for (a stop
  /// word, punctuation). Two nodes that look for the same share a leaf.
  /// Errors: `invalid_argument` naming a text field that is not there; `corrupt`.
  Result<Leaf*> leaf_of(const QueryNode& node);

  /// Counts a mention; the score adds up leaves in the order of their first mention.
  void mention(Leaf& leaf);
  [[nodiscard]] const std::vector<const Leaf*>& mentioned() const { return mentioned_; }

  /// A prefix had more expansions than are searched.
  [[nodiscard]] bool has_cut_prefix() const { return has_cut_prefix_; }

 private:
  /// One word of a leaf: any of these terms, at this distance from the first word.
  struct Group {
    std::vector<std::size_t> terms;  ///< numbers in the dictionary, ascending
    std::uint32_t position = 0;
    float penalty = 1.0F;
    std::string spelling;  ///< tells words apart that the index lacks, and prefixes
  };

  std::vector<Group> groups_of(const QueryNode& node);
  Result<FieldMask> fields_of(const QueryNode& node) const;
  Result<WeightedDocuments> score_group(const Group& group, FieldMask fields) const;
  Result<WeightedDocuments> score_phrase(const std::vector<Group>& groups, FieldMask fields) const;

  const Generation& generation_;
  text::Analyzer& analyzer_;
  std::map<std::string, Leaf> leaves_;  ///< by what they look for; a map keeps them in place
  std::vector<const Leaf*> mentioned_;
  bool has_cut_prefix_ = false;
};

}  // namespace tributary::search
