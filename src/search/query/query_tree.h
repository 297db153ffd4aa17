// search/query/query_tree.h
//
// What a query means, after parsing and before it meets an index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tributary::search {

enum class NodeKind : std::uint8_t {
  everything,
  word,     ///< text (one word, as typed)
  phrase,   ///< text (as typed; analysed to consecutive terms)
  prefix,   ///< text without its star
  typing,   ///< a word that may not be whole yet: a word, or the beginning of one
  value,    ///< field names a labels column; text is the value, compared without case and accents
  range,    ///< field names an integer column; low..high inclusive
  missing,  ///< field names a column; documents without a value (`country:unknown`)
  all_of,   ///< AND: every child
  any_of,   ///< OR
  most_of,  ///< the soft AND of words that merely stand beside each other
  none_of,  ///< NOT: documents with no child's match; only below all_of, or alone
};

/// Whether a node of this kind looks for words in texts.
constexpr bool looks_for_words(NodeKind kind) {
  return kind == NodeKind::word || kind == NodeKind::phrase || kind == NodeKind::prefix ||
         kind == NodeKind::typing;
}

/// A node and what stands below it. `field` is a text field for word, phrase, prefix and typing
/// (empty: all ranked fields).
struct QueryNode {
  NodeKind kind = NodeKind::everything;
  std::string field;
  std::string text;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::vector<QueryNode> children;
  std::vector<std::string> equivalents = {};  ///< word, phrase: other names of the same, each as in
                                              ///< a phrase; any of them is found too
  bool has_compounds = false;                 ///< word: the compounds that hold it are found too

  bool operator==(const QueryNode&) const = default;
};

struct QueryTree {
  QueryNode root;
  bool operator==(const QueryTree&) const = default;
};

}  // namespace tributary::search
