#include "http/json/network_json.h"

#include "http/json/organisation_json.h"
#include "http/json/search_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

constexpr std::string_view kNetworkSource = "participations in the projects of the catalogue";

json::object betweenness_json(const app::NetworkAnswer& answer) {
  const bool is_sampled = answer.method == network::BetweennessMethod::sampled;
  return {{"method", is_sampled ? "sampled" : "exact"},
          {"samples", is_sampled ? json::value(answer.samples) : json::value(nullptr)},
          {"confidence",
           is_sampled ? json::value(network::Betweenness::kConfidence) : json::value(nullptr)},
          {"greatest_error", answer.greatest_error}};
}

json::array largest_communities_json(const std::vector<app::NetworkCommunity>& communities) {
  json::array list;
  for (const auto& community : communities) {
    json::array countries;
    for (const auto& [country, organisations] : community.countries) {
      countries.push_back({{"country", country}, {"organisations", organisations}});
    }
    list.push_back({{"number", community.number},
                    {"organisations", community.organisations},
                    {"countries", std::move(countries)}});
  }
  return list;
}

json::object member_json(const app::NetworkMember& member) {
  auto object = organisation_card_json(member.organisation);
  object["degree"] = member.degree;
  object["stable_ties"] = member.stable_ties;
  object["joint_projects"] = member.joint_projects;
  object["core"] = member.core;
  object["betweenness"] = member.betweenness;
  object["betweenness_low"] = member.betweenness_range.low;
  object["betweenness_high"] = member.betweenness_range.high;
  object["community"] = member.community;
  object["is_newcomer"] = member.is_newcomer;
  return object;
}

json::object joint_json(const app::NetworkPathStep& step) {
  json::array newest;
  for (const auto& project : step.newest) {
    newest.push_back({{"project", project.slug},
                      {"acronym", project.merged.acronym},
                      {"title", project.merged.title},
                      {"start", to_json(project.merged.start)}});
  }
  return {{"projects", step.joint_projects}, {"newest", std::move(newest)}};
}

}  // namespace

std::string_view name_of(app::NetworkOrder by) {
  switch (by) {
    case app::NetworkOrder::degree:
      return "degree";
    case app::NetworkOrder::betweenness:
      return "betweenness";
    case app::NetworkOrder::core:
      return "core";
    case app::NetworkOrder::projects:
      return "projects";
  }
  return "";
}

json::object network_json(const app::NetworkQuery& query, const app::NetworkAnswer& answer) {
  json::array members, among;
  for (const auto& member : answer.members) members.push_back(member_json(member));
  for (const auto& tie : answer.among) {
    among.push_back({{"from", answer.members[tie.one].organisation.id.value},
                     {"to", answer.members[tie.other].organisation.id.value},
                     {"joint_projects", tie.projects}});
  }
  json::object document;
  tell_origin(document, answer.as_of, kNetworkSource);
  document["query"] =
      json::object{{"q", query.scope.text},
                   {"echo", answer.echo},
                   {"misreadings", misreadings_json(answer.misreadings)},
                   {"around", answer.around ? json::value(organisation_card_json(*answer.around))
                                            : json::value(nullptr)},
                   {"joint", query.scope.fewest_projects},
                   {"by", name_of(query.by)}};
  document["projects"] = answer.projects;
  document["organisations"] = answer.organisations;
  document["ties"] = answer.ties;
  document["stable_ties"] = answer.stable_ties;
  document["newcomers"] = answer.newcomers;
  document["components"] =
      json::object{{"count", answer.components}, {"largest", answer.largest_component}};
  document["highest_core"] = answer.highest_core;
  document["betweenness"] = betweenness_json(answer);
  document["communities"] = json::object{{"count", answer.community_count},
                                         {"modularity", answer.modularity},
                                         {"largest", largest_communities_json(answer.communities)}};
  document["members"] = std::move(members);
  document["among"] = std::move(among);
  return document;
}

json::object network_path_json(const app::NetworkPathQuery& query,
                               const app::NetworkPathAnswer& answer) {
  json::array path;
  for (const auto& step : answer.steps) {
    auto object = organisation_card_json(step.organisation);
    object["joint"] = joint_json(step);
    path.push_back(std::move(object));
  }
  json::object document;
  tell_origin(document, answer.as_of, kNetworkSource);
  document["query"] = json::object{{"q", query.scope.text}, {"echo", answer.echo}};
  document["projects"] = answer.projects;
  document["from"] = organisation_card_json(answer.from);
  document["to"] = organisation_card_json(answer.to);
  document["steps"] =
      answer.steps.empty() ? json::value(nullptr) : json::value(answer.steps.size() - 1);
  document["path"] = std::move(path);
  return document;
}

}  // namespace tributary::http
