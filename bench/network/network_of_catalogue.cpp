#include "network_of_catalogue.h"

#include "../must.h"
#include "app/data_directory.h"
#include "app/partners/partner_network.h"
#include "store/pool.h"

namespace tributary::bench {

network::Collaboration collaboration_of(const char* data_directory) {
  const app::DataDirectory data{data_directory};
  store::ConnectionPool connections(data.database());
  auto connection = must(connections.lend());
  return must(app::read_partner_network(*connection)).collaboration;
}

}  // namespace tributary::bench
