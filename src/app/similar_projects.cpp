#include "app/similar_projects.h"

#include <algorithm>
#include <utility>

#include "app/project_document.h"

namespace tributary::app {

Result<SimilarResponse> similar_projects(const store::StoredProject& project, std::uint32_t limit,
                                         const search::Snapshot& snapshot,
                                         store::CatalogueStore& store, Date today) {
  auto document = project_document(project);
  auto answer = TRY(snapshot.similar(
      {.texts = std::move(document.texts), .id = std::move(document.id), .limit = limit}));
  std::vector<std::string> slugs;
  for (const auto& hit : answer.hits) slugs.push_back(hit.id);
  SimilarResponse response{.hits = {}, .by_company = answer.has_latent_vectors};
  // A project that left the catalogue since the index was built is left out.
  for (auto& found : TRY(store.projects(slugs))) {
    const auto hit = std::ranges::find(answer.hits, found.slug, &search::SimilarHit::id);
    const auto status = catalogue::status_on(today, found.merged.start, found.merged.end);
    response.hits.push_back({.project = std::move(found),
                             .status = status,
                             .score = hit->score,
                             .shared = std::move(hit->shared)});
  }
  return response;
}

}  // namespace tributary::app
