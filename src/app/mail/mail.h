// app/mail/mail.h
//
// A mail to one person, and who carries it.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace tributary::app {

struct Mail {
  std::string to;       ///< an address that is_mail_address() takes
  std::string subject;  ///< one line of UTF-8
  std::string text;     ///< plain UTF-8
  /// Where a POST ends such mails, of those that one can end (RFC 2369); empty: of the others.
  std::string unsubscribe_link = {};
};

/// Whether `text` is an address that mail can be sent to and a header can carry: one "@", visible
/// ASCII without quotes, brackets, commas and the like, at most 254 bytes. Whether anyone reads it,
/// only a mail shows.
bool is_mail_address(std::string_view text);

/// The mail as RFC 5322 has it, with lines that end in CR LF. An unsubscribe link is offered as one
/// click (RFC 8058) where it is https, as that asks for.
std::string rfc5322(const Mail& mail, std::string_view from, Timestamp now,
                    std::string_view message_id);

/// Implementations are safe to call from any thread.
class MailCarrier {
 public:
  virtual ~MailCarrier() = default;
  /// Errors: `io` saying what the other side answered.
  virtual Result<> carry(const Mail& mail) = 0;
};

}  // namespace tributary::app
