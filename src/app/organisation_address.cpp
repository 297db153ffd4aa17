#include "app/organisation_address.h"

#include <charconv>
#include <string>

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

}  // namespace tributary::app
