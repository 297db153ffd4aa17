// app/partners/partner_network.h
//
// The catalogue as partners are found in it: who there is, what each is, who took part in what, and
// the addresses of projects. Without names and texts, which are read of the few that are shown.
//
// Some 40 bytes an organisation, 50 a project and 8 a participation.
//
// Thread rule: a PartnerNetwork is safe from any thread once it is read; KeptPartnerNetwork always.
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "catalogue/project.h"
#include "network/collaboration.h"
#include "network/partners/partner_search.h"
#include "store/catalogue_store.h"
#include "store/pool.h"

namespace tributary::app {

/// Texts of which there are few, as numbers from 1 on; 0 is the empty one.
class NumberedTexts {
 public:
  std::uint32_t number_of(std::string_view text);
  [[nodiscard]] const std::string& text(std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_{""};
  boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
};

struct PartnerNetwork {
  std::uint64_t catalogue_version = 0;
  // By their places in the collaboration.
  std::vector<store::OrganisationId> organisations;  ///< ascending
  std::vector<network::OrganisationKind> kinds;      ///< type: that of the catalogue; country below
  std::vector<std::uint32_t> regions;                ///< of `region_codes`: NUTS
  std::vector<std::optional<Date>> first_days;       ///< of the first project of which one is known
  std::vector<std::string> projects;                 ///< addresses
  NumberedTexts countries, region_codes;
  boost::unordered_flat_map<std::string_view, network::ProjectIndex> by_address;
  network::Collaboration collaboration{0, {}, {}};
  network::JointProjects joint_projects;

  PartnerNetwork() = default;
  PartnerNetwork(const PartnerNetwork&) = delete;  // by_address looks into `projects`
  PartnerNetwork& operator=(const PartnerNetwork&) = delete;
  PartnerNetwork(PartnerNetwork&&) = default;
  PartnerNetwork& operator=(PartnerNetwork&&) = default;
  ~PartnerNetwork() = default;

  [[nodiscard]] std::optional<network::OrganisationIndex> place_of(store::OrganisationId id) const;
  [[nodiscard]] std::optional<network::ProjectIndex> place_of(std::string_view address) const;
  [[nodiscard]] std::optional<Date> first_began(network::OrganisationIndex place) const {
    return first_days[place.value];
  }
};

/// REQUIRES: the connection reads one state. Errors: `database`; `cancelled` where `stop` asks for
/// that.
Result<PartnerNetwork> read_partner_network(sql::Connection& connection,
                                            const std::stop_token& stop = {});

/// Read once and kept as long as the catalogue keeps its version. While the catalogue goes on
/// changing, as in an import, a twentieth of the time is spent on reading it anew, by one thread:
/// the others get the older one meanwhile.
///
/// Who has a thread to spare reads ahead with it. From then on who asks waits only for the very
/// first network, without a connection, or for one that is read in `kQuickly`.
class KeptPartnerNetwork {
 public:
  using SteadyTime = std::chrono::steady_clock::time_point;
  using SteadyClock = std::function<SteadyTime()>;
  static constexpr int kBetweenReads = 20;  ///< times what the last reading took
  static constexpr std::chrono::milliseconds kQuickly{50};

  explicit KeptPartnerNetwork(SteadyClock clock = &std::chrono::steady_clock::now)
      : clock_(std::move(clock)) {}

  /// Errors: `database`; what was kept before stays.
  Result<std::shared_ptr<const PartnerNetwork>> now(store::ConnectionPool& connections);

  /// Reads what is newer than what is kept, for those who will ask. Errors: as now(); `cancelled`.
  Result<> read_ahead(store::ConnectionPool& connections, const std::stop_token& stop);

 private:
  using Kept = std::shared_ptr<const PartnerNetwork>;
  Kept kept();
  Result<Kept> newest(store::ConnectionPool& connections, Kept older, const std::stop_token& stop);

  const SteadyClock clock_;
  std::atomic<bool> is_read_ahead_ = false;
  std::mutex reading_;  ///< by who looks whether there is something newer, and reads it
  SteadyTime read_at_;  ///< under reading_, as the next
  SteadyTime::duration took_{};
  std::mutex keeping_;  ///< never held for long; taken last
  Kept network_;        ///< under keeping_
};

}  // namespace tributary::app
