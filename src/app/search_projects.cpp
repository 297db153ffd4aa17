#include "app/search_projects.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "app/facets.h"
#include "app/project_status.h"
#include "search/query/typing.h"
#include "text/language.h"

namespace tributary::app {
namespace {

constexpr std::size_t kSnippetBytes = 240;
constexpr std::uint32_t kMostHits = 100;

struct SortName {
  std::string_view name, column;
  search::Direction direction;
};

/// By relevance, the company of words counted.
constexpr std::string_view kRelated = "related";

constexpr std::array kSorts{
    SortName{"relevance", "", search::Direction::descending},
    SortName{kRelated, "", search::Direction::descending},
    SortName{"start", "start", search::Direction::ascending},
    SortName{"-start", "start", search::Direction::descending},
    SortName{"end", "end", search::Direction::ascending},
    SortName{"-end", "end", search::Direction::descending},
    SortName{"grant", "grant", search::Direction::ascending},
    SortName{"-grant", "grant", search::Direction::descending},
    SortName{"title", "title_order", search::Direction::ascending},
    SortName{"-title", "title_order", search::Direction::descending},
};

Result<search::Sort> sort_named(std::string_view name) {
  const auto found = std::ranges::find(kSorts, name, &SortName::name);
  if (found != kSorts.end()) return search::Sort{std::string(found->column), found->direction};
  return fail(ErrorCode::invalid_argument,
              "the order is one of relevance, related, start, -start, end, -end, grant, -grant, "
              "title, -title",
              "sort");
}

Result<search::Request> engine_request(const SearchQuery& query, search::QueryTree tree,
                                       Date today) {
  if (query.limit < 1 || query.limit > kMostHits) {
    return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 100", "limit");
  }
  search::Request request{.query = std::move(tree),
                          .limit = query.limit,
                          .after = query.cursor,
                          .deadline = query.deadline};
  rewrite_status(request.query.root, today);
  request.sort = TRY(in_context("sort", sort_named(query.sort)));
  if (query.sort == kRelated) request.company = search::Company::counted;
  if (query.explain && query.sort != "relevance") {
    return fail(ErrorCode::invalid_argument, "only the order by relevance has an explanation",
                "explain");
  }
  for (const auto& choice : query.filters) {
    request.selections.push_back(TRY(in_context("filter", selection(choice, today))));
  }
  if (query.among) request.selections.push_back({.facet = "", .ids = query.among});
  for (const auto& name : query.facets) {
    request.facets.push_back(TRY(in_context("facets", facet_request(name, today))));
  }
  return request;
}

/// Marks the matches of one hit. One Marker serves a whole answer.
class Marker {
 public:
  explicit Marker(std::vector<text::SnippetTerm> terms, text::AnalyzerOptions analysis)
      : terms_(std::move(terms)), analyzer_(std::move(analysis)) {}

  void mark(SearchHit& hit) {
    const auto& merged = hit.project.merged;
    const auto language =
        text::detect_language(merged.summary.empty() ? merged.title : merged.summary);
    hit.title = text::best_snippet(merged.title, language, terms_, merged.title.size(), analyzer_);
    hit.snippet = text::best_snippet(merged.summary, language, terms_, kSnippetBytes, analyzer_);
  }

 private:
  std::vector<text::SnippetTerm> terms_;
  text::Analyzer analyzer_;
};

/// The projects behind the engine's hits, in the engine's order. A project that left the catalogue
/// since the index was built is left out; the next generation will not find it.
Result<std::vector<SearchHit>> fetch(const std::vector<search::Hit>& found,
                                     store::CatalogueStore& store, Marker marker, Date today) {
  std::vector<std::string> slugs;
  std::unordered_map<std::string_view, float> scores;
  for (const auto& hit : found) {
    slugs.push_back(hit.id);
    scores.emplace(hit.id, hit.score);
  }
  std::vector<SearchHit> hits;
  for (auto& project : TRY(store.projects(slugs))) {
    SearchHit hit{.project = std::move(project)};
    hit.score = scores[hit.project.slug];
    hit.status = catalogue::status_on(today, hit.project.merged.start, hit.project.merged.end);
    marker.mark(hit);
    hits.push_back(std::move(hit));
  }
  return hits;
}

/// Gives each hit the explanation of its score.
Result<> explain(const search::QueryTree& query, const search::Snapshot& snapshot,
                 std::vector<SearchHit>& hits) {
  std::vector<std::string> ids;
  for (const auto& hit : hits) ids.push_back(hit.project.slug);
  auto explanations = TRY(snapshot.explain(query, ids));
  for (auto& explanation : explanations) {
    const auto slug = [](const SearchHit& hit) -> const std::string& { return hit.project.slug; };
    std::ranges::find(hits, explanation.id, slug)->explanation = std::move(explanation);
  }
  return {};
}

}  // namespace

Result<IndexQuestion> read_question(const SearchQuery& query, const search::Snapshot& snapshot,
                                    const text::Synonyms& synonyms, Date today) {
  auto parsed = TRY(in_context("q", search::parse_query(query.text, snapshot.schema())));
  const bool is_finished = query.typing == Typing::finished;
  if (!is_finished) search::let_last_word_go_on(parsed.tree, query.text);
  auto tree = parsed.tree;
  auto also_searched = search::add_equivalents(
      tree, {.synonyms = synonyms,
             .learnt = [&](std::string_view text) { return snapshot.other_names(text); },
             .country_column = "country"});
  auto request = TRY(engine_request(query, std::move(tree), today));
  rewrite_status(parsed.tree.root, today);
  return IndexQuestion{.parsed = std::move(parsed),
                       .also_searched = std::move(also_searched),
                       .request = std::move(request)};
}

Result<search::Answer> ask(IndexQuestion& question, const search::Snapshot& snapshot) {
  auto answer = TRY(snapshot.search(question.request));
  if (answer.total > 0 || question.also_searched.empty()) return answer;
  // A name of several words is one part of the query; word by word the soft AND can give way.
  question.also_searched.clear();
  question.request.query = question.parsed.tree;
  return snapshot.search(question.request);
}

Result<SearchResponse> search_projects(const SearchQuery& query, const search::Snapshot& snapshot,
                                       const text::Synonyms& synonyms, store::CatalogueStore& store,
                                       Date today) {
  auto question = TRY(read_question(query, snapshot, synonyms, today));
  const auto answer = TRY(ask(question, snapshot));
  const auto& request = question.request;
  const bool is_finished = query.typing == Typing::finished;

  SearchResponse response{.total = answer.total,
                          .echo = std::move(question.parsed.echo),
                          .misreadings = std::move(question.parsed.misreadings),
                          .words_required = answer.words_required,
                          .words_asked = answer.words_asked,
                          .prefix_cut = answer.prefix_cut,
                          .near_words = answer.near_words,
                          .compounds = answer.compounds,
                          .also_searched = std::move(question.also_searched),
                          .next_cursor = answer.next};
  if (is_finished) response.did_you_mean = snapshot.better_text(query.text);
  Marker marker(snapshot.marked_terms(request.query), snapshot.schema().analysis);
  response.hits = TRY(fetch(answer.hits, store, std::move(marker), today));
  if (query.explain) TRY(explain(request.query, snapshot, response.hits));
  for (const auto& facet : answer.facets)
    response.facets.push_back(facet_result(facet, query.filters));
  return response;
}

}  // namespace tributary::app
