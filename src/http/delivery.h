// http/delivery.h
//
// The last step before an answer goes out: validators and 304, compression, CORS, security headers.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// Completes `response` to `request`:
/// - an ETag on every 200 that may be kept; 304 without a body where If-None-Match names it;
/// - gzip for compressible bodies above 1 KiB where the client accepts it, with Vary;
/// - `Access-Control-Allow-Origin: *` under /api/ (any page may read, and a browser sends no
///   cookies with what it reads so), but for what is of one person: /api/v1/account…;
/// - a content policy that lets pages load from this server alone and be framed by nobody, or a
///   stricter one where the response may be framed, and its companions;
/// - no body for HEAD.
/// Pure; safe from any thread.
void prepare_for_delivery(const Request& request, Response& response);

/// Whether an If-None-Match header names `entity_tag` by weak comparison (RFC 9110, 8.8.3.2).
bool names_entity_tag(std::string_view if_none_match, std::string_view entity_tag);

/// A weak tag of the bytes: equal bytes have equal tags, in gzip or not.
std::string entity_tag_of(std::string_view bytes);

/// The head of the answer as it goes over the wire, up to and including the empty line.
std::string response_head(const Response& response, Timestamp now, bool keep_alive);

}  // namespace tributary::http
