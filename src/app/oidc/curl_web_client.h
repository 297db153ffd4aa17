// app/oidc/curl_web_client.h
#pragma once

#include "app/oidc/web_client.h"

namespace tributary::app {

/// By libcurl. Waits five seconds for an answer, takes a quarter of a mebibyte, follows no redirect
/// and asks addresses of is_safe_address() alone; certificates are held to those that the machine
/// trusts.
class CurlWebClient final : public WebClient {
 public:
  Result<WebAnswer> ask(const WebRequest& request) override;
};

}  // namespace tributary::app
