#include "app/ecosystem/panel/panel_desk.h"

#include <gmock/gmock.h>

#include "app/ecosystem/innovation_test_people.h"
#include "app/ecosystem/panel/rubric_desk.h"
#include "ecosystem/panel/starter_rubric.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using testing::HasSubstr;

/// Three reviewers of the panel "north" are assigned to an innovation before its first gate.
class PanelDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  PanelDeskTest() : InnovationPeople(database_.location()) {}

  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    begin();
    for (const auto& reviewer : reviewers_) hold_grants(reviewer);
  }

  PanelDesk panels_{connections_, clock_};
  RubricDesk rubrics_{connections_, clock_};

  /// Assigning asks the database what a person holds. Accounts are numbered as they come.
  void hold_grants(const Actor& actor) {
    auto lease = connections_.lend().value();
    auto transaction = sql::Transaction::begin(*lease).value();
    for (ecosystem::PersonId made; made != actor.person;) {
      const auto account = store::insert_account(
          *lease, {.name = "Somebody", .language = "en", .created_at = clock_.now()});
      ASSERT_OK(account);
      made = *account;
    }
    for (const auto& grant : actor.grants) {
      ASSERT_OK(store::append_grant(
          *lease, {.account = actor.person, .grant = grant, .by = {1}, .at = clock_.now()}));
    }
    ASSERT_OK(transaction.commit());
  }

  Id in_panel() {
    const auto id = propose();
    prepare_for_testing(id);
    for (const auto& reviewer : reviewers_) {
      EXPECT_OK(
          panels_.assign(chair_, {.id = id, .seen = revision(id), .reviewer = reviewer.person}));
      EXPECT_OK(panels_.declare(reviewer, {.id = id, .seen = revision(id), .text = "None."}));
    }
    return id;
  }

  Result<> score(const Actor& reviewer, Id id, const std::vector<std::optional<int>>& scores) {
    SaveScores save{.id = id};
    for (const auto& score : scores) save.lines.push_back({.is_answered = true, .score = score});
    const auto draft = TRY(panels_.save(reviewer, save));
    return panels_.submit(reviewer, {.id = id, .seen = revision(id), .draft = draft});
  }

  Result<> calibrate(Id id) {
    return panels_.open_calibration(
        chair_, {.id = id, .seen = revision(id), .reasons = "They read ethics in two ways."});
  }
};

TEST_P(PanelDeskTest, ScoresAreUnseenUntilOnesOwnAreSubmitted) {
  const auto id = in_panel();
  ASSERT_OK(score(reviewers_[0], id, {3, 4, std::nullopt, 2}));
  const auto early = panels_.round(reviewers_[1], id, 1);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, ErrorCode::not_permitted);
  EXPECT_THAT(early.error().message, HasSubstr("until you have submitted your own"));
  EXPECT_FALSE(panels_.round(visitor_, id, 1));
  ASSERT_OK(score(reviewers_[1], id, {3, 3, 3, 3}));
  const auto seen = panels_.round(reviewers_[1], id, 1).value();
  ASSERT_EQ(seen.scorings.front().sheets.size(), 2U);
  EXPECT_EQ(seen.scorings.front().sheets.front().assessment.scores[2], std::nullopt);
  EXPECT_EQ(score(reviewers_[1], id, {4, 4, 4, 4}).error().code, ErrorCode::conflict);
}

