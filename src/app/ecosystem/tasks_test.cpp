#include "app/ecosystem/tasks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/demonstration/demonstration.h"
#include "app/demonstration/ecosystem/demonstration_ecosystem.h"
#include "app/ecosystem/ecosystem.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// In the demonstration, whose people have something of each kind to do.
class TasksTest : public sql::DatabaseTest {
 protected:
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    auto catalogue = store::CatalogueStore::open(data_.database()).value();
    ASSERT_TRUE(fill_demonstration(catalogue, clock_));
    auto filled = fill_demonstration_ecosystem(data_, clock_);
    ASSERT_TRUE(filled) << filled.error().text();
    members_ = std::move(filled->members);
    ecosystem_ = Ecosystem::open(data_, clock_).value();
  }

  eco::Actor actor(const std::string& key) {
    const auto member = std::ranges::find(members_, key, &demonstration::CastMember::key);
    auto connection = sql::Connection::open(data_.database()).value();
    eco::Actor actor{.person = store::find_account(connection, member->mail()).value()->id,
                     .grants = member->grants};
    actor.grants.push_back({eco::Role::member, {}});
    return actor;
  }

  std::vector<Task> tasks_of_member(const std::string& key) {
    return ecosystem_->tasks(actor(key)).value();
  }

  /// "kind: about", in their order.
  std::vector<std::string> lines(const std::string& key) {
    std::vector<std::string> lines;
    for (const auto& task : tasks_of_member(key)) {
      lines.push_back(std::string(name_of(task.kind)) + ": " + task.about);
    }
    return lines;
  }

  Task only_task(const std::string& key, TaskKind kind) {
    const auto tasks = tasks_of_member(key);
    EXPECT_EQ(std::ranges::count(tasks, kind, &Task::kind), 1) << name_of(kind);
    const auto found = std::ranges::find(tasks, kind, &Task::kind);
    return found == tasks.end() ? Task{} : *found;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  FixedClock clock_{Date(20'700)};
  DataDirectory data_{.root = folder_.path(), .elsewhere = database_.location()};
  std::vector<demonstration::CastMember> members_;
  std::unique_ptr<Ecosystem> ecosystem_;
};

TEST_P(TasksTest, NothingWaitsForVisitorsAndThoseWithoutAPart) {
  EXPECT_THAT(ecosystem_->tasks({}).value(), IsEmpty());
  EXPECT_THAT(lines("member"), IsEmpty());
  EXPECT_THAT(lines("auditor"), IsEmpty());
  EXPECT_THAT(lines("administrator"), IsEmpty());
}

TEST_P(TasksTest, AStewardSettlesAmendmentsTheLongestWaitingFirst) {
  EXPECT_THAT(lines("steward"),
              ElementsAre("settle_amendment: 0.2.0 E10", "settle_amendment: 0.2.0 P4"));
  const auto tasks = tasks_of_member("steward");
  EXPECT_THAT(tasks[0].acts, ElementsAre("debate", "merge"));
  EXPECT_THAT(tasks[1].acts, ElementsAre("accept", "reject", "merge"));
}

TEST_P(TasksTest, AVersionWhoseAmendmentsAreSettledWaitsForItsSteward) {
  auto& desk = ecosystem_->framework();
  const auto steward = actor("steward");
  const auto version = desk.view({0, 2, 0}).value();
  for (const auto& amendment : version.amendments) {
    using enum eco::AmendmentAct;
    auto seen = amendment.revision;
    if (amendment.state == eco::AmendmentState::open) {
      ASSERT_TRUE(desk.move(steward, MoveAmendment{amendment.id, seen, debate, "", {}}));
      ++seen.value;
    }
    ASSERT_TRUE(desk.move(steward, MoveAmendment{amendment.id, seen, reject, "Not now.", {}}));
  }
  EXPECT_THAT(lines("steward"), ElementsAre("move_version: 0.2.0"));
  EXPECT_THAT(only_task("steward", TaskKind::move_version).acts, ElementsAre("propose"));
}

TEST_P(TasksTest, ARepresentativeIsAskedUntilThePositionIsTaken) {
  const auto romania = actor("representative-ro");
  const auto is_asked = [&] {
    return std::ranges::count(tasks_of_member("representative-ro"), TaskKind::take_position,
                              &Task::kind);
  };
  EXPECT_EQ(is_asked(), 1);
  ASSERT_TRUE(ecosystem_->framework().take_position(
      romania,
      {.number = {0, 2, 0}, .state = {"RO"}, .kind = eco::PositionKind::agree, .text = {}}));
  EXPECT_EQ(is_asked(), 0);
}

TEST_P(TasksTest, AStateSeesWhatItsApplicationLacks) {
  const auto task = only_task("agency-cy", TaskKind::explain_items);
  EXPECT_EQ(task.about, "CY");
  EXPECT_EQ(task.page, "/applications/CY/0.1.0");
  EXPECT_THAT(task.missing, ElementsAre("E5", "E7", "E8", "P4", "P9"));
  EXPECT_THAT(lines("agency-ie"), IsEmpty()) << "another state's application is not their concern";
}

TEST_P(TasksTest, TheNextStageOfAnApplicationIsForItsRepresentative) {
  const auto task = only_task("representative-ie", TaskKind::move_application);
  EXPECT_EQ(task.about, "IE");
  EXPECT_THAT(task.acts, ElementsAre("complete"));
  const auto romania = tasks_of_member("representative-ro");
  EXPECT_THAT(std::ranges::find(romania, TaskKind::move_application, &Task::kind)->acts,
              ElementsAre("approve"));
}

TEST_P(TasksTest, ATeamSeesWhatTheGateStillAsksOfIt) {
  const auto task = only_task("innovator-mcrsdp", TaskKind::prepare_innovation);
  EXPECT_THAT(task.missing, ElementsAre("complete_product", "frozen_evidence"));
}

TEST_P(TasksTest, AReviewerIsAskedOnceAndTheChairWhenAllHaveAnswered) {
  const std::string repair = "assess: A repair café as graded coursework";
  EXPECT_THAT(lines("reviewer-1"), IsEmpty());
  EXPECT_THAT(lines("reviewer-2"), ElementsAre(repair));
  EXPECT_THAT(lines("reviewer-3"), ElementsAre(repair));
  const auto decision = only_task("chair", TaskKind::decide_gate);
  EXPECT_EQ(decision.about, "Roofers learn solar mounting in paid afternoons");
  EXPECT_THAT(decision.acts, UnorderedElementsAre("proceed", "repeat", "adapt", "stop"));
}

TEST_P(TasksTest, AnOverrideWaitsForASecondPersonAndNotForTheFirst) {
  const auto task = only_task("agency-ro", TaskKind::confirm_override);
  EXPECT_EQ(task.about, "An apprentice's logbook in three home languages");
  EXPECT_THAT(task.acts, ElementsAre("proceed"));
  const auto chair = tasks_of_member("chair");
  EXPECT_EQ(std::ranges::count(chair, TaskKind::confirm_override, &Task::kind), 0);
}

TEST_P(TasksTest, WhatAnAuthorityHasTakenUpWaitsForItsState) {
  EXPECT_EQ(only_task("representative-ro", TaskKind::decide_mainstreaming).about,
            "Welding practice that comes by bus");
}

TEST_P(TasksTest, WhatIsRecommendedMayBeTakenUpButNotByTheStateThatDeclinedIt) {
  EXPECT_EQ(only_task("representative-fi", TaskKind::take_up).about,
            "Learning diaries that are spoken, not written");
  const auto cyprus = tasks_of_member("representative-cy");
  EXPECT_EQ(std::ranges::count(cyprus, TaskKind::take_up, &Task::kind), 0);
}

TEST_P(TasksTest, ATeamSeesWhatItsCaseLacksAndTheAuthorityWhatLiesBeforeIt) {
  const auto repair = only_task("innovator-innoventum", TaskKind::prepare_case);
  EXPECT_EQ(repair.about, "A repair café as graded coursework");
  EXPECT_THAT(repair.missing,
              UnorderedElementsAre("recommendation", "answered_checklist", "equity_statement"));
  const auto diaries = only_task("representative-fi", TaskKind::decide_case);
  EXPECT_EQ(diaries.about, "Learning diaries that are spoken, not written");
  EXPECT_THAT(diaries.acts, ElementsAre("consider"));
  EXPECT_THAT(only_task("representative-pt", TaskKind::decide_case).acts,
              ElementsAre("approve", "approve_in_part", "decline"));
  EXPECT_THAT(only_task("representative-ro", TaskKind::decide_case).acts, ElementsAre("enact"));
  const auto cyprus = tasks_of_member("representative-cy");
  EXPECT_EQ(std::ranges::count(cyprus, TaskKind::decide_case, &Task::kind), 0)
      << "what was declined waits for nobody";
}

TEST_P(TasksTest, WhatIsInForceComesDueAYearAfterItWasLookedAt) {
  const auto mentors = only_task("representative-ie", TaskKind::review_case);
  EXPECT_EQ(mentors.about, "A pool of mentors for apprentices in very small firms");
  auto& desk = ecosystem_->mainstreaming();
  const auto ireland = actor("representative-ie");
  const auto id = store::CaseId{std::stoll(mentors.page.substr(mentors.page.rfind('/') + 1))};
  for (const auto act : {eco::CaseAct::review, eco::CaseAct::continue_in_force}) {
    const auto seen = desk.view(ireland, id).value().stored.revision;
    ASSERT_TRUE(
        desk.move(ireland, {.id = id, .seen = seen, .act = act, .reasons = "As it should be."}));
  }
  const auto after = tasks_of_member("representative-ie");
  EXPECT_EQ(std::ranges::count(after, TaskKind::review_case, &Task::kind), 0);
}

TRIBUTARY_ON_BOTH_ENGINES(TasksTest);

}  // namespace
}  // namespace tributary::app
