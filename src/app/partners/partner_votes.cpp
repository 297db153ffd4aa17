#include "app/partners/partner_votes.h"

#include "app/own_words.h"
#include "app/project_document.h"

namespace tributary::app {
namespace {

/// As many projects vote as an idea may well have; the design says 500 to 1,000.
constexpr std::uint32_t kMostVotes = 1'000;
constexpr std::size_t kMostIdeaBytes = 5'000;

/// What the index found; a project that left the catalogue meanwhile has no vote.
std::vector<network::Vote> votes_for(const std::vector<search::SimilarHit>& hits,
                                     const PartnerNetwork& network) {
  std::vector<network::Vote> votes;
  votes.reserve(hits.size());
  for (const auto& hit : hits) {
    const auto place = network.place_of(hit.id);
    if (place && hit.score > 0) votes.push_back({*place, hit.score});
  }
  return votes;
}

Result<PartnerVotes> votes_of_idea(const PartnerQuery& query, const PartnerNetwork& network,
                                   const search::Snapshot& snapshot) {
  if (query.idea.size() > kMostIdeaBytes) {
    return fail(ErrorCode::invalid_argument, "an idea has at most 5,000 bytes", "idea");
  }
  const auto language = language_of_words(query.idea, query.language);
  const auto found = TRY(snapshot.similar(
      {.texts = {own_words(query.idea, language, snapshot.schema())}, .limit = kMostVotes}));
  return PartnerVotes{.votes = votes_for(found.hits, network),
                      .language = std::string(text::code_of(language))};
}

Result<PartnerVotes> votes_of_project(const PartnerQuery& query, const PartnerNetwork& network,
                                      const search::Snapshot& snapshot,
                                      store::CatalogueStore& store) {
  const auto project = store.project(query.project);
  if (!project) {
    if (project.error().code != ErrorCode::not_found) return std::unexpected(project.error());
    return fail(ErrorCode::not_found, "there is no project with this id", "project");
  }
  auto document = project_document(*project);
  const auto found = TRY(snapshot.similar(
      {.texts = std::move(document.texts), .id = std::move(document.id), .limit = kMostVotes}));
  return PartnerVotes{.votes = votes_for(found.hits, network), .language = {}};
}

/// All projects of a call are alike: each of the newest has the same vote.
Result<PartnerVotes> votes_of_call(const PartnerQuery& query, const PartnerNetwork& network,
                                   const search::Snapshot& snapshot) {
  search::Request request{.limit = kMostVotes, .deadline = query.deadline};
  request.selections.push_back(
      {.facet = "call", .labels = {{.column = "call", .values = {query.call}}}});
  request.sort = {.column = "start", .direction = search::Direction::descending};
  const auto answer = TRY(snapshot.search(request));
  if (answer.hits.empty()) {
    return fail(ErrorCode::not_found, "no project has this call", "call");
  }
  PartnerVotes found;
  for (const auto& hit : answer.hits) {
    if (const auto place = network.place_of(hit.id)) found.votes.push_back({*place, 1.0});
  }
  return found;
}

}  // namespace

Result<PartnerVotes> partner_votes(const PartnerQuery& query, const PartnerNetwork& network,
                                   const search::Snapshot& snapshot, store::CatalogueStore& store) {
  const int asked =
      int{!query.idea.empty()} + int{!query.project.empty()} + int{!query.call.empty()};
  if (asked > 1) {
    return fail(ErrorCode::invalid_argument,
                "only one of the three can be looked for: an idea, a project or a call",
                query.project.empty() ? "call" : "project");
  }
  if (!query.idea.empty()) return votes_of_idea(query, network, snapshot);
  if (!query.project.empty()) return votes_of_project(query, network, snapshot, store);
  if (!query.call.empty()) return votes_of_call(query, network, snapshot);
  if (!query.members.empty()) return PartnerVotes{};
  return fail(ErrorCode::invalid_argument,
              "say what you look for: an idea in your own words, a project, a call, or the members "
              "of your consortium",
              "idea");
}

}  // namespace tributary::app
