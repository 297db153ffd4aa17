#include "http/json/adoption_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/potential_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::object coverage_json(const eco::Coverage& coverage) {
  json::array rows;
  for (const auto id : coverage.rows) rows.push_back(id.value);
  return {{"using", coverage.providers_using},
          {"reporting", coverage.providers_reporting},
          {"in_scope", coverage.providers_in_scope},
          {"share", or_null(coverage.share())},
          {"rows", rows}};
}

json::object provider_of_row_json(const app::AdoptionView& view, eco::ProviderId id) {
  const auto& provider = view.providers.at(id);
  return {{"id", id.value}, {"name", provider.name}, {"member_state", provider.member_state.value}};
}

json::array adoption_records_json(const app::AdoptionView& view) {
  json::array records;
  for (const auto& [record, source, revision, recorded, by, changed] : view.records) {
    records.push_back({{"id", record.id.value},
                       {"provider", provider_of_row_json(view, record.provider)},
                       {"adopted", to_json(std::optional(record.adopted))},
                       {"stopped", to_json(record.stopped)},
                       {"in_use", eco::is_in_use(record, view.day)},
                       {"fidelity", record.fidelity ? json::value(name_of(*record.fidelity))
                                                    : json::value(nullptr)},
                       {"source", source},
                       {"revision", revision.value},
                       {"changed", rfc3339(changed)}});
  }
  return records;
}

}  // namespace

json::object adoption_json(const app::AdoptionView& view) {
  json::array states, spread, replies;
  for (const auto& [member_state, coverage] : view.states) {
    auto entry = coverage_json(coverage);
    entry["member_state"] = member_state.value;
    states.push_back(std::move(entry));
  }
  for (const auto& point : view.spread) {
    spread.push_back({{"year", point.year}, {"adopted", point.adopted}, {"in_use", point.in_use}});
  }
  for (const auto& reply : view.replies) {
    replies.push_back({{"provider", provider_of_row_json(view, reply.provider)},
                       {"day", reply.day.iso()},
                       {"source", reply.source}});
  }
  return {{"innovation", {{"id", view.innovation.value}, {"title", view.title}}},
          {"member_state", text_or_null(view.member_state.value)},
          {"as_of", view.day.iso()},
          {"source", "adoption records and replies of providers, each with its own source"},
          {"changed", to_json(view.changed)},
          {"coverage", coverage_json(view.coverage)},
          {"states", states},
          {"spread", spread},
          {"forecast", forecast_json(view.forecast)},
          {"records", adoption_records_json(view)},
          {"replies", replies}};
}

json::object providers_json(const app::ProviderList& list) {
  json::array providers;
  for (const auto& [provider, organisation_slug, adopted] : list.providers) {
    json::array adoptions;
    for (const auto& [adoption, title] : adopted) {
      const auto& record = adoption.record;
      adoptions.push_back({{"id", record.id.value},
                           {"innovation", {{"id", record.innovation.value}, {"title", title}}},
                           {"adopted", record.adopted.iso()},
                           {"stopped", to_json(record.stopped)},
                           {"in_use", eco::is_in_use(record, list.day)}});
    }
    providers.push_back({{"id", provider.id.value},
                         {"name", provider.name},
                         {"member_state", provider.member_state.value},
                         {"organisation", or_null(organisation_slug)},
                         {"learners", or_null(provider.learners)},
                         {"revision", provider.revision.value},
                         {"adoptions", std::move(adoptions)}});
  }
  return {{"total", list.providers.size()},
          {"as_of", list.day.iso()},
          {"providers", std::move(providers)}};
}

}  // namespace tributary::http
