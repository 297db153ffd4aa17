#include "catalogue/project.h"

namespace tributary::catalogue {

ProjectStatus status_on(Date today, std::optional<Date> start, std::optional<Date> end) {
  if (end && *end < today) return ProjectStatus::finished;
  if (start && *start > today) return ProjectStatus::not_started;
  if (start && end) return ProjectStatus::ongoing;
  return ProjectStatus::unknown;
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::unknown:
      return "unknown";
    case Role::coordinator:
      return "coordinator";
    case Role::partner:
      return "partner";
    case Role::associated_partner:
      return "associated_partner";
    case Role::third_party:
      return "third_party";
    case Role::international_partner:
      return "international_partner";
  }
  return "unknown";
}

std::string_view name_of(OrganisationType type) {
  switch (type) {
    case OrganisationType::unknown:
      return "unknown";
    case OrganisationType::higher_education:
      return "higher_education";
    case OrganisationType::vocational_school:
      return "vocational_school";
    case OrganisationType::school:
      return "school";
    case OrganisationType::adult_education:
      return "adult_education";
    case OrganisationType::research:
      return "research";
    case OrganisationType::enterprise:
      return "enterprise";
    case OrganisationType::public_body:
      return "public_body";
    case OrganisationType::non_profit:
      return "non_profit";
    case OrganisationType::chamber_or_social_partner:
      return "chamber_or_social_partner";
    case OrganisationType::other:
      return "other";
  }
  return "unknown";
}

std::string_view name_of(TopicVocabulary vocabulary) {
  switch (vocabulary) {
    case TopicVocabulary::call_topic:
      return "call_topic";
    case TopicVocabulary::euro_sci_voc:
      return "euro_sci_voc";
    case TopicVocabulary::erasmus_topic:
      return "erasmus_topic";
    case TopicVocabulary::legal_basis:
      return "legal_basis";
    case TopicVocabulary::keyword:
      return "keyword";
  }
  return "unknown";
}

std::string_view name_of(ProjectStatus status) {
  switch (status) {
    case ProjectStatus::unknown:
      return "unknown";
    case ProjectStatus::not_started:
      return "not_started";
    case ProjectStatus::ongoing:
      return "ongoing";
    case ProjectStatus::finished:
      return "finished";
  }
  return "unknown";
}

}  // namespace tributary::catalogue
