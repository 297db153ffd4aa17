#include "app/partners/partner_network.h"

#include <algorithm>
#include <numeric>

#include "app/partners/places_by_id.h"
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
  NetworkReader(sql::Connection& connection, const std::stop_token& stop)
      : connection_(connection), stop_(stop) {}

  Result<PartnerNetwork> read() {
    network_.catalogue_version = TRY(store::catalogue_version_now(connection_));
    TRY(read_organisations());
    TRY(read_projects());
    TRY(read_participations());
    note_first_days();
    network_.joint_projects = network::JointProjects(network_.collaboration);
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
          TRY(go_on());
          network_.organisations.push_back(organisation.id);
          network_.kinds.push_back({.country = static_cast<std::uint16_t>(
                                        network_.countries.number_of(organisation.country)),
                                    .type = static_cast<std::uint16_t>(organisation.type)});
          network_.regions.push_back(network_.region_codes.number_of(organisation.nuts));
          return {};
        });
  }

  Result<> read_projects() {
    std::vector<store::ProjectId> ids;
    std::vector<std::string> addresses;
    TRY(store::for_each_partner_project(
        connection_,
        [&](store::ProjectId id, std::string_view source, std::string_view key) -> Result<> {
          TRY(go_on());
          ids.push_back(id);
          addresses.push_back(store::project_slug(source, key));
          return {};
        }));
    std::vector<std::uint32_t> by_id(ids.size());
    std::iota(by_id.begin(), by_id.end(), 0U);
    std::ranges::sort(by_id, {}, [&](std::uint32_t number) { return ids[number]; });
    project_ids_.reserve(ids.size());
    network_.projects.reserve(ids.size());
    for (const auto number : by_id) {
      project_ids_.push_back(ids[number]);
      network_.projects.push_back(std::move(addresses[number]));
    }
    return {};
  }

  Result<> read_participations() {
    std::vector<network::Participation> participations;
    std::vector<std::optional<Date>> began(project_ids_.size());
    std::vector<std::pair<store::OrganisationId, store::OrganisationId>> wholes;
    TRY(store::for_each_part(
        connection_, [&](store::OrganisationId part, store::OrganisationId whole) -> Result<> {
          wholes.emplace_back(part, whole);
          return {};
        }));
    const boost::unordered_flat_map<store::OrganisationId, store::OrganisationId,
                                    std::hash<store::OrganisationId>>
        whole_of(wholes.begin(), wholes.end());
    const PlacesById organisations(network_.organisations);
    const PlacesById projects(project_ids_);
    TRY(store::for_each_partner_participation(
        connection_,
        [&](store::OrganisationId organisation, store::ProjectId project,
            std::optional<Date> start) -> Result<> {
          TRY(go_on());
          const auto whole = whole_of.find(organisation);
          const auto member =
              organisations.of(whole == whole_of.end() ? organisation : whole->second);
          const auto place = projects.of(project);
          if (!member || !place) return {};
          began[*place] = start;
          participations.push_back({{*member}, {*place}});
          return {};
        }));
    network_.collaboration =
        network::Collaboration(static_cast<std::uint32_t>(network_.organisations.size()),
                               std::move(began), participations);
    return {};
  }

  void note_first_days() {
    auto& days = network_.first_days;
    days.resize(network_.organisations.size());
    const auto& collaboration = network_.collaboration;
    for (std::uint32_t project = 0; project < collaboration.projects(); ++project) {
      const auto began = collaboration.began({project});
      if (!began) continue;
      for (const auto member : collaboration.members_of({project})) {
        auto& first = days[member.value];
        if (!first || *began < *first) first = began;
      }
    }
  }

  [[nodiscard]] Result<> go_on() const {
    if (!stop_.stop_requested()) return {};
    return fail(ErrorCode::cancelled, "reading who took part in what was stopped");
  }

  sql::Connection& connection_;
  const std::stop_token& stop_;
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

Result<PartnerNetwork> read_partner_network(sql::Connection& connection,
                                            const std::stop_token& stop) {
  return NetworkReader(connection, stop).read();
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
  if (older && is_read_ahead_ && took_ > kQuickly) return older;
  return newest(connections, std::move(older), {});
}

Result<> KeptPartnerNetwork::read_ahead(store::ConnectionPool& connections,
                                        const std::stop_token& stop) {
  is_read_ahead_ = true;
  const std::scoped_lock only_reader(reading_);
  TRY(newest(connections, kept(), stop));
  return {};
}

Result<KeptPartnerNetwork::Kept> KeptPartnerNetwork::newest(store::ConnectionPool& connections,
                                                            Kept older,
                                                            const std::stop_token& stop) {
  const auto began = clock_();
  if (older && began - read_at_ < kBetweenReads * took_) return older;
  auto reading = TRY(store::Reading::begin(connections));
  const auto version = TRY(store::catalogue_version_now(reading.connection()));
  if (older && older->catalogue_version == version) return older;
  auto newest =
      std::make_shared<const PartnerNetwork>(TRY(read_partner_network(reading.connection(), stop)));
  read_at_ = clock_();
  took_ = read_at_ - began;
  const std::scoped_lock lock(keeping_);
  network_ = newest;
  return newest;
}

KeptPartnerNetwork::Kept KeptPartnerNetwork::kept() {
  const std::scoped_lock lock(keeping_);
  return network_;
}

}  // namespace tributary::app
