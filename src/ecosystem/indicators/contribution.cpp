#include "ecosystem/indicators/contribution.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "ecosystem/indicators/ratio.h"

namespace tributary::ecosystem {
namespace {

/// The kind of each organisation that is in the places.
std::map<OrganisationNumber, PartnerKind> kinds_in(std::span<const NetworkPlace> places) {
  std::map<OrganisationNumber, PartnerKind> kinds;
  for (const auto& place : places) kinds.emplace(place.organisation, place.kind);
  return kinds;
}

/// A figure without a value whose rows are the organisations of one kind, heard as their kinds are.
Figure<OrganisationNumber> organisations_of_kind(PartnerKind kind,
                                                 std::span<const NetworkPlace> places, Date as_of,
                                                 std::string source) {
  Figure<OrganisationNumber> figure{
      .value = {}, .as_of = as_of, .source = std::move(source), .heard = {}, .rows = {}};
  for (const auto& [organisation, known] : kinds_in(places)) {
    ++figure.heard.in_scope;
    if (known != PartnerKind::unknown) ++figure.heard.from;
    if (known == kind) figure.rows.push_back(organisation);
  }
  return figure;
}

}  // namespace

std::string_view name_of(PartnerKind kind) {
  switch (kind) {
    case PartnerKind::unknown:
      return "unknown";
    case PartnerKind::vet_provider:
      return "vet_provider";
    case PartnerKind::enterprise:
      return "enterprise";
    case PartnerKind::research:
      return "research";
    case PartnerKind::other:
      return "other";
  }
  return {};
}

bool is_vet_innovation_project(const VetSigns& signs) {
  return signs.is_source || (!signs.is_mobility && (signs.names_vet || signs.has_vet_provider));
}

Figure<OrganisationNumber> enterprises_in_vet_projects(std::span<const NetworkPlace> places,
                                                       Date as_of, std::string source) {
  std::vector<NetworkPlace> in_vet;
  std::ranges::copy_if(places, std::back_inserter(in_vet), &NetworkPlace::is_vet_innovation);
  auto figure = organisations_of_kind(PartnerKind::enterprise, in_vet, as_of, std::move(source));
  if (figure.heard.from > 0) figure.value = static_cast<double>(figure.rows.size());
  return figure;
}

Figure<OrganisationNumber> vet_share_of_organisations(std::span<const NetworkPlace> places,
                                                      Date as_of, std::string source) {
  auto figure = organisations_of_kind(PartnerKind::vet_provider, places, as_of, std::move(source));
  figure.value = ratio(figure.rows.size(), figure.heard.from);
  return figure;
}

Figure<OrganisationNumber> vet_share_of_participations(std::span<const NetworkPlace> places,
                                                       Date as_of, std::string source) {
  auto figure = organisations_of_kind(PartnerKind::vet_provider, places, as_of, std::move(source));
  const auto unknown = std::ranges::count(places, PartnerKind::unknown, &NetworkPlace::kind);
  const auto of_vet = std::ranges::count(places, PartnerKind::vet_provider, &NetworkPlace::kind);
  figure.heard.in_scope = places.size();
  figure.heard.from = places.size() - static_cast<std::uint64_t>(unknown);
  figure.value = ratio(static_cast<std::uint64_t>(of_vet), figure.heard.from);
  return figure;
}

Figure<ProviderPosition> median_position(std::vector<ProviderPosition> positions,
                                         std::uint64_t providers, Date as_of, std::string source) {
  Figure<ProviderPosition> figure{.value = {},
                                  .as_of = as_of,
                                  .source = std::move(source),
                                  .heard = {.from = positions.size(), .in_scope = providers},
                                  .rows = {}};
  if (!positions.empty()) {
    std::ranges::sort(positions, {}, &ProviderPosition::value);
    const auto upper = positions.size() / 2, lower = (positions.size() - 1) / 2;
    figure.value = (positions[lower].value + positions[upper].value) / 2;
  }
  std::ranges::sort(positions);
  figure.rows = std::move(positions);
  return figure;
}

Figure<NewTie> new_ties_to(PartnerKind kind, std::span<const NewTie> ties, bool is_any_project,
                           Date as_of, std::string source) {
  Figure<NewTie> figure{.value = {},
                        .as_of = as_of,
                        .source = std::move(source),
                        .heard = {.from = 0, .in_scope = ties.size()},
                        .rows = {}};
  for (const auto& tie : ties) {
    if (tie.partner_kind != PartnerKind::unknown) ++figure.heard.from;
    if (tie.partner_kind == kind) figure.rows.push_back(tie);
  }
  std::ranges::sort(figure.rows);
  const bool is_known = ties.empty() ? is_any_project : figure.heard.from > 0;
  if (is_known) figure.value = static_cast<double>(figure.rows.size());
  return figure;
}

Figure<InnovationId> enterprise_innovations_with_vet_partner(
    std::span<const InnovationPartners> innovations, Date as_of, std::string source) {
  Figure<InnovationId> figure{.value = {},
                              .as_of = as_of,
                              .source = std::move(source),
                              .heard = {.from = 0, .in_scope = innovations.size()},
                              .rows = {}};
  std::uint64_t of_enterprises = 0;
  for (const auto& partners : innovations) {
    if (partners.is_any_known) ++figure.heard.from;
    if (!partners.has_enterprise) continue;
    ++of_enterprises;
    if (partners.has_vet_provider) figure.rows.push_back(partners.innovation);
  }
  std::ranges::sort(figure.rows);
  figure.value = ratio(figure.rows.size(), of_enterprises);
  return figure;
}

}  // namespace tributary::ecosystem
