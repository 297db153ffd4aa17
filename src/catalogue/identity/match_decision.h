// catalogue/identity/match_decision.h
//
// Whether two organisations are one: by their identifiers where they tell, else by a scored
// comparison of what is stated of them, with the reasons.
//
//   const auto score = score_of(compare(one, other));
//   decide(score, relation_of(identity_of(a), identity_of(b)))   →  sure, doubtful or different
//
// The score is that of boosted trees (match_trees.inc) learned from pairs of real records whose
// identifiers say which are one: docs/identity.md; bench/identity prints them. Pure functions; safe
// from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalogue/identity/match_features.h"
#include "catalogue/identity/organisation_identity.h"

namespace tributary::catalogue {

/// The figures as the trees ask for them: from 0 to kMatchStepsOfOne.
inline constexpr std::uint8_t kMatchStepsOfOne = 40;
using MatchSteps = std::array<std::uint8_t, kMatchFeatures>;
MatchSteps steps_of(const MatchFigures& figures);

/// The probability that two spellings are one organisation.
double score_of(const MatchFigures& figures);

/// What identifiers say.
enum class IdentifierRelation : std::uint8_t {
  silent,    ///< there is none that both have
  same,      ///< a PIC or an OID that both have is the same, and none differs
  same_vat,  ///< so is the VAT number alone, which a group of companies may share
  differ,    ///< one that both have differs
};

IdentifierRelation relation_of(const OrganisationIdentity& one, const OrganisationIdentity& other);

enum class MatchVerdict : std::uint8_t { different, doubtful, sure };

/// From here on a pair is sure, and from here on a curator is asked.
inline constexpr double kSureScore = 0.988;
inline constexpr double kDoubtfulScore = 0.5;

/// Identifiers that differ never make a sure match: a curator is asked where all else speaks for
/// one organisation. A PIC or an OID that is the same always does; a VAT number alone where the
/// rest does not speak against it.
MatchVerdict decide(double score, IdentifierRelation relation);

/// What speaks for and against, in the order of MatchFeature, those for first.
struct MatchReason {
  std::string_view name;
  bool is_against = false;
  bool operator==(const MatchReason&) const = default;
};
std::vector<MatchReason> reasons_of(const MatchFigures& figures);

}  // namespace tributary::catalogue
