#include "search/exec/explain_score.h"

#include <algorithm>
#include <optional>
#include <string>

#include "search/exec/query_leaf.h"
#include "search/exec/relevance.h"
#include "search/exec/term_list.h"
#include "search/exec/tree_evaluator.h"

namespace tributary::search {
namespace {

/// A leaf that adds to scores, and the first node of the query that asks for it.
struct AskedLeaf {
  const QueryNode* node;
  const Leaf* leaf;
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

class ScoreExplainer {
 public:
  ScoreExplainer(const Generation& generation, const ScoreScale& scale)
      : generation_(generation), scale_(scale), lists_(generation) {}

  PartExplanation part(const AskedLeaf& asked, const std::vector<std::string>& typed,
                       std::uint32_t document) {
    const auto& leaf = *asked.leaf;
    PartExplanation part{.kind = asked.node->kind,
                         .field = asked.node->field,
                         .text = asked.node->text,
                         .mentions = leaf.mentions};
    for (std::size_t i = 0; i < leaf.words.size(); ++i) {
      part.words.push_back(word(leaf.words[i], asked.node->field, document));
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
  WordExplanation word(const LeafWord& word, const std::string& field, std::uint32_t document) {
    WordExplanation explained{.word = {},
                              .documents = word.document_count,
                              .idf = word.idf,
                              .terms_searched = word.terms.size()};
    for (const auto& term : word.terms) {
      ListCursor cursor(term.list);
      if (cursor.seek(document) != document) continue;
      const bool is_name = !term.name.empty();
      explained.terms.push_back(
          {.term = is_name ? term.name : std::string(generation_.dictionary().term(term.number)),
           .documents = term.list.document_count(),
           .penalty = term.penalty,
           .impact = cursor.impact(),
           .points = scale_.factor(word.idf * term.penalty) * cursor.impact(),
           .places = is_name ? std::vector<TermPlace>() : places(term.number, field, document)});
    }
    std::ranges::stable_sort(explained.terms, std::ranges::greater(), &TermExplanation::points);
    return explained;
  }

  std::vector<TermPlace> places(std::uint32_t term, const std::string& field_name,
                                std::uint32_t document) {
    const auto& fields = generation_.schema().text_fields;
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

  const Generation& generation_;
  const ScoreScale& scale_;
  TermLists lists_;
};

}  // namespace

Result<std::vector<Explanation>> explain_scores(const QueryTree& query,
                                                const Generation& generation,
                                                text::Analyzer& analyzer,
                                                std::span<const std::uint32_t> documents) {
  const Request unlimited;
  TimeLimit time(unlimited);
  QueryLeaves leaves(generation, analyzer, time);
  TRY(prepare(query, generation, leaves));
  std::vector<AskedLeaf> asked;
  TRY(add_asked(query.root, leaves, asked));
  const Relevance relevance(generation, leaves, Ranking::exhaustive, time);
  ScoreExplainer explainer(generation, relevance.scale());

  std::vector<Explanation> explanations;
  for (const auto document : documents) {
    auto& explanation = explanations.emplace_back();
    explanation.id = generation.id(document);
    explanation.documents = generation.documents();
    for (const auto& each : asked) {
      explanation.parts.push_back(
          explainer.part(each, words_as_typed(*each.node, analyzer), document));
      explanation.points += explanation.parts.back().points;
    }
    explanation.points_in_one = relevance.scale().points_in_one();
    explanation.score = relevance.scale().score(explanation.points);
  }
  return explanations;
}

}  // namespace tributary::search
