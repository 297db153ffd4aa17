#include "http/json/framework_json.h"

#include <algorithm>

#include "http/json/machine_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::array keys_json(const std::vector<eco::ItemKey>& keys) {
  json::array array;
  for (const auto& key : keys) array.push_back(json::value(key.value));
  return array;
}

json::object item_json(const eco::FrameworkItem& item) {
  json::array levels;
  for (std::size_t level = 0; level < eco::kLevels; ++level) {
    levels.push_back({{"number", level},
                      {"name", name_of(static_cast<eco::Level>(level))},
                      {"text", item.level_descriptors[level]}});
  }
  return {{"key", item.key.value}, {"kind", name_of(item.kind)},
          {"name", item.name},     {"text", item.text},
          {"levels", levels},      {"evidence_types", strings_json(item.evidence_types)}};
}

json::array items_json(const eco::FrameworkVersion& version) {
  json::array items;
  for (const auto& item : version.items) items.push_back(item_json(item));
  return items;
}

json::object summary_json(const store::VersionSummary& summary,
                          const std::optional<eco::VersionNumber>& based_on) {
  return {{"number", summary.number.text()},
          {"title", summary.title},
          {"state", name_of(summary.state)},
          {"revision", summary.revision.value},
          {"based_on", based_on ? json::value(based_on->text()) : json::value(nullptr)},
          {"created", rfc3339(summary.created)}};
}

json::value rule_json(const std::optional<store::StoredRule>& stored) {
  if (!stored) return nullptr;
  json::array entitled;
  for (const auto& state : stored->entitled) {
    entitled.push_back({{"state", state.code.value}, {"population", state.population}});
  }
  return {{"sentence", eco::sentence_of(stored->rule)},
          {"majority", name_of(stored->rule.majority)},
          {"quorum_percent", stored->rule.quorum_percent},
          {"states_percent", stored->rule.states_percent},
          {"population_percent", or_null(stored->rule.population_percent)},
          {"entitled", entitled}};
}

json::array positions_json(const std::vector<store::StoredPosition>& positions) {
  json::array array;
  for (const auto& [position, by] : positions) {
    array.push_back({{"state", position.state.value},
                     {"kind", name_of(position.kind)},
                     {"text", position.text},
                     {"at", rfc3339(position.at)}});
  }
  return array;
}

json::value outcome_json(const std::optional<eco::AgreementOutcome>& outcome) {
  if (!outcome) return nullptr;
  json::array silent;
  for (const auto& state : outcome->silent) silent.push_back(json::value(state.value));
  return {{"agreed", outcome->is_agreed},
          {"quorum", outcome->has_quorum},
          {"entitled", outcome->entitled},
          {"took_position", outcome->took_position},
          {"agree", outcome->agree},
          {"agree_with_reservation", outcome->agree_with_reservation},
          {"abstain", outcome->abstain},
          {"object", outcome->object},
          {"population", outcome->population},
          {"population_in_favour", outcome->population_in_favour},
          {"silent", silent}};
}

json::array amendments_json(const std::vector<store::Amendment>& amendments) {
  json::array array;
  for (const auto& amendment : amendments) {
    array.push_back(
        {{"id", amendment.id.value},
         {"item", amendment.item.value},
         {"before", amendment.before},
         {"after", amendment.after},
         {"reason", amendment.reason},
         {"state", name_of(amendment.state)},
         {"revision", amendment.revision.value},
         {"merged_into",
          amendment.merged_into ? json::value(amendment.merged_into->value) : json::value(nullptr)},
         {"supporters", amendment.supporters.size()},
         {"moves", moves_json(amendment.moves)},
         {"at", rfc3339(amendment.at)}});
  }
  return array;
}

}  // namespace

json::object versions_json(const std::vector<store::VersionSummary>& versions) {
  json::array array;
  for (const auto& version : versions) {
    const auto older = version.based_on ? std::ranges::find(versions, *version.based_on,
                                                            &store::VersionSummary::id)
                                        : versions.end();
    array.push_back(summary_json(
        version, older == versions.end() ? std::nullopt : std::optional(older->number)));
  }
  return {{"versions", array}};
}

json::object version_json(const app::VersionView& view) {
  auto object = summary_json(view.version.summary, view.based_on);
  object["items"] = items_json(view.version.text);
  object["moves"] = moves_json(view.moves);
  object["rule"] = rule_json(view.rule);
  object["positions"] = positions_json(view.positions);
  object["outcome"] = outcome_json(view.outcome);
  object["amendments"] = amendments_json(view.amendments);
  object["next"] = next_json(view.next);
  return object;
}

json::object difference_json(const app::VersionDifference& difference) {
  json::array changes;
  for (const auto& change : difference.changes) {
    changes.push_back({{"kind", name_of(change.kind)},
                       {"from", keys_json(change.from)},
                       {"to", keys_json(change.to)}});
  }
  return {{"older", difference.older.text.number.text()},
          {"newer", difference.newer.text.number.text()},
          {"least_bump", name_of(difference.least_bump)},
          {"changes", changes},
          {"older_items", items_json(difference.older.text)},
          {"newer_items", items_json(difference.newer.text)}};
}

}  // namespace tributary::http
