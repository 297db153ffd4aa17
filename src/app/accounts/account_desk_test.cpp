#include "app/accounts/account_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <mutex>

#include "app/accounts/account_rules.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

using std::chrono::minutes;
using testing::HasSubstr;

const std::string kWorkingPassword = "a river has many tributaries";
const std::string kOtherPassword = "another sentence altogether";

/// What the carrier of a queue was given.
class CarriedMails {
 public:
  class Carrier final : public MailCarrier {
   public:
    explicit Carrier(CarriedMails& mails) : mails_(mails) {}
    Result<> carry(const Mail& mail) override {
      const std::scoped_lock lock(mails_.mutex_);
      mails_.mails_.push_back(mail);
      mails_.changed_.notify_all();
      return {};
    }

   private:
    CarriedMails& mails_;
  };

  /// The one of this number, from 1; waits for it.
  Mail mail(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return mails_.size() >= number; });
    return mails_[number - 1];
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Mail> mails_;
};

class AccountDeskTest : public sql::DatabaseTest {
 protected:
  store::ConnectionPool connections_{database_.location()};
  FixedClock clock_{Date(20'000)};
  CarriedMails mails_;
  MailQueue queue_{std::make_unique<CarriedMails::Carrier>(mails_)};
  AccountDesk desk_{connections_, clock_, queue_, "https://tributary.example.org"};
  std::size_t mails_seen_ = 0;

  void pass(std::chrono::milliseconds time) { clock_ = FixedClock(clock_.now() + time); }

  /// The secret of the link in the next mail.
  std::string next_secret(const std::string& page) {
    const auto text = mails_.mail(++mails_seen_).text;
    const auto begin = text.find("https://tributary.example.org/" + page + "#");
    EXPECT_NE(begin, std::string::npos) << text;
    const auto secret = text.find('#', begin) + 1;
    return text.substr(secret, text.find('\n', secret) - secret);
  }

  OpenedSession open_account(const std::string& mail) {
    EXPECT_TRUE(desk_.sign_up({.mail = mail}, "192.0.2.7"));
    return desk_
        .confirm(
            {.link_secret = next_secret("confirm"), .name = "Maria", .password = kWorkingPassword})
        .value();
  }

  Caller caller(const OpenedSession& session) {
    return desk_.caller_of_session(session.secret).value().value();
  }

  ErrorCode refusal_of_sign_in(const std::string& mail, const std::string& password) {
    const auto session =
        desk_.sign_in({.mail = mail, .password = password, .address = "192.0.2.7"});
    EXPECT_FALSE(session);
    return session ? ErrorCode::internal : session.error().code;
  }
};

TEST_P(AccountDeskTest, ALinkThatTookTooLongOpensNothing) {
  ASSERT_TRUE(desk_.sign_up({.mail = "late@example.org"}, "192.0.2.7"));
  const auto secret = next_secret("confirm");
  pass(kConfirmationLength);
  const auto late =
      desk_.confirm({.link_secret = secret, .name = "M", .password = kWorkingPassword});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::unmet);
  EXPECT_EQ(refusal_of_sign_in("late@example.org", kWorkingPassword), ErrorCode::not_signed_in);
}

TEST_P(AccountDeskTest, ASessionEndsByItself) {
  const auto session = open_account("maria@example.org");
  EXPECT_TRUE(desk_.caller_of_session(session.secret).value());
  pass(kSessionLength);
  EXPECT_FALSE(desk_.caller_of_session(session.secret).value());
}

TEST_P(AccountDeskTest, GuessingIsLetGoOnAfterAWhile) {
  open_account("maria@example.org");
  for (std::uint64_t guess = 0; guess < kPerAccount.most; ++guess) {
    EXPECT_EQ(refusal_of_sign_in("maria@example.org", "wrong wrong"), ErrorCode::not_signed_in);
  }
  EXPECT_EQ(refusal_of_sign_in("maria@example.org", kWorkingPassword), ErrorCode::throttled);
  pass(minutes(16));
  EXPECT_TRUE(desk_.sign_in(
      {.mail = "maria@example.org", .password = kWorkingPassword, .address = "192.0.2.7"}));
}

TEST_P(AccountDeskTest, WhoKnowsTheAddressOfAnotherSetsNothingOfTheirAccount) {
  open_account("maria@example.org");
  ASSERT_TRUE(desk_.sign_up({.mail = "Maria@Example.org"}, "198.51.100.1"));
  EXPECT_THAT(mails_.mail(++mails_seen_).subject, HasSubstr("already"));
  EXPECT_TRUE(desk_.sign_in(
      {.mail = "maria@example.org", .password = kWorkingPassword, .address = "192.0.2.7"}));
}

TEST_P(AccountDeskTest, ANewPasswordEndsTheOtherSessionsAlone) {
  const auto first = open_account("maria@example.org");
  const auto second =
      desk_
          .sign_in(
              {.mail = "maria@example.org", .password = kWorkingPassword, .address = "192.0.2.7"})
          .value();
  ASSERT_TRUE(desk_.change_password(caller(second), kWorkingPassword, kOtherPassword));
  EXPECT_FALSE(desk_.caller_of_session(first.secret).value());
  EXPECT_TRUE(desk_.caller_of_session(second.secret).value());
  EXPECT_EQ(refusal_of_sign_in("maria@example.org", kWorkingPassword), ErrorCode::not_signed_in);
}

TEST_P(AccountDeskTest, ErasingTakesOutThePersonAndKeepsTheTrailWhole) {
  const auto session = open_account("maria@example.org");
  const auto person = caller(session).actor.person;
  ASSERT_TRUE(desk_.erase(caller(session), kWorkingPassword));
  EXPECT_FALSE(desk_.caller_of_session(session.secret).value());
  auto lease = connections_.lend().value();
  EXPECT_EQ(store::find_account(*lease, person).value()->mail, "");
  EXPECT_EQ(store::find_account(*lease, person).value()->name, "");
  EXPECT_TRUE(store::verify_audit_trail(*lease).value().is_whole());
}

TEST_P(AccountDeskTest, TheFirstAdministratorsLinkWorksOnceAndIsTheOnlyOne) {
  const auto link = desk_.first_administrator_link().value();
  ASSERT_TRUE(link);
  const auto secret = link->substr(link->find('#') + 1);
  const auto session = desk_.sign_in_by_link(secret);
  ASSERT_TRUE(session) << session.error().text();
  EXPECT_TRUE(ecosystem::check_permission(caller(*session).actor.grants,
                                          ecosystem::Action::manage_accounts, {}));
  EXPECT_FALSE(desk_.sign_in_by_link(secret));
  EXPECT_FALSE(desk_.first_administrator_link().value());
}

TRIBUTARY_ON_BOTH_ENGINES(AccountDeskTest);

}  // namespace
}  // namespace tributary::app
