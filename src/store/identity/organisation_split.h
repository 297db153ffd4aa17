// store/identity/organisation_split.h
//
// Takes spellings or numbers out of an organisation into one of their own, and puts them back.
//
//   const auto split = TRY(split_organisation(
//       connection, {.from = {3}, .spellings = {"Escola Técnica"}}, decision));
//   TRY(undo_split(connection, split.decision, undo));
//
// A record goes with the strongest of its marks that the organisation holds (catalogue/identity),
// as an import would have it: so one that comes again changes nothing.
//
// Thread rule: as the connection. REQUIRES: an open transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/identity/organisation_decisions.h"

namespace tributary::store {

struct OrganisationSplit {
  OrganisationId from;
  std::vector<std::string> spellings;    ///< compared as same_name() compares
  std::vector<std::string> identifiers;  ///< marks as "pic:999984350", "vat:PT:501461108"
};

struct SplitOutcome {
  std::int64_t decision = 0;
  OrganisationId made;
  std::uint64_t participations = 0;  ///< that went to it
};

/// Whether any record would go.
Result<bool> takes_anything(sql::Connection& connection, const OrganisationSplit& split);

/// `decision` has author, moment and reason. The two are kept apart from then on. Errors:
/// `not_found`; `invalid_argument` naming the field where nothing would go, or nothing stay.
Result<SplitOutcome> split_organisation(sql::Connection& connection, const OrganisationSplit& split,
                                        OrganisationDecision decision);

/// All that the organisation has that came out goes back, also what imports brought it since; its
/// address leads to who it came from. Where that one has itself gone back to whom it came out of,
/// all goes there. Errors: `not_found`; `conflict` where it is no split, is
/// undone already, or what came out is one with others, which is to be undone first.
Result<std::int64_t> undo_split(sql::Connection& connection, std::int64_t number,
                                const OrganisationDecision& undo);

}  // namespace tributary::store
