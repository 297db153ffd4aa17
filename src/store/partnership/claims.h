// store/partnership/claims.h
//
// Claims of organisations, and who speaks for one. What is asked of an organisation is asked of all
// that are part of it: identity/whole_organisation.h. Writing REQUIRES an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/partnership/claim.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"
#include "store/catalogue_store.h"

namespace tributary::store {

struct Claim {
  ecosystem::ClaimId id;
  OrganisationId organisation;  ///< whose it is by now
  OrganisationId claimed;       ///< that was claimed, and may have become part of another since
  ecosystem::PersonId account;
  ecosystem::ClaimMethod method = ecosystem::ClaimMethod::mail;
  ecosystem::ClaimState state = ecosystem::ClaimState::link_sent;
  std::string domain;
  std::string words;
  Timestamp asked;
  std::optional<Timestamp> decided;
  std::optional<ecosystem::PersonId> decided_by;
  std::string reasons;
};

/// Its id is chosen here. Where it is claimed is `claimed`.
Result<ecosystem::ClaimId> insert_claim(sql::Connection& connection, const Claim& claim);
/// State, and how it was decided.
Result<> update_claim(sql::Connection& connection, const Claim& claim);

/// Errors: `not_found`.
Result<Claim> claim(sql::Connection& connection, ecosystem::ClaimId id);
/// Newest first.
Result<std::vector<Claim>> claims_of(sql::Connection& connection, ecosystem::PersonId account);
/// Oldest first.
Result<std::vector<Claim>> claims_in(sql::Connection& connection, ecosystem::ClaimState state);
/// Granted to this person for this organisation.
Result<std::vector<Claim>> granted_claims(sql::Connection& connection, OrganisationId organisation,
                                          ecosystem::PersonId account);

/// How many were made since.
Result<std::int64_t> claims_since(sql::Connection& connection, ecosystem::PersonId account,
                                  Timestamp since);
Result<std::int64_t> claims_since(sql::Connection& connection, OrganisationId organisation,
                                  Timestamp since);

/// Links that ended by `now` are forgotten on the way.
Result<> insert_claim_link(sql::Connection& connection, const SecretHash& secret,
                           ecosystem::ClaimId claim, Timestamp expires_at, Timestamp now);
/// Takes it out. Nothing for one that is unknown, used or has ended by `now`.
Result<std::optional<ecosystem::ClaimId>> take_claim_link(sql::Connection& connection,
                                                          const SecretHash& secret, Timestamp now);

/// Who holds the role of representative there, or of a part of it: active accounts, by number.
Result<std::vector<ecosystem::PersonId>> representatives_of(sql::Connection& connection,
                                                            OrganisationId organisation);
/// When the last claim of one who still represents it was granted.
Result<std::optional<Timestamp>> last_verified(sql::Connection& connection,
                                               OrganisationId organisation);

/// What an organisation publishes of itself.
struct PublishedOrganisation {
  OrganisationId id;
  std::string slug, name, country, website;
  std::string nuts, region;  ///< as published: a code, a name
};
/// Of whom `id` is part of by now. Errors: `not_found`.
Result<PublishedOrganisation> published_organisation(sql::Connection& connection,
                                                     OrganisationId id);
/// The web addresses of other organisations with this host in them somewhere. Reads them all.
Result<std::vector<std::string>> other_websites_with(sql::Connection& connection,
                                                     OrganisationId but, const std::string& host);

/// With the words of the person, who is erased.
Result<> forget_claims_of(sql::Connection& connection, ecosystem::PersonId account);

}  // namespace tributary::store
