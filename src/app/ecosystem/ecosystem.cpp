#include "app/ecosystem/ecosystem.h"

#include "app/demonstration/ecosystem/demonstration_ecosystem.h"
#include "store/recorded_change.h"

namespace tributary::app {

Result<std::unique_ptr<Ecosystem>> Ecosystem::open(const DataDirectory& data, const Clock& clock) {
  TRY(data.prepare());
  auto ecosystem = std::unique_ptr<Ecosystem>(new Ecosystem(data.database(), clock));
  TRY(ecosystem->framework().begin_with_starter());
  TRY(ecosystem->innovations().begin_with_default_rules());
  return ecosystem;
}

Result<std::vector<store::PublicMove>> Ecosystem::newest_moves(std::uint64_t limit) {
  auto reading = TRY(store::Reading::begin(connections_));
  return store::newest_public_moves(reading.connection(), limit);
}

Result<bool> Ecosystem::is_demonstration() {
  auto lease = TRY(connections_.lend());
  return is_demonstration_ecosystem(*lease);
}

}  // namespace tributary::app
