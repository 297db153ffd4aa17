#include "catalogue/importers/field_labels.h"

#include <algorithm>
#include <charconv>

#include "catalogue/importers/field_text.h"

namespace tributary::catalogue {
namespace {

struct RoleWord {
  std::string_view folded;
  Role role;
};
constexpr RoleWord kRoles[] = {
    {"participant", Role::partner},
    {"coordinator", Role::coordinator},
    {"associatedpartner", Role::associated_partner},
    {"thirdparty", Role::third_party},
    {"partner", Role::partner},
    {"internationalpartner", Role::international_partner},
    {"beneficiary", Role::partner},
    {"hostinstitution", Role::coordinator},
    {"affiliatedentity", Role::third_party},
};

struct TypeLabel {
  std::string_view folded;  ///< how the label begins, folded
  OrganisationType type;
};
constexpr TypeLabel kTypes[] = {
    {"highereducationinstitution", OrganisationType::higher_education},
    {"university", OrganisationType::higher_education},
    {"schoolinstituteeducationalcentrevocationaltraining", OrganisationType::vocational_school},
    {"schoolinstituteeducationalcentregeneraleducation", OrganisationType::school},
    {"schoolinstituteeducationalcentreadulteducation", OrganisationType::adult_education},
    {"researchinstitute", OrganisationType::research},
    {"smallandmediumsizedenterprise", OrganisationType::enterprise},
    {"largeenterprise", OrganisationType::enterprise},
    {"localpublicbody", OrganisationType::public_body},
    {"regionalpublicbody", OrganisationType::public_body},
    {"nationalpublicbody", OrganisationType::public_body},
    {"publicservice", OrganisationType::public_body},
    {"internationalorganisationunderpubliclaw", OrganisationType::public_body},
    {"europeangroupingofterritorialcooperation", OrganisationType::public_body},
    {"nongovernmentalorganisation", OrganisationType::non_profit},
    {"europeanngo", OrganisationType::non_profit},
    {"nonprofit", OrganisationType::non_profit},
    {"foundation", OrganisationType::non_profit},
    {"groupofyoungpeople", OrganisationType::non_profit},
    {"nationalyouthcouncil", OrganisationType::non_profit},
    {"organisationorassociationrepresenting", OrganisationType::non_profit},
    {"sportclub", OrganisationType::non_profit},
    {"sportfederation", OrganisationType::non_profit},
    {"sportleague", OrganisationType::non_profit},
    {"civilsocietyorganisation", OrganisationType::non_profit},
    {"socialpartner", OrganisationType::chamber_or_social_partner},
    {"chamberofcommerce", OrganisationType::chamber_or_social_partner},
};

struct ProgrammeName {
  std::string_view folded;
  std::string_view name;
};
constexpr ProgrammeName kProgrammes[] = {
    {"horizon", "Horizon Europe"},
    {"horizoneurope", "Horizon Europe"},
    {"h2020", "H2020"},
    {"horizon2020", "H2020"},
    {"seventhframeworkprogramme", "FP7"},
    {"sixthframeworkprogramme", "FP6"},
    {"fifthframeworkprogramme", "FP5"},
    {"fourthframeworkprogramme", "FP4"},
    {"thirdframeworkprogramme", "FP3"},
    {"secondframeworkprogramme", "FP2"},
    {"firstframeworkprogramme", "FP1"},
};

}  // namespace

std::optional<Role> parse_role(std::string_view label) {
  const auto folded = folded_name(label);
  const auto found = std::ranges::find(kRoles, folded, &RoleWord::folded);
  return found == std::end(kRoles) ? std::nullopt : std::optional(found->role);
}

std::optional<OrganisationType> parse_activity_type(std::string_view code) {
  if (code == "HES") return OrganisationType::higher_education;
  if (code == "PRC") return OrganisationType::enterprise;
  if (code == "REC") return OrganisationType::research;
  if (code == "PUB") return OrganisationType::public_body;
  if (code == "OTH") return OrganisationType::other;
  return std::nullopt;
}

OrganisationType organisation_type_of_label(std::string_view label) {
  auto folded = folded_name(label);
  // The dash of "School/Institute/Educational centre – Vocational Training" is not ASCII.
  std::erase_if(folded, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto found = std::ranges::find_if(
      kTypes, [&](const TypeLabel& type) { return folded.starts_with(type.folded); });
  return found == std::end(kTypes) ? OrganisationType::other : found->type;
}

std::string programme_named(std::string_view framework_programme) {
  const auto folded = folded_name(framework_programme);
  const auto found = std::ranges::find(kProgrammes, folded, &ProgrammeName::folded);
  return std::string(found == std::end(kProgrammes) ? framework_programme : found->name);
}

std::string_view programme_of_code(std::string_view code) {
  if (code.starts_with("HORIZON")) return "Horizon Europe";
  if (code.starts_with("H2020")) return "H2020";
  constexpr std::string_view kFrameworks[] = {"FP7", "FP6", "FP5", "FP4", "FP3", "FP2", "FP1"};
  for (const auto framework : kFrameworks) {
    if (code.starts_with(framework)) return framework;
  }
  return {};
}

std::optional<std::int32_t> year_of_call(std::string_view call) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  std::optional<std::int32_t> found;
  for (std::size_t at = 0; at < call.size();) {
    std::size_t end = at;
    while (end < call.size() && is_digit(call[end])) ++end;
    const bool stands_alone = at == 0 || !is_letter(call[at - 1]);  // not in "H2020"
    if (end - at == 4 && stands_alone) {
      std::int32_t year = 0;
      std::from_chars(call.data() + at, call.data() + end, year);
      if (year >= 1980 && year < 2100) {
        if (found && *found != year) return std::nullopt;
        found = year;
      }
    }
    at = end + 1;
  }
  return found;
}

}  // namespace tributary::catalogue
