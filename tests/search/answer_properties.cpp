#include "answer_properties.h"

#include <rapidcheck.h>

namespace tributary::search_cases {

void assert_same_facets(const search::Answer& answer, const search::Answer& expected) {
  RC_ASSERT(answer.facets.size() == expected.facets.size());
  for (std::size_t i = 0; i < answer.facets.size(); ++i) {
    const auto &facet = answer.facets[i], &other = expected.facets[i];
    RC_ASSERT(facet.name == other.name);
    RC_ASSERT(facet.unknown == other.unknown);
    RC_ASSERT(facet.distinct == other.distinct);
    RC_ASSERT(facet.counts.size() == other.counts.size());
    for (std::size_t j = 0; j < facet.counts.size(); ++j) {
      RC_ASSERT(facet.counts[j].label == other.counts[j].label);
      RC_ASSERT(facet.counts[j].low == other.counts[j].low);
      RC_ASSERT(facet.counts[j].count == other.counts[j].count);
    }
  }
}

void assert_same_hits(const search::Answer& answer, const search::Answer& expected) {
  RC_ASSERT(answer.hits.size() == expected.hits.size());
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    RC_ASSERT(answer.hits[i].id == expected.hits[i].id);
    RC_ASSERT(answer.hits[i].score == expected.hits[i].score);
  }
}

void assert_explained(const search::Snapshot& snapshot, const search::Request& request) {
  const auto answer = snapshot.search(request);
  RC_ASSERT(answer.has_value());
  std::vector<std::string> ids;
  for (const auto& hit : answer->hits) ids.push_back(hit.id);
  const auto explanations = snapshot.explain(request.query, ids);
  RC_ASSERT(explanations.has_value());
  RC_ASSERT(explanations->size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto& explanation = (*explanations)[i];
    RC_ASSERT(explanation.id == ids[i]);
    RC_ASSERT(explanation.score == answer->hits[i].score);  // to the bit
    RC_ASSERT(static_cast<float>(explanation.points / explanation.points_in_one) ==
              explanation.score);
    std::uint32_t sum = 0;
    for (const auto& part : explanation.parts) {
      std::uint32_t of_words = 0;
      for (const auto& word : part.words) {
        of_words += word.points;
        if (word.points > 0) RC_ASSERT(word.points == word.terms.front().points);
      }
      RC_ASSERT(part.points == part.mentions * of_words);
      RC_ASSERT(part.is_found == (part.points > 0));
      sum += part.points;
    }
    RC_ASSERT(sum == explanation.points);
  }
}

std::vector<std::string> ids_of_all_pages(const search::Snapshot& snapshot,
                                          search::Request request) {
  std::vector<std::string> ids;
  do {
    const auto page = snapshot.search(request);
    RC_ASSERT(page.has_value());
    for (const auto& hit : page->hits) ids.push_back(hit.id);
    request.after = page->next;
  } while (!request.after.empty());
  return ids;
}

}  // namespace tributary::search_cases
