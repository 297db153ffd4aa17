// search/words/completion_merge.h
//
// The completions of several segments as those of one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/words/completion.h"

namespace tributary::search {

/// As Completions::complete() over all of them: entries with the same text and id are one, with the
/// sum of their weights. Where a part has it, but not among its own best, it does not add.
std::vector<Completion> complete_in_all(std::span<const Completions* const> parts,
                                        std::uint32_t kind, std::string_view typed,
                                        std::size_t count);

/// Writes a file of all entries. Those of a kind with the same id whose texts differ in case and
/// accents only are one, as the heaviest of them is spelt. Of each kind the kMostCompletions in
/// most documents, of equals those of the last parts. Errors: `io`, `too_long`.
Result<> write_merged_completions(std::span<const Completions* const> parts,
                                  SectionFileWriter& file);

}  // namespace tributary::search
