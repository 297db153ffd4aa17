// ecosystem/innovation/likeness.h
//
// Points out known innovations that one about to be proposed may repeat, before a panel finds out.
//
//   for (const auto& like : likely_duplicates("pool of mentors for small firms …", known)) …
//
// Words that many innovations use say little, and those that few use say much, so no list of empty
// words is needed and it works in every language alike. It points out; people tell apart or merge.
// Pure functions; safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/innovation/innovation.h"

namespace tributary::ecosystem {

/// Title, problem and what is new of an innovation, folded: words of letters and digits apart by
/// anything else.
struct KnownInnovation {
  InnovationId id;
  std::string words;
};

struct Likeness {
  InnovationId id;
  int percent = 0;  ///< of the weight of all words of both, those that they share
  bool operator==(const Likeness&) const = default;
};

/// From which on one is pointed out.
inline constexpr int kLikelyDuplicatePercent = 35;
inline constexpr std::size_t kMostDuplicates = 5;

/// The most alike first, among equals the oldest; linear in all texts together. A word counts
/// log(1 + n/k), where k of the n texts (those known and `words`) have it.
std::vector<Likeness> likely_duplicates(std::string_view words,
                                        std::span<const KnownInnovation> known);

}  // namespace tributary::ecosystem
