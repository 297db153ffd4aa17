// app/ecosystem/aims/vet_network.h
//
// The catalogue as the figures of VET's contribution need it, and these figures for one state.
//
//   const auto network = TRY(read_vet_network(connection));
//   const auto known = what_is_known(network, listed, source_slugs);
//   const auto years = network_of_state(network, known, {"PT"}, clock.today());
//
// Thread rule: a VetNetwork is safe from any thread once it is read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/indicators/contribution.h"
#include "network/collaboration.h"
#include "store/aims/catalogue_network.h"

namespace tributary::app {

struct ProjectOfNetwork {
  ecosystem::ProjectNumber id;
  std::string slug, name;      ///< its acronym, else its title
  ecosystem::VetSigns stated;  ///< what it says itself
};

/// As of one version of the catalogue; both lists are by their places in the collaboration.
struct VetNetwork {
  std::uint64_t catalogue_version = 0;
  std::vector<store::NetworkOrganisation> organisations;
  std::vector<ProjectOfNetwork> projects;
  network::Collaboration collaboration{0, {}, {}};

  /// REQUIRES: it is in the network.
  [[nodiscard]] const store::NetworkOrganisation& organisation(
      ecosystem::OrganisationNumber id) const;
  [[nodiscard]] const ProjectOfNetwork& project(ecosystem::ProjectNumber id) const;
};

/// Reads every record of the catalogue. Errors: `database`, `corrupt`.
Result<VetNetwork> read_vet_network(sql::Connection& connection);

/// What organisations and projects are, by their places in the network.
struct KnownKinds {
  std::vector<ecosystem::PartnerKind> organisations;
  std::vector<bool> is_vet_innovation;  ///< projects
};

/// `listed` are VET providers whatever their sources call them; `source_slugs` projects that
/// innovations came from. Both ascending.
KnownKinds what_is_known(const VetNetwork& network,
                         const std::vector<store::OrganisationId>& listed,
                         const std::vector<std::string>& source_slugs);

/// Unknown where the catalogue has no such organisation.
ecosystem::PartnerKind kind_of(const VetNetwork& network, const KnownKinds& known,
                               store::OrganisationId id);

/// The network figures of one year.
struct NetworkYear {
  ecosystem::Figure<ecosystem::OrganisationNumber> enterprises_in_vet_projects,
      vet_share_of_organisations, vet_share_of_participations;
  ecosystem::Figure<ecosystem::ProviderPosition> vet_degree, vet_brokerage;
  ecosystem::Figure<ecosystem::NewTie> new_ties_to_enterprises, new_ties_to_research;
};

/// From the first year in which an organisation of the state was in a project to this year, none
/// left out; empty where none was. Positions are as of the end of a year, or of `today`.
std::map<int, NetworkYear> network_of_state(const VetNetwork& network, const KnownKinds& known,
                                            const ecosystem::StateCode& state, Date today);

/// The VET providers that the catalogue knows in each state, by their places in the network, which
/// ascend with their ids.
std::map<ecosystem::StateCode, std::vector<std::size_t>> vet_providers_by_state(
    const VetNetwork& network, const KnownKinds& known);

}  // namespace tributary::app