TEST_P(PanelDeskTest, ACalibrationKeepsBothScoringsAndTheGateReadsTheLast) {
  const auto id = in_panel();
  ASSERT_OK(score(reviewers_[0], id, {0, 4, 4, 4}));
  ASSERT_OK(score(reviewers_[1], id, {4, 0, 0, 0}));
  EXPECT_EQ(calibrate(id).error().code, ErrorCode::unmet) << "the third has not scored";
  ASSERT_OK(score(reviewers_[2], id, {0, 4, 0, 4}));
  ASSERT_OK(calibrate(id));
  EXPECT_EQ(decide(id, eco::PipelineAct::proceed).error().code, ErrorCode::unmet);
  for (const auto& reviewer : reviewers_) ASSERT_OK(score(reviewer, id, {3, 3, 3, 2}));
  const auto view = panels_.round(chair_, id, 1).value();
  ASSERT_EQ(view.scorings.size(), 2U);
  EXPECT_EQ(view.scorings[0].sheets[1].assessment.scores[0], 4);
  EXPECT_EQ(view.scorings[1].sheets[1].assessment.scores[0], 3);
  EXPECT_LT(*view.scorings[0].agreement.alpha.value, 0);
  EXPECT_DOUBLE_EQ(*view.scorings[1].agreement.alpha.value, 1);
  EXPECT_TRUE(view.gate->is_open);
  ASSERT_OK(decide(id, eco::PipelineAct::proceed));
  EXPECT_EQ(panels_.round(visitor_, id, 1)->scorings.size(), 2U);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(PanelDeskTest, WhoIsReleasedInACalibrationIsNotWaitedFor) {
  const auto id = in_panel();
  for (const auto& reviewer : reviewers_) ASSERT_OK(score(reviewer, id, {3, 3, 3, 3}));
  ASSERT_OK(calibrate(id));
  ASSERT_OK(score(reviewers_[0], id, {3, 3, 3, 3}));
  ASSERT_OK(score(reviewers_[1], id, {3, 3, 3, 3}));
  EXPECT_FALSE(decide(id, eco::PipelineAct::proceed));
  ASSERT_OK(panels_.release(
      chair_,
      {.id = id, .seen = revision(id), .reviewer = reviewers_[2].person, .reasons = "Is ill."}));
  EXPECT_EQ(panels_.view(chair_, id)->progress.needed, 2);
  EXPECT_FALSE(score(reviewers_[2], id, {0, 0, 0, 0})) << "is released";
  EXPECT_OK(decide(id, eco::PipelineAct::proceed));
}

TEST_P(PanelDeskTest, AnInterestThatIsFoundLaterTakesTheScoresOut) {
  const auto id = in_panel();
  for (const auto& reviewer : reviewers_) ASSERT_OK(score(reviewer, id, {3, 3, 3, 3}));
  EXPECT_EQ(panels_.round(chair_, id, 1)->scorings[0].agreement.reviewers, 3U);
  ASSERT_OK(panels_.declare(
      reviewers_[0],
      {.id = id, .seen = revision(id), .has_interest = true, .text = "I was hired there."}));
  EXPECT_EQ(panels_.round(chair_, id, 1)->scorings[0].agreement.reviewers, 2U);
  EXPECT_EQ(desk_.view(chair_, id)->assessments, 2U);
  EXPECT_FALSE(panels_.round(reviewers_[0], id, 1)) << "has an interest";
}

TEST_P(PanelDeskTest, TheSeedIsKeptWithTheScoresAndTheFiguresWithTheDecision) {
  const auto id = in_panel();
  EXPECT_FALSE(panels_.round(chair_, id, 1)->scorings[0].agreement.drawn_by) << "nobody has scored";
  ASSERT_OK(score(reviewers_[0], id, {0, 4, 2, 3}));
  const auto seed = panels_.round(chair_, id, 1)->scorings[0].agreement.drawn_by->seed;
  ASSERT_OK(score(reviewers_[1], id, {1, 4, 0, 3}));
  ASSERT_OK(score(reviewers_[2], id, {1, 3, 2, 2}));
  ASSERT_OK(calibrate(id));
  for (const auto& reviewer : reviewers_) ASSERT_OK(score(reviewer, id, {3, 4, 3, 2}));
  const auto before = panels_.round(chair_, id, 1).value();
  EXPECT_EQ(before.scorings[0].agreement.drawn_by->seed, seed) << "kept from the first scores on";
  EXPECT_TRUE(panels_.reproduce(id)->empty()) << "not decided yet";
  ASSERT_OK(decide(id, eco::PipelineAct::proceed));
  const auto again = panels_.reproduce({}).value();
  ASSERT_EQ(again.size(), 2U);
  for (std::size_t at = 0; at < again.size(); ++at) {
    EXPECT_EQ(again[at].kept.figures, again[at].figures_now);
    EXPECT_EQ(again[at].figures_now, figures_text(before.scorings[at].agreement));
    EXPECT_EQ(again[at].kept.reviewers.size(), 3U);
  }
  EXPECT_EQ(again[0].kept.seed, seed);
  EXPECT_EQ(panels_.reproduce(Id{999}).error().code, ErrorCode::not_found);
}

TEST_P(PanelDeskTest, WhoHasAnInterestIsNotAmongThoseWhoseFiguresAreKept) {
  const auto id = in_panel();
  for (const auto& reviewer : reviewers_) ASSERT_OK(score(reviewer, id, {3, 3, 2, 3}));
  ASSERT_OK(panels_.declare(
      reviewers_[0],
      {.id = id, .seen = revision(id), .has_interest = true, .text = "I was hired there."}));
  ASSERT_OK(decide(id, eco::PipelineAct::proceed));
  const auto again = panels_.reproduce(id).value();
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].kept.reviewers.size(), 2U);
  EXPECT_EQ(again[0].kept.figures, again[0].figures_now);
  EXPECT_EQ(panels_.round(visitor_, id, 1)->scorings[0].agreement.reviewers, 2U);
}

TEST_P(PanelDeskTest, WhyNobodyMayBeAssignedIsTold) {
  const auto id = in_panel();
  hold_grants(
      {.person = {8},
       .grants = {{eco::Role::reviewer, {eco::ScopeKind::panel, "north"}},
                  {eco::Role::organisation_representative, {eco::ScopeKind::organisation, "31"}}}});
  const auto candidates = panels_.view(chair_, id)->candidates;
  ASSERT_EQ(candidates.size(), 1U);
  ASSERT_TRUE(candidates[0].why_not);
  ASSERT_TRUE(candidates[0].why_not->refusal);
  EXPECT_EQ(candidates[0].why_not->refusal->code, "not_independent");
}

TEST_P(PanelDeskTest, APublishedRubricIsWhatItsGateAsksFromThenOn) {
  const auto before = propose("Older");
  auto rubric = eco::starter_rubric(eco::Stage::identified);
  rubric.required_assessments = 1;
  const auto id = rubrics_.draft(steward_, rubric).value();
  EXPECT_EQ(rubrics_.draft(chair_, rubric).error().code, ErrorCode::not_permitted);
  ASSERT_OK(rubrics_.publish(steward_, id, {1}));
  EXPECT_EQ(rubrics_.edit(steward_, {.id = id, .seen = {2}, .rubric = rubric}).error().code,
            ErrorCode::conflict);
  const auto after = propose("Younger");
  EXPECT_FALSE(panels_.view(visitor_, before)->rubric) << "keeps the rule that it came under";
  EXPECT_EQ(panels_.view(visitor_, after)->rubric->rubric, rubric);
}

TRIBUTARY_ON_BOTH_ENGINES(PanelDeskTest);

}  // namespace
}  // namespace tributary::app
