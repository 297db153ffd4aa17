#include "app/partners/find_partners.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/organisation_address.h"
#include "app/partners/partner_choice.h"
#include "app/partners/partner_votes.h"

namespace tributary::app {
namespace {

constexpr std::uint32_t kMostHits = 100;
constexpr std::size_t kMostMembers = 50;
constexpr std::size_t kMostReasons = 5;

Result<> check_share(double value, const char* field) {
  if (value >= 0 && value <= 1) return {};
  return fail(ErrorCode::invalid_argument, "this is a number from 0 to 1", field);
}

Result<> check(const PartnerQuery& query) {
  const auto& weights = query.weights;
  TRY(check_share(weights.relevance, "weights.relevance"));
  TRY(check_share(weights.ties, "weights.ties"));
  TRY(check_share(weights.experience, "weights.experience"));
  TRY(check_share(weights.complementarity, "weights.complementarity"));
  TRY(check_share(weights.newcomer, "weights.newcomer"));
  TRY(check_share(query.size_damping, "size_damping"));
  if (network::sum_of(weights) <= 0) {
    return fail(ErrorCode::invalid_argument, "one of the weights has to be above 0", "weights");
  }
  if (!(query.half_life_years >= 0.5 && query.half_life_years <= 50)) {
    return fail(ErrorCode::invalid_argument, "the half-life is a number of years from 0.5 to 50",
                "half_life_years");
  }
  if (query.limit < 1 || query.limit > kMostHits) {
    return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 100", "limit");
  }
  if (query.members.size() > kMostMembers) {
    return fail(ErrorCode::invalid_argument, "a consortium has at most 50 members here", "members");
  }
  return check_filters(query.filters);
}

using LatestTime = std::optional<std::chrono::steady_clock::time_point>;

Result<> check_time(LatestTime deadline) {
  if (!deadline || std::chrono::steady_clock::now() < *deadline) return {};
  return fail(ErrorCode::timed_out, "finding partners took too long");
}

Result<> check_something_counts(const network::PartnerQuestion& question) {
  const auto counting = network::counting_weights(question);
  const double sum = network::sum_of(counting);
  // Without votes and members nobody is a candidate, whatever counts.
  if (sum > 0 || (question.votes.empty() && question.members.empty())) return {};
  return fail(ErrorCode::invalid_argument,
              "with these weights nothing counts: ties and complementarity need members, relevance "
              "needs projects that are like it",
              "weights");
}

struct Members {
  std::vector<network::OrganisationIndex> places;
  std::vector<store::StoredOrganisation> organisations;
};

/// Each once, in the order asked.
Result<Members> read_members(const std::vector<std::string>& addresses,
                             const PartnerNetwork& network, store::CatalogueStore& store) {
  Members members;
  for (const auto& address : addresses) {
    const auto id = organisation_id(address);
    const auto place = id ? network.place_of(*id) : std::nullopt;
    if (place && std::ranges::find(members.places, *place) != members.places.end()) continue;
    std::optional<store::StoredOrganisation> organisation;
    if (place) organisation = TRY(organisation_if_there(store, *id));
    if (!organisation) {
      return fail(ErrorCode::not_found, "there is no organisation with the address " + address,
                  "members");
    }
    organisation->projects = network.collaboration.projects_of(*place).size();
    members.places.push_back(*place);
    members.organisations.push_back(std::move(*organisation));
  }
  return members;
}

/// The hits of one page with their organisations and the projects that speak for them.
class HitReader {
 public:
  HitReader(const network::PartnerSearch& search, const network::PartnerQuestion& question,
            const PartnerNetwork& network, store::CatalogueStore& store, LatestTime deadline)
      : search_(search),
        question_(question),
        network_(network),
        store_(store),
        deadline_(deadline) {}

