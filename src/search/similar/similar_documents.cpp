#include "search/similar/similar_documents.h"

#include <algorithm>

#include "search/similar/term_document_matrix.h"

namespace tributary::search {
namespace {

constexpr std::size_t kStrongestTerms = 25;

bool weighs_more(const TermWeight& left, const TermWeight& right) {
  return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
}

/// The terms that contributed most to the document's score by words.
Result<std::vector<SharedTerm>> shared_terms(std::span<const TermWeight> query,
                                             std::uint32_t document, const SimilarSources& sources,
                                             std::size_t limit) {
  const auto weights = TRY(sources.weights_in(query, document));
  std::vector<TermWeight> contributions;
  float sum = 0;
  for (std::size_t i = 0; i < query.size(); ++i) {
    if (weights[i] <= 0) continue;
    contributions.push_back({query[i].term, query[i].weight * weights[i]});
    sum += contributions.back().weight;
  }
  std::ranges::sort(contributions, weighs_more);
  contributions.resize(std::min(limit, contributions.size()));
  std::vector<SharedTerm> shared;
  shared.reserve(contributions.size());
  for (const auto& [term, weight] : contributions) {
    shared.push_back({.term = term, .share = weight / sum});
  }
  return shared;
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
    similar.push_back(
        {.document = document,
         .score = score,
         .shared = TRY(shared_terms(query, document, sources, request.shared_terms))});
  }
  return similar;
}

}  // namespace tributary::search
