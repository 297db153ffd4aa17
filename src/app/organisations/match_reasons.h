// app/organisations/match_reasons.h
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/identity/match_decision.h"

namespace tributary::app {

/// What speaks for and against two organisations being one, as the store keeps it: names between
/// commas, those against with a minus before.
std::string features_text(const catalogue::MatchFigures& figures,
                          catalogue::IdentifierRelation relation);

struct NamedReason {
  std::string name;
  bool is_against = false;
};
std::vector<NamedReason> reasons_in(std::string_view features);

}  // namespace tributary::app
