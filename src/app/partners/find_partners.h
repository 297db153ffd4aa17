// app/partners/find_partners.h
//
// Organisations that would do as partners, and why: projects like the idea vote for those that
// carried them out (network/partners/partner_search.h; docs/partners.md).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/partners/partner_network.h"
#include "app/portal.h"
#include "network/partners/partner_search.h"
#include "search/index.h"

namespace tributary::app {

/// Of a candidate: of one of the values, which are alternatives; "unknown" is one. Empty: any. At
/// most 300 values each.
struct PartnerFilters {
  std::vector<std::string> countries;  ///< as published, GR and GB
  std::vector<std::string> types;      ///< names of catalogue::OrganisationType
  std::vector<std::string> regions;    ///< beginnings of NUTS codes
  std::optional<std::uint32_t> fewest_projects, most_projects;
  bool newcomers_only = false;
};

struct PartnerQuery {
  // What is looked for: at most one of the three. None: who worked with the members.
  std::string idea;     ///< in somebody's own words; at most 5,000 bytes
  std::string project;  ///< address of one that is like it
  std::string call;     ///< whose newest 1,000 projects vote

  std::string language = {};         ///< of the idea, where its words do not tell
  std::vector<std::string> members;  ///< of the consortium: addresses or ids of organisations
  PartnerFilters filters;
  network::PartnerWeights weights = {};                                 ///< each 0 … 1, not all 0
  double size_damping = network::PartnerQuestion{}.size_damping;        ///< 0 … 1
  double half_life_years = network::PartnerQuestion{}.half_life_years;  ///< 0.5 … 50
  std::uint32_t limit = 20;                                             ///< 1 … 100
  std::uint32_t offset = 0;  ///< of the candidates, best first
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
};

/// A project that speaks for a candidate.
struct PartnerReason {
  std::string slug, acronym, title;
  std::optional<Date> start;
  double share = 0;  ///< of its votes, or of its ties, 0 … 1
};

struct PartnerHit {
  store::StoredOrganisation organisation;  ///< who it is, and how many projects
  double score = 0;                        ///< 0 … 1
  network::PartnerParts parts;
  std::optional<Date> first_began;     ///< of its projects, where it is known
  bool is_newcomer = false;            ///< its first known project began in the last three years
  std::uint64_t votes = 0;             ///< how many projects voted for it …
  std::vector<PartnerReason> reasons;  ///< … and those that said most
  std::uint64_t joint_projects = 0;    ///< with members …
  std::vector<PartnerReason> ties;     ///< … and those that say most
};

struct PartnerAnswer {
  std::uint64_t total = 0;            ///< candidates within the filters
  std::vector<PartnerHit> hits;       ///< best first
  std::vector<FacetResult> facets;    ///< country, organisation_type: of all candidates within the
                                      ///< other filters
  std::uint64_t projects_voting = 0;  ///< that are like what is looked for
  std::vector<store::StoredOrganisation> members;
  std::string language;  ///< in which the idea was read
  Date as_of;
};

/// The network may be some seconds older than the catalogue: who left it meanwhile is no hit,
/// though still in the totals, so that a page may have fewer hits than its limit. Errors:
/// `invalid_argument` naming the field; `not_found` naming a project, call or member that is not
/// there; `timed_out` at the deadline, which is looked at between the steps.
Result<PartnerAnswer> find_partners(const PartnerQuery& query, const PartnerNetwork& network,
                                    const search::Snapshot& snapshot, store::CatalogueStore& store,
                                    Date today);

}  // namespace tributary::app
