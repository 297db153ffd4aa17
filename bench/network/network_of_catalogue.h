// bench/network/network_of_catalogue.h: who took part in what in a data directory.
#pragma once

#include "network/collaboration.h"

namespace tributary::bench {

/// Ends the program where there is none.
network::Collaboration collaboration_of(const char* data_directory);

}  // namespace tributary::bench
