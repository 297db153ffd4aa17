// http/partnership_fields.h
//
// What the routes of claims, offers and conversations read alike.
#pragma once

#include <string>

#include "app/organisation_address.h"
#include "app/partnership/claim_desk.h"
#include "app/partnership/offer_desk.h"
#include "app/partnership/relay_desk.h"
#include "http/parameters.h"
#include "http/submission.h"

namespace tributary::http {

/// What every function there works with.
struct PartnershipSite {
  app::ClaimDesk& claims;
  app::OfferDesk& offers;
  app::RelayDesk& relay;
  app::Portal& portal;
  const Identity& identity;
};

inline Outcome<store::OrganisationId> path_organisation(const Request& request) {
  return TRY(app::organisation_id(request.path_parameter("id")));
}

/// The number of an organisation; nothing where it is absent.
inline Outcome<std::optional<store::OrganisationId>> organisation_field(JsonBody& body,
                                                                        std::string_view name) {
  const auto number =
      TRY(body.optional_number(name, {.lowest = 1, .highest = kGreatestExactNumber}));
  if (!number) return std::nullopt;
  return store::OrganisationId{static_cast<std::int64_t>(*number)};
}

}  // namespace tributary::http
