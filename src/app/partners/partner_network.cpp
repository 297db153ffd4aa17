#include "app/partners/partner_network.h"

#include <algorithm>

#include "store/aims/catalogue_network.h"
#include "store/partners/partner_catalogue.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

using network::OrganisationIndex;
using network::ProjectIndex;

/// Takes in the rows of the catalogue; what names somebody who is not there is left out.
class NetworkReader {
 public:
  explicit NetworkReader(sql::Connection& connection) : connection_(connection) {}

  Result<PartnerNetwork> read() {
    network_.catalogue_version = TRY(store::catalogue_version_now(connection_));
    TRY(read_organisations());
    TRY(read_projects());
    TRY(read_participations());
    network_.by_address.reserve(network_.projects.size());
    for (std::uint32_t place = 0; place < network_.projects.size(); ++place) {
      network_.by_address.emplace(network_.projects[place], ProjectIndex{place});
    }
    return std::move(network_);
  }

 private:
  Result<> read_organisations() {
    return store::for_each_partner_organisation(
        connection_, [&](const store::PartnerOrganisation& organisation) -> Result<> {
          network_.organisations.push_back(organisation.id);
          network_.kinds.push_back({.country = static_cast<std::uint16_t>(
                                        network_.countries.number_of(organisation.country)),
                                    .type = static_cast<std::uint16_t>(organisation.type)});
          network_.regions.push_back(network_.region_codes.number_of(organisation.nuts));
          return {};
        });
  }

  Result<> read_projects() {
    return store::for_each_partner_project(
        connection_,
        [&](store::ProjectId id, std::string_view source, std::string_view key) -> Result<> {
          project_ids_.push_back(id);
          network_.projects.push_back(store::project_slug(source, key));
          return {};
        });
  }

  Result<> read_participations() {
    std::vector<network::Participation> participations;
    std::vector<std::optional<Date>> began(project_ids_.size());
    TRY(store::for_each_partner_participation(
        connection_,
        [&](store::OrganisationId organisation, store::ProjectId project,
            std::optional<Date> start) -> Result<> {
          const auto member = network_.place_of(organisation);
          const auto found = std::ranges::lower_bound(project_ids_, project);
          if (!member || found == project_ids_.end() || *found != project) return {};
          const auto place = static_cast<std::uint32_t>(found - project_ids_.begin());
          began[place] = start;
          participations.push_back({*member, {place}});
          return {};
        }));
    network_.collaboration =
        network::Collaboration(static_cast<std::uint32_t>(network_.organisations.size()),
                               std::move(began), std::move(participations));
    return {};
  }

  sql::Connection& connection_;
  PartnerNetwork network_;
  std::vector<store::ProjectId> project_ids_;
};

}  // namespace

std::uint32_t NumberedTexts::number_of(std::string_view text) {
  if (text.empty()) return 0;
  const auto [entry, is_new] =
      numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.emplace_back(text);
  return entry->second;
}

std::optional<OrganisationIndex> PartnerNetwork::place_of(store::OrganisationId id) const {
  const auto found = std::ranges::lower_bound(organisations, id);
  if (found == organisations.end() || *found != id) return std::nullopt;
  return OrganisationIndex{static_cast<std::uint32_t>(found - organisations.begin())};
}

std::optional<ProjectIndex> PartnerNetwork::place_of(std::string_view address) const {
  const auto found = by_address.find(address);
  return found == by_address.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Date> PartnerNetwork::first_began(OrganisationIndex place) const {
  std::optional<Date> first;
  for (const auto project : collaboration.projects_of(place)) {
    const auto began = collaboration.began(project);
    if (began && (!first || *began < *first)) first = began;
  }
  return first;
}

Result<PartnerNetwork> read_partner_network(sql::Connection& connection) {
  return NetworkReader(connection).read();
}

Result<std::shared_ptr<const PartnerNetwork>> KeptPartnerNetwork::now(
    store::ConnectionPool& connections) {
  std::unique_lock only_reader(reading_, std::try_to_lock);
  auto older = kept();
  if (!only_reader.owns_lock()) {
    if (older) return older;
    only_reader.lock();
    older = kept();
  }
  if (older && clock_() - read_at_ < kBetweenReads) return older;
  auto reading = TRY(store::Reading::begin(connections));
  const auto version = TRY(store::catalogue_version_now(reading.connection()));
  if (older && older->catalogue_version == version) return older;
  auto newest =
      std::make_shared<const PartnerNetwork>(TRY(read_partner_network(reading.connection())));
  read_at_ = clock_();
  const std::scoped_lock lock(keeping_);
  network_ = newest;
  return newest;
}

std::shared_ptr<const PartnerNetwork> KeptPartnerNetwork::kept() {
  const std::scoped_lock lock(keeping_);
  return network_;
}

}  // namespace tributary::app
