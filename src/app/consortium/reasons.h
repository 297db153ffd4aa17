// app/consortium/reasons.h
//
// Why a rule has its verdict, as a sentence in English for terminals and programs; pages say it in
// their reader's language from the same numbers.
//
//   reason_of(rule, outcome, members)  →  "2 countries found, at least 3 needed (AT, PT)"
//
// Pure functions; safe from any thread.
#pragma once

#include <span>
#include <string>

#include "network/consortium/check.h"

namespace tributary::app {

std::string reason_of(const network::Rule& rule, const network::Outcome& outcome,
                      std::span<const network::Member> members);

}  // namespace tributary::app
