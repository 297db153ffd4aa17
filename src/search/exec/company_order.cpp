#include "search/exec/company_order.h"

#include <algorithm>

#include "search/similar/latent_mix.h"

namespace tributary::search {

LatentVector latent_vector_of(const QueryLeaves& leaves, const IndexVectors& vectors) {
  std::vector<TermWeight> terms;
  for (const auto* leaf : leaves.mentioned(vectors.segment())) {
    for (const auto& word : leaf->words) {
      // A list that was made for a name of several words has no term.
      float documents = 0;
      for (const auto& term : word.terms) {
        if (term.name.empty()) documents += static_cast<float>(term.list.document_count());
      }
      for (const auto& term : word.terms) {
        if (!term.name.empty()) continue;
        const auto share = static_cast<float>(term.list.document_count()) / documents;
        terms.push_back({term.number, static_cast<float>(leaf->mentions) * term.penalty * share});
      }
    }
  }
  return vectors.fold_in(terms);
}

std::vector<PageHit> page_by_company(const MergedRelevance& relevance, const IndexVectors& vectors,
                                     const LatentVector& query, const DocumentSet& result,
                                     std::uint32_t limit, std::optional<std::uint32_t> last) {
  const auto by_words = relevance.page(result, kLatentCandidates, std::nullopt);
  std::vector<ScoredDocument> best;
  std::vector<std::uint32_t> documents;
  for (const auto& [document, score] : by_words) {
    best.push_back({.document = document, .score = score});
    documents.push_back(document);
  }
  const float largest = best.empty() ? 0.0F : best.front().score;
  mix_with_latent(best, vectors.cosines(query, documents));

  auto begin = best.begin();
  std::optional<std::uint32_t> after;  // in the order of the rest
  if (!by_words.empty()) after = by_words.back().document;
  if (last) {
    const auto found = std::ranges::find(best, *last, &ScoredDocument::document);
    begin = found == best.end() ? found : found + 1;
    if (found == best.end()) after = last;
  }
  std::vector<PageHit> page;
  for (; begin != best.end() && page.size() < limit; ++begin) {
    page.push_back({.document = begin->document, .score = begin->score});
  }
  if (page.size() < limit && by_words.size() == kLatentCandidates) {
    const auto left = limit - static_cast<std::uint32_t>(page.size());
    for (const auto& [document, score] : relevance.page(result, left, after)) {
      // As if the vectors knew nothing of it, so that scores stay of one kind.
      page.push_back({.document = document, .score = largest > 0 ? score / largest : 0.0F});
    }
  }
  return page;
}

}  // namespace tributary::search
