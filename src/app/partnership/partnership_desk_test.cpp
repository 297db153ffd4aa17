// What claims, offers and conversations do as days pass.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "app/partnership/claim_desk.h"
#include "app/partnership/offer_desk.h"
#include "app/partnership/relay_desk.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using std::chrono::days;
using std::chrono::hours;
using testing::Contains;
using testing::Not;

class PassingClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    return std::chrono::sys_days(days(20'000)) + passed_;
  }
  void pass(std::chrono::seconds time) { passed_ += time; }

 private:
  std::chrono::seconds passed_{0};
};

/// Keeps the last mail.
class LastMail {
 public:
  class Carrier final : public MailCarrier {
   public:
    explicit Carrier(LastMail& last) : last_(last) {}
    Result<> carry(const Mail& mail) override {
      const std::scoped_lock lock(last_.mutex_);
      ++last_.count_;
      last_.mail_ = mail;
      last_.changed_.notify_all();
      return {};
    }

   private:
    LastMail& last_;
  };

  /// Waits for the mail of this number, from 1.
  Mail mail(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return count_ >= number; });
    return mail_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t count_ = 0;
  Mail mail_;
};

class PartnershipDeskTest : public sql::DatabaseTest {
 protected:
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    school_ = organisation("School of Lathes", "https://www.lathes.example/en");
    asker_ = person("asker@example.org", {});
    ana_ = person("ana@lathes.example", {representative()});
    ASSERT_TRUE(relay_.take_messages(ana_, school_, true));
  }

  store::OrganisationId organisation(const std::string& name, const std::string& website) {
    auto store = store::CatalogueStore::open(database_.location()).value();
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    catalogue::ImportRecord record{.project = {.source = "cordis", .key = name, .title = name},
                                   .files = catalogue::speaking_files({"project.csv"})};
    record.project.participations.emplace();
    auto& named = record.project.participations->emplace_back().organisation;
    named.name = name;
    named.country = "RO";
    named.website = website;
    EXPECT_TRUE(store.apply(run, store::prepare(std::vector{record}), {}, clock_.now()));
    EXPECT_TRUE(store.finish_run(run, {}, clock_.now()));
    return store.project("cordis-" + name)->participations.front().organisation;
  }

  [[nodiscard]] eco::Grant representative() const {
    return {eco::Role::organisation_representative,
            {eco::ScopeKind::organisation, std::to_string(school_.value)}};
  }

  /// With an account whose address is confirmed, and these roles.
  eco::Actor person(const std::string& mail, const std::vector<eco::Grant>& grants) {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    const auto id = store::insert_account(change.connection(), {.id = {},
                                                                .mail = mail,
                                                                .name = "Ana",
                                                                .password_hash = {},
                                                                .language = "en",
                                                                .created_at = clock_.now(),
                                                                .verified_at = clock_.now()})
                        .value();
    for (const auto& grant : grants) {
      EXPECT_TRUE(store::append_grant(
          change.connection(),
          {.account = id, .grant = grant, .is_given = true, .by = {}, .at = clock_.now()}));
    }
    EXPECT_TRUE(change.commit("account.test", "account/" + std::to_string(id.value), "{}"));
    return {.person = id, .grants = grants};
  }

  Result<eco::ThreadId> write() {
    return relay_.begin(
        asker_, {.organisation = school_, .subject = "Robots", .text = "Would you take part?"});
  }
  PassingClock clock_;
  store::ConnectionPool connections_{database_.location()};
  LastMail mails_;
  MailQueue queue_{std::make_unique<LastMail::Carrier>(mails_)};
  ClaimDesk claims_{connections_, clock_, queue_, "https://tributary.example.org"};
  OfferDesk offers_{connections_, clock_};
  RelayDesk relay_{connections_, clock_, queue_, "https://tributary.example.org"};
  store::OrganisationId school_;
  eco::Actor asker_, ana_;
  const eco::Actor curator_{.person = {900}, .grants = {{eco::Role::data_curator, {}}}};
};

TEST_P(PartnershipDeskTest, WhoWasDeclinedAsksAgainAfterNinetyDays) {
  const auto thread = write().value();
  ASSERT_TRUE(relay_.move(ana_, thread, eco::ThreadAct::decline, "Not this year."));
  clock_.pass(eco::kDeclinedRest - hours(1));
  EXPECT_EQ(write().error().code, ErrorCode::conflict);
  clock_.pass(hours(2));
  EXPECT_TRUE(write());
}

TEST_P(PartnershipDeskTest, WhoWasReportedRightlyWritesAgainAfterHalfAYear) {
  const auto thread = write().value();
  ASSERT_TRUE(relay_.move(ana_, thread, eco::ThreadAct::report, "An advertisement."));
  ASSERT_TRUE(relay_.move(curator_, thread, eco::ThreadAct::uphold, "It is one."));
  clock_.pass(eco::kReportedRest - hours(1));
  EXPECT_EQ(write().error().code, ErrorCode::not_permitted);
  clock_.pass(hours(2));
  EXPECT_TRUE(write());
}

