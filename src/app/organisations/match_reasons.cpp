#include "app/organisations/match_reasons.h"

#include <ranges>

namespace tributary::app {

namespace {

std::string_view told_of(catalogue::IdentifierRelation relation) {
  switch (relation) {
    case catalogue::IdentifierRelation::same:
      return "same_identifier";
    case catalogue::IdentifierRelation::same_vat:
      return "same_vat";
    case catalogue::IdentifierRelation::differ:
      return "-other_identifier";
    case catalogue::IdentifierRelation::silent:
      break;
  }
  return {};
}

}  // namespace

std::string features_text(const catalogue::MatchFigures& figures,
                          catalogue::IdentifierRelation relation) {
  std::string text(told_of(relation));
  for (const auto& reason : catalogue::reasons_of(figures)) {
    if (!text.empty()) text += ',';
    if (reason.is_against) text += '-';
    text += reason.name;
  }
  return text;
}

std::vector<NamedReason> reasons_in(std::string_view features) {
  std::vector<NamedReason> reasons;
  for (const auto part : std::views::split(features, ',')) {
    std::string_view name(part.begin(), part.end());
    if (name.empty()) continue;
    const bool is_against = name.starts_with('-');
    if (is_against) name.remove_prefix(1);
    reasons.push_back({std::string(name), is_against});
  }
  return reasons;
}

}  // namespace tributary::app
