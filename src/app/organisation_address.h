// app/organisation_address.h
#pragma once

#include <string_view>

#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// The id of "<id>-<name>", or of the id alone. Errors: `not_found` for anything else.
Result<store::OrganisationId> organisation_id(std::string_view address);

}  // namespace tributary::app
