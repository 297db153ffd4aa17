#include "app/portal.h"

#include <atomic>
#include <shared_mutex>

#include "app/build_index.h"
#include "app/completions.h"
#include "app/data_directory.h"
#include "app/demonstration/demonstration.h"
#include "app/hubs/hub_figures.h"
#include "app/network/find_network.h"
#include "app/network/network_export.h"
#include "app/organisation_address.h"
#include "app/partners/find_partners.h"
#include "app/scouting/needs.h"
#include "app/scouting/rising_terms.h"
#include "app/search_projects.h"
#include "app/similar_projects.h"
#include "search/index.h"
#include "store/pool.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{1'000};
constexpr std::uint32_t kMostSimilar = 50;

}  // namespace

struct Portal::State {
  State(DataDirectory directory, const Clock& time, search::Index opened)
      : data(std::move(directory)),
        clock(time),
        stores(data.database()),
        connections(data.database()),
        index(std::move(opened)) {}

  /// Looks for a newer generation at most once a second, so that an import by another process is
  /// soon seen.
  Result<> look_for_newer_index() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto last = last_look.load();
    const auto pause = std::chrono::steady_clock::duration(kBetweenLooks).count();
    if (now - last < pause || !last_look.compare_exchange_strong(last, now)) return {};
    TRY(look());
    return {};
  }

  Result<bool> look() {
    const bool newer = TRY(index.refresh());
    if (newer) demonstration = TRY(has_demonstration());
    return newer;
  }

  Result<bool> has_demonstration() {
    auto store = TRY(stores.lend());
    return TRY(store->projects_of_source(kDemonstrationSource)) > 0;
  }

  /// Puts off `deadline` by the time that it has to be waited for.
  Result<std::shared_ptr<const PartnerNetwork>> who_took_part(network::Deadline& deadline) {
    const auto asked = std::chrono::steady_clock::now();
    auto network = TRY(partner_network.now(connections));
    if (deadline) *deadline += std::chrono::steady_clock::now() - asked;
    return network;
  }

  Result<std::shared_ptr<const MeasuredNetwork>> measured(const NetworkScope& scope,
                                                          network::Deadline deadline) {
    TRY(look_for_newer_index());
    TRY(check_scope(scope));
    const auto catalogue = TRY(who_took_part(deadline));
    const auto snapshot = index.snapshot();
    const auto today = clock.today();
    std::optional<network::OrganisationIndex> around;
    if (!scope.around.empty()) {
      auto store = TRY(stores.lend());
      around = TRY(place_named(scope.around, "around", *catalogue, *store));
    }
    return networks.of(
        key_of(scope, *catalogue, *snapshot, today), deadline, [&]() -> Result<MeasuredNetwork> {
          auto found = TRY(found_projects(scope, *catalogue, *snapshot, synonyms, today, deadline));
          return measure_network(catalogue, scope, around, std::move(found), today, deadline);
        });
  }

  const DataDirectory data;
  const Clock& clock;
  store::CatalogueStorePool stores;
  store::ConnectionPool connections;
  KeptPartnerNetwork partner_network;
  KeptHubFigures hub_figures;
  KeptNetworks networks;
  search::Index index;
  const text::Synonyms synonyms;
  std::atomic<bool> demonstration = false;
  std::atomic<std::chrono::steady_clock::rep> last_look = 0;
};

Portal::Portal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Portal::~Portal() = default;

Result<std::unique_ptr<Portal>> Portal::open(const DataDirectory& data, const Clock& clock) {
  TRY(data.prepare());
  Result<std::uint64_t> built;
  {
    auto store = TRY(store::CatalogueStore::open(data.database()));
    if (!TRY(index_is_current(data, store))) built = build_index(data, store, {});
  }
  // An import that goes on holds the index; until it is done, the generation before serves.
  if (!built && built.error().code != ErrorCode::conflict) return std::unexpected(built.error());
  auto index = search::Index::open(data.index());
  if (!index && !built) return std::unexpected(built.error());
  if (!index && index.error().code == ErrorCode::corrupt) {
    // The index is derived: what is damaged is built again from the truth.
    auto store = TRY(store::CatalogueStore::open(data.database()));
    TRY(build_index(data, store, {}));
    index = search::Index::open(data.index());
  }
  auto state = std::make_unique<State>(data, clock, TRY(std::move(index)));
  state->demonstration = TRY(state->has_demonstration());
  return std::unique_ptr<Portal>(new Portal(std::move(state)));
}

Result<SearchResponse> Portal::search(const SearchQuery& query) {
  TRY(state_->look_for_newer_index());
  auto store = TRY(state_->stores.lend());
  auto response = TRY(search_projects(query, *state_->index.snapshot(), state_->synonyms, *store,
                                      state_->clock.today()));
  response.demonstration = state_->demonstration;
  return response;
}

Result<std::vector<Completion>> Portal::completions(std::string_view typed, std::size_t limit) {
  TRY(state_->look_for_newer_index());
  return completions_of(*state_->index.snapshot(), typed, limit);
}

Result<store::StoredProject> Portal::project(std::string_view slug) {
  auto store = TRY(state_->stores.lend());
  return store->project(slug);
}

Result<SimilarResponse> Portal::similar(std::string_view slug, std::uint32_t limit) {
  return similar(TRY(project(slug)), limit);
}

