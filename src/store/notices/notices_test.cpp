#include "store/notices/notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sql/testing/test_database.h"
#include "sql/transaction.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/notices/job_leases.h"
#include "store/notices/notice_mails.h"
#include "store/notices/notice_preferences.h"
#include "store/open_database.h"
#include "store/recorded_change.h"

namespace tributary::store {
namespace {

using ecosystem::NoticeGroup;
using ecosystem::NoticeGroups;
using ecosystem::NoticeKind;
using ecosystem::PersonId;
using ecosystem::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

// A Wednesday, half past ten.
constexpr Timestamp kToday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 10h + 30min;

class NoticesTest : public sql::DatabaseTest {
 protected:
  PersonId add_account(const std::string& mail, bool is_verified = true) {
    Account account{.mail = mail, .name = "Maria", .language = "el", .created_at = kToday};
    if (is_verified) account.verified_at = kToday;
    return insert_account(connection_, account).value();
  }

  void tell(PersonId person, std::int64_t entry, Timestamp at,
            NoticeKind kind = NoticeKind::innovation_decided) {
    ASSERT_TRUE(insert_notice(connection_, person,
                              {.id = {entry},
                               .kind = kind,
                               .subject = "innovation/7",
                               .about = "Mentors",
                               .word = "proceed",
                               .at = at}));
  }

  std::vector<std::int64_t> shown(PersonId person, const NoticeQuery& query) {
    std::vector<std::int64_t> ids;
    const auto notices = notices_of(connection_, person, query).value();
    for (const auto& notice : notices) {
      ids.push_back(notice.id.value);
    }
    return ids;
  }

  /// The ids of the notices in the next mail at this moment.
  std::vector<std::int64_t> mailed(Timestamp now, PersonId after = {}) {
    const auto claimed = claim_notices_to_mail(connection_, times(now), after);
    EXPECT_TRUE(claimed) << claimed.error().text();
    std::vector<std::int64_t> ids;
    if (!*claimed) return ids;
    for (const auto& notice : (*claimed)->notices) ids.push_back(notice.id.value);
    return ids;
  }

  static MailTimes times(Timestamp now) {
    return {.now = now,
            .day = kToday - 4h,
            .week = kToday - 48h,
            .oldest = now - std::chrono::days(14),
            .failed_before = now - 1h};
  }

