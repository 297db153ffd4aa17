#include "app/oidc/curl_web_client.h"

#include <curl/curl.h>

#include <memory>

namespace tributary::app {
namespace {

constexpr long kLongestConnectSeconds = 3, kLongestAnswerSeconds = 5;
constexpr std::size_t kLongestAnswerBytes = 256UL * 1024;

/// Taking fewer bytes than were given ends the transfer.
std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* sink) {
  auto& body = *static_cast<std::string*>(sink);
  if (body.size() + size * count > kLongestAnswerBytes) return 0;
  body.append(bytes, size * count);
  return size * count;
}

}  // namespace

Result<WebAnswer> CurlWebClient::ask(const WebRequest& request) {
  if (!is_safe_address(request.address)) {
    return fail(ErrorCode::io, "this is no address that secrets may be sent to", request.address);
  }
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> transfer(curl_easy_init(),
                                                                     curl_easy_cleanup);
  if (started != CURLE_OK || !transfer) return fail(ErrorCode::io, "libcurl does not start");

  WebAnswer answer;
  auto* const handle = transfer.get();
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
      curl_slist_append(nullptr, "Accept: application/json"), curl_slist_free_all);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_URL, request.address.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  if (request.address.starts_with("http://")) curl_easy_setopt(handle, CURLOPT_NOPROXY, "*");
  const auto form = form_encoded(request.form);
  if (!form.empty()) curl_easy_setopt(handle, CURLOPT_POSTFIELDS, form.c_str());
  if (!request.name.empty()) {
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    curl_easy_setopt(handle, CURLOPT_USERNAME, request.name.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, request.password.c_str());
  }
  if (!request.bearer.empty()) {
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    curl_easy_setopt(handle, CURLOPT_XOAUTH2_BEARER, request.bearer.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answer.body);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kLongestConnectSeconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, kLongestAnswerSeconds);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  const auto outcome = curl_easy_perform(handle);
  if (outcome == CURLE_WRITE_ERROR) {
    return fail(ErrorCode::io, "the answer is longer than 256 KiB", request.address);
  }
  if (outcome != CURLE_OK) {
    return fail(ErrorCode::io, curl_easy_strerror(outcome), request.address);
  }
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace tributary::app
