// app/ecosystem/potential/effect_transfer.h
//
// What the pilots of one outcome say of other places: effects by state, what a next pilot may find,
// and what goes with larger effects. Pure functions; safe to call from any thread.
#pragma once

#include "app/ecosystem/pilot_synthesis.h"
#include "ecosystem/potential/effect_reading.h"

namespace tributary::app {

/// Of all the pilots, with an estimate for one pilot too.
ecosystem::EffectFacts effect_facts_of(const OutcomeSynthesis& synthesis, bool is_controlled);

/// By state, in the order of their codes. Where pilots of a state cannot be pooled, the state is
/// left out; where all pilots are of one size, that is no moderator.
ecosystem::TransferFacts transfer_facts_of(const OutcomeSynthesis& synthesis,
                                           const ecosystem::StateCode& target);

}  // namespace tributary::app
