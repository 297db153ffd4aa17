#include "http/json/project_json.h"

#include <algorithm>

#include "app/demonstration/demonstration.h"
#include "http/json/values.h"
#include "text/display_names.h"
#include "text/language.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

bool is_coordinator(const store::StoredParticipation& participation) {
  return participation.as_published.role == catalogue::Role::coordinator;
}

json::object participation_json(const store::StoredParticipation& stored) {
  const auto& participation = stored.as_published;
  const auto& organisation = participation.organisation;
  return {
      {"organisation_id", stored.organisation_slug},
      {"name", organisation.name},
      {"short_name", organisation.short_name},
      {"role", name_of(participation.role)},
      {"role_label", participation.role_label},
      {"order", or_null(participation.order)},
      {"country", organisation.country},
      {"country_label", text::country_name(organisation.country)},
      {"city", organisation.city},
      {"region", organisation.region},
      {"nuts", organisation.nuts},
      {"type", name_of(organisation.type)},
      {"type_label", organisation.type_label},
      {"is_sme", or_null(organisation.is_sme)},
      {"contribution_eur", to_json(participation.contribution)},
      {"total_cost_eur", to_json(participation.total_cost)},
      {"latitude", or_null(organisation.latitude)},
      {"longitude", or_null(organisation.longitude)},
      {"website", organisation.website},
  };
}

template <class Element, class Describe>
json::array list(const std::vector<Element>& elements, Describe describe) {
  json::array array;
  array.reserve(elements.size());
  for (const auto& element : elements) array.push_back(describe(element));
  return array;
}

json::value topic_json(const catalogue::Topic& topic) {
  return {{"vocabulary", name_of(topic.vocabulary)}, {"code", topic.code}, {"label", topic.label}};
}

json::value link_json(const catalogue::Link& link) {
  return {{"url", link.url}, {"kind", link.kind}, {"title", link.title}};
}

json::value provenance_json(const store::FieldProvenance& provenance) {
  return {{"field", provenance.field},   {"source", provenance.source},
          {"key", provenance.key},       {"file", provenance.file},
          {"run", provenance.run.value}, {"imported", rfc3339(provenance.imported)}};
}

json::value history_json(const store::HistoryEntry& entry) {
  return {{"run", entry.run.value},
          {"when", rfc3339(entry.when)},
          {"field", entry.field},
          {"before", entry.before},
          {"after", entry.after}};
}

}  // namespace

PartnerCount count_partners(const std::vector<store::StoredParticipation>& participations) {
  const auto coordinators =
      static_cast<std::uint64_t>(std::ranges::count_if(participations, is_coordinator));
  return {.coordinators = coordinators, .partners = participations.size() - coordinators};
}

const store::StoredParticipation* coordinator_of(
    const std::vector<store::StoredParticipation>& participations) {
  const auto found = std::ranges::find_if(participations, is_coordinator);
  return found == participations.end() ? nullptr : &*found;
}

std::vector<std::string> countries_of(
    const std::vector<store::StoredParticipation>& participations) {
  std::vector<std::string> countries;
  for (const auto& participation : participations) {
    const auto& country = participation.as_published.organisation.country;
    if (!country.empty()) countries.push_back(country);
  }
  std::ranges::sort(countries);
  countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
  if (const auto* const coordinator = coordinator_of(participations)) {
    const auto first = std::ranges::find(countries, coordinator->as_published.organisation.country);
    if (first != countries.end()) std::rotate(countries.begin(), first, first + 1);
  }
  return countries;
}

json::value coordinator_json(const std::vector<store::StoredParticipation>& participations) {
  const auto* const coordinator = coordinator_of(participations);
  if (coordinator == nullptr) return nullptr;
  const auto& organisation = coordinator->as_published.organisation;
  return {{"id", coordinator->organisation_slug},
          {"name", organisation.name},
          {"country", organisation.country}};
}

bool is_demonstration(const store::StoredProject& project) {
  return project.merged.source == app::kDemonstrationSource;
}

json::array strings_json(const std::vector<std::string>& strings) {
  return list(strings, [](const std::string& text) { return json::value(text); });
}

json::object project_card_json(const store::StoredProject& project,
                               catalogue::ProjectStatus status) {
  const auto& merged = project.merged;
  return {
      {"id", project.slug},
      {"title", merged.title},
      {"acronym", merged.acronym},
      {"programme", merged.programme},
      {"action", merged.action},
      {"status", name_of(status)},
      {"start", to_json(merged.start)},
      {"end", to_json(merged.end)},
      {"grant_eur", to_json(merged.grant)},
      {"coordinator", coordinator_json(project.participations)},
      {"countries", strings_json(countries_of(project.participations))},
  };
}

json::object project_json(const store::StoredProject& project, Date today) {
  const auto& merged = project.merged;
  const auto count = count_partners(project.participations);
  return {
      {"id", project.slug},
      {"source", merged.source},
      {"key", merged.key},
      {"title", merged.title},
      {"acronym", merged.acronym},
      {"summary", merged.summary},
      {"summary_language", text::code_of(text::detect_language(merged.summary))},
      {"programme", merged.programme},
      {"key_action", merged.key_action},
      {"action", merged.action},
      {"call", merged.call},
      {"call_year", or_null(merged.call_year)},
      {"status", name_of(catalogue::status_on(today, merged.start, merged.end))},
      {"published_status", merged.published_status},
      {"start", to_json(merged.start)},
      {"end", to_json(merged.end)},
      {"signed_on", to_json(merged.signed_on)},
      {"updated_on", to_json(merged.updated_on)},
      {"grant_eur", to_json(merged.grant)},
      {"total_cost_eur", to_json(merged.total_cost)},
      {"website", merged.website},
      {"doi", merged.doi},
      {"rcn", merged.rcn},
      {"good_practice", or_null(merged.good_practice)},
      {"success_story", or_null(merged.success_story)},
      {"coordinator_count", count.coordinators},
      {"partner_count", count.partners},
      {"countries", strings_json(countries_of(project.participations))},
      {"participations", list(project.participations, participation_json)},
      {"topics", list(merged.topics.value_or(std::vector<catalogue::Topic>()), topic_json)},
      {"links", list(merged.links.value_or(std::vector<catalogue::Link>()), link_json)},
      {"provenance", list(project.provenance, provenance_json)},
      {"history", list(project.history, history_json)},
      {"demonstration", is_demonstration(project)},
  };
}

}  // namespace tributary::http
