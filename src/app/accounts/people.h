// app/accounts/people.h
#pragma once

#include <memory>
#include <string>

#include "app/accounts/account_desk.h"
#include "app/data_directory.h"
#include "app/notices/notice_desk.h"
#include "app/notices/notice_mailer.h"

namespace tributary::app {

struct MailSettings {
  std::string smtp;  ///< as for parse_smtp_server(); empty: the folder `outbox` of the data
  std::string smtp_password;  ///< of the name in it
  std::string from = "tributary@localhost";
};

/// The people of one installation: its database, its mail, the desks and who sends what they are
/// told. Safe from any thread, but for the mailer.
class People {
 public:
  /// REQUIRES: the clock outlives it.
  static Result<std::unique_ptr<People>> open(const DataDirectory& data, const Clock& clock,
                                              const MailSettings& mail, std::string public_url);

  AccountDesk& desk() { return desk_; }
  NoticeDesk& notices() { return notices_; }
  NoticeMailer& mailer() { return mailer_; }

 private:
  People(const DataDirectory& data, const Clock& clock, std::unique_ptr<MailCarrier> carrier,
         std::string public_url)
      : connections_(data.database()),
        mail_(std::move(carrier)),
        desk_(connections_, clock, mail_, public_url),
        notices_(connections_, clock),
        mailer_(connections_, clock, mail_, std::move(public_url)) {}

  store::ConnectionPool connections_;
  MailQueue mail_;
  AccountDesk desk_;
  NoticeDesk notices_;
  NoticeMailer mailer_;
};

}  // namespace tributary::app
