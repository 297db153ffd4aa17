// app/hubs/hub_pilots.h
//
// The pilots that belong to a hub.
//
// - A hub of places has those with a site in its countries, and where it has regions those whose
//   lead comes from an organisation there.
// - A hub of a theme alone has those of innovations that came from one of its projects, or that say
//   what the theme asks for: its words, in their own texts or the names of the elements that they
//   address, and one of its topics where it chose any. A theme that chose anything else (a
//   programme, years) is one of projects; of innovations it says nothing.
//
// Thread rule: safe from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "app/portal.h"
#include "ecosystem/hub/hub.h"
#include "store/hub/pilots_at_sites.h"
#include "store/pool.h"

namespace tributary::app {

/// The newest first. Errors: as Portal::search(), where the hub is of a theme alone.
Result<std::vector<store::PilotAtSite>> hub_pilots(
    const ecosystem::HubContent& hub, store::ConnectionPool& connections, Portal& portal,
    std::optional<std::chrono::steady_clock::time_point> deadline);

}  // namespace tributary::app
