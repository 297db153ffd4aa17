#include "http/json/organisation_json.h"

#include <algorithm>

#include "app/demonstration/demonstration.h"
#include "http/json/project_json.h"
#include "http/json/values.h"
#include "text/display_names.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

bool belongs_to_demonstration(const store::OrganisationParticipation& participation) {
  return participation.project_slug.starts_with(std::string(app::kDemonstrationSource) + "-");
}

json::object project_entry_json(const store::OrganisationParticipation& project, Date today) {
  return {
      {"id", project.project_slug},
      {"acronym", project.acronym},
      {"title", project.title},
      {"programme", project.programme},
      {"status", name_of(catalogue::status_on(today, project.start, project.end))},
      {"start", to_json(project.start)},
      {"end", to_json(project.end)},
      {"role", name_of(project.role)},
      {"contribution_eur", to_json(project.contribution)},
  };
}

json::array parts_json(const std::vector<store::StoredMember>& members) {
  json::array parts;
  for (const auto& [id, named] : members) {
    parts.push_back({{"id", std::to_string(id.value)},
                     {"name", named.name},
                     {"pic", named.pic},
                     {"oid", named.oid},
                     {"vat", named.vat},
                     {"city", named.city},
                     {"country", named.country}});
  }
  return parts;
}

}  // namespace

json::object organisation_json(const store::StoredOrganisation& organisation,
                               std::size_t project_limit, Date today) {
  const auto& named = organisation.named;
  const auto& participations = organisation.participations;
  const auto coordinations = std::ranges::count(participations, catalogue::Role::coordinator,
                                                &store::OrganisationParticipation::role);
  json::array projects;
  for (std::size_t i = 0; i < std::min(project_limit, participations.size()); ++i) {
    projects.push_back(project_entry_json(participations[i], today));
  }
  return {
      {"id", organisation.slug},
      {"name", named.name},
      {"short_name", named.short_name},
      {"aliases", strings_json(organisation.aliases)},
      {"parts", parts_json(organisation.members)},
      {"pic", named.pic},
      {"oid", named.oid},
      {"vat", named.vat},
      {"type", name_of(named.type)},
      {"type_label", named.type_label},
      {"is_sme", or_null(named.is_sme)},
      {"street", named.street},
      {"post_code", named.post_code},
      {"city", named.city},
      {"region", named.region},
      {"country", named.country},
      {"country_label", text::country_name(named.country)},
      {"nuts", named.nuts},
      {"latitude", or_null(named.latitude)},
      {"longitude", or_null(named.longitude)},
      {"website", named.website},
      {"project_count", organisation.projects},
      {"coordinator_count", coordinations},
      {"projects", std::move(projects)},
      {"demonstration",
       !participations.empty() && std::ranges::all_of(participations, belongs_to_demonstration)},
  };
}

json::object organisation_card_json(const store::StoredOrganisation& organisation) {
  const auto& named = organisation.named;
  return {{"id", organisation.id.value},
          {"slug", organisation.slug},
          {"name", named.name},
          {"short_name", named.short_name},
          {"type", catalogue::name_of(named.type)},
          {"country", named.country},
          {"city", named.city},
          {"region", named.nuts},
          {"projects", organisation.projects}};
}

}  // namespace tributary::http
