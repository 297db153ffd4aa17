// Who is told what becomes of an innovation, of a version and of a case of theirs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "app/mail/mail_queue.h"
#include "app/notices/notice_mailer.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/notices/notices.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

using ecosystem::NoticeKind;
using ecosystem::PipelineAct;
using testing::ElementsAre;
using testing::IsEmpty;

class NoMail final : public MailCarrier {
 public:
  Result<> carry(const Mail&) override { return {}; }
};

/// Those of InnovationPeople have accounts here, and some others.
class ToldPeopleTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  ToldPeopleTest() : InnovationPeople(database_.location()) {}

  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    begin();
    for (const auto* actor :
         {&steward_, &anna_, &bela_, &chair_, &reviewers_[0], &reviewers_[1], &reviewers_[2],
          &nobody_, &other_chair_, &portugal_, &romania_, &other_of_portugal_}) {
      add_account(*actor);
    }
  }

  void add_account(const Actor& actor) {
    auto change = store::RecordedChange::begin(connections_, clock_, {}).value();
    ASSERT_EQ(store::insert_account(change.connection(), {.language = "en"}).value(), actor.person);
    for (const auto& held : actor.grants) {
      ASSERT_TRUE(store::append_grant(change.connection(),
                                      {.account = actor.person, .grant = held, .at = change.at()}));
    }
    ASSERT_TRUE(change.commit("account.create", "account/1", "{}"));
  }

  std::vector<store::Notice> notices(const Actor& actor) {
    auto lease = connections_.lend().value();
    return store::notices_of(*lease, actor.person, {}).value();
  }

  /// The oldest first.
  std::vector<NoticeKind> told(const Actor& actor) {
    std::vector<NoticeKind> kinds;
    for (const auto& notice : notices(actor)) kinds.insert(kinds.begin(), notice.kind);
    return kinds;
  }

  const Actor nobody_ = actor(8);
  const Actor other_chair_ = actor(9, {{Role::panel_chair, {ScopeKind::panel, "south"}}});
  const Actor portugal_ = representative_of("PT");
  const Actor romania_ =
      actor(11, {{Role::member_state_representative, {ScopeKind::member_state, "RO"}}});
  const Actor other_of_portugal_ =
      actor(12, {{Role::member_state_representative, {ScopeKind::member_state, "PT"}}});
};
TRIBUTARY_ON_BOTH_ENGINES(ToldPeopleTest);

TEST_P(ToldPeopleTest, OnTheWayThroughAGateEachIsToldTheirPartAndNotWhatTheyDidThemselves) {
  const auto id = propose();
  ASSERT_OK(desk_.support(bela_, id));
  prepare_for_testing(id);
  EXPECT_THAT(told(chair_), ElementsAre(NoticeKind::innovation_proposed));
  assess(id, {3, 3, 3, 3}, 2);
  ASSERT_OK(decide(id, PipelineAct::proceed));

  EXPECT_THAT(told(anna_), ElementsAre(NoticeKind::innovation_decided));
  EXPECT_EQ(notices(anna_).front().about, "Mentors from small firms");
  EXPECT_EQ(notices(anna_).front().word, "proceed");
  EXPECT_THAT(told(bela_), ElementsAre(NoticeKind::innovation_decided));
  EXPECT_THAT(told(chair_), ElementsAre(NoticeKind::innovation_proposed, NoticeKind::gate_ready));
  EXPECT_THAT(told(other_chair_), ElementsAre(NoticeKind::innovation_proposed));
  EXPECT_THAT(told(reviewers_[2]),
              ElementsAre(NoticeKind::assessment_asked, NoticeKind::assessment_asked));
  EXPECT_THAT(told(nobody_), IsEmpty());
}

