// bench/identity/learned_evidence.h
//
// What words tell that one of two alike names lacks: word_evidence.inc.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>

#include "identity/identity_trial.h"

namespace tributary::bench {

/// By the hash of the word, in steps of WordEvidence.
using LearnedEvidence = std::unordered_map<std::uint32_t, int>;

/// From alike pairs of known truth that `may_use` admits.
LearnedEvidence learned_evidence(const Trial& trial,
                                 const std::function<bool(const Pair&)>& may_use);

/// The figures of the pair as they would be with this evidence.
catalogue::MatchSteps steps_with(const LearnedEvidence& evidence, const Pair& pair);

}  // namespace tributary::bench
