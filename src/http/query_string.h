// http/query_string.h
//
// Percent-decoding of paths and query strings, strict: what cannot be decoded is told with its
// place, never guessed.
#pragma once

#include <string_view>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

enum class PlusSign : std::uint8_t { is_plus, is_space };

/// Decodes %XX (and '+' as a space in query strings). The problem is a 400 with the byte range in
/// `raw` where a percent sign has no two hexadecimal digits, and in the decoded text where that is
/// not UTF-8 or holds a NUL. `name` is the parameter it names.
Outcome<std::string> percent_decode(std::string_view raw, PlusSign plus, std::string_view name);

/// The parameters of `raw` ("a=1&b=2") in order, decoded; a name without '=' has an empty value,
/// empty pieces between '&' are skipped. At most kParameterLimit of them.
Outcome<std::vector<Parameter>> parse_query_string(std::string_view raw);
inline constexpr std::size_t kParameterLimit = 256;

/// Encodes what must be encoded in one segment of a path or a value of a query string: everything
/// but RFC 3986's unreserved characters.
std::string percent_encode(std::string_view text);

}  // namespace tributary::http
