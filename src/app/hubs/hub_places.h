// app/hubs/hub_places.h
//
// The places of a hub, and its offers.
//
// A hub of places (countries of its filter, regions of its words) has what organisations there do.
// One of a theme alone has the offers of the organisations of its projects, and the pilots of what
// came from these projects or is about the theme (hub_pilots.h).
//
// Thread rule: safe from any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "app/partnership/offer_desk.h"
#include "app/portal.h"
#include "ecosystem/hub/hub.h"

namespace tributary::app {

class HubPlaces {
 public:
  explicit HubPlaces(const ecosystem::HubContent& hub);

  [[nodiscard]] bool has_any() const { return !countries_.empty() || !regions_.empty(); }
  [[nodiscard]] bool has_regions() const { return !regions_.empty(); }
  [[nodiscard]] bool has_country(std::string_view code) const;
  /// Whether it is in one of its countries and in one of its regions, where it has any. A region
  /// includes those whose codes begin with its own.
  [[nodiscard]] bool has(const store::PublishedOrganisation& organisation) const;

 private:
  std::vector<std::string> countries_, regions_;
};

/// Offers and requests that are shown today and belong to the hub, the newest first. Errors: as
/// Portal::hub_figures(), where it is of a theme alone.
Result<OfferList> hub_offers(const ecosystem::HubContent& hub, OfferDesk& offers, Portal& portal,
                             std::chrono::steady_clock::time_point deadline);

}  // namespace tributary::app
