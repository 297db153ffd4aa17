#include "search/exec/index_snapshot.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "search/exec/company_order.h"
#include "search/exec/count_of_two.h"
#include "search/exec/count_terms.h"
#include "search/exec/cursor.h"
#include "search/exec/explain_score.h"
#include "search/exec/filters.h"
#include "search/exec/find_similar.h"
#include "search/exec/index_vectors.h"
#include "search/exec/learnt_names.h"
#include "search/exec/merged_facets.h"
#include "search/exec/merged_page.h"
#include "search/exec/segment_sets.h"
#include "search/exec/tree_evaluator.h"
#include "search/query/spelled_words.h"
#include "search/words/completion_merge.h"

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
  static Result<SelectedDocuments> create(const SegmentedIndex& index,
                                          const std::vector<Selection>& selections) {
    SelectedDocuments selected(index.live());
    for (const auto& selection : selections) {
      auto chosen = TRY(
          joined(index, [&](const Segment& segment) { return documents_in(segment, selection); }));
      selected.by_facet_.emplace_back(selection.facet, std::move(chosen));
    }
    return selected;
  }

  [[nodiscard]] bool has(std::string_view facet) const {
    return std::ranges::any_of(by_facet_, [&](const auto& each) { return each.first == facet; });
  }
  [[nodiscard]] DocumentSet all() const { return without(nullptr); }
  [[nodiscard]] DocumentSet without(const std::string* facet) const {
    auto set = live_;
    for (const auto& [name, chosen] : by_facet_) {
      if (facet == nullptr || name != *facet) set &= chosen;
    }
    return set;
  }

 private:
  explicit SelectedDocuments(const DocumentSet& live) : live_(live) {}

  const DocumentSet& live_;
  std::vector<std::pair<std::string, DocumentSet>> by_facet_;
};

/// The whole of a query as leaves beside each other: what can be ranked without first finding the
/// set of all documents. Nothing for any other tree.
std::optional<Requirement> plain_requirement(const PreparedNode& query) {
  const bool is_flat = std::ranges::all_of(
      query.children, [](const PreparedNode& child) { return child.leaf != nullptr; });
  if (query.leaf != nullptr) return Requirement::all;
  if (!is_flat) return std::nullopt;
  switch (query.kind) {
    case NodeKind::any_of:
      return Requirement::any;
    case NodeKind::all_of:
    case NodeKind::most_of:
      return Requirement::all;
    default:
      return std::nullopt;
  }
}

class IndexSnapshot final : public Snapshot {
 public:
  explicit IndexSnapshot(std::shared_ptr<const SegmentedIndex> index)
      : index_(std::move(index)), analyzers_(index_->schema().analysis) {}

  [[nodiscard]] Result<Answer> search(const Request& request) const override;
  [[nodiscard]] Result<std::vector<std::string>> ids_of(const Request& request) const override;
  [[nodiscard]] Result<std::vector<Explanation>> explain(
      const QueryTree& query, std::span<const std::string> ids) const override;
  [[nodiscard]] Result<SimilarAnswer> similar(const SimilarQuery& query) const override;
  [[nodiscard]] Result<TermCounts> count_terms(const TermCountsQuery& query) const override;
  [[nodiscard]] std::string word_of(std::string_view term) const override {
    return index_->vocabulary().word_of(term);
  }
  [[nodiscard]] std::vector<text::SnippetTerm> marked_terms(const QueryTree& query) const override;
  [[nodiscard]] std::optional<BetterText> better_text(std::string_view typed) const override;
  [[nodiscard]] std::vector<OtherNames> other_names(std::string_view text) const override {
    return learnt_names(text, *index_);
  }
  [[nodiscard]] std::vector<Completion> completions(std::uint16_t kind, std::string_view typed,
                                                    std::size_t count) const override;
  [[nodiscard]] std::uint64_t documents() const override { return index_->live_documents(); }
  [[nodiscard]] std::uint64_t generation() const override { return index_->number(); }
  [[nodiscard]] const Schema& schema() const override { return index_->schema(); }

 private:
  /// What a search has at hand beside its request.
  struct Search {
    const Request& request;
    const PreparedNode& query;
    const QueryLeaves& leaves;
    const SelectedDocuments& selected;
    TimeLimit& time;
  };
  /// The whole result, in no order.
  [[nodiscard]] Result<DocumentSet> found_by(const Request& request, text::Analyzer& analyzer,
                                             TimeLimit& time) const;
  Result<bool> answer_plainly(const Search& search, Answer& answer) const;
  Result<> answer_by_sets(const Search& search, Answer& answer) const;
  Result<> add_page(const Search& search, const DocumentSet& result,
                    std::optional<Requirement> requirement, Answer& answer) const;
  [[nodiscard]] Result<std::optional<std::uint32_t>> last_shown(const Request& request) const;

  void add_hits(const Request& request, std::span<const PageHit> page, Answer& answer) const;

  std::shared_ptr<const SegmentedIndex> index_;
  mutable AnalyzerPool analyzers_;
};

