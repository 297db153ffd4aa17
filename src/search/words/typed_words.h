// search/words/typed_words.h
//
// What the words of a typed text may stand for among the words of a kind of completions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/words/completion_kind.h"
#include "search/words/near_terms.h"

namespace tributary::search {

/// One typed word: ranges of word numbers, ascending, that do not overlap.
using Meanings = std::vector<NearRange>;

/// The least edits that make the typed word one of `words`.
std::optional<unsigned> edits_to(const Meanings& meanings, std::uint32_t word);

/// The words as typed: each whole but the last, which is the beginning of a word.
std::vector<Meanings> exact_meanings(const CompletionKind& kind,
                                     std::span<const std::string> words);

/// As above with the edits that each word permits, the nearest kMaximumNearTerms of each.
std::vector<Meanings> near_meanings(const CompletionKind& kind, std::span<const std::string> words);

/// The edits with which `entry` holds every typed word somewhere; nothing where it lacks one.
std::optional<unsigned> edits_to_hold(const CompletionKind& kind, std::uint32_t entry,
                                      std::span<const Meanings> typed);

/// Whether the first words of `entry` are the typed ones in their order.
bool begins_with(const CompletionKind& kind, std::uint32_t entry, std::span<const Meanings> typed);

/// The lists of entries with the typed word that is in the fewest.
std::vector<Run> rarest_lists(const CompletionKind& kind, std::span<const Meanings> typed);

}  // namespace tributary::search