TEST_P(PartnershipDeskTest, AnAnswerBehindFourteenDaysIsNoneOfTheRate) {
  for (int asked = 0; asked < 3; ++asked) {
    asker_ = person("asker" + std::to_string(asked) + "@example.org", {});
    const auto thread = write().value();
    if (asked == 0) {
      ASSERT_TRUE(relay_.answer(ana_, thread, "Gladly."));
    }
    if (asked == 2) {
      clock_.pass(eco::kAnswerWithin + hours(1));
      ASSERT_TRUE(relay_.answer(ana_, thread, "Late, sorry."));
    }
  }
  const auto rate = relay_.contact({}, school_)->rate;
  EXPECT_EQ(rate.asked, 3U);
  EXPECT_EQ(rate.answered, 1U);
}

TEST_P(PartnershipDeskTest, TextsGoAYearAfterTheLastEventButNotWhatAModeratorHasToRead) {
  const auto quiet = write().value();
  ASSERT_TRUE(relay_.answer(ana_, quiet, "Gladly."));
  asker_ = person("reported@example.org", {});
  const auto reported = write().value();
  ASSERT_TRUE(relay_.move(ana_, reported, eco::ThreadAct::report, "An advertisement."));
  clock_.pass(eco::kMessagesStay + days(1));
  {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    ASSERT_TRUE(
        store::remove_messages_before(change.connection(), clock_.now() - eco::kMessagesStay));
    ASSERT_TRUE(change.commit("relay.clean", "relay", "{}"));
  }
  EXPECT_EQ(relay_.view(ana_, quiet)->messages.front().message.text, "");
  EXPECT_EQ(relay_.view(curator_, reported)->messages.front().message.text, "Would you take part?");
}

TEST_P(PartnershipDeskTest, TheLinkOfAClaimEndsAfterADayAndLimitsBeginAnew) {
  const auto bela = person("bela@lathes.example", {});
  const AskForClaim claim{.organisation = school_, .method = eco::ClaimMethod::mail};
  const auto secret_of = [](const Mail& mail) {
    const auto begin = mail.text.find("/confirm-claim#") + std::string("/confirm-claim#").size();
    return mail.text.substr(begin, mail.text.find('\n', begin) - begin);
  };
  ASSERT_TRUE(claims_.ask(bela, claim));
  const auto late = secret_of(mails_.mail(1));
  clock_.pass(hours(25));
  EXPECT_EQ(claims_.confirm(bela, late).error().code, ErrorCode::unmet);
  for (int asked = 0; asked < 3; ++asked) ASSERT_TRUE(claims_.ask(bela, claim)) << asked;
  const auto secret = secret_of(mails_.mail(4));
  const auto confirmed = claims_.confirm(bela, secret);
  ASSERT_TRUE(confirmed) << confirmed.error().text();
  EXPECT_EQ(*confirmed, school_);
  EXPECT_EQ(relay_.contact({}, school_)->last_verified, clock_.now());
}

TEST_P(PartnershipDeskTest, AnOfferIsRenewedNearItsEndAndAgainNextYear) {
  const auto id = offers_
                      .write(ana_, {.organisation = school_,
                                    .content = {.kind = eco::OfferKind::offer,
                                                .topic = "Robots that weld",
                                                .text = "We would take part."}})
                      .value();
  const auto act = [&](const eco::Actor& actor, eco::OfferAct what,
                       std::vector<eco::CheckedItem> checklist = {}) {
    const auto seen = offers_.view(actor, id)->card.offer.revision;
    return offers_.move(actor,
                        {.id = id, .seen = seen, .act = what, .checklist = std::move(checklist)});
  };
  std::vector<eco::CheckedItem> met;
  for (std::size_t item = 0; item < eco::kOfferChecks; ++item) {
    met.push_back({.check = static_cast<eco::OfferCheck>(item), .is_met = true});
  }
  ASSERT_TRUE(act(ana_, eco::OfferAct::submit));
  ASSERT_TRUE(act(curator_, eco::OfferAct::publish, met));
  clock_.pass(days(59));
  EXPECT_THAT(offers_.view(ana_, id)->acts, Not(Contains(eco::OfferAct::renew)));
  EXPECT_EQ(act(ana_, eco::OfferAct::renew).error().code, ErrorCode::conflict);
  clock_.pass(days(1));
  EXPECT_THAT(offers_.view(ana_, id)->acts, Contains(eco::OfferAct::renew));
  for (std::int64_t renewed = 0; renewed < eco::kMostRenewals; ++renewed) {
    ASSERT_TRUE(act(ana_, eco::OfferAct::renew)) << renewed;
    clock_.pass(days(60));
  }
  EXPECT_EQ(act(ana_, eco::OfferAct::renew).error().code, ErrorCode::conflict);
  clock_.pass(days(10));
  EXPECT_TRUE(act(ana_, eco::OfferAct::renew)) << "the first renewal lies more than a year back";
}

TRIBUTARY_ON_BOTH_ENGINES(PartnershipDeskTest);

}  // namespace
}  // namespace tributary::app