Result<SimilarResponse> Portal::similar(const store::StoredProject& project, std::uint32_t limit) {
  if (limit < 1 || limit > kMostSimilar) {
    return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 50", "limit");
  }
  TRY(state_->look_for_newer_index());
  auto store = TRY(state_->stores.lend());
  return similar_projects(project, limit, *state_->index.snapshot(), *store, state_->clock.today());
}

Result<RisingTerms> Portal::rising_terms(const RisingQuery& query) {
  TRY(state_->look_for_newer_index());
  auto store = TRY(state_->stores.lend());
  return find_rising_terms(query, *state_->index.snapshot(), state_->synonyms, *store,
                           state_->clock.today());
}

Result<NeedAnswer> Portal::projects_for_need(const NeedQuery& query) {
  TRY(state_->look_for_newer_index());
  auto store = TRY(state_->stores.lend());
  return find_for_need(query, *state_->index.snapshot(), state_->synonyms, *store,
                       state_->clock.today());
}

Result<> Portal::read_partners_ahead(const std::stop_token& stop) {
  return state_->partner_network.read_ahead(state_->connections, stop);
}

Result<PartnerAnswer> Portal::partners(const PartnerQuery& query) {
  TRY(state_->look_for_newer_index());
  auto asked = query;
  const auto network = TRY(state_->who_took_part(asked.deadline));
  auto store = TRY(state_->stores.lend());
  return find_partners(asked, *network, *state_->index.snapshot(), *store, state_->clock.today());
}

Result<std::shared_ptr<const HubFigures>> Portal::hub_figures(const HubFigureQuery& query) {
  TRY(state_->look_for_newer_index());
  auto asked = query;
  const auto network = TRY(state_->who_took_part(asked.deadline));
  const auto snapshot = state_->index.snapshot();
  const auto today = state_->clock.today();
  const KeptHubFigures::Key key{.query = key_text(query),
                                .generation = snapshot->generation(),
                                .catalogue_version = network->catalogue_version,
                                .today = today};
  if (auto kept = state_->hub_figures.find(key)) return kept;
  auto figures = std::make_shared<const HubFigures>(
      TRY(find_hub_figures(asked, *network, *snapshot, state_->synonyms, today)));
  state_->hub_figures.keep(key, figures);
  return figures;
}

Result<NetworkAnswer> Portal::network(const NetworkQuery& query) {
  const auto measured = TRY(state_->measured(query.scope, query.deadline));
  auto store = TRY(state_->stores.lend());
  return network_answer(*measured, query, *store);
}

Result<NetworkPathAnswer> Portal::network_path(const NetworkPathQuery& query) {
  TRY(state_->look_for_newer_index());
  auto asked = query;
  const auto catalogue = TRY(state_->who_took_part(asked.deadline));
  const auto today = state_->clock.today();
  const auto found = TRY(found_projects(asked.scope, *catalogue, *state_->index.snapshot(),
                                        state_->synonyms, today, asked.deadline));
  auto store = TRY(state_->stores.lend());
  return app::network_path(asked, found, *catalogue, *store, today);
}

Result<> Portal::export_network(const NetworkScope& scope, NetworkFormat format,
                                std::optional<std::chrono::steady_clock::time_point> deadline,
                                const std::function<Result<>(std::string_view)>& sink) {
  const auto measured = TRY(state_->measured(scope, deadline));
  auto reading = TRY(store::Reading::begin(state_->connections));
  return write_network(*measured, format, reading.connection(), sink);
}

Result<store::StoredOrganisation> Portal::organisation(std::string_view slug_or_id,
                                                       std::uint64_t participation_limit) {
  const auto id = TRY(organisation_id(slug_or_id));
  auto store = TRY(state_->stores.lend());
  return store->organisation(id, participation_limit);
}

Result<store::StoredOrganisation> Portal::organisation_named(std::string_view slug_or_id) {
  const auto id = TRY(organisation_id(slug_or_id));
  auto store = TRY(state_->stores.lend());
  return store->organisation_named(id);
}

Result<std::vector<store::ImportRun>> Portal::import_runs() {
  auto store = TRY(state_->stores.lend());
  return store->runs();
}

Result<std::vector<catalogue::Reject>> Portal::rejects(store::RunId run, std::uint64_t offset,
                                                       std::uint64_t limit) {
  auto store = TRY(state_->stores.lend());
  return store->rejects(run, offset, limit);
}

Result<std::vector<store::CoverageRow>> Portal::coverage() {
  auto store = TRY(state_->stores.lend());
  return store->coverage();
}

Result<CatalogueSummary> Portal::summary() {
  TRY(state_->look_for_newer_index());
  const auto snapshot = state_->index.snapshot();
  return CatalogueSummary{snapshot->documents(), snapshot->generation(), state_->demonstration};
}

Result<bool> Portal::refresh() { return state_->look(); }

Result<bool> Portal::holds_whole_catalogue() {
  // The origin is written behind the generation: one that is current is at least that opened then.
  auto store = TRY(state_->stores.lend());
  const bool is_current = TRY(index_is_current(state_->data, *store));
  TRY(state_->look());
  return is_current;
}

const Clock& Portal::clock() const { return state_->clock; }

}  // namespace tributary::app