  Result<std::vector<PartnerHit>> read(std::span<const network::PartnerCandidate> candidates) {
    std::vector<PartnerHit> hits;
    for (const auto& candidate : candidates) {
      TRY(check_time(deadline_));
      auto organisation =
          TRY(organisation_if_there(store_, network_.organisations[candidate.organisation.value]));
      if (!organisation) continue;
      auto& hit = hits.emplace_back();
      hit.organisation = std::move(*organisation);
      hit.organisation.projects = candidate.projects;
      hit.score = candidate.score;
      hit.parts = candidate.parts;
      hit.first_began = network_.first_began(candidate.organisation);
      hit.is_newcomer = is_newcomer(hit.first_began, question_.today);
      const auto votes = search_.votes_for(candidate.organisation, question_, kMostReasons);
      hit.votes = votes.count;
      hit.reasons = shown(votes.first);
      const auto ties = search_.ties_of(candidate.organisation, question_, kMostReasons);
      hit.joint_projects = ties.count;
      hit.ties = shown(ties.first);
    }
    TRY(name_projects(hits));
    return hits;
  }

 private:
  [[nodiscard]] std::vector<PartnerReason> shown(
      const std::vector<network::Reason>& reasons) const {
    std::vector<PartnerReason> shown;
    shown.reserve(reasons.size());
    for (const auto& reason : reasons) {
      shown.push_back({.slug = network_.projects[reason.project.value],
                       .start = network_.collaboration.began(reason.project),
                       .share = reason.share});
    }
    return shown;
  }

  /// One question for all: several hits share their reasons.
  Result<> name_projects(std::vector<PartnerHit>& hits) {
    std::vector<std::string> slugs;
    const auto each_reason = [&](auto&& use) {
      for (auto& hit : hits) {
        for (auto& reason : hit.reasons) use(reason);
        for (auto& reason : hit.ties) use(reason);
      }
    };
    each_reason([&](const PartnerReason& reason) { slugs.push_back(reason.slug); });
    std::ranges::sort(slugs);
    const auto twice = std::ranges::unique(slugs);
    slugs.erase(twice.begin(), twice.end());
    std::map<std::string, std::pair<std::string, std::string>> names;
    for (auto& project : TRY(store_.projects(slugs))) {
      names[project.slug] = {std::move(project.merged.acronym), std::move(project.merged.title)};
    }
    each_reason([&](PartnerReason& reason) {
      std::tie(reason.acronym, reason.title) = names[reason.slug];
    });
    return {};
  }

  const network::PartnerSearch& search_;
  const network::PartnerQuestion& question_;
  const PartnerNetwork& network_;
  store::CatalogueStore& store_;
  LatestTime deadline_;
};

}  // namespace

Result<PartnerAnswer> find_partners(const PartnerQuery& query, const PartnerNetwork& network,
                                    const search::Snapshot& snapshot, store::CatalogueStore& store,
                                    Date today) {
  TRY(check(query));
  auto members = TRY(read_members(query.members, network, store));
  auto votes = TRY(partner_votes(query, network, snapshot, store));
  TRY(check_time(query.deadline));
  const network::PartnerQuestion question{.votes = std::move(votes.votes),
                                          .members = members.places,
                                          .weights = query.weights,
                                          .size_damping = query.size_damping,
                                          .half_life_years = query.half_life_years,
                                          .today = today};
  TRY(check_something_counts(question));
  const network::PartnerSearch search(network.collaboration, network.kinds,
                                      &network.joint_projects);
  auto candidates = search.candidates(question);
  TRY(check_time(query.deadline));
  auto facets = keep_chosen(candidates, query.filters, network, today);
  TRY(check_time(query.deadline));
  PartnerAnswer answer{.total = candidates.size(),
                       .facets = std::move(facets),
                       .projects_voting = question.votes.size(),
                       .members = std::move(members.organisations),
                       .language = std::move(votes.language),
                       .as_of = today};
  const auto page = candidates.page(query.offset, query.limit);
  HitReader reader(search, question, network, store, query.deadline);
  answer.hits = TRY(reader.read(page));
  return answer;
}

}  // namespace tributary::app
