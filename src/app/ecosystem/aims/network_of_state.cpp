// The network figures of one state, year by year; see vet_network.h.
#include <algorithm>

#include "app/ecosystem/aims/vet_network.h"
#include "app/ecosystem/aims/vet_signs.h"
#include "network/ego_network.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

using network::OrganisationIndex;
using network::ProjectIndex;

constexpr const char* kCatalogueSource = "projects of the catalogue and who takes part in them";

Date last_day_of(int year, Date today) {
  return std::min(Date::from_calendar(year, 12, 31).value_or(today), today);
}

class StateNetworkReader {
 public:
  StateNetworkReader(const VetNetwork& network, const KnownKinds& known, Date today)
      : network_(network), known_(known), today_(today), reader_(network.collaboration) {}

  std::map<int, NetworkYear> read(const eco::StateCode& state) {
    for (std::uint32_t place = 0; place < network_.organisations.size(); ++place) {
      if (network_.organisations[place].country == state.value) add_organisation({place});
    }
    std::map<int, NetworkYear> years;
    if (places_.empty()) return years;
    for (int year = places_.begin()->first; year <= today_.year(); ++year) {
      years.emplace(year, figures_of(year));
    }
    return years;
  }

 private:
  [[nodiscard]] eco::PartnerKind kind(OrganisationIndex organisation) const {
    return known_.organisations[organisation.value];
  }
  [[nodiscard]] eco::OrganisationNumber number(OrganisationIndex organisation) const {
    return {network_.organisations[organisation.value].id.value};
  }
  [[nodiscard]] eco::ProjectNumber number(ProjectIndex project) const {
    return network_.projects[project.value].id;
  }

  /// What it is where the question is who is a VET provider: unknown where its source had no word
  /// for one, so that a catalogue of such sources has no share of 0.
  [[nodiscard]] eco::PartnerKind kind_among_providers(OrganisationIndex organisation) const {
    const bool is_told =
        kind(organisation) == eco::PartnerKind::vet_provider ||
        could_name_vet_provider(network_.organisations[organisation.value].type_label);
    return is_told ? kind(organisation) : eco::PartnerKind::unknown;
  }

  void add_organisation(OrganisationIndex organisation) {
    for (const auto project : network_.collaboration.projects_of(organisation)) {
      const auto began = network_.collaboration.began(project);
      if (!began || *began > today_) continue;
      eco::NetworkPlace place{.organisation = number(organisation),
                              .project = number(project),
                              .kind = kind(organisation),
                              .is_vet_innovation = known_.is_vet_innovation[project.value]};
      places_[began->year()].push_back(place);
      place.kind = kind_among_providers(organisation);
      places_among_providers_[began->year()].push_back(place);
    }
    if (kind(organisation) != eco::PartnerKind::vet_provider) return;
    providers_.push_back(organisation);
    for (const auto& tie : network::first_ties(network_.collaboration, organisation)) {
      if (tie.since > today_) continue;
      ties_[tie.since.year()].push_back({.provider = number(organisation),
                                         .partner = number(tie.partner),
                                         .project = number(tie.first_project),
                                         .partner_kind = kind(tie.partner)});
    }
  }

  NetworkYear figures_of(int year) {
    const auto as_of = last_day_of(year, today_);
    const auto& places = places_[year];
    const auto& among_providers = places_among_providers_[year];
    const auto& ties = ties_[year];
    const bool is_any_provider = std::ranges::find(places, eco::PartnerKind::vet_provider,
                                                   &eco::NetworkPlace::kind) != places.end();
    std::vector<eco::ProviderPosition> degrees, brokerage;
    for (const auto provider : providers_) {
      const auto position = reader_.position_of(provider, as_of);
      if (position.degree == 0) continue;
      degrees.push_back({number(provider), static_cast<double>(position.degree)});
      brokerage.push_back({number(provider), position.effective_size});
    }
    using eco::PartnerKind;
    return {.enterprises_in_vet_projects =
                eco::enterprises_in_vet_projects(places, as_of, kCatalogueSource),
            .vet_share_of_organisations =
                eco::vet_share_of_organisations(among_providers, as_of, kCatalogueSource),
            .vet_share_of_participations =
                eco::vet_share_of_participations(among_providers, as_of, kCatalogueSource),
            .vet_degree = eco::median_position(std::move(degrees), providers_.size(), as_of,
                                               kCatalogueSource),
            .vet_brokerage = eco::median_position(std::move(brokerage), providers_.size(), as_of,
                                                  kCatalogueSource),
            .new_ties_to_enterprises = eco::new_ties_to(PartnerKind::enterprise, ties,
                                                        is_any_provider, as_of, kCatalogueSource),
            .new_ties_to_research = eco::new_ties_to(PartnerKind::research, ties, is_any_provider,
                                                     as_of, kCatalogueSource)};
  }

  const VetNetwork& network_;
  const KnownKinds& known_;
  const Date today_;
  network::EgoReader reader_;
  std::map<int, std::vector<eco::NetworkPlace>> places_, places_among_providers_;
  std::map<int, std::vector<eco::NewTie>> ties_;
  std::vector<OrganisationIndex> providers_;
};

}  // namespace

std::map<int, NetworkYear> network_of_state(const VetNetwork& network, const KnownKinds& known,
                                            const eco::StateCode& state, Date today) {
  return StateNetworkReader(network, known, today).read(state);
}

}  // namespace tributary::app
