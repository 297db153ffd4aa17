// app/network/measured_network.h
//
// A network with all its measures, which are computed together and kept for the next who asks:
// another order, the picture, an export.
//
// Thread rule: a MeasuredNetwork is safe from any thread once it is made; KeptNetworks always.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/network/network_scope.h"
#include "network/graph/betweenness.h"
#include "network/graph/communities.h"
#include "network/graph/components.h"

namespace tributary::app {

struct MeasuredNetwork {
  std::shared_ptr<const PartnerNetwork> catalogue;
  NetworkScope scope;
  std::optional<network::OrganisationIndex> around;  ///< whom the scope names
  FoundProjects found;
  network::OrganisationGraph made;
  // By node.
  std::vector<std::uint32_t> cores;
  std::vector<std::uint32_t> stable_ties;
  std::vector<std::uint64_t> strengths;
  std::vector<bool> is_newcomer;  ///< by all its projects, of the scope or not
  network::Betweenness betweenness;
  network::Communities communities;
  network::Components components;
  Date as_of;  ///< newcomers are so on this day

  [[nodiscard]] const network::TieGraph& graph() const { return made.graph; }
};

/// Errors: `too_long`, `timed_out`: as the measures.
Result<MeasuredNetwork> measure_network(std::shared_ptr<const PartnerNetwork> catalogue,
                                        const NetworkScope& scope,
                                        std::optional<network::OrganisationIndex> around,
                                        FoundProjects found, Date today,
                                        network::Deadline deadline);

/// The networks that were asked for last, at most kMostKept with kMostTies ties together. One is
/// measured at a time, as that takes a whole processor for seconds: who asks for another one
/// meanwhile waits.
class KeptNetworks {
 public:
  static constexpr std::size_t kMostKept = 16;
  using Measure = std::function<Result<MeasuredNetwork>()>;

  /// That of `key`, else what `measure` gives, which is kept if it succeeds. Errors: those of
  /// `measure`; `timed_out` where others took too long.
  Result<std::shared_ptr<const MeasuredNetwork>> of(const std::string& key,
                                                    network::Deadline deadline,
                                                    const Measure& measure);

 private:
  struct Kept {
    std::string key;
    std::shared_ptr<const MeasuredNetwork> network;
  };
  /// REQUIRES, as the next: the lock.
  std::shared_ptr<const MeasuredNetwork> find(const std::string& key);
  void keep(const std::string& key, const std::shared_ptr<const MeasuredNetwork>& network);

  std::mutex mutex_;
  std::condition_variable is_done_;
  bool is_measuring_ = false;
  std::list<Kept> kept_;  // the last one asked for first
};

}  // namespace tributary::app
