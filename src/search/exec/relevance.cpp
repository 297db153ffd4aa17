#include "search/exec/relevance.h"

#include <algorithm>
#include <deque>

#include "search/exec/exhaustive.h"
#include "search/exec/leaf_cursor.h"

namespace tributary::search {
namespace {

/// Where so few documents have a pair of a phrase's words, they are looked through at once.
constexpr std::uint32_t kFewPairs = 1'000;

bool is_soon_found(const Leaf& phrase) {
  return phrase.phrase.is_nowhere ||
         std::ranges::any_of(phrase.phrase.pairs, [](const PhrasePair& pair) {
           return pair.list.document_count() <= kFewPairs;
         });
}

/// Puts the words of phrases that nobody has looked for yet in their place, so that positions are
/// only read of documents that would be on the page.
void ask_phrases_last(RankingTask& task, std::deque<Leaf>& words) {
  std::vector<const Leaf*> leaves;
  for (const auto* leaf : task.leaves) {
    if (!leaf->is_phrase() || leaf->is_looked_for() || is_soon_found(*leaf)) {
      leaves.push_back(leaf);
      continue;
    }
    task.phrases.push_back(leaf);
    for (const auto& word : leaf->words) leaves.push_back(&words.emplace_back(leaf->alone(word)));
  }
  task.leaves = std::move(leaves);
}

double idf_sum(const std::vector<const Leaf*>& leaves) {
  double sum = 0;
  for (const auto* leaf : leaves) {
    for (const auto& word : leaf->words) sum += double{word.idf} * leaf->mentions;
  }
  return sum;
}

}  // namespace

Relevance::Relevance(const Segment& segment, const std::vector<const Leaf*>& leaves,
                     Ranking ranking, TimeLimit& time)
    : segment_(segment),
      leaves_(leaves),
      ranking_(ranking),
      time_(time),
      scale_(ScoreScale::create(idf_sum(leaves_))) {}

RankedDocument Relevance::place_of(std::uint32_t document) const {
  std::uint32_t sum = 0;
  for (const auto* leaf : leaves_) sum += LeafCursor(*leaf, scale_).probe(document);
  return {.sum = sum, .id_rank = segment_.id_rank(document), .document = document};
}

bool Relevance::has_leaves(std::uint32_t document, Requirement requirement) const {
  const auto has = [&](const Leaf* leaf) { return LeafCursor(*leaf, scale_).probe(document) > 0; };
  return requirement == Requirement::all ? std::ranges::all_of(leaves_, has)
                                         : std::ranges::any_of(leaves_, has);
}

DocumentSet Relevance::with_leaves(Requirement requirement) const {
  const bool needs_all = requirement == Requirement::all;
  const auto documents = segment_.documents();
  auto set = needs_all ? DocumentSet::all(documents) : DocumentSet(documents);
  for (const auto* leaf : leaves_) {
    const auto of_leaf = leaf->documents();
    needs_all ? set &= of_leaf : set |= of_leaf;
  }
  return set;
}

std::vector<RankedDocument> Relevance::page(const DocumentSet& result, std::uint32_t limit,
                                            const std::optional<RankedDocument>& after,
                                            std::uint32_t floor) const {
  auto found = page_of_leaves(Requirement::any, &result, limit, after, floor);
  if (found.size() == limit || floor > 0) return found;
  const auto rest = without_leaves(result, limit - found.size(), after);
  found.insert(found.end(), rest.begin(), rest.end());
  return found;
}

std::vector<RankedDocument> Relevance::page_of_leaves(Requirement requirement,
                                                      const DocumentSet* allowed,
                                                      std::uint32_t limit,
                                                      const std::optional<RankedDocument>& after,
                                                      std::uint32_t floor) const {
  RankingTask task{.leaves = leaves_,
                   .requirement = requirement,
                   .phrases = {},
                   .allowed = allowed,
                   .limit = limit,
                   .after = after,
                   .floor = std::max(floor, 1U),
                   .time = &time_};
  if (ranking_ == Ranking::exhaustive) return all_ranked(task);
  std::deque<Leaf> words;
  if (requirement == Requirement::all) ask_phrases_last(task, words);
  return top_documents(segment_, task, scale_);
}

std::vector<RankedDocument> Relevance::all_ranked(const RankingTask& task) const {
  const auto sums = sums_of_all(task.leaves, segment_.documents(), scale_);
  const auto found = with_leaves(task.requirement);
  std::vector<RankedDocument> ranked;
  for (std::uint32_t document = 0; document < sums.size(); ++document) {
    const RankedDocument place{
        .sum = sums[document], .id_rank = segment_.id_rank(document), .document = document};
    const bool is_wanted = place.sum > 0 && found.contains(document) &&
                           (!task.allowed || task.allowed->contains(document)) &&
                           (!task.after || *task.after < place);
    if (is_wanted) ranked.push_back(place);
  }
  std::ranges::sort(ranked);
  if (ranked.size() > task.limit) ranked.resize(task.limit);
  return ranked;
}

std::vector<RankedDocument> Relevance::without_leaves(
    const DocumentSet& result, std::size_t limit,
    const std::optional<RankedDocument>& after) const {
  auto rest = result;
  for (const auto* leaf : leaves_) rest -= leaf->documents();
  std::vector<RankedDocument> places;
  rest.for_each([&](std::uint32_t document) {
    const RankedDocument place{
        .sum = 0, .id_rank = segment_.id_rank(document), .document = document};
    if (!after || *after < place) places.push_back(place);
  });
  const auto shown = std::min(limit, places.size());
  std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(shown));
  places.resize(shown);
  return places;
}

}  // namespace tributary::search
