// http/json/hub_json.h
//
// Hubs as the API tells them: schemas Hubs, Hub, HubNews, HubCalls, HubFigures, HubOrganisations.
// Who wrote something is told by role alone.
#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "app/hubs/hub_catalogue.h"
#include "app/hubs/hub_desk.h"
#include "app/hubs/hub_figures.h"

namespace tributary::http {

boost::json::object hubs_json(const app::HubList& list);
boost::json::object hub_json(const app::HubView& view, const app::HubCatalogue& catalogue,
                             const std::vector<store::PilotAtSite>& pilots, Date today);
boost::json::object hub_news_json(const app::HubView& view);
boost::json::object hub_calls_json(const app::HubView& view, const app::HubCatalogue& catalogue);

boost::json::object hub_figures_json(const store::StoredHub& hub, const app::HubFigures& figures);

/// A page of the organisations of one quarter.
struct HubOrganisationPage {
  std::uint64_t offset = 0, limit = 0;
  std::vector<store::StoredOrganisation> named;  ///< from `offset` on, in the order of the quarter
};

boost::json::object hub_organisations_json(const store::StoredHub& hub, Date as_of,
                                           const app::QuarterFigures& quarter,
                                           const HubOrganisationPage& page);

}  // namespace tributary::http
