// search/words/completion.h
//
// What a person may be about to type: the heaviest entries of a kind that fit what is typed so far.
//
//   const auto completions = TRY(Completions::open(folder, summary));
//   completions.complete(kOrganisations, "lisboa univ", 5);   // Universidade de Lisboa, …
//
// Every typed word must be a word of the entry, accents and case aside, and the last may be its
// beginning; where none fits, words from 4 letters on may be mistyped (near_terms.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "search/words/completion_kind.h"

namespace tributary::search {

struct Completion {
  std::string_view text;  ///< as added; both views live as long as the Completions
  std::string_view id;
  std::uint32_t weight = 0;
  unsigned edits = 0;      ///< letters mistyped, all words together
  bool begins_so = false;  ///< the entry begins with the typed words, in their order
};

/// A file that CompletionBuilder wrote. Safe from any thread.
class Completions {
 public:
  /// Checks everything once. Errors: `corrupt` naming the file.
  static Result<Completions> open(const Path& folder, const FileSummary& summary);

  /// The best `count` entries of `kind`: fewest edits first, then those that begin as typed, then
  /// the heaviest. None for an unknown kind and for a text without a word, of over 16 words or over
  /// 200 bytes. The work is bounded: of the entries that do not begin as typed, or only with edits,
  /// the 5,000 heaviest with the rarest typed word are looked at.
  [[nodiscard]] std::vector<Completion> complete(std::uint32_t kind, std::string_view typed,
                                                 std::size_t count) const;

  /// All entries, kind after kind.
  [[nodiscard]] std::span<const std::pair<std::uint32_t, CompletionKind>> kinds() const {
    return kinds_;
  }

 private:
  explicit Completions(SectionFile file) : file_(std::move(file)) {}

  SectionFile file_;
  std::vector<std::pair<std::uint32_t, CompletionKind>> kinds_;
};

}  // namespace tributary::search
