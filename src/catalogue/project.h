// catalogue/project.h
//
// A European project as published, in the words of all sources. What a source does not say stays
// empty: missing is never zero.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace tributary::catalogue {

enum class Role : std::uint8_t {
  unknown,
  coordinator,
  partner,
  associated_partner,
  third_party,
  international_partner,
};

enum class OrganisationType : std::uint8_t {
  unknown,
  higher_education,
  vocational_school,
  school,
  adult_education,
  research,
  enterprise,
  public_body,
  non_profit,
  chamber_or_social_partner,
  other,
};

enum class TopicVocabulary : std::uint8_t {
  call_topic,     ///< the topic of the call, e.g. HORIZON-WIDERA-2022-TALENTS-01-01
  euro_sci_voc,   ///< fields of science, coded by path
  erasmus_topic,  ///< the topics of the Erasmus+ results platform
  legal_basis,    ///< programme part, e.g. HORIZON.4.1
  keyword,        ///< free words of the applicant
};

struct Topic {
  TopicVocabulary vocabulary = TopicVocabulary::keyword;
  std::string code;   ///< empty where the vocabulary has none
  std::string label;  ///< empty where only a code is published
  bool operator==(const Topic&) const = default;
};

/// An organisation as one participation names it.
struct NamedOrganisation {
  std::string pic;  ///< participant identification code, digits
  std::string oid;  ///< organisation id, E########
  std::string vat;
  std::string name;
  std::string short_name;
  OrganisationType type = OrganisationType::unknown;
  std::string type_label;  ///< as published, e.g. "HES", "Small and medium sized enterprise"
  std::optional<bool> is_sme;
  std::string street, post_code, city, region;
  std::string
      country;  ///< ISO 3166-1 alpha-2, Greece GR and the United Kingdom GB; empty where unknown
  std::string nuts;
  std::optional<double> latitude, longitude;  ///< degrees
  std::string website;
  bool operator==(const NamedOrganisation&) const = default;
};

/// All that is stated of an organisation in words.
inline constexpr auto kOrganisationTexts = std::to_array<std::string NamedOrganisation::*>(
    {&NamedOrganisation::pic, &NamedOrganisation::oid, &NamedOrganisation::vat,
     &NamedOrganisation::name, &NamedOrganisation::short_name, &NamedOrganisation::type_label,
     &NamedOrganisation::street, &NamedOrganisation::post_code, &NamedOrganisation::city,
     &NamedOrganisation::region, &NamedOrganisation::country, &NamedOrganisation::nuts,
     &NamedOrganisation::website});

struct Participation {
  NamedOrganisation organisation;
  Role role = Role::unknown;
  std::string role_label;              ///< as published
  std::optional<std::uint32_t> order;  ///< place in the source's list, from 1
  std::optional<Money> contribution;   ///< what the Union gives to this organisation
  std::optional<Money> net_contribution;
  std::optional<Money> total_cost;
  std::optional<bool> ended_early;
  bool operator==(const Participation&) const = default;
};

struct Link {
  std::string url;
  std::string kind;  ///< "website", "result", "deliverable", "results platform", "cordis" …
  std::string title;
  bool operator==(const Link&) const = default;
};

/// Everything one source says of one project. Optional lists: absent means that the imported files
/// did not speak of it, so that an earlier statement stands; empty means that they said there is
/// none.
struct SourceProject {
  std::string source;  ///< "cordis", "erasmus", "demo"
  std::string key;     ///< the source's identifier: a grant agreement number, a project reference

  std::string acronym, title, summary;
  std::string programme;   ///< "Horizon Europe", "H2020", "FP7", "Erasmus+", …
  std::string action;      ///< funding scheme or action type, e.g. "HORIZON-CSA", "Forward looking
                           ///< cooperation projects"
  std::string key_action;  ///< Erasmus+ key action
  std::string call;        ///< call identifier or call year and action
  std::optional<std::int32_t> call_year;
  std::string published_status;  ///< as published; the shown status is computed from the dates
  std::optional<Date> start, end, signed_on, updated_on;
  std::optional<Money> grant, total_cost;
  std::string website, doi, rcn;
  std::optional<bool> good_practice, success_story;

  std::optional<std::vector<Participation>> participations;
  std::optional<std::vector<Topic>> topics;
  std::optional<std::vector<Link>> links;

  bool operator==(const SourceProject&) const = default;
};

enum class ProjectStatus : std::uint8_t { unknown, not_started, ongoing, finished };

/// Computed from the dates: finished after `end`, not started before `start`, else ongoing; unknown
/// where the dates do not tell.
ProjectStatus status_on(Date today, std::optional<Date> start, std::optional<Date> end);

std::string_view name_of(Role role);
std::string_view name_of(OrganisationType type);
std::string_view name_of(TopicVocabulary vocabulary);
std::string_view name_of(ProjectStatus status);

}  // namespace tributary::catalogue
