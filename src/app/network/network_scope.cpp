#include "app/network/network_scope.h"

#include <fmt/format.h>

#include "app/organisation_address.h"
#include "app/search_projects.h"

namespace tributary::app {

Result<FoundProjects> found_projects(const NetworkScope& scope, const PartnerNetwork& network,
                                     const search::Snapshot& snapshot,
                                     const text::Synonyms& synonyms, Date today,
                                     network::Deadline deadline) {
  if (scope.is_whole_catalogue()) return FoundProjects{.count = network.projects.size()};
  auto question = TRY(read_question({.text = scope.text,
                                     .filters = scope.filters,
                                     .facets = {},
                                     .limit = 1,
                                     .deadline = deadline},
                                    snapshot, synonyms, today));
  question.request.limit = 0;
  // Asking first finds out whether other names of what the query names have to be left out.
  TRY(ask(question, snapshot));
  const auto ids = TRY(snapshot.ids_of(question.request));
  std::vector<network::ProjectIndex> places;
  places.reserve(ids.size());
  for (const auto& id : ids) {
    if (const auto place = network.place_of(id)) places.push_back(*place);
  }
  return FoundProjects{.projects = {static_cast<std::uint32_t>(network.projects.size()), places},
                       .count = places.size(),
                       .echo = std::move(question.parsed.echo),
                       .misreadings = std::move(question.parsed.misreadings)};
}

std::string key_of(const NetworkScope& scope, const PartnerNetwork& network,
                   const search::Snapshot& snapshot, Date today) {
  // No text that comes from outside has a zero byte: the grammar of queries takes none.
  constexpr char kBetween = 0;
  auto key = fmt::format("{} {} {}", network.catalogue_version, scope.fewest_projects, today.iso());
  if (!scope.is_whole_catalogue()) key += fmt::format(" {}", snapshot.generation());
  for (const auto& part : {scope.around, scope.text}) (key += kBetween) += part;
  for (const auto& choice : scope.filters) {
    (key += kBetween) += choice.facet;
    for (const auto& value : choice.values) (key += kBetween) += "=" + value;
  }
  return key;
}

Result<network::OrganisationIndex> place_named(const std::string& address, const char* field,
                                               const PartnerNetwork& network,
                                               store::CatalogueStore& store) {
  const auto id = organisation_id(address);
  if (id) {
    // Its present id: it may have another one since the address was written.
    const auto organisation = TRY(organisation_if_there(store, *id));
    const auto place = organisation ? network.place_of(organisation->id) : std::nullopt;
    if (place) return *place;
  }
  return fail(ErrorCode::not_found, "there is no organisation with the address " + address, field);
}

}  // namespace tributary::app
