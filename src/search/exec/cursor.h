// search/exec/cursor.h
//
// Where a page ended, as text that a client hands back unread:
//
//   <generation>.<fingerprint of the request, 8 hexadecimal digits>.<number of the last document>
//
// The order of a result is the same in every search of one generation, so the last document says
// all. With another generation or request the place would mean nothing, and is refused.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "search/request.h"

namespace tributary::search {

/// A number for what decides result and order: query, selections and sort. Requests that differ
/// only in limit, facets and cursor have the same one.
std::uint32_t fingerprint_of(const Request& request);

std::string encode_cursor(std::uint64_t generation, std::uint32_t fingerprint,
                          std::uint32_t document);

/// The document. Errors: `invalid_argument` when the text is no cursor, or one of another
/// generation or request.
Result<std::uint32_t> decode_cursor(const std::string& cursor, std::uint64_t generation,
                                    std::uint32_t fingerprint);

}  // namespace tributary::search
