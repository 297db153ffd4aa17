#include "app/accounts/people.h"

#include "app/mail/outbox_folder.h"
#include "app/mail/smtp_carrier.h"

namespace tributary::app {

Result<std::unique_ptr<People>> People::open(const DataDirectory& data, const Clock& clock,
                                             const MailSettings& mail,
                                             const std::string& public_url,
                                             std::optional<ProviderSettings> provider) {
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
  if (provider) TRY(check_provider_settings(*provider));
  std::unique_ptr<People> people(new People(data, clock, std::move(carrier), public_url));
  if (provider) {
    people->provider_ = std::make_unique<Provider>(*std::move(provider), public_url, clock,
                                                   people->connections_, people->desk_);
  }
  return people;
}

}  // namespace tributary::app
