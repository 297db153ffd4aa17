#include "app/network/measured_network.h"

#include <algorithm>
#include <utility>

#include "app/partners/partner_choice.h"
#include "network/graph/k_core.h"

namespace tributary::app {

Result<MeasuredNetwork> measure_network(std::shared_ptr<const PartnerNetwork> catalogue,
                                        const NetworkScope& scope,
                                        std::optional<network::OrganisationIndex> around,
                                        FoundProjects found, Date today,
                                        network::Deadline deadline) {
  MeasuredNetwork measured;
  measured.catalogue = std::move(catalogue);
  measured.scope = scope;
  measured.around = around;
  measured.found = std::move(found);
  measured.as_of = today;
  measured.made = TRY(network::graph_of(measured.catalogue->collaboration,
                                        {.within = measured.found.projects,
                                         .fewest_projects = scope.fewest_projects,
                                         .around = around},
                                        deadline));
  const auto& graph = measured.graph();
  measured.cores = network::core_numbers(graph);
  measured.components = network::components_of(graph);
  measured.betweenness = TRY(network::measure_betweenness(graph, {.deadline = deadline}));
  measured.communities = TRY(network::find_communities(graph, 1, deadline));
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    const auto stable = std::ranges::count_if(
        graph.ties_of({node}), [](const auto& tie) { return tie.projects >= network::kStableTie; });
    measured.stable_ties.push_back(static_cast<std::uint32_t>(stable));
    measured.strengths.push_back(graph.strength({node}));
    measured.is_newcomer.push_back(
        is_newcomer(measured.catalogue->first_began(measured.made.organisations[node]), today));
  }
  return measured;
}

Result<std::shared_ptr<const MeasuredNetwork>> KeptNetworks::of(const std::string& key,
                                                                network::Deadline deadline,
                                                                const Measure& measure) {
  std::unique_lock lock(mutex_);
  while (true) {
    if (auto known = find(key)) return known;
    if (!is_measuring_) break;
    if (!deadline) {
      is_done_.wait(lock);
    } else if (is_done_.wait_until(lock, *deadline) == std::cv_status::timeout) {
      return fail(ErrorCode::timed_out, "other networks are being measured; try again later");
    }
  }
  is_measuring_ = true;
  lock.unlock();
  const auto end_turn = [&] {
    lock.lock();
    is_measuring_ = false;
    is_done_.notify_all();
  };
  auto measured = [&] {
    try {
      return measure();
    } catch (...) {  // memory that ran out; others wait for their turn
      end_turn();
      throw;
    }
  }();
  end_turn();
  if (!measured) return std::unexpected(measured.error());
  auto network = std::make_shared<const MeasuredNetwork>(std::move(*measured));
  keep(key, network);
  return network;
}

std::shared_ptr<const MeasuredNetwork> KeptNetworks::find(const std::string& key) {
  const auto found = std::ranges::find(kept_, key, &Kept::key);
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().network;
}

void KeptNetworks::keep(const std::string& key,
                        const std::shared_ptr<const MeasuredNetwork>& network) {
  // What speaks of an older catalogue is asked for no more, and would hold that catalogue.
  std::erase_if(kept_, [&](const Kept& kept) {
    return kept.key == key || kept.network->catalogue != network->catalogue;
  });
  kept_.push_front({key, network});
  std::uint64_t ties = 0;
  std::size_t count = 0;
  const auto too_many = std::ranges::find_if(kept_, [&](const Kept& kept) {
    ties += kept.network->graph().ties();
    ++count;
    return count > 1 && (count > kMostKept || ties > network::kMostTies);
  });
  kept_.erase(too_many, kept_.end());
}

}  // namespace tributary::app
