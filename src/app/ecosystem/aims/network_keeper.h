// app/ecosystem/aims/network_keeper.h
//
// The network of the catalogue and its figures, computed once and kept in memory: the network as
// long as the catalogue keeps its version, the figures of a state as long as besides nobody lists
// another provider or names another source project, and the day is the same.
//
// Thread rule: safe from any thread; who asks while it is being computed waits for it.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "app/ecosystem/aims/vet_network.h"

namespace tributary::app {

/// What belongs together: figures, and the network in whose numbers they speak.
struct StateNetwork {
  std::shared_ptr<const VetNetwork> network;
  std::shared_ptr<const KnownKinds> known;
  std::shared_ptr<const std::map<int, NetworkYear>> years;
};

class NetworkKeeper {
 public:
  Result<StateNetwork> of_state(sql::Connection& connection, const ecosystem::StateCode& state,
                                Date today);

  /// How many the catalogue knows in each state that has one.
  Result<std::map<ecosystem::StateCode, std::uint64_t>> vet_provider_counts(
      sql::Connection& connection, Date today);

  /// Those of one state, by id.
  Result<std::vector<store::NetworkOrganisation>> vet_providers_of(
      sql::Connection& connection, const ecosystem::StateCode& state, Date today);

 private:
  /// REQUIRES: the lock.
  Result<> bring_up_to_date(sql::Connection& connection, Date today);

  std::mutex mutex_;
  std::shared_ptr<const VetNetwork> network_;
  // What the kinds, and so the figures, were computed from besides the network.
  std::vector<store::OrganisationId> listed_;
  std::vector<std::string> source_slugs_;
  Date day_;
  std::shared_ptr<const KnownKinds> known_;
  std::map<ecosystem::StateCode, std::shared_ptr<const std::map<int, NetworkYear>>> states_;
};

}  // namespace tributary::app
