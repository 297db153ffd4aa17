#include "app/hubs/hub_pilots.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "app/ecosystem/innovation_file.h"
#include "app/hubs/hub_filter.h"
#include "app/hubs/hub_places.h"
#include "app/hubs/words_in_text.h"
#include "app/partnership/partnership_checks.h"
#include "app/project_document.h"
#include "store/framework/framework_versions.h"
#include "store/innovation/innovation_texts.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using InnovationTexts = std::map<eco::InnovationId, eco::InnovationText>;

/// Projects that are asked for at once, as many as an answer may have.
constexpr std::size_t kProjectsAsked = 100;

constexpr std::string_view kTopicFacet = "topic";

Result<std::vector<store::PilotAtSite>> pilots_at_places(sql::Connection& connection,
                                                         const HubPlaces& places) {
  auto pilots = TRY(store::pilots_at_sites(connection));
  std::vector<store::PilotAtSite> found;
  for (auto& line : pilots) {
    if (!places.has_country(line.pilot.member_state.value)) continue;
    if (places.has_regions()) {
      if (!line.organisation) continue;
      const auto organisation = TRY(organisation_as_known(connection, *line.organisation));
      if (!places.has(organisation)) continue;
    }
    found.push_back(std::move(line));
  }
  return found;
}

/// The names of elements and principles, where a framework is in force.
Result<std::map<eco::ItemKey, std::string>> item_names(sql::Connection& connection) {
  std::map<eco::ItemKey, std::string> names;
  const auto in_force = framework_in_force(connection);
  if (!in_force && in_force.error().code == ErrorCode::not_found) return names;
  if (!in_force) return std::unexpected(in_force.error());
  const auto version = TRY(store::framework_version(connection, in_force->id));
  for (const auto& item : version.text.items) names.emplace(item.key, item.name);
  return names;
}

/// All that an innovation says of what it is about.
std::string words_of(const eco::InnovationText& text,
                     const std::map<eco::ItemKey, std::string>& names) {
  std::string words;
  for (const auto* part : {&text.title, &text.problem, &text.what_is_new, &text.target_group,
                           &text.theory_of_change}) {
    words.append(*part).append("\n");
  }
  for (const auto& outcome : text.intended_outcomes) words.append(outcome).append("\n");
  for (const auto& key : text.framework_items) {
    if (const auto name = names.find(key); name != names.end()) {
      words.append(name->second).append("\n");
    }
  }
  return words;
}

/// Of `slugs` those that the hub's filter finds.
Result<std::set<std::string>> projects_of_hub(
    const eco::HubContent& hub, const std::set<std::string>& slugs, Portal& portal,
    std::optional<std::chrono::steady_clock::time_point> deadline) {
  std::set<std::string> found;
  for (auto first = slugs.begin(); first != slugs.end();) {
    std::vector<std::string> asked;
    while (first != slugs.end() && asked.size() < kProjectsAsked) asked.push_back(*first++);
    const auto answer = TRY(portal.search({.text = hub.query,
                                           .filters = filters_of(hub),
                                           .limit = kProjectsAsked,
                                           .deadline = deadline,
                                           .among = std::move(asked)}));
    // Among few projects the soft AND gives way where it does not among all.
    if (answer.words_required < answer.words_asked) continue;
    for (const auto& hit : answer.hits) found.insert(hit.project.slug);
  }
  return found;
}

/// What a theme asks of a text.
struct Theme {
  search::QueryNode words;
  std::vector<std::string> topics;  ///< any of them; none where it chose none

  bool is_met_by(const std::string& text) const {
    WordsInText said(text);
    const auto is_said = [&](const std::string& topic) {
      search::QueryNode asked;
      asked.kind = search::NodeKind::phrase;
      asked.text = topic;
      return said.has(asked);
    };
    return said.has(words) && (topics.empty() || std::ranges::any_of(topics, is_said));
  }
};

/// Nothing where it is one of projects.
Result<std::optional<Theme>> theme_of(const eco::HubContent& hub) {
  Theme theme;
  for (const auto& [facet, value] : hub.choices) {
    if (facet != kTopicFacet) return std::nullopt;
    theme.topics.push_back(value);
  }
  theme.words = TRY(search::parse_query(hub.query, project_schema())).tree.root;
  return theme;
}

}  // namespace

Result<std::vector<store::PilotAtSite>> hub_pilots(
    const eco::HubContent& hub, store::ConnectionPool& connections, Portal& portal,
    std::optional<std::chrono::steady_clock::time_point> deadline) {
  std::vector<store::PilotAtSite> pilots;
  InnovationTexts texts;
  std::map<eco::ItemKey, std::string> names;
  {
    auto reading = TRY(store::Reading::begin(connections));
    auto& connection = reading.connection();
    const HubPlaces places(hub);
    if (places.has_any()) return pilots_at_places(connection, places);
    pilots = TRY(store::pilots_at_sites(connection));
    for (const auto& line : pilots) {
      if (texts.contains(line.innovation)) continue;
      auto stored = TRY(store::innovation_text(connection, line.innovation, line.innovation_text));
      texts.emplace(line.innovation, std::move(stored.text));
    }
    names = TRY(item_names(connection));
  }
  std::set<std::string> sources;
  for (const auto& [id, text] : texts) sources.insert(text.projects.begin(), text.projects.end());
  const auto projects = TRY(projects_of_hub(hub, sources, portal, deadline));
  const auto theme = TRY(theme_of(hub));
  const auto belongs = [&](const eco::InnovationText& text) {
    const auto is_of_hub = [&](const std::string& slug) { return projects.contains(slug); };
    return std::ranges::any_of(text.projects, is_of_hub) ||
           (theme && theme->is_met_by(words_of(text, names)));
  };
  std::set<eco::InnovationId> found;
  for (const auto& [id, text] : texts) {
    if (belongs(text)) found.insert(id);
  }
  std::erase_if(pilots,
                [&](const store::PilotAtSite& line) { return !found.contains(line.innovation); });
  return pilots;
}

}  // namespace tributary::app
