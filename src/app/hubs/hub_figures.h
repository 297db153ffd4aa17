// app/hubs/hub_figures.h
//
// A part of the catalogue, quarter by quarter: how many projects begin, who takes part in them and
// from where, who is new, and the grants as far as they are known.
//
//   const auto figures = TRY(portal.hub_figures({.text = "mentor*", .filters = {{"country",
//   {"PT"}}}}));
//
// Every number is exact. Projects, grants and their coverage are the index's; organisations come
// from the network of the catalogue, which may be some seconds younger or older
// (app/partners/partner_network.h): a project that it has not got yet counts among those whose
// organisations are not known.
#pragma once

#include <chrono>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/partners/partner_network.h"
#include "app/portal.h"
#include "base/money.h"
#include "ecosystem/hub/quarter.h"
#include "search/index.h"

namespace tributary::app {

inline constexpr std::uint32_t kQuartersShown = 12, kMostQuarters = 40;

struct HubFigureQuery {
  std::string text;
  std::vector<FacetChoice> filters;
  std::uint32_t quarters = kQuartersShown;  ///< up to that of today; at most kMostQuarters
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
};

/// An organisation in the projects that begin in one quarter.
struct QuarterOrganisation {
  store::OrganisationId id;
  std::string country;  ///< as published; empty: not known
  std::uint32_t projects = 0;
  bool is_newcomer = false;  ///< no project of it that the catalogue knows began before the quarter
};

struct QuarterFigures {
  ecosystem::Quarter quarter{0};
  std::uint64_t projects = 0;       ///< that begin in it
  Money grant;                      ///< of those whose grant is known …
  std::uint64_t grant_known = 0;    ///< … which are so many
  std::uint64_t members_known = 0;  ///< projects of which somebody who takes part is known
  std::uint64_t newcomers = 0, countries = 0;
  std::vector<QuarterOrganisation> organisations;  ///< most projects first
};

/// Of all quarters shown.
struct CountryFigures {
  std::string country;
  std::uint64_t organisations = 0;
};

struct HubFigures {
  Date as_of;
  std::uint64_t projects = 0;                               ///< in the filter, whenever they begin
  std::uint64_t earlier = 0, later = 0, without_start = 0;  ///< the others add up to `projects`
  std::vector<QuarterFigures> quarters;                     ///< the earliest first
  std::uint64_t organisations = 0;        ///< that take part in any quarter shown, each once
  std::vector<CountryFigures> countries;  ///< most organisations first
  std::uint64_t country_unknown = 0;      ///< organisations
};

/// Errors: as Portal::search(); `timed_out` at the deadline.
Result<HubFigures> find_hub_figures(const HubFigureQuery& query, const PartnerNetwork& network,
                                    const search::Snapshot& snapshot,
                                    const text::Synonyms& synonyms, Date today);

/// The figures of the last hubs that were looked at, as long as index, network and day are the
/// same. Safe from any thread; nobody waits for another's figures.
class KeptHubFigures {
 public:
  static constexpr std::size_t kMostKept = 64;

  struct Key {
    std::string query;  ///< all that was asked
    std::uint64_t generation = 0, catalogue_version = 0;
    Date today;
    bool operator==(const Key&) const = default;
  };

  std::shared_ptr<const HubFigures> find(const Key& key);
  void keep(Key key, std::shared_ptr<const HubFigures> figures);

 private:
  struct Kept {
    Key key;
    std::shared_ptr<const HubFigures> figures;
  };
  std::mutex mutex_;
  std::list<Kept> kept_;  ///< the last asked for first
};

/// Equal for equal queries alone.
std::string key_text(const HubFigureQuery& query);

}  // namespace tributary::app
