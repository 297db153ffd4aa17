// http/compression.h
#pragma once

#include <string>
#include <string_view>

namespace tributary::http {

/// Whether an Accept-Encoding header lets us answer in gzip (RFC 9110, 12.5.3): named with a
/// quality above zero, or by "*" where it is not named.
bool accepts_gzip(std::string_view accept_encoding);

/// Text formats that shrink: JSON, HTML, scripts, styles, SVG, plain text.
bool is_compressible(std::string_view content_type);

/// `bytes` as one gzip member (RFC 1952), zlib level 5. Throws std::bad_alloc alone.
std::string gzip(std::string_view bytes);

}  // namespace tributary::http
