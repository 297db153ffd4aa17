#include "app/hubs/hub_catalogue.h"

namespace tributary::app {

Result<HubCatalogue> hub_catalogue(const HubView& view, Portal& portal) {
  HubCatalogue catalogue;
  for (const auto& stored : view.calls) {
    const auto& call = stored.call.call;
    if (catalogue.projects_of_call.contains(call)) continue;
    const auto found = TRY(portal.search({.text = "call:\"" + call + "\"", .limit = 1}));
    catalogue.projects_of_call[call] = found.total;
  }
  for (const auto& stored : view.highlights) {
    const auto& address = stored.highlight.project;
    auto project = portal.project(address);
    if (project) {
      catalogue.projects.emplace(address, *std::move(project));
    } else if (project.error().code != ErrorCode::not_found) {
      return std::unexpected(project.error());
    }
  }
  return catalogue;
}

}  // namespace tributary::app
