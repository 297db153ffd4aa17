// search/exec/phrase.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/exec/weighted_documents.h"
#include "search/index/generation.h"

namespace tributary::search {

/// One place of a phrase: any of these terms, so many words after the phrase's first place.
struct PhrasePlace {
  std::vector<std::size_t> terms;  ///< numbers in the dictionary
  std::uint32_t offset = 0;
};

/// Those of `candidates` (ascending) in which the places stand in this order at their distances,
/// all in one field of `fields`. Reads the positions of every term; memory is linear in the
/// occurrences inside the candidates. Errors: `corrupt` when a list breaks its format.
Result<std::vector<std::uint32_t>> documents_with_phrase(const Generation& generation,
                                                         std::span<const PhrasePlace> places,
                                                         FieldMask fields,
                                                         std::span<const std::uint32_t> candidates);

}  // namespace tributary::search
