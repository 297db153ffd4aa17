// ecosystem/indicators/provider_answer.h
//
// What a provider of vocational education and training says of itself, on a day: what it has
// brought into use lately, and how many of its learners that reaches. Without an innovation the
// answer says that there was none; a number that nobody told is not zero.
#pragma once

#include "base/result.h"
#include "ecosystem/indicators/incidence.h"

namespace tributary::ecosystem {

struct StatedAnswer {
  ProviderAnswer answer;
  std::optional<std::uint64_t> learners, reached;
};

/// Errors: `invalid_argument` naming the field: an answer or an innovation after `today`, an
/// innovation brought into use after the answer was given, and more learners reached than there
/// are.
Result<> check_answer(const StatedAnswer& stated, Date today);

}  // namespace tributary::ecosystem
