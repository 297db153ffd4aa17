// app/network/network_export.h
//
// A whole network as a file: GraphML for programs that draw and measure networks (Gephi, igraph,
// networkx), or one of two tables as CSV (RFC 4180, UTF-8). Written in pieces, organisation by
// organisation.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "app/network/measured_network.h"

namespace tributary::app {

enum class NetworkFormat : std::uint8_t { graphml, organisations_csv, ties_csv };

using TextSink = std::function<Result<>(std::string_view)>;

/// GraphML says in its description what was asked for, of which day it is and how betweenness was
/// measured. Who left the catalogue meanwhile is left out. Errors: `database`, and those of `sink`.
Result<> write_network(const MeasuredNetwork& network, NetworkFormat format,
                       sql::Connection& connection, const TextSink& sink);

}  // namespace tributary::app
