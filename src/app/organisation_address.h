// app/organisation_address.h
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// The id of "<id>-<name>", or of the id alone. Errors: `not_found` for anything else.
Result<store::OrganisationId> organisation_id(std::string_view address);

/// Who it is, without names and projects; nothing where it left the catalogue meanwhile. Errors:
/// `database`.
Result<std::optional<store::StoredOrganisation>> organisation_if_there(store::CatalogueStore& store,
                                                                       store::OrganisationId id);

}  // namespace tributary::app
