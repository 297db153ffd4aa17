#include "search/exec/company_order.h"

#include <algorithm>

namespace tributary::search {

LatentVector latent_vector_of(const std::vector<const Leaf*>& leaves,
                              const LatentVectors& vectors) {
  std::vector<TermWeight> terms;
  for (const auto* leaf : leaves) {
    for (const auto& word : leaf->words) {
      float documents = 0;
      for (const auto& term : word.terms) {
        documents += static_cast<float>(term.list.document_count());
      }
      for (const auto& term : word.terms) {
        const auto share = static_cast<float>(term.list.document_count()) / documents;
        terms.push_back({term.number, static_cast<float>(leaf->mentions) * term.penalty * share});
      }
    }
  }
  return vectors.fold_in(terms);
}

std::vector<ScoredDocument> page_by_company(const Relevance& relevance,
                                            const LatentVectors& vectors, const LatentVector& query,
                                            const DocumentSet& result, std::uint32_t limit,
                                            std::optional<std::uint32_t> last) {
  const auto by_words = relevance.page(result, kLatentCandidates, std::nullopt);
  std::vector<ScoredDocument> best;
  for (const auto& place : by_words) best.push_back({place.document, relevance.score(place)});
  const float largest = best.empty() ? 0.0F : best.front().score;
  mix_with_latent(best, vectors, query);

  auto begin = best.begin();
  std::optional<RankedDocument> after;  // in the order of the rest
  if (!by_words.empty()) after = by_words.back();
  if (last) {
    const auto found = std::ranges::find(best, *last, &ScoredDocument::document);
    begin = found == best.end() ? found : found + 1;
    if (found == best.end()) after = relevance.place_of(*last);
  }
  std::vector<ScoredDocument> page(begin, best.end());
  if (page.size() < limit && by_words.size() == kLatentCandidates) {
    const auto left = limit - static_cast<std::uint32_t>(page.size());
    for (const auto& place : relevance.page(result, left, after)) {
      // As if the vectors knew nothing of it, so that scores stay of one kind.
      const auto share = largest > 0 ? relevance.score(place) / largest : 0.0F;
      page.push_back({place.document, share});
    }
  }
  page.resize(std::min<std::size_t>(limit, page.size()));
  return page;
}

}  // namespace tributary::search
