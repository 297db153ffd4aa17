// store/identity/organisation_doubts.h
//
// Pairs of organisations of which nobody is sure whether they are one: those that a curator is to
// decide on, and those that were found to be two, which are not asked about again.
//
// Thread rule: as the connection. REQUIRES for what changes something: an open transaction.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

enum class DoubtState : std::uint8_t { open, apart };
std::string_view name_of(DoubtState state);

struct OrganisationDoubt {
  OrganisationId one, other;  ///< the lower first, as pair_of() puts them
  DoubtState state = DoubtState::open;
  double score = 0;
  std::string features;  ///< as in OrganisationDecision
  Timestamp at;
};

using OrganisationPair = std::pair<std::int64_t, std::int64_t>;
OrganisationPair pair_of(OrganisationId one, OrganisationId other);

/// Asks, or asks with another score. What was found to be two stays so.
Result<> ask_about(sql::Connection& connection, const OrganisationDoubt& doubt);

/// They are two: whatever was asked is answered.
Result<> keep_apart(sql::Connection& connection, OrganisationId one, OrganisationId other,
                    Timestamp at);

/// The same for every open pair of those that are part of the one and of the other.
Result<> answer_doubts_between(sql::Connection& connection, OrganisationId one,
                               OrganisationId other, Timestamp at);

/// Takes back what keep_apart() and answer_doubts_between() did at that moment: what was asked is
/// asked again, and the next comparison compares the two as if they were new.
Result<> ask_again_between(sql::Connection& connection, OrganisationId one, OrganisationId other,
                           Timestamp answered);

/// Neither asked about nor kept apart any more.
Result<> forget_doubt(sql::Connection& connection, OrganisationId one, OrganisationId other);

/// All pairs that are kept apart.
Result<std::set<OrganisationPair>> kept_apart(sql::Connection& connection);

/// Open ones between organisations that are not one by now, the likeliest first. `country` is that
/// of either, empty: any.
Result<std::vector<OrganisationDoubt>> open_doubts(sql::Connection& connection,
                                                   std::string_view country, std::uint64_t offset,
                                                   std::uint64_t limit);
Result<std::uint64_t> count_open_doubts(sql::Connection& connection, std::string_view country);

/// What was compared of each organisation when it was last compared with all, by id.
Result<std::vector<std::pair<std::int64_t, std::int64_t>>> compared_statements(
    sql::Connection& connection);
Result<> note_compared(sql::Connection& connection,
                       const std::vector<std::pair<std::int64_t, std::int64_t>>& hashes);

}  // namespace tributary::store
