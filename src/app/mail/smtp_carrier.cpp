#include "app/mail/smtp_carrier.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "app/accounts/secrets.h"

namespace tributary::app {
namespace {

constexpr long kPatienceSeconds = 30;

std::size_t give_bytes(char* buffer, std::size_t size, std::size_t count, void* source) {
  auto& left = *static_cast<std::string_view*>(source);
  const auto taken = std::min(size * count, left.size());
  std::memcpy(buffer, left.data(), taken);
  left.remove_prefix(taken);
  return taken;
}

}  // namespace

Result<> SmtpCarrier::carry(const Mail& mail) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> transfer(curl_easy_init(),
                                                                     curl_easy_cleanup);
  if (started != CURLE_OK || !transfer) return fail(ErrorCode::io, "libcurl does not start");

  const auto now = clock_.now();
  const auto message =
      rfc5322(mail, from_, now, new_secret().substr(0, 20) + from_.substr(from_.find('@')));
  std::string_view left = message;
  const auto from = "<" + from_ + ">";
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
      curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()), curl_slist_free_all);

  auto* const handle = transfer.get();
  curl_easy_setopt(handle, CURLOPT_URL, server_.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_bytes);
  curl_easy_setopt(handle, CURLOPT_READDATA, &left);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, kPatienceSeconds);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  const auto outcome = curl_easy_perform(handle);
  if (outcome == CURLE_OK) return {};
  return fail(ErrorCode::io, curl_easy_strerror(outcome), "mail");
}

}  // namespace tributary::app
