#include "rivals/tributary/tributary_rival.h"

#include <algorithm>
#include <stdexcept>

#include "base/memory.h"
#include "search/index.h"

namespace tributary::bench {
namespace {

using namespace search;

/// As much as Lucene is given.
constexpr std::size_t kBuildMemoryBytes = std::size_t{1} << 30U;

/// The programs of the benchmark end with what went wrong.
template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

Schema schema_for(Ranking ranking) {
  Schema schema;
  if (ranking == Ranking::one_field) {
    schema.text_fields = {{.name = "words"}};
  } else {
    schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                          {.name = "text"}};
  }
  schema.columns = {{.name = "country"},
                    {.name = "programme"},
                    {.name = "topic"},
                    {.name = "year", .kind = ColumnKind::integer},
                    {.name = "budget", .kind = ColumnKind::integer}};
  schema.analysis.stemming = text::Stemming::none;
  return schema;
}

Document document_of(const CorpusDocument& from, std::uint16_t text_field) {
  Document document;
  document.id = from.id;
  document.texts = {{.field = 0, .text = std::string(from.title)},
                    {.field = text_field, .text = std::string(from.text)}};
  for (const auto country : from.countries) {
    document.labels.push_back({.column = 0, .value = std::string(country)});
  }
  if (!from.programme.empty()) {
    document.labels.push_back({.column = 1, .value = std::string(from.programme)});
  }
  for (const auto topic : from.topics) {
    document.labels.push_back({.column = 2, .value = std::string(topic)});
  }
  document.integers = {{.column = 3, .value = from.year},
                       {.column = 4, .value = static_cast<std::int64_t>(from.budget)}};
  return document;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

QueryNode tree_of(const RivalQuery& query) {
  QueryNode root;
  switch (query.words_operator) {
    case Operator::phrase:
      return {.kind = NodeKind::phrase, .text = joined(query.words)};
    case Operator::prefix:
      return {.kind = NodeKind::prefix, .text = query.words.front()};
    case Operator::any_of:
      root.kind = NodeKind::any_of;
      break;
    default:
      root.kind = NodeKind::all_of;
  }
  for (const auto& word : query.words) {
    root.children.push_back({.kind = NodeKind::word, .text = word});
  }
  if (query.words_operator == Operator::typing) root.children.back().kind = NodeKind::prefix;
  // A word that no document has is searched as the words near it, without being asked to.
  if (query.words_operator == Operator::typing_typo) root.children.back().kind = NodeKind::typing;
  return root.children.size() == 1 ? root.children.front() : root;
}

Request request_for(const RivalQuery& query) {
  Request request;
  request.query.root = tree_of(query);
  request.limit = query.task == Task::count ? 0 : kTop;
  // Under names that no facet has, so that the facets are counted with the filters.
  if (!query.country.empty()) {
    request.selections.push_back(
        {.facet = "of_country", .labels = {{.column = "country", .values = {query.country}}}});
  }
  if (query.years) {
    request.selections.push_back(
        {.facet = "in_years",
         .ranges = {{.column = "year", .low = query.years->first, .high = query.years->last}}});
  }
  if (query.task == Task::top) request.totals = Totals::left_out;
  if (query.task == Task::facets) {
    for (const auto* column : {"country", "programme", "topic"}) {
      request.facets.push_back({.name = column, .column = column, .limit = kFacetValues});
    }
    request.facets.push_back({.name = "year", .kind = FacetKind::histogram, .column = "year"});
  }
  return request;
}

FacetCounts counts_of(const Facet& facet) {
  FacetCounts counts{.name = facet.name};
  for (const auto& value : facet.counts) {
    counts.values.emplace_back(value.label.empty() ? std::to_string(value.low) : value.label,
                               value.count);
  }
  std::erase_if(counts.values, [](const auto& value) { return value.second == 0; });
  keep_first(counts);
  return counts;
}

class TributaryRival final : public Rival {
 public:
  explicit TributaryRival(const std::string& folder)
      : snapshot_(must(Index::open(folder)).snapshot()) {}

  [[nodiscard]] std::optional<std::string> missing(const RivalQuery& /*query*/) const override {
    return std::nullopt;
  }

  RivalAnswer answer(const RivalQuery& query) override {
    const auto found = must(snapshot_->search(request_for(query)));
    RivalAnswer answer{.total = found.total};
    for (const auto& hit : found.hits) answer.top.push_back(hit.id);
    for (const auto& facet : found.facets) answer.facets.push_back(counts_of(facet));
    return answer;
  }

  std::optional<std::uint64_t> count(const RivalQuery& query) override {
    auto request = request_for(query);
    request.limit = 0;
    request.totals = Totals::exact;
    const auto found = must(snapshot_->search(request));
    // Near words are others than those of one edit: bench/README.md.
    const bool is_near =
        query.words_operator == Operator::typo || query.words_operator == Operator::typing_typo;
    return found.prefix_cut || is_near ? std::nullopt : std::optional(found.total);
  }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace

void build_tributary(const std::string& corpus, const std::string& folder, Ranking ranking) {
  const auto schema = schema_for(ranking);
  const auto text_field = static_cast<std::uint16_t>(schema.text_fields.size() - 1);
  CorpusFile file(corpus);
  auto writer = must(IndexWriter::create(folder, schema, kBuildMemoryBytes));
  for (CorpusDocument document; file.next(document);) {
    must(writer.add(document_of(document, text_field)));
  }
  must(writer.commit(Commit::rebuild, LatentTraining::none));  // the rivals have nothing like it
}

std::unique_ptr<Rival> open_tributary(const std::string& folder) {
  keep_freed_memory();  // as the server does
  return std::make_unique<TributaryRival>(folder);
}

}  // namespace tributary::bench
