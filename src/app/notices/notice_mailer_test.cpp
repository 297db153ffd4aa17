#include "app/notices/notice_mailer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <exception>
#include <functional>

#include "app/notices/notice_desk.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

using ecosystem::PersonId;
using ecosystem::Role;
using store::MailRhythm;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

constexpr Timestamp kMorning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 8h;

/// Keeps what it is given, or does what it is told.
class TestCarrier final : public MailCarrier {
 public:
  Result<> carry(const Mail& mail) override {
    if (instead) return instead(mail);
    mails.push_back(mail);
    return {};
  }
  std::vector<Mail> mails;
  std::function<Result<>(const Mail&)> instead;
};

class SettableClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return moment; }
  Timestamp moment = kMorning;
};

/// A server of those on one database.
struct TestServer {
  TestServer(const store::Location& database, const Clock& clock)
      : connections(database), mailer(connections, clock, queue, "https://tributary.example.org") {}
  std::unique_ptr<TestCarrier> owned = std::make_unique<TestCarrier>();
  TestCarrier& carrier = *owned;
  MailQueue queue{std::move(owned)};
  store::ConnectionPool connections;
  NoticeMailer mailer;
};

class NoticeMailerTest : public sql::DatabaseTest {
 protected:
  PersonId add_person(const std::string& mail, MailRhythm rhythm = MailRhythm::each) {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    const auto person =
        store::insert_account(
            change.connection(),
            {.mail = mail, .language = "en", .created_at = kMorning, .verified_at = kMorning})
            .value();
    EXPECT_TRUE(store::set_mail_rhythm(change.connection(), person, rhythm));
    EXPECT_TRUE(change.commit("account.create", "account/1", "{}"));
    return person;
  }

  void give_role(PersonId person, const std::string& panel) {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    ASSERT_TRUE(store::append_grant(
        change.connection(), {.account = person,
                              .grant = {Role::reviewer, {ecosystem::ScopeKind::panel, panel}},
                              .at = change.at()}));
    ASSERT_TRUE(change.commit("account.grant", "account/" + std::to_string(person.value), "{}"));
    clock_.moment += 1s;
  }

  static MailerRun run(TestServer& server) {
    const auto done = server.mailer.run();
    EXPECT_TRUE(done) << done.error().text();
    return done.value_or(MailerRun{});
  }

  SettableClock clock_;
  store::ConnectionPool connections_{database_.location()};
  TestServer one_{database_.location(), clock_}, two_{database_.location(), clock_};
  NoticeDesk desk_{connections_, clock_};
};
TRIBUTARY_ON_BOTH_ENGINES(NoticeMailerTest);

TEST_P(NoticeMailerTest, OfTwoServersOneSendsAndNothingTwice) {
  const auto maria = add_person("maria@example.org");
  give_role(maria, "north");
  one_.carrier.instead = [&](const Mail& mail) -> Result<> {
    EXPECT_TRUE(run(two_).is_done_elsewhere) << "while the first one sends";
    one_.carrier.mails.push_back(mail);
    return {};
  };
  EXPECT_EQ(run(one_).sent, 1U);
  ASSERT_THAT(one_.carrier.mails, SizeIs(1));
  EXPECT_EQ(one_.carrier.mails.front().to, "maria@example.org");
  EXPECT_THAT(one_.carrier.mails.front().text, HasSubstr("Reviewer (north)"));
  EXPECT_FALSE(run(two_).is_done_elsewhere);
  EXPECT_THAT(two_.carrier.mails, IsEmpty());
}

TEST_P(NoticeMailerTest, WhereOneIsKilledTheOtherTakesOverWhenTheLeaseEnds) {
  const auto maria = add_person("a@example.org");
  const auto ana = add_person("b@example.org");
  give_role(maria, "north");
  give_role(ana, "north");
  // As at a kill between the claim and the mail: nothing behind it happens any more.
  struct Killed : std::exception {};
  one_.carrier.instead = [](const Mail&) -> Result<> { throw Killed(); };
  EXPECT_THROW(static_cast<void>(one_.mailer.run()), Killed);
  EXPECT_TRUE(run(two_).is_done_elsewhere);
  clock_.moment += kMailerLease;
  EXPECT_EQ(run(two_).sent, 1U);
  ASSERT_THAT(two_.carrier.mails, SizeIs(1));
  EXPECT_EQ(two_.carrier.mails.front().to, "b@example.org") << "at most once: not the one claimed";
  EXPECT_EQ(desk_.notices(maria, {})->unread, 1U) << "which is still there to be read";
}

