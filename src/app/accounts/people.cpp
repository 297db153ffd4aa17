#include "app/accounts/people.h"

#include "app/mail/outbox_folder.h"
#include "app/mail/smtp_carrier.h"

namespace tributary::app {

Result<std::unique_ptr<People>> People::open(const DataDirectory& data, const Clock& clock,
                                             const MailSettings& mail, std::string public_url) {
  TRY(data.prepare());
  if (!is_mail_address(mail.from)) {
    return fail(ErrorCode::invalid_argument, "this is not a mail address", mail.from);
  }
  std::unique_ptr<MailCarrier> carrier;
  if (mail.smtp.empty()) {
    carrier = std::make_unique<OutboxFolder>(data.root / "outbox", mail.from, clock);
  } else {
    auto server = TRY(parse_smtp_server(mail.smtp, mail.smtp_password));
    carrier = std::make_unique<SmtpCarrier>(std::move(server), mail.from, clock);
  }
  return std::unique_ptr<People>(
      new People(data, clock, std::move(carrier), std::move(public_url)));
}

}  // namespace tributary::app
