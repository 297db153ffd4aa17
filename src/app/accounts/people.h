// app/accounts/people.h
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/accounts/account_desk.h"
#include "app/data_directory.h"
#include "app/notices/notice_desk.h"
#include "app/notices/notice_mailer.h"
#include "app/oidc/curl_web_client.h"
#include "app/oidc/provider_desk.h"
#include "app/partnership/claim_desk.h"
#include "app/partnership/offer_desk.h"
#include "app/partnership/relay_desk.h"

namespace tributary::app {

struct MailSettings {
  std::string smtp;  ///< as for parse_smtp_server(); empty: the folder `outbox` of the data
  std::string smtp_password;  ///< of the name in it
  std::string from = "tributary@localhost";
};

/// The people of one installation: its database, its mail, the desks, the provider that they may
/// sign in through, and who sends what they are told. Safe from any thread, but for the mailer.
class People {
 public:
  /// Asks nothing of the provider yet. REQUIRES: the clock outlives it.
  static Result<std::unique_ptr<People>> open(const DataDirectory& data, const Clock& clock,
                                              const MailSettings& mail,
                                              const std::string& public_url,
                                              std::optional<ProviderSettings> provider = {});

  AccountDesk& desk() { return desk_; }
  /// Null where people sign in here alone.
  ProviderDesk* provider() { return provider_ ? &provider_->desk : nullptr; }
  NoticeDesk& notices() { return notices_; }
  NoticeMailer& mailer() { return mailer_; }
  ClaimDesk& claims() { return claims_; }
  OfferDesk& offers() { return offers_; }
  RelayDesk& relay() { return relay_; }

 private:
  /// A provider, with what it needs.
  struct Provider {
    Provider(ProviderSettings settings, const std::string& public_url, const Clock& clock,
             store::ConnectionPool& connections, AccountDesk& accounts)
        : provider(std::move(settings), public_url, web, clock),
          desk(connections, clock, accounts, provider) {}

    CurlWebClient web;
    IdentityProvider provider;
    ProviderDesk desk;
  };

  People(const DataDirectory& data, const Clock& clock, std::unique_ptr<MailCarrier> carrier,
         std::string public_url)
      : connections_(data.database()),
        mail_(std::move(carrier)),
        desk_(connections_, clock, mail_, public_url),
        notices_(connections_, clock),
        mailer_(connections_, clock, mail_, public_url),
        claims_(connections_, clock, mail_, public_url),
        offers_(connections_, clock),
        relay_(connections_, clock, mail_, std::move(public_url)) {}

  store::ConnectionPool connections_;
  MailQueue mail_;
  AccountDesk desk_;
  NoticeDesk notices_;
  NoticeMailer mailer_;
  ClaimDesk claims_;
  OfferDesk offers_;
  RelayDesk relay_;
  std::unique_ptr<Provider> provider_;
};

}  // namespace tributary::app