TEST_P(NoticeMailerTest, WhatTheMailServerRefusesIsTriedAgainAnHourLater) {
  const auto maria = add_person("maria@example.org");
  give_role(maria, "north");
  one_.carrier.instead = [](const Mail&) -> Result<> { return fail(ErrorCode::io, "down"); };
  EXPECT_EQ(run(one_).failed, 1U);
  one_.carrier.instead = nullptr;
  EXPECT_EQ(run(one_).sent, 0U);
  clock_.moment += 2h;
  EXPECT_EQ(run(one_).sent, 1U);
}

TEST_P(NoticeMailerTest, ADailyDigestComesTheNextMorningAsOneMail) {
  const auto maria = add_person("maria@example.org", MailRhythm::daily);
  give_role(maria, "north");
  give_role(maria, "south");
  EXPECT_EQ(run(one_).sent, 0U);
  clock_.moment = kMorning + 22h;  // six o'clock
  EXPECT_EQ(run(one_).sent, 1U);
  EXPECT_EQ(one_.carrier.mails.front().subject, "Tributary: 2 notices");
}

TEST_P(NoticeMailerTest, AWeeklyDigestWaitsForMonday) {
  const auto maria = add_person("maria@example.org", MailRhythm::weekly);
  give_role(maria, "north");
  clock_.moment = std::chrono::sys_days{std::chrono::year{2026} / 11 / 30} + 5h + 59min;
  EXPECT_EQ(run(one_).sent, 0U);
  clock_.moment += 1min;
  EXPECT_EQ(run(one_).sent, 1U);
}

TEST_P(NoticeMailerTest, TheLinkOfAMailEndsTheMailsWithoutSigningIn) {
  const auto maria = add_person("maria@example.org");
  give_role(maria, "north");
  run(one_);
  const auto link = one_.carrier.mails.front().unsubscribe_link;
  const auto secret = link.substr(link.rfind('/') + 1);
  ASSERT_TRUE(desk_.unsubscribe(secret));
  ASSERT_TRUE(desk_.unsubscribe(secret)) << "once more is no harm";
  EXPECT_EQ(desk_.preferences(maria)->mail, MailRhythm::none);
  give_role(maria, "south");
  EXPECT_EQ(run(one_).sent, 0U);
  EXPECT_EQ(desk_.unsubscribe("guessed").error().code, ErrorCode::not_found);
}

TEST_P(NoticeMailerTest, WhatIsMutedStaysOnThePageAndOutOfTheMails) {
  using ecosystem::NoticeGroup;
  const auto maria = add_person("maria@example.org");
  const ecosystem::Actor actor{.person = maria};
  ASSERT_TRUE(desk_.choose_mail(actor, MailRhythm::each, {NoticeGroup::roles}));
  give_role(maria, "north");
  EXPECT_EQ(run(one_).sent, 0U);
  EXPECT_THAT(desk_.notices(maria, {})->notices, SizeIs(1));
  ASSERT_TRUE(desk_.choose_mail(actor, MailRhythm::each, {NoticeGroup::panels}));
  EXPECT_EQ(run(one_).sent, 1U) << "which is not too old to be mailed";
  const auto link = one_.carrier.mails.front().unsubscribe_link;
  ASSERT_TRUE(desk_.unsubscribe(link.substr(link.rfind('/') + 1)));
  EXPECT_EQ(desk_.preferences(maria)->muted, ecosystem::NoticeGroups{NoticeGroup::panels})
      << "for when mails are turned on again";
}

TEST_P(NoticeMailerTest, ReadNoticesGoAfterTheirTime) {
  const auto maria = add_person("maria@example.org", MailRhythm::none);
  give_role(maria, "north");
  give_role(maria, "south");
  const auto older = desk_.notices(maria, {})->notices.back().id;
  ASSERT_TRUE(desk_.mark_read(maria, older));
  clock_.moment += kReadNoticesStay - 1h;
  run(one_);
  EXPECT_THAT(desk_.notices(maria, {})->notices, SizeIs(2));
  clock_.moment += 2h;
  run(one_);
  EXPECT_THAT(desk_.notices(maria, {})->notices, SizeIs(1));
}

TEST_P(NoticeMailerTest, AFeedIsReadByItsSecretUntilThatIsRenewed) {
  const auto maria = add_person("maria@example.org", MailRhythm::none);
  give_role(maria, "north");
  const ecosystem::Actor actor{.person = maria};
  const auto first = desk_.renew_feed(actor).value();
  EXPECT_THAT(desk_.feed(first, 10)->notices, SizeIs(1));
  const auto second = desk_.renew_feed(actor).value();
  EXPECT_EQ(desk_.feed(first, 10).error().code, ErrorCode::not_found);
  EXPECT_TRUE(desk_.feed(second, 10));
  EXPECT_TRUE(desk_.preferences(maria)->has_feed);
  ASSERT_TRUE(desk_.end_feed(actor));
  EXPECT_EQ(desk_.feed(second, 10).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace tributary::app
