// app/organisations/organisation_desk.h
//
// Who is who among organisations: what a data curator decides on, and how it is undone.
//
//   OrganisationDesk desk(connections, clock);
//   const auto doubts = TRY(desk.doubts(curator, {.limit = 20}));
//   const auto merge = TRY(desk.merge(curator, {.merge = "7", .keep = "3", .reason = "…"}));
//   TRY(desk.undo(curator, merge, "They have separate boards."));
//
// Every change is one transaction with its entry in the audit trail. Errors of rights are
// `not_permitted`, of a field `invalid_argument` with its name as the context, of something that
// was decided meanwhile `conflict`.
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/organisations/match_reasons.h"
#include "app/organisations/resolve_organisations.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/identity/organisation_split.h"
#include "store/pool.h"

namespace tributary::app {

struct FindDoubts {
  std::string country;  ///< of either; empty: any
  std::uint64_t offset = 0;
  std::uint64_t limit = 20;
};

struct DoubtfulPair {
  store::StoredOrganisation one, other;  ///< whom they are part of by now, with newest projects
  double score = 0;
  std::vector<NamedReason> reasons;
};

struct DoubtList {
  std::uint64_t total = 0;
  std::vector<DoubtfulPair> pairs;  ///< the likeliest first
};

struct MergeRequest {
  std::string merge, keep;  ///< addresses: the first becomes part of the second
  std::string reason;
};

struct ApartRequest {
  std::string one, other;
  std::string reason;
};

struct SplitRequest {
  std::string organisation;
  std::vector<std::string> spellings;
  std::vector<std::string> pics, oids, vats;  ///< numbers as they are stated
  std::string reason;
};

struct SplitDone {
  std::int64_t decision = 0;
  std::string made;  ///< the address of who came out
  std::uint64_t participations = 0;
};

enum class DecisionAuthor : std::uint8_t { program, operator_of_installation, curator };
std::string_view name_of(DecisionAuthor author);
DecisionAuthor author_of(const store::OrganisationDecision& decision);

/// A decision with the names of both sides.
struct ToldDecision {
  store::OrganisationDecision decision;
  std::string person;      ///< the curator's name, for those who may decide themselves; else empty
  std::string one, other;  ///< names; empty where one is no longer there
  std::vector<NamedReason> reasons;
};

class OrganisationDesk {
 public:
  /// REQUIRES: both outlive it.
  OrganisationDesk(store::ConnectionPool& connections, store::CatalogueStorePool& stores,
                   const Clock& clock)
      : connections_(connections), stores_(stores), clock_(clock) {}

  // Anyone.
  /// What was decided on the organisation and on all that are or were part of it, newest first.
  /// Errors: `not_found`.
  Result<std::vector<ToldDecision>> history(const ecosystem::Actor& actor,
                                            const std::string& organisation);

  // Data curators, and the operator of the installation.
  Result<DoubtList> doubts(const ecosystem::Actor& actor, const FindDoubts& find);
  /// Answers the number of the decision, as the others do.
  Result<std::int64_t> merge(const ecosystem::Actor& actor, const MergeRequest& request);
  /// Nobody is asked about them again. Errors: `conflict` where they are one.
  Result<std::int64_t> keep_apart(const ecosystem::Actor& actor, const ApartRequest& request);
  Result<SplitDone> split(const ecosystem::Actor& actor, const SplitRequest& request);
  /// Anything but an undo. Who is parted so is kept apart; who was kept apart is asked about again.
  /// Errors: `conflict` where it is undone already or is an undo, and where who was kept apart has
  /// become one meanwhile.
  Result<std::int64_t> undo(const ecosystem::Actor& actor, std::int64_t decision,
                            const std::string& reason);

  /// What an import does at its end.
  Result<ResolveReport> resolve() { return resolve_organisations(connections_, clock_); }

 private:
  store::ConnectionPool& connections_;
  store::CatalogueStorePool& stores_;
  const Clock& clock_;
};

}  // namespace tributary::app