Result<Answer> IndexSnapshot::search(const Request& request) const {
  if (request.limit > kMaximumLimit) {
    return fail(ErrorCode::invalid_argument, "a page has at most 1,000 documents", "limit");
  }
  TimeLimit time(request);
  auto analyzer = analyzers_.borrow();
  QueryLeaves leaves(*index_, *analyzer, time);
  const auto query = TRY(prepare(request.query, *index_, leaves));
  const auto selected = TRY(SelectedDocuments::create(*index_, request.selections));

  Answer answer;
  answer.prefix_cut = leaves.has_cut_prefix();
  answer.near_words = leaves.near_words();
  answer.compounds = leaves.compounds();
  const auto nothing =
      PreparedNode{.kind = NodeKind::any_of, .matches = {}, .leaf = {}, .children = {}};
  const Search search{.request = request,
                      .query = query ? *query : nothing,
                      .leaves = leaves,
                      .selected = selected,
                      .time = time};
  TRY(time.result());
  if (!TRY(answer_plainly(search, answer))) TRY(answer_by_sets(search, answer));
  TRY(time.result());
  return answer;
}

/// False where the request needs the set of all documents, where a soft AND has to give way, and
/// where the page would begin after a document that is not found this way: the set tells why.
Result<bool> IndexSnapshot::answer_plainly(const Search& search, Answer& answer) const {
  const auto& request = search.request;
  const auto requirement = plain_requirement(search.query);
  if (request.totals == Totals::exact || !request.facets.empty() || !request.sort.column.empty() ||
      request.company == Company::counted || !requirement) {
    return false;
  }
  const MergedRelevance relevance(*index_, search.leaves, request.ranking, search.time);
  std::optional<DocumentSet> allowed;
  if (!request.selections.empty() || index_->has_deleted()) allowed = search.selected.all();
  const auto last = TRY(last_shown(request));
  if (last) {
    const bool is_found =
        relevance.has_leaves(*last, *requirement) && (!allowed || allowed->contains(*last));
    if (!is_found) return false;
  }
  const auto found = relevance.page_of_leaves(*requirement, allowed ? &*allowed : nullptr,
                                              request.limit + 1, last);
  const bool is_soft = search.query.kind == NodeKind::most_of;
  if (is_soft && found.empty()) return false;
  if (is_soft) {
    answer.words_asked = static_cast<std::uint32_t>(search.leaves.mentioned(0).size());
    answer.words_required = answer.words_asked;
  }
  add_hits(request, found, answer);
  return true;
}

Result<> IndexSnapshot::answer_by_sets(const Search& search, Answer& answer) const {
  const auto& request = search.request;
  const bool is_count_of_all = request.totals == Totals::exact && request.limit == 0 &&
                               request.after.empty() && request.facets.empty() &&
                               request.selections.empty() && !index_->has_deleted();
  if (const auto count = is_count_of_all ? count_of_two(search.query, *index_) : std::nullopt) {
    answer.total = *count;
    return {};
  }
  auto result = search.selected.all();
  SoftAnd soft_and;
  const auto found = select(search.query, *index_, result, soft_and);
  result &= found;
  answer.total = request.totals == Totals::exact ? result.count() : 0;
  answer.words_required = soft_and.required;
  answer.words_asked = soft_and.asked;
  const bool has_all_parts = soft_and.required == soft_and.asked;
  TRY(add_page(search, result, has_all_parts ? plain_requirement(search.query) : std::nullopt,
               answer));
  for (const auto& facet : request.facets) {
    TRY(search.time.result());
    if (!search.selected.has(facet.name)) {
      answer.facets.push_back(TRY(count_in_all(*index_, facet, result)));
      continue;
    }
    auto counted = search.selected.without(&facet.name);
    counted &= found;
    answer.facets.push_back(TRY(count_in_all(*index_, facet, counted)));
  }
  return {};
}

/// `requirement`: of the leaves, where that inside the selections is the whole result.
Result<> IndexSnapshot::add_page(const Search& search, const DocumentSet& result,
                                 std::optional<Requirement> requirement, Answer& answer) const {
  const auto& request = search.request;
  const auto last = TRY(last_shown(request));
  if (last && !result.contains(*last)) {
    return fail(ErrorCode::invalid_argument, "this is not a cursor of the search", "cursor");
  }
  if (request.limit == 0) return {};
  const auto limit = request.limit + 1;
  if (!request.sort.column.empty()) {
    add_hits(request, TRY(merged_page(*index_, request.sort, result, limit, last)), answer);
    return {};
  }
  const MergedRelevance relevance(*index_, search.leaves, request.ranking, search.time);
  if (request.company == Company::counted) {
    if (const auto vectors = IndexVectors::of(*index_)) {
      const auto query = latent_vector_of(search.leaves, *vectors);
      add_hits(request, page_by_company(relevance, *vectors, query, result, limit, last), answer);
      return {};
    }
  }
  const bool is_restricted = !request.selections.empty() || index_->has_deleted();
  add_hits(request,
           requirement ? relevance.page_of_leaves(*requirement, is_restricted ? &result : nullptr,
                                                  limit, last)
                       : relevance.page(result, limit, last),
           answer);
  return {};
}

