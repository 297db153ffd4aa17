#include "search/exec/generation_snapshot.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "search/exec/cursor.h"
#include "search/exec/facets.h"
#include "search/exec/filters.h"
#include "search/exec/ordering.h"
#include "search/exec/tree_evaluator.h"
#include "search/exec/word_terms.h"

namespace tributary::search {
namespace {

constexpr std::uint32_t kMaximumLimit = 1'000;

/// Analyzers are dear to make and not thread-safe: each search borrows one.
class AnalyzerPool {
 public:
  explicit AnalyzerPool(text::AnalyzerOptions options) : options_(std::move(options)) {}

  class Loan {
   public:
    Loan(AnalyzerPool& pool, text::Analyzer analyzer)
        : pool_(pool), analyzer_(std::move(analyzer)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
      const std::scoped_lock hold(pool_.mutex_);
      pool_.idle_.push_back(std::move(analyzer_));
    }
    text::Analyzer& operator*() { return analyzer_; }

   private:
    AnalyzerPool& pool_;
    text::Analyzer analyzer_;
  };

  Loan borrow() {
    {
      const std::scoped_lock hold(mutex_);
      if (!idle_.empty()) {
        auto analyzer = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(analyzer)};
      }
    }
    return {*this, text::Analyzer(options_)};
  }

 private:
  text::AnalyzerOptions options_;
  std::mutex mutex_;
  std::vector<text::Analyzer> idle_;
};

/// The selections of a request as sets, so that a facet can be counted without its own.
class SelectedDocuments {
 public:
  static Result<SelectedDocuments> create(const Generation& generation,
                                          const std::vector<Selection>& selections) {
    SelectedDocuments selected(generation.documents());
    for (const auto& selection : selections) {
      selected.by_facet_.emplace_back(selection.facet, TRY(documents_in(generation, selection)));
    }
    return selected;
  }

  [[nodiscard]] DocumentSet all() const { return without(nullptr); }
  [[nodiscard]] DocumentSet without(const std::string* facet) const {
    auto set = DocumentSet::all(documents_);
    for (const auto& [name, chosen] : by_facet_) {
      if (facet == nullptr || name != *facet) set &= chosen;
    }
    return set;
  }

 private:
  explicit SelectedDocuments(std::uint32_t documents) : documents_(documents) {}

  std::uint32_t documents_;
  std::vector<std::pair<std::string, DocumentSet>> by_facet_;
};

/// score = Σ qtf·idf·u, added up leaf after leaf in the order in which the query mentions them.
std::vector<float> scores_of(const QueryLeaves& leaves, std::uint32_t documents) {
  std::vector<float> scores(documents);
  for (const auto* leaf : leaves.mentioned()) {
    const auto times = static_cast<float>(leaf->mentions);
    for (std::size_t i = 0; i < leaf->found.documents.size(); ++i) {
      scores[leaf->found.documents[i]] += times * leaf->found.weights[i];
    }
  }
  return scores;
}

class GenerationSnapshot final : public Snapshot {
 public:
  explicit GenerationSnapshot(std::unique_ptr<const Generation> generation)
      : generation_(std::move(generation)), analyzers_(generation_->schema().analysis) {}

  [[nodiscard]] Result<Answer> search(const Request& request) const override;
  [[nodiscard]] std::vector<text::SnippetTerm> marked_terms(const QueryTree& query) const override;
  [[nodiscard]] std::uint64_t documents() const override { return generation_->documents(); }
  [[nodiscard]] std::uint64_t generation() const override { return generation_->number(); }
  [[nodiscard]] const Schema& schema() const override { return generation_->schema(); }

 private:
  Result<> add_page(const Request& request, const DocumentSet& result,
                    std::span<const float> scores, Answer& answer) const;

