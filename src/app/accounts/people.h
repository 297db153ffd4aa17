// app/accounts/people.h
#pragma once

#include <memory>
#include <string>

#include "app/accounts/account_desk.h"
#include "app/data_directory.h"

namespace tributary::app {

struct MailSettings {
  std::string smtp;  ///< "smtp://mail.example.org:587"; empty: the folder `outbox` of the data
  std::string from = "tributary@localhost";
};

/// The people of one installation: its database, its mail and the desk. Safe from any thread.
class People {
 public:
  /// REQUIRES: the clock outlives it.
  static Result<std::unique_ptr<People>> open(const DataDirectory& data, const Clock& clock,
                                              const MailSettings& mail, std::string public_url);

  AccountDesk& desk() { return desk_; }

 private:
  People(const DataDirectory& data, const Clock& clock, std::unique_ptr<MailCarrier> carrier,
         std::string public_url)
      : connections_(data.database()),
        mail_(std::move(carrier)),
        desk_(connections_, clock, mail_, std::move(public_url)) {}

  store::ConnectionPool connections_;
  MailQueue mail_;
  AccountDesk desk_;
};

}  // namespace tributary::app
