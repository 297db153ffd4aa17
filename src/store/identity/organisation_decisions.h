// store/identity/organisation_decisions.h
//
// Which organisations are one: decisions, each with its author and reason, and who is part of whom
// as they stand.
//
//   const auto number = TRY(merge_organisations(connection, {.one = {7}, .other = {3}, …}));
//   TRY(root_of(connection, {7}))   →  3
//   TRY(undo_merge(connection, number, …));
//
// A merge moves nothing: the rows and participations of each stay its own, and whoever reads goes
// by organisation_members. So imports find the same organisations as before, and what is undone is
// as it was, whatever was imported between.
//
// Thread rule: as the connection. REQUIRES for what changes something: an open transaction.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

enum class DecisionKind : std::uint8_t { merge, keep_apart, split, undo };
std::string_view name_of(DecisionKind kind);

struct OrganisationDecision {
  std::int64_t number = 0;  ///< given by who writes it
  DecisionKind kind = DecisionKind::merge;
  OrganisationId one, other;   ///< merge: `one` became part of `other`; split: `other` came out
  ecosystem::PersonId person;  ///< 0: the program
  Timestamp at;
  std::string reason;
  std::optional<double> score;
  std::string features;  ///< names between commas, those against with a minus before
  std::optional<std::int64_t> undoes, undone_by;
};

/// Whether it has a row of its own in the catalogue.
Result<bool> is_organisation(sql::Connection& connection, OrganisationId id);

/// Itself where it is part of no other.
Result<OrganisationId> root_of(sql::Connection& connection, OrganisationId id);

/// Who is part of `id`, by number, without itself.
Result<std::vector<OrganisationId>> members_of(sql::Connection& connection, OrganisationId id);

/// All that are part of another, with whom.
Result<std::map<std::int64_t, std::int64_t>> all_members(sql::Connection& connection);

/// The number of the newest decision; 0 where there is none.
Result<std::int64_t> newest_decision(sql::Connection& connection);

/// `one`, with all that are part of it, becomes part of `other`; answers the decision's number.
/// Errors: `not_found`; `conflict` where either is part of another already, or both are one.
Result<std::int64_t> merge_organisations(sql::Connection& connection,
                                         const OrganisationDecision& decision);

/// Adds any decision without what follows from it, and answers its number.
Result<std::int64_t> insert_decision(sql::Connection& connection,
                                     const OrganisationDecision& decision);

Result<OrganisationDecision> organisation_decision(sql::Connection& connection,
                                                   std::int64_t number);  ///< `not_found`

/// Errors: `not_found`; `conflict` where it is of another kind, or is undone already.
Result<OrganisationDecision> decision_to_undo(sql::Connection& connection, std::int64_t number,
                                              DecisionKind kind);

/// Adds the decision that undoes another, without what follows from it, and answers its number.
Result<std::int64_t> insert_undo(sql::Connection& connection, std::int64_t number,
                                 const OrganisationDecision& undo);

/// The two are as they were before the merge, but for what was decided on them since; answers the
/// number of the decision that says so. Errors: `not_found`; `conflict` where it is no merge, or is
/// undone already.
Result<std::int64_t> undo_merge(sql::Connection& connection, std::int64_t number,
                                const OrganisationDecision& undo);

/// Of an organisation and all that are or were part of it, newest first.
Result<std::vector<OrganisationDecision>> decisions_on(sql::Connection& connection,
                                                       OrganisationId id);

}  // namespace tributary::store
