// app/ecosystem/potential/potential_sentences.h
//
// What a reading of an innovation's potential says in English, for the command line and whoever
// reads the API; pages have the same in their languages.
//
//   sentence_of({PotentialReason::in_use, {12, 3}, {}})   →  "12 providers in 3 states use it."
//
// A pure function; safe to call from any thread.
#pragma once

#include <string>

#include "ecosystem/potential/potential_reading.h"

namespace tributary::app {

/// REQUIRES: the numbers and names that the reason has.
std::string sentence_of(const ecosystem::StatedReason& reason);

}  // namespace tributary::app
