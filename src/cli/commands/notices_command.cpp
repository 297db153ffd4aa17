#include <fmt/format.h>

#include <cstdlib>

#include "base/file.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"

namespace tributary::cli {

Result<app::MailSettings> MailOptions::settings() const {
  app::MailSettings settings{.smtp = smtp, .from = from};
  if (!password_file.empty()) {
    settings.smtp_password = TRY(read_file(password_file));
    const auto end = settings.smtp_password.find_first_of("\r\n");  // an editor's last line break
    if (end != std::string::npos) settings.smtp_password.resize(end);
  } else if (const auto* named = std::getenv("TRIBUTARY_SMTP_PASSWORD");
             named != nullptr && !smtp.empty()) {
    settings.smtp_password = named;
  }
  return settings;
}

Result<int> notices_send_command(const NoticesSendOptions& options) {
  const SystemClock clock;
  const auto people = TRY(app::People::open(TRY(options.common.data()), clock,
                                            TRY(options.mail.settings()), options.public_url));
  const auto run = TRY(people->mailer().run());
  if (options.common.json) {
    fmt::print("{{\"sent\":{},\"failed\":{},\"reminders\":{},\"done_elsewhere\":{}}}\n", run.sent,
               run.failed, run.reminders, run.is_done_elsewhere);
  } else if (run.is_done_elsewhere) {
    fmt::print("Another process is sending notices at this moment; nothing to do here.\n");
  } else {
    fmt::print("Mails sent: {}. Not carried, to be tried again in an hour: {}.\n", run.sent,
               run.failed);
  }
  return run.failed > 0 ? kFailure : kSuccess;
}

}  // namespace tributary::cli
