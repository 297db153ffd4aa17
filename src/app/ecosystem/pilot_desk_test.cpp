// Pilots from the draft of a protocol to a report, on both engines, and an analysis that is run
// again.
#include "app/ecosystem/pilot_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using ecosystem::PilotAct;
using ecosystem::PilotState;
using testing::HasSubstr;
using testing::IsEmpty;

class PilotDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  PilotDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  PilotDesk pilots_{connections_, clock_};
  const Actor evaluator_ = actor(20, {{Role::evaluator, {ScopeKind::organisation, "55"}}});
  const Actor own_evaluator_ = actor(21, {{Role::evaluator, {ScopeKind::organisation, "31"}}});

  static ecosystem::PilotProtocol content() {
    return {
        .title = "Do mentors help?",
        .question = "Do apprentices learn more?",
        .design = ecosystem::PilotDesignKind::cluster_randomised,
        .unit = ecosystem::AssignmentUnit::group,
        .treated_arm = "A mentor",
        .control_arm = "As before",
        .outcomes = {{.name = "Score", .instrument = "Test", .timing = "End", .is_primary = true}},
        .planned_treated = 60,
        .planned_control = 60,
        .learners_in_a_group = 3,
        .intraclass_correlation = 0.1,
        .analysis_plan = "g",
        .stopping_rule = "Harm"};
  }

  /// Twelve learners an arm, in four groups.
  static std::string table() {
    std::string text = "learner,arm,group,outcome,before,after\n";
    for (int one = 0; one < 12; ++one) {
      const auto number = std::to_string(one);
      const auto group = std::to_string(one / 3);
      text += "T" + number + ",treated,TG" + group + ",Score,," + std::to_string(5 + one) + "\n";
      text += "C" + number + ",control,CG" + group + ",Score,," + std::to_string(one) + ".5\n";
    }
    return text;
  }

  static constexpr ecosystem::ArmFlow kArm{
      .assigned = 14, .started = 13, .measured = 12, .analysed = 12};

  store::ProtocolId registered(Id innovation) {
    const auto id = pilots_.draft(anna_, innovation, content()).value();
    EXPECT_OK(pilots_.move_protocol(anna_, {.id = id, .seen = {1}}));
    return id;
  }

  store::Revision pilot_revision(store::PilotId id) {
    return pilots_.pilot(visitor_, id).value().stored.revision;
  }

  Result<> act(const Actor& by, store::PilotId id, PilotAct what) {
    return pilots_.move(by,
                        {.id = id, .seen = pilot_revision(id), .act = what, .reasons = kReasons});
  }

  void amend(store::ProtocolId id, const ecosystem::PilotProtocol& changed) {
    clock_.pass(std::chrono::seconds(1));
    EXPECT_OK(pilots_.move_protocol(anna_,
                                    {.id = id,
                                     .seen = pilots_.protocol(visitor_, id).value().stored.revision,
                                     .act = ecosystem::ProtocolAct::amend,
                                     .reasons = kReasons,
                                     .content = changed}));
  }

  store::PilotId with_data() {
    const auto innovation = propose();
    EXPECT_OK(
        desk_.join(anna_, {.id = innovation, .role = Role::pilot_lead, .organisation = "31"}));
    const auto id =
        pilots_
            .plan(anna_,
                  {.protocol = registered(innovation), .site = "Escola 1", .member_state = {"PT"}})
            .value();
    EXPECT_OK(act(anna_, id, PilotAct::recruit));
    EXPECT_OK(act(anna_, id, PilotAct::start));
    EXPECT_OK(
        pilots_.enter_flow(anna_, id, pilot_revision(id), {.treated = kArm, .control = kArm}));
    EXPECT_THAT(pilots_.enter_learners(anna_, id, pilot_revision(id), table()).value().rejected,
                IsEmpty());
    return id;
  }
};

