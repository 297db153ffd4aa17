// ecosystem/pilot/evidence_level.h
//
// How far what is known of an innovation carries, 1 to 5, after Nesta's Standards of Evidence:
// computed from what is recorded, never set by anybody.
//
//   1  an account of why it should work
//   2  learners changed in a pilot
//   3  against a control group
//   4  again, by others at another site, at a cost that is known
//   5  in several countries, and in use by providers beyond the pilots
//
// A pilot counts where it was reported, with a primary outcome that was declared before its data
// and an interval above 0. A change without a control group never lifts it above 2. Pure functions;
// safe to call from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/framework/agreement.h"
#include "ecosystem/pilot/protocol.h"

namespace tributary::ecosystem {

/// A reported pilot, by its first primary outcome.
struct PilotFinding {
  PilotDesignKind design = PilotDesignKind::single_group;
  std::string site;
  StateCode country;
  std::vector<PersonId> leads;  ///< whoever led it at some time
  bool is_exploratory = false;
  double low = 0, high = 0;  ///< the 95 % interval, above 0 is better
};

struct EvidenceFacts {
  bool has_account = false;  ///< a theory of change
  bool has_cost = false;     ///< what the product costs
  std::vector<PilotFinding> pilots;
  std::int64_t providers_using = 0;
  std::int64_t states_using = 0;
};

enum class EvidenceFact : std::uint8_t {
  account,
  change,       ///< a pilot that counts
  control,      ///< one with a control group
  replication,  ///< two of these, at different sites under different leads
  cost,
  countries,  ///< such in two countries
  scale,      ///< kProvidersAtScale providers in two states use it
};

inline constexpr std::size_t kEvidenceFacts = 7;
inline constexpr std::int64_t kProvidersAtScale = 20;
inline constexpr int kHighestEvidenceLevel = 5;

std::string_view name_of(EvidenceFact fact);

struct EvidenceLevel {
  int level = 0;  ///< 0: not even an account
  std::vector<EvidenceFact> there;
  std::vector<EvidenceFact> wanted;                 ///< for the next level; empty at the highest
  std::int64_t better = 0, unclear = 0, worse = 0;  ///< reported pilots, by their interval
};

EvidenceLevel evidence_level(const EvidenceFacts& facts);

}  // namespace tributary::ecosystem
