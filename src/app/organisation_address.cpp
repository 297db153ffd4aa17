#include "app/organisation_address.h"

#include <charconv>
#include <string>
#include <utility>

namespace tributary::app {

Result<store::OrganisationId> organisation_id(std::string_view address) {
  std::int64_t number = 0;
  const auto digits = address.substr(0, address.find('-'));
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure == std::errc() && end == digits.data() + digits.size()) {
    return store::OrganisationId{number};
  }
  return fail(ErrorCode::not_found, "there is no organisation with this address",
              std::string(address));
}

Result<std::optional<store::StoredOrganisation>> organisation_if_there(store::CatalogueStore& store,
                                                                       store::OrganisationId id) {
  auto organisation = store.organisation_named(id);
  if (organisation) return std::optional(std::move(*organisation));
  if (organisation.error().code == ErrorCode::not_found) return std::nullopt;
  return std::unexpected(organisation.error());
}

}  // namespace tributary::app
