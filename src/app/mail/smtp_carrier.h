// app/mail/smtp_carrier.h
#pragma once

#include <string>

#include "app/mail/mail.h"

namespace tributary::app {

struct SmtpServer {
  std::string address;         ///< "smtp://mail.example.org:587"
  std::string name, password;  ///< empty: it asks for none
};

/// From "smtp://name@mail.example.org:587", where the name may be percent-encoded. Errors:
/// `invalid_argument`, also where a password stands in it: everybody on the machine reads it there.
Result<SmtpServer> parse_smtp_server(const std::string& text, std::string password);

/// Hands each mail to an SMTP server, over TLS where that offers it ("smtps://" demands it).
class SmtpCarrier final : public MailCarrier {
 public:
  /// REQUIRES: the clock outlives it.
  SmtpCarrier(SmtpServer server, std::string from, const Clock& clock)
      : server_(std::move(server)), from_(std::move(from)), clock_(clock) {}

  /// Waits for the server for up to half a minute.
  Result<> carry(const Mail& mail) override;

 private:
  SmtpServer server_;
  std::string from_;
  const Clock& clock_;
};

}  // namespace tributary::app
