// text/stemmers/suffix_rules.h
//
// What our light stemmers are made of: endings taken off or rewritten, longest first, as long as
// enough letters remain. Words are folded (text/fold.h), so the tables are written without accents:
// a query typed without them meets the same stems.
//
// A rule that all of these stemmers keep: whatever is done to one form of a word has to be done to
// all. A word that by itself ends like a case ending (Czech "system", instrumental -em) would lose
// it in the nominative only; so such endings are taken off a second time, and every form of
// "system" becomes "syst".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tributary::text::stemmers {

/// An ending and what comes in its place.
struct Rewrite {
  std::string_view ending;
  std::string_view by;
};

/// Letters (not bytes) that stay at least, so that short words keep what tells them apart.
constexpr std::size_t kFewestLetters = 3;

std::size_t letters_in(std::string_view word);

/// Takes the longest of `endings` off that leaves `fewest_letters`; false when none does.
bool strip_longest(std::string& word, std::span<const std::string_view> endings,
                   std::size_t fewest_letters = kFewestLetters);

/// The same with replacements; what stays before the ending counts as letters left.
bool rewrite_longest(std::string& word, std::span<const Rewrite> rewrites,
                     std::size_t fewest_letters = kFewestLetters);

/// Drops `vowel` where it stands between the last two consonants (Czech otec, otce; Croatian
/// centar, centra) and three letters remain. ASCII words only.
void drop_fleeting(std::string& word, std::string_view vowel);

/// Drops `prefix` where three letters remain.
void strip_prefix(std::string& word, std::string_view prefix);

}  // namespace tributary::text::stemmers
