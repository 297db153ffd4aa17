// search/exec/phrase.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/exec/term_list.h"

namespace tributary::search {

/// One place of a phrase: any of these terms, so many words after the phrase's first place.
struct PhrasePlace {
  std::vector<PositionedList> terms;
  std::uint32_t offset = 0;
};

/// Those of `candidates` (ascending) in which the places stand in this order at their distances,
/// all in one field. Reads the positions of the candidates only, and of a place only where the
/// places before it left a beginning.
std::vector<std::uint32_t> documents_with_phrase(std::span<const PhrasePlace> places,
                                                 std::span<const std::uint32_t> candidates);

}  // namespace tributary::search
