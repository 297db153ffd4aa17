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
  } else if (mail.smtp.starts_with("smtp://") || mail.smtp.starts_with("smtps://")) {
    carrier = std::make_unique<SmtpCarrier>(mail.smtp, mail.from, clock);
  } else {
    return fail(ErrorCode::invalid_argument, "a mail server is smtp://… or smtps://…", "--smtp");
  }
  return std::unique_ptr<People>(
      new People(data, clock, std::move(carrier), std::move(public_url)));
}

}  // namespace tributary::app