  sql::Connection connection_ = open_database(database_.location()).value();
  sql::Transaction transaction_ = sql::Transaction::begin(connection_).value();
};
TRIBUTARY_ON_BOTH_ENGINES(NoticesTest);

TEST_P(NoticesTest, ArePagedNewestFirstAndReadOneByOneOrTogether) {
  const auto maria = add_account("maria@example.org");
  for (const int entry : {3, 5, 8, 9}) tell(maria, entry, kToday);
  tell(maria, 9, kToday);  // told already
  EXPECT_THAT(shown(maria, {.limit = 3}), ElementsAre(9, 8, 5));
  EXPECT_THAT(shown(maria, {.before = {5}}), ElementsAre(3));
  ASSERT_TRUE(mark_notice_read(connection_, maria, {8}, kToday));
  EXPECT_THAT(shown(maria, {.shown = Shown::unread}), ElementsAre(9, 5, 3));
  ASSERT_TRUE(mark_notices_read(connection_, maria, {5}, kToday + 1h));
  EXPECT_THAT(shown(maria, {.shown = Shown::unread}), ElementsAre(9));
  EXPECT_THAT(shown(maria, {.shown = Shown::read}), ElementsAre(8, 5, 3));
  EXPECT_EQ(unread_notices(connection_, maria).value(), 1U);
  ASSERT_TRUE(remove_notices_read_before(connection_, kToday + 30min));
  EXPECT_THAT(shown(maria, {}), ElementsAre(9, 5, 3)) << "unread ones stay, however old";
}

TEST_P(NoticesTest, NobodyMarksTheNoticesOfOthers) {
  const auto maria = add_account("maria@example.org");
  const auto other = add_account("other@example.org");
  tell(maria, 3, kToday);
  EXPECT_EQ(mark_notice_read(connection_, other, {3}, kToday).error().code, ErrorCode::not_found);
  EXPECT_EQ(unread_notices(connection_, maria).value(), 1U);
}

TEST_P(NoticesTest, ADigestHasWhatCameBeforeItsDayBeganAndComesOnce) {
  const auto maria = add_account("maria@example.org");
  tell(maria, 1, kToday - 30h);
  tell(maria, 2, kToday - 5h);
  tell(maria, 3, kToday - 1h);
  EXPECT_THAT(mailed(kToday), ElementsAre(2, 1));
  EXPECT_THAT(mailed(kToday), IsEmpty());
}

TEST_P(NoticesTest, ComeInTheRhythmThatWasChosen) {
  const auto each = add_account("each@example.org");
  const auto weekly = add_account("weekly@example.org");
  const auto none = add_account("none@example.org");
  ASSERT_TRUE(set_mail_rhythm(connection_, each, MailRhythm::each));
  ASSERT_TRUE(set_mail_rhythm(connection_, weekly, MailRhythm::weekly));
  ASSERT_TRUE(set_mail_rhythm(connection_, none, MailRhythm::none));
  for (const auto person : {each, weekly, none}) {
    tell(person, 1, kToday - 50h);
    tell(person, 2, kToday - 20h);
    tell(person, 3, kToday - 1min);
  }
  EXPECT_THAT(mailed(kToday), ElementsAre(3, 2, 1));
  EXPECT_THAT(mailed(kToday, each), ElementsAre(1));
  EXPECT_THAT(mailed(kToday, weekly), IsEmpty());
}

TEST_P(NoticesTest, WhatIsMutedIsNotMailedAndStaysUnreadUntilItIsWantedAgain) {
  const auto maria = add_account("maria@example.org");
  const auto ana = add_account("ana@example.org");
  ASSERT_TRUE(set_muted_mails(connection_, maria, {NoticeGroup::panels, NoticeGroup::roles}));
  for (const auto person : {maria, ana}) {
    tell(person, 1, kToday - 5h, NoticeKind::gate_ready);
    tell(person, 2, kToday - 5h);
    tell(person, 3, kToday - 5h, NoticeKind::role_given);
  }
  EXPECT_THAT(mailed(kToday), ElementsAre(2));
  EXPECT_THAT(mailed(kToday), ElementsAre(3, 2, 1)) << "of Ana: Maria has no more to wait for";
  EXPECT_EQ(unread_notices(connection_, maria).value(), 3U);
  ASSERT_TRUE(set_muted_mails(connection_, maria, {NoticeGroup::roles}));
  EXPECT_EQ(muted_mails(connection_, maria).value(), NoticeGroups{NoticeGroup::roles});
  EXPECT_THAT(mailed(kToday), ElementsAre(1)) << "marked as mailed is only what was mailed";
}

TEST_P(NoticesTest, WhatWasReadIsOldOrHasNoProvenAddressIsNotMailed) {
  const auto reader = add_account("reader@example.org");
  const auto stranger = add_account("stranger@example.org", false);
  tell(reader, 1, kToday - 5h);
  tell(reader, 2, kToday - std::chrono::days(15));
  tell(stranger, 1, kToday - 5h);
  ASSERT_TRUE(mark_notice_read(connection_, reader, {1}, kToday));
  EXPECT_THAT(mailed(kToday), IsEmpty());
}

TEST_P(NoticesTest, WhatCouldNotBeCarriedIsDueAgainAfterAWhileInTheSameRhythm) {
  const auto maria = add_account("maria@example.org");
  ASSERT_TRUE(set_mail_rhythm(connection_, maria, MailRhythm::each));
  tell(maria, 1, kToday - 5h);
  EXPECT_THAT(mailed(kToday), ElementsAre(1));
  ASSERT_TRUE(give_notices_back(connection_, maria, kToday));
  EXPECT_THAT(mailed(kToday + 30min), IsEmpty());
  EXPECT_THAT(mailed(kToday + 61min), ElementsAre(1));
  EXPECT_EQ(mail_rhythm(connection_, maria).value(), MailRhythm::each);
}

TEST_P(NoticesTest, AJobIsOfOneHolderUntilTheLeaseIsGivenBackOrEnds) {
  const auto take = [&](const char* holder, Timestamp now) {
    return take_job_lease(connection_, "notices", holder, now, now + 2min).value();
  };
  EXPECT_TRUE(take("one", kToday));
  EXPECT_FALSE(take("two", kToday + 1min));
  EXPECT_TRUE(take("one", kToday + 1min)) << "renewed";
  EXPECT_FALSE(take("two", kToday + 2min));
  EXPECT_TRUE(take("two", kToday + 3min)) << "one was killed";
  EXPECT_FALSE(take("one", kToday + 3min));
  ASSERT_TRUE(give_job_lease_back(connection_, "notices", "one"));
  EXPECT_FALSE(take("one", kToday + 3min)) << "only its holder gives it back";
  ASSERT_TRUE(give_job_lease_back(connection_, "notices", "two"));
  EXPECT_TRUE(take("one", kToday + 3min));
}

TEST_P(NoticesTest, AnErasedAccountLeavesNothingToTell) {
  const auto maria = add_account("maria@example.org");
  tell(maria, 1, kToday);
  ASSERT_TRUE(set_mail_rhythm(connection_, maria, MailRhythm::each));
  ASSERT_TRUE(set_muted_mails(connection_, maria, {NoticeGroup::roles}));
  ASSERT_TRUE(set_feed_secret(connection_, maria, {std::string(32, 'f')}));
  ASSERT_TRUE(insert_unsubscribe_link(connection_, maria, {std::string(32, 'u')}, kToday));
  ASSERT_TRUE(erase_account(connection_, maria));
  EXPECT_THAT(shown(maria, {}), IsEmpty());
  EXPECT_FALSE(account_of_feed(connection_, {std::string(32, 'f')}).value());
  EXPECT_FALSE(account_of_unsubscribe_link(connection_, {std::string(32, 'u')}).value());
  EXPECT_EQ(mail_rhythm(connection_, maria).value(), MailRhythm::daily);
  EXPECT_TRUE(muted_mails(connection_, maria)->empty());
}

class TellingTest : public sql::DatabaseTest {
 protected:
  PersonId add_person(const std::string& mail, const ecosystem::Grant& held) {
    auto connection = open_database(database_.location()).value();
    auto transaction = sql::Transaction::begin(connection).value();
    const auto person = insert_account(connection, {.mail = mail, .language = "en"}).value();
    EXPECT_TRUE(append_grant(connection, {.account = person, .grant = held, .at = kToday}));
    EXPECT_TRUE(transaction.commit());
    return person;
  }

