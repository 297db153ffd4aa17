// text/fold.h
//
// Makes texts comparable: the same word in capitals, with or without accents, in full-width or
// ligature forms folds to the same bytes.
//
//   fold("Évora ﬁeld STRAẞE")  →  "evora field strasse"
//
// Punctuation and blanks stay as they are. Two steps, usable apart because stemmers stand between
// them. ASCII and the commonest letters of Europe take a short way. Pure functions; safe from any
// thread. Bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace tributary::text {

/// Case and compatibility forms: Unicode's NFKC_Casefold (UAX 31), which also composes accents and
/// drops what is invisible (soft hyphens, joiners).
std::string fold_case(std::string_view text);

/// Takes the accents from a case-folded text: combining marks go (é→e, ü→u, ά→α, ё→е), and letters
/// that a keyboard without them replaces by others are replaced (ß→ss, ø→o, ł→l, đ→d, ħ→h, ı→i,
/// æ→ae, œ→oe, þ→th, ð→d). Cyrillic letters of their own keep their mark (й, ї, ў, ѓ, ќ): й and и
/// are different letters to every reader, while е is commonly written for ё.
std::string fold_accents(std::string_view case_folded);

/// Both: what labels and organisation names are compared by. Idempotent.
std::string fold(std::string_view text);

}  // namespace tributary::text
