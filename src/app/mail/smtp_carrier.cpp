#include "app/mail/smtp_carrier.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "app/accounts/secrets.h"
#include "app/this_machine.h"

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

std::string percent_decoded(const std::string& text) {
  int length = 0;
  const std::unique_ptr<char, decltype(&curl_free)> decoded(
      curl_easy_unescape(nullptr, text.data(), static_cast<int>(text.size()), &length), curl_free);
  return decoded ? std::string(decoded.get(), static_cast<std::size_t>(length)) : text;
}

bool is_on_this_machine(const SmtpServer& server) {
  const auto behind = std::string_view(server.address).substr(server.address.find("://") + 3);
  return is_this_machine(behind.substr(0, behind.find('/')));
}

}  // namespace

Result<SmtpServer> parse_smtp_server(const std::string& text, std::string password) {
  if (!text.starts_with("smtp://") && !text.starts_with("smtps://")) {
    return fail(ErrorCode::invalid_argument, "a mail server is smtp://… or smtps://…", "--smtp");
  }
  const auto host = text.find("://") + 3;
  const auto at = text.rfind('@');
  if (at == std::string::npos) {
    if (password.empty()) return SmtpServer{.address = text};
    return fail(ErrorCode::invalid_argument,
                "a password needs its name: smtp://name@mail.example.org", "--smtp");
  }
  const auto name = text.substr(host, at - host);
  if (name.contains(':')) {
    return fail(ErrorCode::invalid_argument,
                "a password on the command line is read by everybody on this machine; put it into "
                "a file for --smtp-password-file, or into TRIBUTARY_SMTP_PASSWORD",
                "--smtp");
  }
  return SmtpServer{.address = text.substr(0, host) + text.substr(at + 1),
                    .name = percent_decoded(name),
                    .password = std::move(password)};
}

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
  curl_easy_setopt(handle, CURLOPT_URL, server_.address.c_str());
  if (!server_.name.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, server_.name.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server_.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  // A password goes over no line that others could read.
  const bool has_to_be_encrypted = !server_.password.empty() && !is_on_this_machine(server_);
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   static_cast<long>(has_to_be_encrypted ? CURLUSESSL_ALL : CURLUSESSL_TRY));
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
