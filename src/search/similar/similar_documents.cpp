#include "search/similar/similar_documents.h"

#include <algorithm>

#include "search/similar/term_document_matrix.h"

namespace tributary::search {
namespace {

constexpr std::size_t kStrongestTerms = 25;

bool weighs_more(const TermWeight& left, const TermWeight& right) {
  return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
}

/// Fills in the terms that contributed most to the document's score by words, and how much of what
/// they can contribute that is.
Result<> tell_shared_terms(std::span<const TermWeight> query, const SimilarSources& sources,
                           std::size_t limit, SimilarDocument& found) {
  const auto weights = TRY(sources.weights_in(query, found.document));
  std::vector<TermWeight> contributions;
  float sum = 0, possible = 0;
  for (std::size_t i = 0; i < query.size(); ++i) {
    possible += query[i].weight;
    if (weights[i] <= 0) continue;
    contributions.push_back({query[i].term, query[i].weight * weights[i]});
    sum += contributions.back().weight;
  }
  std::ranges::sort(contributions, weighs_more);
  contributions.resize(std::min(limit, contributions.size()));
  found.shared.reserve(contributions.size());
  for (const auto& [term, weight] : contributions) {
    found.shared.push_back({.term = term, .share = weight / sum});
  }
  found.words = sum / possible;
  return {};
}

}  // namespace

std::vector<TermWeight> strongest_terms(std::span<const DocumentTerm> terms,
                                        std::uint32_t documents) {
  std::vector<TermWeight> strongest;
  for (const auto& [term, weight, frequency] : terms) {
    if (!DistinctiveTerms{}.hold(frequency, documents)) continue;
    strongest.push_back({term, weight * inverse_frequency(frequency, documents)});
  }
  std::ranges::sort(strongest, weighs_more);
  strongest.resize(std::min(kStrongestTerms, strongest.size()));
  return strongest;
}

Result<std::vector<SimilarDocument>> similar_documents(const Subject& subject,
                                                       const SimilarSources& sources,
                                                       const SimilarRequest& request) {
  const auto query = strongest_terms(subject.terms, sources.documents);
  if (query.empty()) return {};
  // One more, as the document itself is its own best hit.
  auto candidates = TRY(sources.best_by_words(query, kLatentCandidates + 1));
  std::erase_if(candidates, [&](const auto& one) { return one.document == subject.document; });
  candidates.resize(std::min(kLatentCandidates, candidates.size()));
  if (sources.cosines) {
    std::vector<std::uint32_t> documents;
    documents.reserve(candidates.size());
    for (const auto& candidate : candidates) documents.push_back(candidate.document);
    mix_with_latent(candidates, sources.cosines(documents), request.latent_weight);
  }
  candidates.resize(std::min(request.limit, candidates.size()));

  std::vector<SimilarDocument> similar;
  similar.reserve(candidates.size());
  for (const auto& [document, score] : candidates) {
    auto& found = similar.emplace_back();
    found.document = document;
    found.score = score;
    TRY(tell_shared_terms(query, sources, request.shared_terms, found));
  }
  if (sources.cosines) {
    std::vector<std::uint32_t> documents;
    for (const auto& found : similar) documents.push_back(found.document);
    const auto cosines = sources.cosines(documents);
    for (std::size_t at = 0; at < similar.size(); ++at) similar[at].cosine = cosines[at];
  }
  return similar;
}

}  // namespace tributary::search
