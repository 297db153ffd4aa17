#include "app/ecosystem/aims/vet_signs.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace tributary::app {
namespace {

namespace eco = ecosystem;

bool is_word_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
}

bool begins_in_any_case(std::string_view word, std::string_view lower) {
  return word.size() >= lower.size() &&
         std::ranges::equal(word.substr(0, lower.size()), lower, [](char one, char other) {
           return (one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one) == other;
         });
}

/// Whether any word of the text is one that `is_meant` knows.
template <class IsMeant>
bool has_word(std::string_view text, IsMeant is_meant) {
  while (!text.empty()) {
    const auto begin = std::ranges::find_if(text, is_word_letter);
    const auto end = std::ranges::find_if_not(begin, text.end(), is_word_letter);
    if (begin != end && is_meant(std::string_view(begin, end))) return true;
    text = std::string_view(end, text.end());
  }
  return false;
}

bool is_word_of_vet(std::string_view word) {
  constexpr std::array<std::string_view, 5> kActions = {"VET", "CoVE", "KA102", "KA116", "KA202"};
  return std::ranges::find(kActions, word) != kActions.end() ||
         begins_in_any_case(word, "vocational") || begins_in_any_case(word, "apprentice");
}

bool names_vet(const catalogue::SourceProject& project) {
  for (const auto* text : {&project.title, &project.action, &project.call, &project.key}) {
    if (has_word(*text, is_word_of_vet)) return true;
  }
  if (!project.topics) return false;
  return std::ranges::any_of(*project.topics, [](const catalogue::Topic& topic) {
    return has_word(topic.code, is_word_of_vet) || has_word(topic.label, is_word_of_vet);
  });
}

}  // namespace

eco::PartnerKind partner_kind(catalogue::OrganisationType type) {
  using catalogue::OrganisationType;
  switch (type) {
    case OrganisationType::unknown:
      return eco::PartnerKind::unknown;
    case OrganisationType::vocational_school:
      return eco::PartnerKind::vet_provider;
    case OrganisationType::enterprise:
      return eco::PartnerKind::enterprise;
    case OrganisationType::higher_education:
    case OrganisationType::research:
      return eco::PartnerKind::research;
    default:
      return eco::PartnerKind::other;
  }
}

bool could_name_vet_provider(std::string_view type_label) {
  constexpr std::array<std::string_view, 5> kTypesOfCordis = {"HES", "PRC", "REC", "PUB", "OTH"};
  return std::ranges::find(kTypesOfCordis, type_label) == kTypesOfCordis.end();
}

eco::VetSigns vet_signs(const catalogue::SourceProject& project) {
  return {
      .names_vet = names_vet(project),
      .is_mobility =
          has_word(project.key_action,
                   [](std::string_view word) { return begins_in_any_case(word, "mobility"); }) ||
          has_word(project.key, [](std::string_view word) {
            return word.size() == std::string_view("KA102").size() && word.starts_with("KA1");
          })};
}

}  // namespace tributary::app
