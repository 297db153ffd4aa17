// app/mail/smtp_carrier.h
#pragma once

#include <string>

#include "app/mail/mail.h"

namespace tributary::app {

/// Hands each mail to an SMTP server, over TLS where that offers it ("smtps://" demands it). Name
/// and password may stand in the address: smtp://name:password@mail.example.org:587.
class SmtpCarrier final : public MailCarrier {
 public:
  /// REQUIRES: the clock outlives it.
  SmtpCarrier(std::string server, std::string from, const Clock& clock)
      : server_(std::move(server)), from_(std::move(from)), clock_(clock) {}

  /// Waits for the server for up to half a minute.
  Result<> carry(const Mail& mail) override;

 private:
  std::string server_, from_;
  const Clock& clock_;
};

}  // namespace tributary::app
