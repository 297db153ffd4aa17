// catalogue/importers/field_text.h
//
// Text of a cell as a person would have written it: trimmed, with the marks of earlier conversions
// taken out.
#pragma once

#include <string>
#include <string_view>

namespace tributary::catalogue {

enum class Lines {
  one,   ///< a name or a title: every run of white space becomes one blank
  kept,  ///< a summary: line breaks stay, as "\n"
};

/// Cleans `cell`: white space (no-break spaces included) at the ends goes; control characters go; a
/// cell that still is a quoted CSV cell (`"Fondacija ""PRONA"""`) is unquoted; HTML entities are
/// decoded (the five of XML, &nbsp; and numbers); UTF-8 that was encoded twice (`â€œ`) is repaired.
/// Returns a view into `cell` where nothing had to change but the ends, else into `scratch`.
std::string_view clean_text(std::string_view cell, Lines lines, std::string& scratch);

/// `text` without white space at the ends.
std::string_view trimmed(std::string_view text);

/// Lower-case ASCII letters and digits of `text` and its bytes beyond ASCII; everything else goes:
/// "Coordinator's name" and "coordinatorsName" are one.
std::string folded_name(std::string_view text);

/// Whether a source says with this cell that it has no value: empty, "NA", "N/A", "-", "null",
/// "None", "NaN" in any case. Not for countries (Namibia is NA) and not for text.
bool is_blank(std::string_view cell);

}  // namespace tributary::catalogue
