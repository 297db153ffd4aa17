// search/words/compound_finder.h
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "search/words/compound_lexicons.h"
#include "search/words/compound_table.h"
#include "text/compounds.h"
#include "text/stemmer.h"

namespace tributary::search {

/// A bit for each of text::kCompoundLanguages.
using CompoundLanguages = std::uint8_t;

/// Takes the words of a segment apart. Not thread-safe; the lexicons must not change under it.
class CompoundFinder {
 public:
  explicit CompoundFinder(const CompoundLexicons& lexicons);

  /// The parts of a folded word that stands in texts of these languages, by the first of them that
  /// takes it for a compound; none where none does.
  std::vector<WordPart> parts_of(std::string_view word, CompoundLanguages languages);

 private:
  const CompoundLexicons& lexicons_;
  std::array<std::optional<text::CompoundSplitter>, text::kCompoundLanguages.size()> splitters_;
  text::Stemmers stemmers_;
};

}  // namespace tributary::search
