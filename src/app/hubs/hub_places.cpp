#include "app/hubs/hub_places.h"

#include <algorithm>
#include <limits>
#include <set>

#include "app/hubs/hub_figures.h"
#include "app/hubs/hub_filter.h"
#include "text/fold.h"

namespace tributary::app {
namespace {

/// Who takes part in its projects of the quarters that its page shows.
Result<std::set<store::OrganisationId>> participants_of(
    const ecosystem::HubContent& hub, Portal& portal,
    std::chrono::steady_clock::time_point deadline) {
  const auto figures = TRY(
      portal.hub_figures({.text = hub.query, .filters = filters_of(hub), .deadline = deadline}));
  std::set<store::OrganisationId> participants;
  for (const auto& quarter : figures->quarters) {
    for (const auto& organisation : quarter.organisations) participants.insert(organisation.id);
  }
  return participants;
}

}  // namespace

HubPlaces::HubPlaces(const ecosystem::HubContent& hub) : countries_(member_states_of(hub)) {
  for (const auto& region : regions_of(hub)) regions_.push_back(text::fold(region));
}

bool HubPlaces::has_country(std::string_view code) const {
  return countries_.empty() || std::ranges::find(countries_, code) != countries_.end();
}

bool HubPlaces::has(const store::PublishedOrganisation& organisation) const {
  if (!has_country(organisation.country)) return false;
  if (regions_.empty()) return true;
  const auto code = text::fold(organisation.nuts), name = text::fold(organisation.region);
  return std::ranges::any_of(regions_, [&](const std::string& region) {
    return code.starts_with(region) || name == region;
  });
}

Result<OfferList> hub_offers(const ecosystem::HubContent& hub, OfferDesk& offers, Portal& portal,
                             std::chrono::steady_clock::time_point deadline) {
  const HubPlaces places(hub);
  std::set<store::OrganisationId> participants;
  if (!places.has_any()) participants = TRY(participants_of(hub, portal, deadline));
  OfferFilter all;
  all.limit = std::numeric_limits<std::uint64_t>::max();
  auto list = TRY(offers.list(all));
  std::erase_if(list.offers, [&](const OfferCard& card) {
    return places.has_any() ? !places.has(card.organisation)
                            : !participants.contains(card.organisation.id);
  });
  list.total = list.offers.size();
  return list;
}

}  // namespace tributary::app
