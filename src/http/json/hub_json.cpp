#include "http/json/hub_json.h"

#include "app/hubs/hub_filter.h"
#include "http/json/machine_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

constexpr std::string_view kFigureSource =
    "projects of the catalogue by the day on which they begin, within the hub's filter; "
    "organisations by who takes part in them";

json::array texts_json(const eco::HubContent& content) {
  json::array texts;
  for (const auto& [language, name, description] : content.texts) {
    texts.push_back({{"language", language}, {"name", name}, {"description", description}});
  }
  return texts;
}

json::object filter_json(const eco::HubContent& content) {
  json::array choices;
  for (const auto& [facet, value] : content.choices) {
    choices.push_back({{"facet", facet}, {"value", value}});
  }
  return {{"query", content.query}, {"choices", std::move(choices)}};
}

json::object summary_json(const store::StoredHub& hub) {
  return {{"slug", hub.slug},
          {"state", name_of(hub.state)},
          {"revision", hub.revision.value},
          {"texts", texts_json(hub.content)},
          {"filter", filter_json(hub.content)},
          {"created", rfc3339(hub.created)},
          {"changed", rfc3339(hub.changed)}};
}

json::array news_list_json(const std::vector<store::StoredHubNews>& all) {
  json::array list;
  for (const auto& news : all) {
    list.push_back({{"number", news.number},
                    {"language", news.news.language},
                    {"title", news.news.title},
                    {"body", news.news.body},
                    {"day", news.news.day.iso()},
                    {"state", news.is_withdrawn ? "withdrawn" : "published"},
                    {"role", name_of(news.role)},
                    {"published", rfc3339(news.at)}});
  }
  return list;
}

json::array call_list_json(const std::vector<store::StoredHubCall>& all,
                           const app::HubCatalogue& catalogue) {
  json::array list;
  for (const auto& [number, call, at, by] : all) {
    const auto found = catalogue.projects_of_call.find(call.call);
    list.push_back({{"number", number},
                    {"call", call.call},
                    {"language", call.language},
                    {"note", call.note},
                    {"deadline", call.deadline.iso()},
                    {"link", call.link},
                    {"projects", found == catalogue.projects_of_call.end() ? 0 : found->second}});
  }
  return list;
}

json::array highlights_json(const std::vector<store::StoredHubHighlight>& all,
                            const app::HubCatalogue& catalogue, Date today) {
  json::array list;
  for (const auto& [number, highlight, at, by] : all) {
    json::value card = nullptr;
    if (const auto found = catalogue.projects.find(highlight.project);
        found != catalogue.projects.end()) {
      const auto& merged = found->second.merged;
      card =
          project_card_json(found->second, catalogue::status_on(today, merged.start, merged.end));
    }
    list.push_back({{"number", number},
                    {"id", highlight.project},
                    {"language", highlight.language},
                    {"reason", highlight.reason},
                    {"project", std::move(card)}});
  }
  return list;
}

json::array pilots_at_sites_json(const std::vector<store::PilotAtSite>& all) {
  json::array list;
  for (const auto& line : all) {
    const auto& pilot = line.pilot;
    list.push_back(
        {{"id", pilot.id.value},
         {"site", pilot.site},
         {"member_state", pilot.member_state.value},
         {"state", name_of(pilot.state)},
         {"innovation", {{"id", line.innovation.value}, {"title", line.innovation_title}}}});
  }
  return list;
}

}  // namespace

json::object hubs_json(const app::HubList& list) {
  json::array hubs;
  for (const auto& hub : list.hubs) hubs.push_back(summary_json(hub));
  return {{"total", list.hubs.size()}, {"hubs", std::move(hubs)}, {"may_create", list.may_create}};
}

json::object hub_json(const app::HubView& view, const app::HubCatalogue& catalogue,
                      const std::vector<store::PilotAtSite>& pilots, Date today) {
  auto object = summary_json(view.stored);
  object["curators"] = {{"role", name_of(eco::Role::hub_manager)}, {"people", view.managers}};
  object["news"] = news_list_json(view.news);
  object["calls"] = call_list_json(view.calls, catalogue);
  object["highlights"] = highlights_json(view.highlights, catalogue, today);
  object["pilots"] = pilots_at_sites_json(pilots);
  object["next"] = next_json(view.next);
  object["your_roles"] = names_json(view.roles);
  object["may_edit"] = view.may_edit;
  return object;
}

json::object hub_news_json(const app::HubView& view) {
  return {{"total", view.news.size()}, {"news", news_list_json(view.news)}};
}

json::object hub_calls_json(const app::HubView& view, const app::HubCatalogue& catalogue) {
  return {{"total", view.calls.size()}, {"calls", call_list_json(view.calls, catalogue)}};
}

json::object hub_figures_json(const store::StoredHub& hub, const app::HubFigures& figures) {
  json::array quarters, countries;
  std::uint64_t shown = 0, grant_known = 0, members_known = 0;
  for (const auto& quarter : figures.quarters) {
    shown += quarter.projects;
    grant_known += quarter.grant_known;
    members_known += quarter.members_known;
    quarters.push_back(
        {{"quarter", quarter.quarter.name()},
         {"from", quarter.quarter.begins().iso()},
         {"to", quarter.quarter.ends().iso()},
         {"projects", quarter.projects},
         {"query", app::words_within(hub.content.query, app::words_for(quarter.quarter))},
         {"organisations", quarter.organisations.size()},
         {"newcomers", quarter.newcomers},
         {"countries", quarter.countries},
         {"grant_eur",
          quarter.grant_known == 0 ? json::value(nullptr) : to_json(std::optional(quarter.grant))},
         {"grant_known", quarter.grant_known},
         {"members_known", quarter.members_known}});
  }
  for (const auto& [country, organisations] : figures.countries) {
    countries.push_back({{"country", country}, {"organisations", organisations}});
  }
  json::object document{{"hub", hub.slug}};
  tell_origin(document, figures.as_of, kFigureSource);
  document["filter"] = filter_json(hub.content);
  document["coverage"] = {{"projects", figures.projects},
                          {"shown", shown},
                          {"earlier", figures.earlier},
                          {"later", figures.later},
                          {"without_start", figures.without_start},
                          {"grant_known", grant_known},
                          {"members_known", members_known},
                          {"organisations", figures.organisations},
                          {"country_unknown", figures.country_unknown}};
  document["quarters"] = std::move(quarters);
  document["countries"] = std::move(countries);
  return document;
}

json::object hub_organisations_json(const store::StoredHub& hub, Date as_of,
                                    const app::QuarterFigures& quarter,
                                    const HubOrganisationPage& page) {
  json::array organisations;
  for (std::size_t place = 0; place < page.named.size(); ++place) {
    const auto& counted = quarter.organisations[page.offset + place];
    const auto& organisation = page.named[place];
    organisations.push_back({{"id", organisation.slug},
                             {"name", organisation.named.name},
                             {"country", counted.country},
                             {"projects", counted.projects},
                             {"newcomer", counted.is_newcomer}});
  }
  json::object document{{"hub", hub.slug}, {"quarter", quarter.quarter.name()}};
  tell_origin(document, as_of, kFigureSource);
  document["coverage"] = {{"projects", quarter.projects}, {"members_known", quarter.members_known}};
  document["total"] = quarter.organisations.size();
  document["newcomers"] = quarter.newcomers;
  document["offset"] = page.offset;
  document["organisations"] = std::move(organisations);
  return document;
}

}  // namespace tributary::http
