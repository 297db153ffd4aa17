// evidence/testing/published.h
//
// What tests that reproduce published figures allow: half of the last digit that was printed.
#pragma once

namespace tributary::evidence {

inline constexpr double kFourDecimals = 5e-5;

}  // namespace tributary::evidence
