#include "http/json/explanation_json.h"

#include <boost/json/array.hpp>

#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

std::string_view kind_name(search::NodeKind kind) {
  switch (kind) {
    case search::NodeKind::phrase:
      return "phrase";
    case search::NodeKind::prefix:
      return "prefix";
    case search::NodeKind::typing:
      return "typing";
    default:
      return "word";
  }
}

json::object term_json(const search::TermExplanation& term) {
  json::array places;
  for (const auto& [field, count] : term.places) {
    places.push_back({{"field", field}, {"count", count}});
  }
  return {
      {"term", term.term},     {"documents", term.documents}, {"penalty", rounded(term.penalty)},
      {"impact", term.impact}, {"points", term.points},       {"places", std::move(places)}};
}

json::object word_json(const search::WordExplanation& word) {
  json::array terms;
  for (const auto& term : word.terms) terms.push_back(term_json(term));
  return {{"word", word.word},         {"documents", word.documents},
          {"idf", rounded(word.idf)},  {"terms_searched", word.terms_searched},
          {"terms", std::move(terms)}, {"points", word.points}};
}

json::object part_json(const search::PartExplanation& part) {
  json::array words;
  for (const auto& word : part.words) words.push_back(word_json(word));
  return {{"kind", kind_name(part.kind)}, {"field", part.field},       {"text", part.text},
          {"found", part.is_found},       {"mentions", part.mentions}, {"words", std::move(words)},
          {"points", part.points}};
}

}  // namespace

json::object explanation_json(const search::Explanation& explanation) {
  json::array parts;
  for (const auto& part : explanation.parts) parts.push_back(part_json(part));
  return {{"documents", explanation.documents},
          {"points", explanation.points},
          {"points_in_one", explanation.points_in_one},
          {"parts", std::move(parts)}};
}

}  // namespace tributary::http