Result<std::optional<std::uint32_t>> IndexSnapshot::last_shown(const Request& request) const {
  if (request.after.empty()) return std::nullopt;
  const auto document =
      TRY(decode_cursor(request.after, index_->number(), fingerprint_of(request)));
  if (document >= index_->end()) {
    return fail(ErrorCode::invalid_argument, "this is not a cursor of the search", "cursor");
  }
  return document;
}

/// `page` is one longer than what is shown where there is a next one.
void IndexSnapshot::add_hits(const Request& request, std::span<const PageHit> page,
                             Answer& answer) const {
  const auto shown = std::min<std::size_t>(request.limit, page.size());
  for (const auto& hit : page.first(shown)) {
    answer.hits.push_back({.id = index_->id(hit.document), .score = hit.score});
  }
  if (shown > 0 && shown < page.size()) {
    answer.next =
        encode_cursor(index_->number(), fingerprint_of(request), page[shown - 1].document);
  }
}

Result<std::vector<Explanation>> IndexSnapshot::explain(const QueryTree& query,
                                                        std::span<const std::string> ids) const {
  std::vector<std::uint32_t> documents;
  for (const auto& id : ids) {
    if (const auto document = index_->find(id)) documents.push_back(*document);
  }
  auto analyzer = analyzers_.borrow();
  return explain_scores(query, *index_, *analyzer, documents);
}

Result<SimilarAnswer> IndexSnapshot::similar(const SimilarQuery& query) const {
  if (query.limit > kMaximumLimit) {
    return fail(ErrorCode::invalid_argument, "a page has at most 1,000 documents", "limit");
  }
  auto analyzer = analyzers_.borrow();
  const auto allowed = TRY(SelectedDocuments::create(*index_, query.selections)).all();
  return find_similar(query, *index_, allowed, *analyzer);
}

Result<DocumentSet> IndexSnapshot::found_by(const Request& request, text::Analyzer& analyzer,
                                            TimeLimit& time) const {
  QueryLeaves leaves(*index_, analyzer, time);
  const auto prepared = TRY(prepare(request.query, *index_, leaves));
  auto found = TRY(SelectedDocuments::create(*index_, request.selections)).all();
  SoftAnd soft_and;
  found &= prepared ? select(*prepared, *index_, found, soft_and) : DocumentSet(index_->end());
  return found;
}

Result<std::vector<std::string>> IndexSnapshot::ids_of(const Request& request) const {
  TimeLimit time(request);
  auto analyzer = analyzers_.borrow();
  const auto found = TRY(found_by(request, *analyzer, time));
  TRY(time.result());
  std::vector<std::string> ids;
  ids.reserve(found.count());
  found.for_each([&](std::uint32_t document) { ids.push_back(index_->id(document)); });
  return ids;
}

Result<TermCounts> IndexSnapshot::count_terms(const TermCountsQuery& query) const {
  TimeLimit time(query.found);
  auto analyzer = analyzers_.borrow();
  const auto found = TRY(found_by(query.found, *analyzer, time));
  return search::count_terms(query, *index_, found, time);
}

void add_marked_terms(const QueryNode& node, QueryLeaves& leaves,
                      std::vector<text::SnippetTerm>& marked) {
  if (node.kind == NodeKind::none_of) return;
  if (looks_for_words(node.kind)) {
    const auto own = leaves.marked_terms(node);
    marked.insert(marked.end(), own.begin(), own.end());
  }
  for (const auto& child : node.children) add_marked_terms(child, leaves, marked);
}

std::vector<text::SnippetTerm> IndexSnapshot::marked_terms(const QueryTree& query) const {
  auto analyzer = analyzers_.borrow();
  std::vector<text::SnippetTerm> marked;
  TimeLimit time{Request()};
  QueryLeaves leaves(*index_, *analyzer, time);
  add_marked_terms(query.root, leaves, marked);
  const auto order = [](const auto& term) { return std::pair(term.term, term.is_prefix); };
  std::ranges::sort(marked, {}, order);
  const auto repeated = std::ranges::unique(marked, {}, order);
  marked.erase(repeated.begin(), repeated.end());
  return marked;
}

std::optional<BetterText> IndexSnapshot::better_text(std::string_view typed) const {
  return search::better_text(typed, spelled_words(typed), index_->vocabulary(),
                             index_->stored_documents() / kDocumentsOfOneSlip);
}

std::vector<Completion> IndexSnapshot::completions(std::uint16_t kind, std::string_view typed,
                                                   std::size_t count) const {
  std::vector<const Completions*> parts;
  for (const auto& segment : index_->segments()) parts.push_back(&segment.files->completions());
  return complete_in_all(parts, kind, typed, count);
}

}  // namespace

std::shared_ptr<const Snapshot> make_snapshot(std::shared_ptr<const SegmentedIndex> index) {
  return std::make_shared<IndexSnapshot>(std::move(index));
}

}  // namespace tributary::search