  std::unique_ptr<const Generation> generation_;
  mutable AnalyzerPool analyzers_;
};

Result<Answer> GenerationSnapshot::search(const Request& request) const {
  if (request.limit > kMaximumLimit) {
    return fail(ErrorCode::invalid_argument, "a page has at most 1,000 documents", "limit");
  }
  auto analyzer = analyzers_.borrow();
  QueryLeaves leaves(*generation_, *analyzer);
  const auto query = TRY(prepare(request.query, *generation_, leaves));
  const auto selected = TRY(SelectedDocuments::create(*generation_, request.selections));

  auto result = selected.all();
  SoftAnd soft_and;
  const auto found =
      query ? select(*query, result, soft_and) : DocumentSet(generation_->documents());
  result &= found;

  Answer answer;
  answer.total = result.count();
  answer.words_required = soft_and.required;
  answer.words_asked = soft_and.asked;
  answer.prefix_cut = leaves.has_cut_prefix();
  TRY(add_page(request, result, scores_of(leaves, generation_->documents()), answer));
  for (const auto& facet : request.facets) {
    auto counted = selected.without(&facet.name);
    counted &= found;
    answer.facets.push_back(TRY(count_facet(*generation_, facet, counted)));
  }
  return answer;
}

Result<> GenerationSnapshot::add_page(const Request& request, const DocumentSet& result,
                                      std::span<const float> scores, Answer& answer) const {
  const auto fingerprint = fingerprint_of(request);
  const auto ordering = TRY(Ordering::create(*generation_, request.sort, scores));
  std::optional<Place> last_shown;
  if (!request.after.empty()) {
    const auto document = TRY(decode_cursor(request.after, generation_->number(), fingerprint));
    if (document >= generation_->documents() || !result.contains(document)) {
      return fail(ErrorCode::invalid_argument, "this is not a cursor of the search", "cursor");
    }
    last_shown = ordering.place_of(document);
  }
  std::vector<Place> places;
  result.for_each([&](std::uint32_t document) {
    const auto place = ordering.place_of(document);
    if (!last_shown || place > *last_shown) places.push_back(place);
  });
  const auto shown = std::min<std::size_t>(request.limit, places.size());
  std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(shown));
  for (const auto& place : std::span(places).first(shown)) {
    answer.hits.push_back({.id = std::string(generation_->id(place.document)),
                           .score = ordering.is_by_relevance() ? scores[place.document] : 0.0F});
  }
  if (shown > 0 && shown < places.size()) {
    answer.next = encode_cursor(generation_->number(), fingerprint, places[shown - 1].document);
  }
  return {};
}

void add_marked_terms(const QueryNode& node, const Generation& generation, text::Analyzer& analyzer,
                      std::vector<text::SnippetTerm>& marked) {
  if (node.kind == NodeKind::none_of) return;
  const bool is_text =
      node.kind == NodeKind::word || node.kind == NodeKind::phrase || node.kind == NodeKind::prefix;
  if (is_text) {
    for (auto& word : words_in(node.text, generation, analyzer)) {
      for (auto& term : word.terms) marked.push_back({.term = std::move(term), .is_prefix = false});
    }
  }
  if (node.kind == NodeKind::prefix) {
    auto prefix = folded_prefix(node.text, generation);
    if (!prefix.empty()) marked.push_back({.term = std::move(prefix), .is_prefix = true});
  }
  for (const auto& child : node.children) add_marked_terms(child, generation, analyzer, marked);
}

std::vector<text::SnippetTerm> GenerationSnapshot::marked_terms(const QueryTree& query) const {
  auto analyzer = analyzers_.borrow();
  std::vector<text::SnippetTerm> marked;
  add_marked_terms(query.root, *generation_, *analyzer, marked);
  const auto order = [](const auto& term) { return std::pair(term.term, term.is_prefix); };
  std::ranges::sort(marked, {}, order);
  const auto repeated = std::ranges::unique(marked, {}, order);
  marked.erase(repeated.begin(), repeated.end());
  return marked;
}

}  // namespace

std::shared_ptr<const Snapshot> make_snapshot(std::unique_ptr<const Generation> generation) {
  return std::make_shared<GenerationSnapshot>(std::move(generation));
}

}  // namespace tributary::search
