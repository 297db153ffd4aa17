#include "app/scouting/needs.h"

#include <algorithm>
#include <map>

#include "app/own_words.h"
#include "app/search_projects.h"

namespace tributary::app {
namespace {

constexpr std::size_t kMostBytes = 5'000;
constexpr std::uint32_t kMostNeedHits = 50;
constexpr std::uint32_t kCandidates = 100;
constexpr double kCosineWeight = 0.4;

Closeness closeness_of(const search::SimilarHit& hit, bool has_vectors) {
  Closeness found{.words = hit.words, .cosine = std::max(0.0, double{hit.cosine})};
  found.value = has_vectors ? (found.words + kCosineWeight * found.cosine) / (1 + kCosineWeight)
                            : found.words;
  return found;
}

double score_of(const NeedHit& hit) {
  return hit.closeness.value * (1 - (hit.nearest ? hit.nearest->closeness.value : 0));
}

/// Of each of these projects the nearest innovation.
Result<std::map<std::string, NearInnovation>> nearest_innovations(
    const NeedQuery& query, const std::vector<std::string>& slugs,
    const search::Snapshot& snapshot) {
  std::map<std::string, NearInnovation> nearest;
  for (const auto& innovation : query.known) {
    if (query.deadline && std::chrono::steady_clock::now() > *query.deadline) {
      return fail(ErrorCode::timed_out,
                  "comparing the innovations that are known took longer than it may");
    }
    const auto answer = TRY(snapshot.similar(
        {.texts = {own_words(innovation.words, language_of_words(innovation.words, ""),
                             snapshot.schema())},
         .limit = kCandidates,
         .selections = {{.facet = "candidates", .ids = slugs}}}));
    for (const auto& hit : answer.hits) {
      const NearInnovation near{innovation.id, closeness_of(hit, answer.has_latent_vectors)};
      const auto [entry, is_first] = nearest.emplace(hit.id, near);
      if (near.closeness.value > entry->second.closeness.value) entry->second = near;
    }
  }
  return nearest;
}

}  // namespace

Result<NeedAnswer> find_for_need(const NeedQuery& query, const search::Snapshot& snapshot,
                                 const text::Synonyms& synonyms, store::CatalogueStore& store,
                                 Date today) {
  if (query.text.size() > kMostBytes) {
    return fail(ErrorCode::invalid_argument, "a need has at most 5,000 bytes", "text");
  }
  if (query.limit < 1 || query.limit > kMostNeedHits) {
    return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 50", "limit");
  }
  const auto filtered =
      TRY(read_question({.text = "", .filters = query.filters}, snapshot, synonyms, today));
  const auto language = language_of_words(query.text, query.language);
  auto found = TRY(snapshot.similar({.texts = {own_words(query.text, language, snapshot.schema())},
                                     .limit = kCandidates,
                                     .selections = filtered.request.selections}));
  NeedAnswer answer{.language = std::string(text::code_of(language)),
                    .has_vectors = found.has_latent_vectors,
                    .compared = query.known.size(),
                    .candidates = found.hits.size()};
  std::vector<std::string> slugs;
  for (const auto& hit : found.hits) slugs.push_back(hit.id);
  const auto nearest = TRY(nearest_innovations(query, slugs, snapshot));
  for (auto& project : TRY(store.projects(slugs))) {
    const auto hit = std::ranges::find(found.hits, project.slug, &search::SimilarHit::id);
    auto& shown = answer.hits.emplace_back();
    shown.status = catalogue::status_on(today, project.merged.start, project.merged.end);
    shown.closeness = closeness_of(*hit, answer.has_vectors);
    shown.shared = std::move(hit->shared);
    if (const auto near = nearest.find(project.slug); near != nearest.end()) {
      shown.nearest = near->second;
    }
    shown.score = score_of(shown);
    shown.project = std::move(project);
  }
  std::ranges::stable_sort(answer.hits, std::greater(), &NeedHit::score);
  answer.hits.erase(
      answer.hits.begin() + std::min<std::ptrdiff_t>(query.limit, std::ssize(answer.hits)),
      answer.hits.end());
  return answer;
}

}  // namespace tributary::app
