// text/compounds.h
//
// Takes compounds apart, so that "Ausbildungsplatz" is found by "Platz" and by "Ausbildung": in
// German, Dutch, Danish, Swedish and Finnish they are written as one word, and most stand in no
// dictionary.
//
//   CompoundSplitter splitter(lexicon);                  // compound_lexicon.h
//   splitter.split("Jugendarbeitslosigkeit")   →  Jugend · arbeitslosigkeit
//
// The rules are in docs/text-analysis.md; how well they do is in bench/results/compounds.md.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/compound_lexicon.h"
#include "text/language.h"

namespace tributary::text {

/// A part of a compound. The bytes between one part and the next are the linking element.
struct CompoundPart {
  std::string word;  ///< as it stands alone, to be analysed: "Schule" for the "Schul" of Schulhof
  std::size_t begin_byte = 0;  ///< in the compound
  std::size_t end_byte = 0;
  bool operator==(const CompoundPart&) const = default;
};

/// The languages in which compounds are split.
inline constexpr std::array kCompoundLanguages{Language::de, Language::nl, Language::da,
                                               Language::sv, Language::fi};

/// Whether `language` is one of them.
bool splits_compounds(Language language);

/// Splits words of the lexicon's language. Not thread-safe: the stemmers keep buffers; the lexicon
/// is only read, and must outlive the splitter and not change under it.
class CompoundSplitter {
 public:
  /// A word stays whole when it is ten times as frequent as its parts are in the mean.
  static constexpr double kOwnWeight = 0.1;

  /// REQUIRES: splits_compounds(lexicon.language()).
  explicit CompoundSplitter(const CompoundLexicon& lexicon);

  /// The two to four parts of `word` in their order, or none when it is no compound that the
  /// lexicon knows the parts of.
  ///
  /// Of all ways to divide the word into parts of the lexicon and linking elements, the one is
  /// taken whose parts' counts of documents have the largest geometric mean, if that exceeds the
  /// word's own count times kOwnWeight (after Koehn & Knight, EACL 2003, who have weight 1); of
  /// equals, that with fewer parts, then that whose first part is longer. Cubic in the letters of
  /// the word, of which there are at most 64.
  std::vector<CompoundPart> split(std::string_view word);

 private:
  const CompoundLexicon& lexicon_;
  Stemmers stemmers_;
};

}  // namespace tributary::text
