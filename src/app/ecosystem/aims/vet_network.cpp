#include "app/ecosystem/aims/vet_network.h"

#include <algorithm>
#include <unordered_map>

#include "app/ecosystem/aims/vet_signs.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

using network::OrganisationIndex;
using network::ProjectIndex;

}  // namespace

const store::NetworkOrganisation& VetNetwork::organisation(eco::OrganisationNumber id) const {
  return *std::ranges::lower_bound(organisations, store::OrganisationId{id.value}, {},
                                   &store::NetworkOrganisation::id);
}

const ProjectOfNetwork& VetNetwork::project(eco::ProjectNumber id) const {
  return *std::ranges::lower_bound(projects, id, {}, &ProjectOfNetwork::id);
}

Result<VetNetwork> read_vet_network(sql::Connection& connection) {
  VetNetwork read{.catalogue_version = TRY(store::catalogue_version_now(connection)),
                  .organisations = TRY(store::network_organisations(connection))};
  std::unordered_map<std::int64_t, OrganisationIndex> places;
  places.reserve(read.organisations.size());
  for (std::uint32_t place = 0; place < read.organisations.size(); ++place) {
    places.emplace(read.organisations[place].id.value, OrganisationIndex{place});
  }
  std::vector<std::optional<Date>> began;
  std::vector<network::Participation> participations;
  TRY(store::for_each_network_project(
      connection,
      [&](store::ProjectId id, const catalogue::SourceProject& project,
          const std::vector<std::int64_t>& organisations) -> Result<> {
        const ProjectIndex place{static_cast<std::uint32_t>(read.projects.size())};
        read.projects.push_back({.id = {id.value},
                                 .slug = store::project_slug(project),
                                 .name = project.acronym.empty() ? project.title : project.acronym,
                                 .stated = vet_signs(project)});
        began.push_back(project.start);
        for (const auto organisation : organisations) {
          const auto known = places.find(organisation);
          if (known != places.end()) participations.push_back({known->second, place});
        }
        return {};
      }));
  read.collaboration = network::Collaboration(static_cast<std::uint32_t>(read.organisations.size()),
                                              std::move(began), participations);
  return read;
}

KnownKinds what_is_known(const VetNetwork& network,
                         const std::vector<store::OrganisationId>& listed,
                         const std::vector<std::string>& source_slugs) {
  KnownKinds known;
  known.organisations.reserve(network.organisations.size());
  for (const auto& organisation : network.organisations) {
    known.organisations.push_back(std::ranges::binary_search(listed, organisation.id)
                                      ? eco::PartnerKind::vet_provider
                                      : partner_kind(organisation.type));
  }
  known.is_vet_innovation.reserve(network.projects.size());
  for (std::uint32_t place = 0; place < network.projects.size(); ++place) {
    auto signs = network.projects[place].stated;
    signs.is_source = std::ranges::binary_search(source_slugs, network.projects[place].slug);
    signs.has_vet_provider =
        std::ranges::any_of(network.collaboration.members_of({place}), [&](auto member) {
          return known.organisations[member.value] == eco::PartnerKind::vet_provider;
        });
    known.is_vet_innovation.push_back(eco::is_vet_innovation_project(signs));
  }
  return known;
}

eco::PartnerKind kind_of(const VetNetwork& network, const KnownKinds& known,
                         store::OrganisationId id) {
  const auto found =
      std::ranges::lower_bound(network.organisations, id, {}, &store::NetworkOrganisation::id);
  if (found == network.organisations.end() || found->id != id) return eco::PartnerKind::unknown;
  return known.organisations[static_cast<std::size_t>(found - network.organisations.begin())];
}

std::map<eco::StateCode, std::vector<std::size_t>> vet_providers_by_state(const VetNetwork& network,
                                                                          const KnownKinds& known) {
  std::map<eco::StateCode, std::vector<std::size_t>> places;
  for (std::size_t place = 0; place < network.organisations.size(); ++place) {
    if (known.organisations[place] != eco::PartnerKind::vet_provider) continue;
    const auto& country = network.organisations[place].country;
    if (!country.empty()) places[{country}].push_back(place);
  }
  return places;
}

}  // namespace tributary::app