  std::vector<Notice> told(PersonId person) {
    auto lease = connections_.lend().value();
    return notices_of(*lease, person, {}).value();
  }

  ConnectionPool connections_{database_.location()};
  FixedClock clock_{kToday};
};
TRIBUTARY_ON_BOTH_ENGINES(TellingTest);

TEST_P(TellingTest, AChangeIsToldWhereItIsMadeAndOnlyThere) {
  const auto steward = add_person("a@example.org", {Role::framework_steward, {}});
  const auto ana = add_person("b@example.org", {Role::auditor, {}});
  {
    auto change = RecordedChange::begin(connections_, clock_, {.person = steward}).value();
    ASSERT_TRUE(append_grant(change.connection(),
                             {.account = ana, .grant = {Role::reviewer, {{}, "north"}}}));
  }
  EXPECT_THAT(told(ana), IsEmpty()) << "it was not committed";
  auto change = RecordedChange::begin(connections_, clock_, {.person = steward}).value();
  ASSERT_TRUE(append_grant(change.connection(),
                           {.account = ana, .grant = {Role::reviewer, {{}, "north"}}}));
  const auto subject = "account/" + std::to_string(ana.value);
  ASSERT_TRUE(change.commit("account.grant", subject, "{}"));
  ASSERT_THAT(told(ana), SizeIs(1));
  const auto notice = told(ana).front();
  EXPECT_EQ(notice.kind, NoticeKind::role_given);
  EXPECT_EQ(notice.word, "reviewer");
  EXPECT_EQ(notice.about, "north");
  EXPECT_THAT(told(steward), IsEmpty()) << "who does it is not told";
}

}  // namespace
}  // namespace tributary::store
