// What is read of applications: the overview of a version, and one application.
#include <algorithm>
#include <map>

#include "app/ecosystem/application_desk.h"
#include "store/framework/positions.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

using VersionList = std::vector<store::VersionSummary>;

bool was_agreed(const store::VersionSummary& version) {
  return version.state == eco::VersionState::agreed ||
         version.state == eco::VersionState::superseded;
}

eco::VersionNumber number_in(const VersionList& versions, store::FrameworkVersionId id) {
  return std::ranges::find(versions, id, &store::VersionSummary::id)->number;
}

std::optional<eco::VersionNumber> newest_agreed(const VersionList& versions) {
  std::optional<eco::VersionNumber> newest;
  for (const auto& version : versions) {
    if (version.state == eco::VersionState::agreed) newest = version.number;
  }
  return newest;
}

Result<std::vector<OverviewRow>> rows_of(sql::Connection& connection,
                                         const store::VersionSummary& version) {
  std::map<eco::Jurisdiction, std::optional<ApplicationFile>> rows;
  if (version.rule) {
    for (const auto& state : TRY(store::agreement_rule(connection, *version.rule)).entitled) {
      rows.try_emplace(eco::Jurisdiction{.state = state.code});
    }
  }
  for (const auto& application : TRY(store::applications_of_version(connection, version.id))) {
    rows[application.jurisdiction] = TRY(read_application_file(connection, application));
  }
  std::vector<OverviewRow> listed;
  for (auto& [jurisdiction, file] : rows) listed.push_back({jurisdiction, std::move(file)});
  return listed;
}

Result<store::Application> find_by_name(sql::Connection& connection,
                                        const std::vector<store::Application>& of_state,
                                        const eco::Jurisdiction& jurisdiction,
                                        const std::optional<eco::VersionNumber>& number) {
  std::optional<store::FrameworkVersionId> version;
  if (number) version = TRY(store::framework_version(connection, *number)).summary.id;
  // The newest version comes first.
  const auto found = std::ranges::find_if(of_state, [&](const auto& application) {
    return application.jurisdiction == jurisdiction &&
           (!version || application.version == *version);
  });
  if (found != of_state.end()) return *found;
  return fail(ErrorCode::not_found, "the framework is not applied there, or not in this version",
              name_of(jurisdiction));
}

eco::EnumSet<eco::ApplicationNeed> needs_met_by(const eco::MissingItems& missing) {
  if (!missing.empty()) return {};
  return {eco::ApplicationNeed::adapted_or_explained};
}

}  // namespace

Result<ApplicationOverview> ApplicationDesk::overview(
    const std::optional<eco::VersionNumber>& version) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto versions = TRY(store::framework_versions(connection));
  ApplicationOverview overview;
  if (const auto shown = version ? version : newest_agreed(versions)) {
    overview.version = TRY(store::framework_version(connection, *shown));
    overview.rows = TRY(rows_of(connection, overview.version->summary));
  }
  for (const auto& summary : versions) {
    if (!was_agreed(summary)) continue;
    const auto applied = TRY(store::applications_of_version(connection, summary.id));
    overview.versions.push_back(
        {.number = summary.number, .state = summary.state, .applications = applied.size()});
  }
  std::ranges::reverse(overview.versions);
  return overview;
}

Result<ApplicationView> ApplicationDesk::view(const eco::Jurisdiction& jurisdiction,
                                              const std::optional<eco::VersionNumber>& version) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto versions = TRY(store::framework_versions(connection));
  const auto of_state = TRY(store::applications_of_state(connection, jurisdiction.state));
  const auto application = TRY(find_by_name(connection, of_state, jurisdiction, version));

  ApplicationView view{.file = TRY(read_application_file(connection, application)),
                       .version = TRY(store::framework_version(connection, application.version))};
  for (const auto& other : of_state) {
    const auto number = number_in(versions, other.version);
    if (other.id == application.carried_from) view.carried_from = number;
    if (other.id == application.id) continue;
    view.related.push_back({.name = {other.jurisdiction, number}, .stage = other.stage});
  }
  const auto newest = newest_agreed(versions);
  const auto is_applied =
      newest && std::ranges::any_of(view.related, [&](const auto& related) {
        return related.name.jurisdiction == jurisdiction && related.name.version == *newest;
      });
  if (newest && *newest > view.version.summary.number && !is_applied) view.newer = newest;

  const auto in_force = view.file.items_in_force();
  view.gaps = eco::gaps_to(view.file.targets, in_force);
  view.missing = eco::not_adapted_or_explained(view.version.text, in_force);
  view.reviews = TRY(store::peer_reviews(connection, application.id));
  view.moves = TRY(store::application_moves(connection, application.id));
  view.next =
      eco::next_acts<eco::ApplicationMachine>(application.stage, needs_met_by(view.missing));
  return view;
}

}  // namespace tributary::app
