// catalogue/formats/double_encoding.h
//
// Repairs text that was UTF-8, was read as windows-1252 and written as UTF-8 again:
// "â€œMOVESâ€\u009d" was “MOVES”.
#pragma once

#include <string>

namespace tributary::catalogue {

/// Undoes the double encoding of `text`. A sequence is two to four characters whose windows-1252
/// bytes (those that windows-1252 leaves open count as control characters) are the UTF-8 of one
/// character that European texts use. Sequences of three and four are replaced wherever they stand:
/// nothing means "â€™". Those of two ("Ã©") are replaced only where every character beyond ASCII is
/// part of a sequence, because a right text may end a word in "É™". Text that was encoded three
/// times is repaired twice. True if anything changed. REQUIRES: text is UTF-8. Pure; linear time.
bool repair_double_encoding(std::string& text);

}  // namespace tributary::catalogue
