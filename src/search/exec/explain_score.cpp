#include "search/exec/explain_score.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "search/exec/merged_page.h"
#include "search/exec/query_leaves.h"
#include "search/exec/term_list.h"
#include "search/exec/tree_evaluator.h"

namespace tributary::search {
namespace {

/// A leaf that adds to scores, and the first node of the query that asks for it.
struct AskedLeaf {
  const QueryNode* node;
  const QueryLeaf* leaf;
};

/// Adds what `node` and its children ask for, in order. REQUIRES: prepare() took the tree.
Result<> add_asked(const QueryNode& node, QueryLeaves& leaves, std::vector<AskedLeaf>& asked) {
  if (node.kind == NodeKind::none_of) return {};
  if (looks_for_words(node.kind)) {
    const auto* leaf = TRY(leaves.leaf_of(node));
    if (leaf != nullptr && std::ranges::find(asked, leaf, &AskedLeaf::leaf) == asked.end()) {
      asked.push_back({.node = &node, .leaf = leaf});
    }
  }
  for (const auto& child : node.children) TRY(add_asked(child, leaves, asked));
  return {};
}

/// The words of a node as a person typed them, in the order of its leaf's.
std::vector<std::string> words_as_typed(const QueryNode& node, text::Analyzer& analyzer) {
  std::vector<text::Token> tokens;
  analyzer.analyze(node.text, text::Language::unknown, tokens);
  std::vector<std::string> words;
  for (const auto& token : tokens) {
    words.push_back(node.text.substr(token.begin_byte, token.end_byte - token.begin_byte));
  }
  return words;
}

/// As indexed, or the name of several words that the list was made for.
std::string text_of(const LeafTerm& term, const Segment& segment) {
  return term.name.empty() ? segment.dictionary().term(term.number) : term.name;
}

/// Explains by the lists of one segment; what counts documents is of all.
class ScoreExplainer {
 public:
  ScoreExplainer(const SegmentedIndex& index, std::size_t segment, const ScoreScale& scale)
      : index_(index),
        segment_(segment),
        of_segment_(*index.segments()[segment].files),
        scale_(scale),
        lists_(of_segment_) {}

  /// `document`: by its number in the segment.
  PartExplanation part(const AskedLeaf& asked, const std::vector<std::string>& typed,
                       std::uint32_t document) {
    const auto& leaf = asked.leaf->of_segment[segment_];
    PartExplanation part{.kind = asked.node->kind,
                         .field = asked.node->field,
                         .text = asked.node->text,
                         .mentions = leaf.mentions};
    for (std::size_t i = 0; i < leaf.words.size(); ++i) {
      part.words.push_back(word(*asked.leaf, i, asked.node->field, document));
      if (i < typed.size()) part.words.back().word = typed[i];
    }
    part.is_found = leaf.is_phrase() ? std::ranges::binary_search(leaf.phrase_found(), document)
                                     : !part.words.front().terms.empty();
    for (auto& each : part.words) {
      if (part.is_found && !each.terms.empty()) each.points = each.terms.front().points;
      part.points += leaf.mentions * each.points;
    }
    return part;
  }

 private:
  WordExplanation word(const QueryLeaf& leaf, std::size_t place, const std::string& field,
                       std::uint32_t document) {
    const auto& word = leaf.of_segment[segment_].words[place];
    const auto counts = document_counts(leaf, place);
    WordExplanation explained{.word = {},
                              .documents = word.document_count,
                              .idf = word.idf,
                              .terms_searched = counts.size()};
    for (const auto& term : word.terms) {
      ListCursor cursor(term.list);
      if (cursor.seek(document) != document) continue;
      const bool is_name = !term.name.empty();
      const auto text = text_of(term, of_segment_);
      explained.terms.push_back(
          {.term = text,
           .documents = counts.at(text),
           .penalty = term.penalty,
           .impact = cursor.impact(),
           .points = scale_.factor(word.idf * term.penalty) * cursor.impact(),
           .places = is_name ? std::vector<TermPlace>() : places(term.number, field, document)});
    }
    std::ranges::stable_sort(explained.terms, std::ranges::greater(), &TermExplanation::points);
    return explained;
  }

  /// The terms that a word may stand for, in all segments, and how many documents have each.
  [[nodiscard]] std::map<std::string, std::uint64_t> document_counts(const QueryLeaf& leaf,
                                                                     std::size_t place) const {
    std::map<std::string, std::uint64_t> counts;
    for (std::size_t at = 0; at < leaf.of_segment.size(); ++at) {
      const auto& segment = *index_.segments()[at].files;
      for (const auto& term : leaf.of_segment[at].words[place].terms) {
        counts[text_of(term, segment)] += term.list.document_count();
      }
    }
    return counts;
  }

  std::vector<TermPlace> places(std::uint32_t term, const std::string& field_name,
                                std::uint32_t document) {
    const auto& fields = of_segment_.schema().text_fields;
    std::optional<std::uint32_t> field;
    for (std::uint32_t place = 0; place < fields.size(); ++place) {
      if (fields[place].name == field_name) field = place;
    }
    const auto positioned = lists_.positioned(term, field);
    if (!positioned) return {};
    ListCursor cursor(positioned->list);
    if (cursor.seek(document) != document) return {};
    PositionCursor positions(positioned->positions, positioned->list.document_count());
    std::vector<Spot> spots;
    positions.read(cursor.index(), positioned->fields, spots);
    std::vector<TermPlace> found;
    for (const auto spot : spots) {
      const auto& name = fields[field_of(spot)].name;
      if (found.empty() || found.back().field != name) found.push_back({.field = name});
      ++found.back().count;
    }
    return found;
  }

  const SegmentedIndex& index_;
  std::size_t segment_;
  const Segment& of_segment_;
  const ScoreScale& scale_;
  TermLists lists_;
};

}  // namespace

Result<std::vector<Explanation>> explain_scores(const QueryTree& query, const SegmentedIndex& index,
                                                text::Analyzer& analyzer,
                                                std::span<const std::uint32_t> documents) {
  const Request unlimited;
  TimeLimit time(unlimited);
  QueryLeaves leaves(index, analyzer, time);
  TRY(prepare(query, index, leaves));
  std::vector<AskedLeaf> asked;
  TRY(add_asked(query.root, leaves, asked));
  const MergedRelevance relevance(index, leaves, Ranking::exhaustive, time);
  const auto segments = index.segments();
  std::vector<ScoreExplainer> explainers;
  explainers.reserve(segments.size());
  for (std::size_t at = 0; at < segments.size(); ++at) {
    explainers.emplace_back(index, at, relevance.scale());
  }

  std::vector<Explanation> explanations;
  for (const auto document : documents) {
    const auto segment = index.segment_of(document);
    auto& explanation = explanations.emplace_back();
    explanation.id = index.id(document);
    explanation.documents = index.stored_documents();
    for (const auto& each : asked) {
      explanation.parts.push_back(explainers[segment].part(
          each, words_as_typed(*each.node, analyzer), document - segments[segment].first));
      explanation.points += explanation.parts.back().points;
    }
    explanation.points_in_one = relevance.scale().points_in_one();
    explanation.score = relevance.scale().score(explanation.points);
  }
  return explanations;
}

}  // namespace tributary::search
