// ecosystem/partnership/plain_words.h
//
// What people write to each other or for everybody: plain text, and nothing that a mail's header or
// a page could take for something else. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::ecosystem {

/// Errors: `invalid_argument` for a control character, a line end among them; `too_long`.
Result<> check_one_line(std::string_view text, const std::string& field, std::size_t most_bytes);

/// Line ends and tabs may be in it. Errors: as above.
Result<> check_plain_text(std::string_view text, const std::string& field, std::size_t most_bytes);

/// Whether there is a mail address in it, or nine digits that could be a telephone number.
bool names_contact(std::string_view text);

}  // namespace tributary::ecosystem