TEST_P(ToldPeopleTest, ARecommendationIsToldToAllStatesAndItsTakingUpToTheOneThatDid) {
  const auto id = recommended();
  EXPECT_THAT(told(romania_), ElementsAre(NoticeKind::authority_asked));
  ASSERT_OK(take_up(id, "PT"));
  EXPECT_THAT(told(romania_), ElementsAre(NoticeKind::authority_asked));
  EXPECT_THAT(told(portugal_), ElementsAre(NoticeKind::authority_asked)) << "did it";
  EXPECT_THAT(told(other_of_portugal_),
              ElementsAre(NoticeKind::authority_asked, NoticeKind::taken_up));
}

TEST_P(ToldPeopleTest, ATeamIsRemindedOnceOfAConditionThatComesDue) {
  const auto id = recommended();
  assess(id, {3, 3, 3, 3}, 3);
  ASSERT_OK(decide(
      id, PipelineAct::recommend_with_conditions,
      {.conditions = {{"A guide", clock_.today_plus(14)}, {"A report", clock_.today_plus(15)}}}));
  MailQueue queue(std::make_unique<NoMail>());
  NoticeMailer mailer(connections_, clock_, queue, "https://tributary.example.org");
  EXPECT_EQ(mailer.run()->reminders, 1U) << "the other one has a day more";
  EXPECT_EQ(mailer.run()->reminders, 0U);
  EXPECT_EQ(notices(anna_).front().kind, NoticeKind::condition_due);
  EXPECT_EQ(notices(anna_).front().word, clock_.today_plus(14).iso());
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(ToldPeopleTest, NobodyIsRemindedOfAConditionThatIsMet) {
  const auto id = recommended();
  assess(id, {3, 3, 3, 3}, 3);
  ASSERT_OK(decide(id, PipelineAct::recommend_with_conditions,
                   {.conditions = {{"A guide", clock_.today_plus(14)}}}));
  const auto decision = desk_.view(visitor_, id).value().file.moves.back().from_revision;
  ASSERT_OK(desk_.confirm_condition(
      chair_,
      {.id = id, .seen = revision(id), .condition = {decision, 0}, .shown_by = "It is out."}));
  MailQueue queue(std::make_unique<NoMail>());
  NoticeMailer mailer(connections_, clock_, queue, "https://tributary.example.org");
  EXPECT_EQ(mailer.run()->reminders, 0U);
}

TEST_P(ToldPeopleTest, WhoAsksToJoinIsToldToTheTeamAndWhoIsLetInIsTold) {
  const auto id = propose();
  ASSERT_OK(desk_.join(bela_, {.id = id, .role = Role::innovator, .organisation = {}}));
  EXPECT_THAT(told(anna_), ElementsAre(NoticeKind::team_asked));
  ASSERT_OK(desk_.let_in(anna_, id, bela_.person, Role::innovator));
  EXPECT_THAT(told(bela_), ElementsAre(NoticeKind::team_joined));
}

TEST_P(ToldPeopleTest, AnAmendmentIsToldToStewardsAndItsOutcomeToWhoWroteIt) {
  auto view = framework_.view({0, 1, 0}).value();
  ASSERT_OK(framework_.move(steward_, MoveVersion{.number = {0, 1, 0},
                                                  .seen = view.version.summary.revision,
                                                  .act = ecosystem::VersionAct::consult}));
  EXPECT_THAT(told(romania_), ElementsAre(NoticeKind::consultation_opened));
  const auto id = framework_
                      .propose(bela_, {.number = {0, 1, 0},
                                       .item = {"E1"},
                                       .before = "one",
                                       .after = "two",
                                       .reason = "It is clearer."})
                      .value();
  EXPECT_THAT(told(steward_), ElementsAre(NoticeKind::amendment_proposed));
  view = framework_.view({0, 1, 0}).value();
  ASSERT_OK(framework_.move(steward_, MoveAmendment{.id = id,
                                                    .seen = view.amendments.front().revision,
                                                    .act = ecosystem::AmendmentAct::debate}));
  ASSERT_THAT(told(bela_), ElementsAre(NoticeKind::amendment_decided));
  EXPECT_EQ(notices(bela_).front().about, "0.1.0");
}

}  // namespace
}  // namespace tributary::app
