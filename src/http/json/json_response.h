// http/json/json_response.h
#pragma once

#include <boost/json/value.hpp>

#include "http/json/serialize.h"
#include "http/response.h"

namespace tributary::http {

/// For whoever asked, at this moment: never cached.
inline Response private_json(int status, const boost::json::value& value) {
  auto response = text_response("application/json", http::serialize(value));
  response.status = status;
  response.cache_control = kNeverCached;
  return response;
}

/// What was asked is done, and there is nothing to tell: 204.
inline Response done() { return {.status = 204, .cache_control = std::string(kNeverCached)}; }

}  // namespace tributary::http
