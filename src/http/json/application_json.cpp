#include "http/json/application_json.h"

#include <algorithm>

#include "http/json/machine_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::value level_json(const std::optional<eco::Level>& level) {
  if (!level) return nullptr;
  return {{"number", static_cast<int>(*level)}, {"name", name_of(*level)}};
}

json::value number_json(const std::optional<eco::VersionNumber>& number) {
  return number ? json::value(number->text()) : json::value(nullptr);
}

template <class Value>
std::optional<Value> of_item(const std::map<eco::ItemKey, Value>& by_item,
                             const eco::ItemKey& key) {
  const auto found = by_item.find(key);
  return found == by_item.end() ? std::nullopt : std::optional(found->second);
}

json::object place_json(const eco::Jurisdiction& jurisdiction) {
  return {{"code", name_of(jurisdiction)},
          {"state", jurisdiction.state.value},
          {"region",
           jurisdiction.is_region() ? json::value(jurisdiction.region) : json::value(nullptr)}};
}

/// What stands in a cell of the overview and at the top of an item.
json::object standing_json(const app::ApplicationFile& file, const eco::ItemKey& key) {
  const auto effective = of_item(file.items, key);
  const auto item = effective.value_or(eco::EffectiveItem{}).item;
  return {
      {"status", effective ? json::value(name_of(item.status)) : json::value(nullptr)},
      {"self_assessed", level_json(item.self_assessed)},
      {"peer_reviewed", level_json(item.peer_reviewed)},
      {"distance", or_null(eco::level_distance(item))},
      {"adapted", !item.adaptation.empty()},
      {"inherited", effective && effective->is_inherited},
      {"carried", of_item(file.own, key).value_or(store::StoredItem{}).is_carried},
      {"to_reassess", file.is_to_reassess(key)},
  };
}

json::object row_json(const app::OverviewRow& row, const eco::FrameworkVersion& version) {
  auto object = place_json(row.jurisdiction);
  object["stage"] = nullptr;
  object["type"] = nullptr;
  object["cells"] = nullptr;
  if (!row.file) return object;
  object["stage"] = name_of(row.file->application.stage);
  object["type"] = name_of(row.file->application.type);
  json::array cells;
  for (const auto& item : version.items) {
    auto cell = standing_json(*row.file, item.key);
    cell["item"] = item.key.value;
    cells.push_back(std::move(cell));
  }
  object["cells"] = std::move(cells);
  return object;
}

json::array reviews_json(const std::vector<store::PeerReview>& reviews, const eco::ItemKey& key) {
  json::array array;
  for (const auto& review : reviews) {
    if (review.item != key) continue;
    array.push_back({{"level", level_json(review.level)},
                     {"reasons", review.reasons},
                     {"state", review.state.value},
                     {"at", rfc3339(review.at)}});
  }
  return array;
}

json::object applied_item_json(const app::ApplicationView& view, const eco::FrameworkItem& wanted) {
  const auto& key = wanted.key;
  const auto item = of_item(view.file.items, key).value_or(eco::EffectiveItem{}).item;
  const auto gap = std::ranges::find(view.gaps, key, &eco::Gap::item);
  auto object = standing_json(view.file, key);
  object["key"] = key.value;
  object["kind"] = name_of(wanted.kind);
  object["name"] = wanted.name;
  object["adaptation"] = item.adaptation;
  object["explanation"] = item.explanation;
  object["evidence_links"] = strings_json(item.evidence_links);
  object["responsible_body"] = item.responsible_body;
  object["from"] = to_json(item.from);
  object["until"] = to_json(item.until);
  object["target"] = level_json(of_item(view.file.targets, key));
  object["target_inherited"] =
      view.file.targets.contains(key) && !view.file.own_targets.contains(key);
  object["gap"] = gap == view.gaps.end() ? json::value(nullptr) : json::value(gap->levels());
  object["missing"] = or_null(of_item(view.missing, key));
  object["reviews"] = reviews_json(view.reviews, key);
  return object;
}

}  // namespace

json::object overview_json(const app::ApplicationOverview& overview) {
  json::object object{{"version", nullptr}};
  json::array versions, items, rows;
  for (const auto& version : overview.versions) {
    versions.push_back({{"number", version.number.text()},
                        {"state", name_of(version.state)},
                        {"applications", version.applications}});
  }
  if (overview.version) {
    const auto& text = overview.version->text;
    object["version"] = {{"number", text.number.text()},
                         {"title", text.title},
                         {"state", name_of(overview.version->summary.state)}};
    for (const auto& item : text.items) {
      items.push_back({{"key", item.key.value}, {"kind", name_of(item.kind)}, {"name", item.name}});
    }
    for (const auto& row : overview.rows) rows.push_back(row_json(row, text));
  }
  object["versions"] = std::move(versions);
  object["items"] = std::move(items);
  object["rows"] = std::move(rows);
  return object;
}

json::object application_json(const app::ApplicationView& view) {
  const auto& application = view.file.application;
  auto object = place_json(application.jurisdiction);
  object["version"] = view.version.text.number.text();
  object["version_title"] = view.version.text.title;
  object["version_state"] = name_of(view.version.summary.state);
  object["type"] = name_of(application.type);
  object["stage"] = name_of(application.stage);
  object["revision"] = application.revision.value;
  object["begun"] = rfc3339(application.begun);
  object["carried_from"] = number_json(view.carried_from);
  object["newer"] = number_json(view.newer);
  json::array items, related;
  for (const auto& item : view.version.text.items) items.push_back(applied_item_json(view, item));
  object["items"] = std::move(items);
  object["moves"] = moves_json(view.moves);
  object["next"] = next_json(view.next);
  for (const auto& other : view.related) {
    auto place = place_json(other.name.jurisdiction);
    place["version"] = other.name.version.text();
    place["stage"] = name_of(other.stage);
    related.push_back(std::move(place));
  }
  object["related"] = std::move(related);
  return object;
}

}  // namespace tributary::http