TEST_P(PilotDeskTest, FromADraftToAReportThatComesOutTheSameAgain) {
  const auto id = with_data();
  EXPECT_EQ(act(own_evaluator_, id, PilotAct::lock_data).error().code, ErrorCode::not_permitted);
  for (const auto what : {PilotAct::lock_data, PilotAct::analyse, PilotAct::report}) {
    ASSERT_OK(act(evaluator_, id, what));
  }
  const auto view = pilots_.pilot(visitor_, id).value();
  EXPECT_EQ(view.stored.state, PilotState::reported);
  ASSERT_EQ(view.effects.size(), 1);
  EXPECT_EQ(view.effects[0].effect.measure, "cluster_adjusted_g");
  EXPECT_EQ(view.effects[0].effect.degrees_of_freedom, 6);
  const auto again = pilots_.reproduce(id).value();
  ASSERT_EQ(again.size(), 1);
  EXPECT_THAT(again[0].differences, IsEmpty());
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(PilotDeskTest, AnAnalysisWhoseInputWasChangedIsFoundOut) {
  const auto id = with_data();
  ASSERT_OK(act(evaluator_, id, PilotAct::lock_data));
  ASSERT_OK(act(evaluator_, id, PilotAct::analyse));
  {
    auto lease = connections_.lend().value();
    std::string text;
    ASSERT_OK(store::read_pilot_data(*lease, id, [&](std::string_view piece) {
      text += piece;
      return Result<>();
    }));
    auto change = lease->statement("UPDATE pilot_data_pieces SET text = ?").value();
    text.replace(text.rfind("11.5"), 4, "21.5");
    ASSERT_OK(change.run(text));
  }
  const auto again = pilots_.reproduce({}).value();
  ASSERT_FALSE(again[0].differences.empty());
  EXPECT_THAT(again[0].differences[0], HasSubstr("outcome 1, input"));
  EXPECT_THAT(again[0].differences[1], HasSubstr("outcome 1, value"));
}

TEST_P(PilotDeskTest, AnAmendmentAfterTheDataAreLockedIsForOtherPilots) {
  const auto id = with_data();
  ASSERT_OK(act(evaluator_, id, PilotAct::lock_data));
  auto amended = content();
  amended.intraclass_correlation = 0.3;
  amended.outcomes[0].kind = ecosystem::OutcomeKind::share;
  amend(pilots_.pilot(visitor_, id).value().protocol.id, amended);
  ASSERT_OK(act(evaluator_, id, PilotAct::analyse));
  const auto view = pilots_.pilot(anna_, id).value();
  ASSERT_EQ(view.effects.size(), 1);
  EXPECT_FALSE(view.effects[0].effect.is_exploratory);
  EXPECT_EQ(view.effects[0].effect.protocol_text, 1);
  EXPECT_EQ(view.effects[0].effect.measure, "cluster_adjusted_g");
  EXPECT_EQ(view.summaries.size(), 2) << "the figures are those of the text that was locked";
  EXPECT_TRUE(pilots_.pilot(visitor_, id).value().data_hash.empty())
      << "an outcome that changed its kind may hide counts that are few";
}

TEST_P(PilotDeskTest, TheLevelGoesByTheDesignThatAPilotWasAnalysedBy) {
  const auto id = with_data();
  for (const auto what : {PilotAct::lock_data, PilotAct::analyse, PilotAct::report}) {
    ASSERT_OK(act(evaluator_, id, what));
  }
  const auto protocol = pilots_.pilot(visitor_, id).value().protocol;
  const auto level = [&] { return pilots_.evidence(visitor_, protocol.innovation).value().level; };
  const auto before = level();
  auto alone = content();
  alone.design = ecosystem::PilotDesignKind::single_group;
  alone.control_arm.clear();
  alone.planned_control = 0;
  amend(protocol.id, alone);
  EXPECT_EQ(level().level, before.level);
}

TEST_P(PilotDeskTest, ParticipantsAreWrittenInPlaceOfThoseBefore) {
  const auto id = with_data();
  auto alone = content();
  alone.design = ecosystem::PilotDesignKind::single_group;
  alone.control_arm.clear();
  alone.planned_control = 0;
  amend(pilots_.pilot(visitor_, id).value().protocol.id, alone);
  ASSERT_OK(pilots_.enter_flow(anna_, id, pilot_revision(id), {.treated = kArm, .control = {}}));
  EXPECT_EQ(pilots_.pilot(anna_, id).value().flow.size(), 1);
}

TEST_P(PilotDeskTest, NothingIsTakenBeforeTheProtocolIsRegistered) {
  const auto innovation = propose();
  ASSERT_OK(desk_.join(anna_, {.id = innovation, .role = Role::pilot_lead, .organisation = "31"}));
  const auto draft = pilots_.draft(anna_, innovation, content()).value();
  const auto id =
      pilots_.plan(anna_, {.protocol = draft, .site = "Escola", .member_state = {"PT"}}).value();
  EXPECT_EQ(pilots_.enter_learners(anna_, id, {1}, table()).error().code, ErrorCode::unmet);
  EXPECT_EQ(act(anna_, id, PilotAct::recruit).error().code, ErrorCode::unmet);
  EXPECT_FALSE(pilots_.pilot(visitor_, id).value().has_data);
  EXPECT_FALSE(desk_.view(visitor_, innovation).value().file.has_pilot_protocol);
  ASSERT_OK(pilots_.move_protocol(anna_, {.id = draft, .seen = {1}}));
  EXPECT_TRUE(desk_.view(visitor_, innovation).value().file.has_pilot_protocol)
      << "the gate of the pipeline knows of it";
}

TEST_P(PilotDeskTest, WhoEvaluatedDoesNotJoinTheTeam) {
  const auto id = with_data();
  ASSERT_OK(act(evaluator_, id, PilotAct::lock_data));
  const auto innovation = pilots_.pilot(visitor_, id).value().protocol.innovation;
  const auto joined =
      desk_.join(evaluator_, {.id = innovation, .role = Role::innovator, .organisation = "55"});
  EXPECT_EQ(joined.error().code, ErrorCode::not_permitted);
}

TRIBUTARY_ON_BOTH_ENGINES(PilotDeskTest);

}  // namespace
}  // namespace tributary::app
