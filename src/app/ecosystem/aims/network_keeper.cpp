#include "app/ecosystem/aims/network_keeper.h"

#include "store/aims/innovation_courses.h"

namespace tributary::app {

Result<> NetworkKeeper::bring_up_to_date(sql::Connection& connection, Date today) {
  auto listed = TRY(store::listed_vet_organisations(connection));
  auto slugs = TRY(store::slugs_of_source_projects(connection));
  const bool is_same_network =
      network_ && network_->catalogue_version == TRY(store::catalogue_version_now(connection));
  if (is_same_network && listed == listed_ && slugs == source_slugs_ && day_ == today) return {};
  if (!is_same_network) {
    network_ = std::make_shared<const VetNetwork>(TRY(read_vet_network(connection)));
  }
  known_ = std::make_shared<const KnownKinds>(what_is_known(*network_, listed, slugs));
  listed_ = std::move(listed);
  source_slugs_ = std::move(slugs);
  day_ = today;
  states_.clear();
  return {};
}

Result<StateNetwork> NetworkKeeper::of_state(sql::Connection& connection,
                                             const ecosystem::StateCode& state, Date today) {
  const std::scoped_lock lock(mutex_);
  TRY(bring_up_to_date(connection, today));
  auto& years = states_[state];
  if (!years) {
    years = std::make_shared<const std::map<int, NetworkYear>>(
        network_of_state(*network_, *known_, state, today));
  }
  return StateNetwork{network_, known_, years};
}

Result<std::map<ecosystem::StateCode, std::uint64_t>> NetworkKeeper::vet_provider_counts(
    sql::Connection& connection, Date today) {
  const std::scoped_lock lock(mutex_);
  TRY(bring_up_to_date(connection, today));
  std::map<ecosystem::StateCode, std::uint64_t> counts;
  for (const auto& [state, places] : vet_providers_by_state(*network_, *known_)) {
    counts[state] = places.size();
  }
  return counts;
}

Result<std::vector<store::NetworkOrganisation>> NetworkKeeper::vet_providers_of(
    sql::Connection& connection, const ecosystem::StateCode& state, Date today) {
  const std::scoped_lock lock(mutex_);
  TRY(bring_up_to_date(connection, today));
  std::vector<store::NetworkOrganisation> providers;
  const auto by_state = vet_providers_by_state(*network_, *known_);
  if (const auto found = by_state.find(state); found != by_state.end()) {
    for (const auto place : found->second) providers.push_back(network_->organisations[place]);
  }
  return providers;
}

}  // namespace tributary::app
