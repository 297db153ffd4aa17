// catalogue/importers/field_labels.h
//
// The words that sources use for roles, kinds of organisation and programmes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/project.h"

namespace tributary::catalogue {

/// "coordinator", "associatedPartner" …; nothing for a word that no source uses for a role.
std::optional<Role> parse_role(std::string_view label);

/// CORDIS: HES, PRC, REC, PUB, OTH. Nothing for another code.
std::optional<OrganisationType> parse_activity_type(std::string_view code);

/// Erasmus+ and Creative Europe: the labels of the results platform. `other` for a label that is
/// not listed (Creative Europe alone has 52).
OrganisationType organisation_type_of_label(std::string_view label);

/// The programme's usual name: "HORIZON" → "Horizon Europe", "Fourth Framework Programme" → "FP4";
/// what has no other name stays.
std::string programme_named(std::string_view framework_programme);

/// The programme that a legal basis, call or topic code belongs to by its prefix: "HORIZON.4.1",
/// "H2020-EU.1.1.", "FP7-ICT-2011-7"; empty where the code does not tell.
std::string_view programme_of_code(std::string_view code);

/// The year in a call identifier, where exactly one is: "HORIZON-WIDERA-2022-TALENTS-01".
std::optional<std::int32_t> year_of_call(std::string_view call);

}  // namespace tributary::catalogue
