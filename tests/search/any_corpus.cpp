#include "any_corpus.h"

#include <string>

namespace tributary::search_cases {
namespace {

using rc::Gen;
namespace gen = rc::gen;
using search::NodeKind;
using search::QueryNode;

Gen<std::string> any_word() {
  return gen::elementOf(std::vector<std::string>{"ab", "abc", "abd", "b", "ba", "bab", "c", "ca",
                                                 "cab", "d", "abcab", "abcba", "cabcabca",
                                                 "cabcacab"});
}

Gen<std::string> any_label() {
  return gen::elementOf(std::vector<std::string>{"PT", "pt", "RO", "É", "e", "x y"});
}

Gen<std::string> any_text() {
  return gen::map(gen::container<std::vector<std::string>>(any_word()), [](const auto& words) {
    std::string text;
    for (const auto& word : words) text += word + ' ';
    return text;
  });
}

Gen<std::int64_t> any_integer() { return gen::inRange<std::int64_t>(-6, 7); }

search::Document document() {
  search::Document made;
  made.id = "d" + std::to_string(*gen::inRange(0, 60));
  const auto texts = *gen::inRange(0, 5);
  for (int i = 0; i < texts; ++i) {
    made.texts.push_back({.field = *gen::inRange<std::uint16_t>(0, 3),
                          .text = *gen::resize(12, any_text()),
                          .language = text::Language::en});
  }
  for (auto left = *gen::inRange(0, 3); left > 0; --left) {
    made.labels.push_back({.column = 0, .value = *any_label()});
  }
  if (*gen::arbitrary<bool>()) made.integers.push_back({.column = 1, .value = *any_integer()});
  if (*gen::arbitrary<bool>()) made.labels.push_back({.column = 2, .value = *any_label()});
  return made;
}

std::optional<std::int64_t> any_end() {
  if (*gen::arbitrary<bool>()) return std::nullopt;
  return *any_integer();
}

QueryNode leaf() {
  QueryNode node;
  const auto field = [] {
    return *gen::weightedElement<std::string>({{4, ""}, {1, "title"}, {1, "text"}, {1, "note"}});
  };
  switch (*gen::inRange(0, 8)) {
    case 0:
      node.kind = NodeKind::everything;
      break;
    case 1:
      node.kind = NodeKind::phrase;
      node.field = field();
      for (auto left = *gen::inRange(1, 4); left > 0; --left) node.text += *any_word() + ' ';
      break;
    case 2:
      node.kind = NodeKind::prefix;
      node.field = field();
      node.text = (*any_word()).substr(0, static_cast<std::size_t>(*gen::inRange(1, 4)));
      break;
    case 3:
      node.kind = NodeKind::value;
      node.field = "country";
      node.text = *any_label();
      break;
    case 4:
      node.kind = NodeKind::range;
      node.field = "year";
      node.low = any_end();
      node.high = any_end();
      break;
    case 5:
      node.kind = NodeKind::missing;
      node.field = *gen::elementOf(std::vector<std::string>{"country", "year", "name"});
      break;
    default:
      node.kind = NodeKind::word;
      node.field = field();
      node.text = *gen::weightedElement<std::string>({{9, *any_word()},
                                                      {1, "zz"},
                                                      {1, "!"},
                                                      {2, "abcb"},
                                                      {1, "abcaba"},
                                                      {2, "cabcaca"},
                                                      {2, "cabcacaca"}});
      if (*gen::inRange(0, 5) == 0) {
        node.kind = NodeKind::typing;
      } else if (*gen::inRange(0, 5) == 0) {
        node.equivalents = {*any_word(), *any_word() + ' ' + *any_word()};
      }
  }
  return node;
}

QueryNode tree(int levels) {
  if (levels == 0 || *gen::inRange(0, 3) == 0) return leaf();
  QueryNode node;
  node.kind = *gen::elementOf(std::vector{NodeKind::all_of, NodeKind::any_of, NodeKind::most_of,
                                          NodeKind::most_of, NodeKind::none_of});
  for (auto left = *gen::inRange(1, 4); left > 0; --left) node.children.push_back(tree(levels - 1));
  return node;
}

search::RangeFilter range() {
  search::RangeFilter filter{.column = "year", .low = {}, .high = {}, .unknown = false};
  filter.low = any_end();
  filter.high = any_end();
  filter.unknown = *gen::arbitrary<bool>();
  return filter;
}

std::vector<search::FacetBucket> buckets() {
  return {{.label = "first", .ranges = {range()}},
          {.label = "second", .ranges = {range(), range()}},
          {.label = "all", .ranges = {}}};
}

search::Selection selection() {
  search::Selection made;
  switch (*gen::inRange(0, 3)) {
    case 0:
      made.facet = "country";
      made.labels.push_back(
          {.column = "country",
           .values = *gen::resize(2, gen::container<std::vector<std::string>>(any_label())),
           .unknown = *gen::arbitrary<bool>()});
      break;
    case 1:
      made.facet = "year";
      made.ranges = {range()};
      break;
    default:
      made.facet = "named";
      made.buckets = {buckets().front()};
  }
  return made;
}

}  // namespace

search::Schema property_schema() {
  search::Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                        {.name = "text"},
                        {.name = "note", .weight = 0.0F}};
  schema.columns = {{.name = "country"},
                    {.name = "year", .kind = search::ColumnKind::integer},
                    {.name = "name", .kind = search::ColumnKind::text}};
  schema.analysis.stemming = text::Stemming::none;
  return schema;
}

Gen<std::vector<search::Document>> any_corpus() {
  return gen::exec([] {
    std::vector<search::Document> documents;
    for (auto left = *gen::inRange(0, 40); left > 0; --left) documents.push_back(document());
    return documents;
  });
}

Gen<search::Request> any_request() {
  return gen::exec([] {
    search::Request request;
    request.query.root = tree(3);
    for (auto left = *gen::inRange(0, 3); left > 0; --left) {
      request.selections.push_back(selection());
    }
    request.facets = {{.name = "country", .column = "country", .limit = *gen::inRange(0U, 3U)},
                      {.name = "year",
                       .kind = search::FacetKind::histogram,
                       .column = "year",
                       .interval = *gen::inRange(1, 5)},
                      {.name = "named", .kind = search::FacetKind::buckets, .buckets = buckets()}};
    request.sort.column =
        *gen::elementOf(std::vector<std::string>{"", "", "country", "year", "name"});
    request.sort.direction =
        *gen::elementOf(std::vector{search::Direction::ascending, search::Direction::descending});
    request.limit = *gen::inRange(1U, 12U);
    return request;
  });
}

}  // namespace tributary::search_cases
