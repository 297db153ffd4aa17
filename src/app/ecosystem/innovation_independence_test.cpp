// Who may do what to an innovation, and who may not however hard they try.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using ecosystem::PipelineAct;
using testing::HasSubstr;

bool is_refused(const Result<>& result) {
  return !result && result.error().code == ErrorCode::not_permitted;
}

class InnovationIndependenceTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  InnovationIndependenceTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  Id in_panel() {
    const auto id = propose();
    EXPECT_OK(desk_.take_on(chair_, id, revision(id), "north"));
    return id;
  }
};

TEST_P(InnovationIndependenceTest, NobodyJudgesWhatTheyWorkOn) {
  const auto id = in_panel();
  auto both = anna_;
  both.grants.push_back({Role::reviewer, {ScopeKind::panel, "north"}});
  both.grants.push_back({Role::panel_chair, {ScopeKind::panel, "north"}});
  EXPECT_TRUE(is_refused(assess_as(both, id, {3, 3, 3, 3})));
  const MoveInnovation reject{.id = id,
                              .seen = revision(id),
                              .act = PipelineAct::reject,
                              .statement = {.reasons = kReasons}};
  EXPECT_TRUE(is_refused(desk_.move(both, reject)));
  auto successor = actor(40, {{Role::innovator, {ScopeKind::organisation, "31"}}});
  ASSERT_OK(desk_.join(successor, {.id = id}));
  ASSERT_OK(desk_.leave(anna_, id, Role::innovator));
  both.grants.erase(both.grants.begin());  // of another organisation now
  EXPECT_TRUE(is_refused(assess_as(both, id, {3, 3, 3, 3}))) << "who was in the team once, is";
}

TEST_P(InnovationIndependenceTest, WhoLeftTheTeamIsOfItNoMore) {
  const auto id = propose();
  EXPECT_TRUE(desk_.concerns_of(anna_).value().contains(id));
  ASSERT_OK(desk_.join(bela_, {.id = id}));
  EXPECT_TRUE(desk_.concerns_of(bela_).value().empty()) << "asking is not being let in";
  ASSERT_OK(desk_.let_in(anna_, id, bela_.person, Role::innovator));
  ASSERT_OK(desk_.leave(anna_, id, Role::innovator));
  EXPECT_TRUE(desk_.concerns_of(anna_).value().empty());
  EXPECT_TRUE(desk_.concerns_of(bela_).value().contains(id));
  const EditInnovation edit{.id = id, .seen = revision(id), .text = proposal().text};
  EXPECT_TRUE(is_refused(desk_.edit(anna_, edit)));
}

/// Three innovations, of which the first is merged into the second and that into the third.
class MergedInnovationsTest : public InnovationIndependenceTest {
 protected:
  const Actor dora_ = actor(60, {{Role::innovator, {ScopeKind::organisation, "77"}},
                                 {Role::reviewer, {ScopeKind::panel, "north"}},
                                 {Role::panel_chair, {ScopeKind::panel, "north"}}});
  Id first_, second_, third_;

  void SetUp() override {
    InnovationIndependenceTest::SetUp();
    if (IsSkipped()) return;
    auto hers = proposal("Mentors by telephone");
    hers.organisation = "77";
    first_ = desk_.propose(dora_, hers).value();
    second_ = propose("Mentors at sea");
    third_ = propose("Mentors for bakers");
    for (const auto id : {first_, second_, third_}) {
      ASSERT_OK(desk_.take_on(chair_, id, revision(id), "north"));
    }
  }

  void merge_all() {
    ASSERT_OK(decide(first_, PipelineAct::merge, {.merge_target = second_}));
    ASSERT_OK(decide(second_, PipelineAct::merge, {.merge_target = third_}));
  }
};

TEST_P(MergedInnovationsTest, NobodyJudgesWhatTheirWorkWentInto) {
  merge_all();
  EXPECT_TRUE(is_refused(assess_as(dora_, third_, {4, 4, 4, 4})));
  const MoveInnovation reject{.id = third_,
                              .seen = revision(third_),
                              .act = PipelineAct::reject,
                              .statement = {.reasons = kReasons}};
  EXPECT_TRUE(is_refused(desk_.move(dora_, reject)));
  const auto colleague = actor(61, {{Role::reviewer, {ScopeKind::panel, "north"}},
                                    {Role::evaluator, {ScopeKind::organisation, "77"}}});
  EXPECT_THAT(assess_as(colleague, third_, {4, 4, 4, 4}).error().message,
              HasSubstr("own organisation"));
  EXPECT_OK(assess_as(reviewers_[0], third_, {3, 3, 3, 3}));
}

TEST_P(MergedInnovationsTest, NobodyWorksOnWhatHasInItWhatTheyJudged) {
  ASSERT_OK(assess_as(reviewers_[0], first_, {1, 1, 1, 1}));
  merge_all();
  EXPECT_TRUE(is_refused(desk_.join(reviewers_[0], {.id = third_})));
  EXPECT_TRUE(is_refused(desk_.join(chair_, {.id = third_}))) << "who merged has judged";
  EXPECT_OK(desk_.join(reviewers_[1], {.id = third_}));
  EXPECT_THAT(desk_.join(bela_, {.id = first_}).error().message, HasSubstr("merged into"));
}

TEST_P(MergedInnovationsTest, ScoresOfWhoIsOfTheTeamByAMergeCountNoMore) {
  ASSERT_OK(assess_as(dora_, third_, {4, 4, 4, 4}));
  EXPECT_EQ(desk_.view(chair_, third_).value().assessments, 1);
  merge_all();
  EXPECT_EQ(desk_.view(chair_, third_).value().assessments, 0);
}

TEST_P(MergedInnovationsTest, NobodyMergesIntoTheirOwnWork) {
  const MoveInnovation merge{.id = second_,
                             .seen = revision(second_),
                             .act = PipelineAct::merge,
                             .statement = {.reasons = kReasons, .merge_target = first_}};
  EXPECT_TRUE(is_refused(desk_.move(dora_, merge)));
  EXPECT_OK(desk_.move(chair_, merge));
}

TEST_P(InnovationIndependenceTest, NobodyWorksOnWhatTheyJudged) {
  const auto id = in_panel();
  assess(id, {3, 3, 3, 3}, 1);
  EXPECT_TRUE(is_refused(desk_.join(reviewers_[0], {.id = id})));
  const auto& waiting = reviewers_[1];
  ASSERT_OK(desk_.join(waiting, {.id = id}));
  ASSERT_OK(assess_as(waiting, id, {3, 3, 3, 3}));
  EXPECT_TRUE(is_refused(desk_.let_in(anna_, id, waiting.person, Role::innovator)));
  ASSERT_OK(decide(id, PipelineAct::revise));
  EXPECT_TRUE(is_refused(desk_.join(chair_, {.id = id})));
}

TEST_P(InnovationIndependenceTest, NobodyJudgesTheWorkOfTheirOrganisation) {
  const auto id = in_panel();
  const auto colleague = actor(41, {{Role::reviewer, {ScopeKind::panel, "north"}},
                                    {Role::evaluator, {ScopeKind::organisation, "31"}}});
  EXPECT_THAT(assess_as(colleague, id, {3, 3, 3, 3}).error().message,
              HasSubstr("own organisation"));
  const auto stranger = actor(42, {{Role::reviewer, {ScopeKind::panel, "south"}}});
  EXPECT_TRUE(is_refused(assess_as(stranger, id, {3, 3, 3, 3}))) << "of another panel";
}

TEST_P(InnovationIndependenceTest, WhoHasAnInterestJudgesNothing) {
  const auto id = in_panel();
  AssessInnovation assessment{.id = id,
                              .seen = revision(id),
                              .scores = {4, 4, 4, 4},
                              .has_interest = true,
                              .declaration = "My sister leads the school."};
  EXPECT_TRUE(is_refused(desk_.assess(reviewers_[0], assessment)));
  assessment.scores.clear();
  ASSERT_OK(desk_.assess(reviewers_[0], assessment));
  EXPECT_EQ(desk_.view(chair_, id).value().assessments, 0);
  assessment.declaration.clear();
  EXPECT_EQ(desk_.assess(reviewers_[1], assessment).error().context, "declaration");
}

TEST_P(InnovationIndependenceTest, ScoresAreHiddenUntilOnesOwnAreGiven) {
  const auto id = in_panel();
  assess(id, {3, 3, 3, 3}, 1);
  const auto seen_by = [&](const Actor& who) {
    const auto view = desk_.view(who, id).value();
    EXPECT_EQ(view.assessments, 1) << "how many there are everybody knows";
    EXPECT_EQ(view.facts.gate.mean_hundredths.has_value(), view.shows_scores);
    return view.file.assessments.size();
  };
  EXPECT_EQ(seen_by(chair_), 1);
  EXPECT_EQ(seen_by(reviewers_[0]), 1);
  for (const auto& who : {visitor_, anna_, bela_, reviewers_[1]}) EXPECT_EQ(seen_by(who), 0);
  EXPECT_EQ(assess_as(reviewers_[0], id, {4, 4, 4, 4}).error().code, ErrorCode::conflict)
      << "what is given stands";
  ASSERT_OK(assess_as(reviewers_[1], id, {0, std::nullopt, 1, 1}));
  EXPECT_EQ(desk_.view(reviewers_[1], id).value().file.assessments.size(), 2);
  ASSERT_OK(decide(id, PipelineAct::revise));
  EXPECT_EQ(desk_.view(visitor_, id).value().file.assessments.size(), 2);
}

TEST_P(InnovationIndependenceTest, ScoresHaveToFitTheRule) {
  const auto id = in_panel();
  EXPECT_EQ(assess_as(reviewers_[0], id, {3, 3}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(assess_as(reviewers_[0], id, {3, 3, 3, 5}).error().code, ErrorCode::invalid_argument);
}

TEST_P(InnovationIndependenceTest, AnOverrideIsNamedAndNeedsASecondPerson) {
  const auto id = propose();
  prepare_for_testing(id);
  assess(id, {3, 1, 1, 1}, 2);
  EXPECT_THAT(decide(id, PipelineAct::proceed).error().message, HasSubstr("below the threshold"));
  MoveInnovation override_it{.id = id, .seen = revision(id), .statement = {.reasons = kReasons}};
  override_it.statement.is_confirmed_override = true;
  EXPECT_EQ(desk_.move(chair_, override_it).error().code, ErrorCode::unmet)
      << "nobody confirms for themselves by saying so";
  EXPECT_TRUE(is_refused(desk_.propose_override(anna_, override_it)));
  ASSERT_OK(desk_.propose_override(chair_, override_it));
  EXPECT_EQ(desk_.confirm_override(chair_, id, revision(id)).error().code, ErrorCode::unmet);
  EXPECT_TRUE(is_refused(desk_.confirm_override(anna_, id, revision(id))));
  const auto officer_of = [&](const std::string& state) {
    return actor(50, {{Role::national_agency_officer, {ScopeKind::member_state, state}}});
  };
  EXPECT_TRUE(is_refused(desk_.confirm_override(officer_of("RO"), id, revision(id))));
  ASSERT_OK(desk_.confirm_override(officer_of("PT"), id, revision(id)));
  const auto move = desk_.view(visitor_, id).value().file.moves.back();
  EXPECT_EQ(move.by, chair_.person);
  EXPECT_EQ(move.confirmed_by, ecosystem::PersonId{50});
  EXPECT_EQ(state(id), ecosystem::PipelineState{ecosystem::Stage::testing});
}

TEST_P(InnovationIndependenceTest, AnOverrideLapsesWithAnyOtherChangeAndOpensNoOpenGate) {
  const auto id = propose();
  prepare_for_testing(id);
  const auto officer =
      actor(50, {{Role::national_agency_officer, {ScopeKind::member_state, "PT"}}});
  const auto override_now = [&] {
    return desk_.propose_override(
        chair_, {.id = id, .seen = revision(id), .statement = {.reasons = kReasons}});
  };
  ASSERT_OK(override_now());
  ASSERT_OK(record(id, ecosystem::FactKind::ethics_note, "Another board approved as well."));
  EXPECT_EQ(desk_.confirm_override(officer, id, revision(id)).error().code, ErrorCode::unmet);
  assess(id, {3, 3, 3, 3}, 2);
  EXPECT_EQ(override_now().error().code, ErrorCode::unmet);
}

TEST_P(InnovationIndependenceTest, ATeamLetsInWhomItKnows) {
  const auto id = propose();
  ASSERT_OK(desk_.join(bela_, {.id = id}));
  const EditInnovation edit{.id = id, .seen = revision(id), .text = proposal().text};
  EXPECT_TRUE(is_refused(desk_.edit(bela_, edit))) << "asking is not being let in";
  EXPECT_TRUE(is_refused(desk_.let_in(bela_, id, bela_.person, Role::innovator)));
  ASSERT_OK(desk_.let_in(anna_, id, bela_.person, Role::innovator));
  EXPECT_OK(desk_.edit(bela_, {.id = id, .seen = revision(id), .text = proposal().text}));
  EXPECT_EQ(desk_.let_in(anna_, id, {77}, Role::innovator).error().code, ErrorCode::unmet)
      << "nobody is put into a team unasked";
  ASSERT_OK(desk_.leave(anna_, id, Role::innovator));
  EXPECT_EQ(desk_.leave(bela_, id, Role::innovator).error().code, ErrorCode::unmet);
}

TEST_P(InnovationIndependenceTest, NobodyActsWithoutTheRight) {
  const auto id = propose();
  EXPECT_TRUE(is_refused(desk_.support(visitor_, id)));
  EXPECT_EQ(desk_.propose(visitor_, proposal()).error().code, ErrorCode::not_permitted);
  const auto elsewhere = actor(60, {{Role::innovator, {ScopeKind::organisation, "99"}},
                                    {Role::panel_chair, {ScopeKind::panel, "south"}},
                                    {Role::administrator, {}}});
  for (const auto& who : {visitor_, bela_, elsewhere}) {
    const auto seen = revision(id);
    EXPECT_TRUE(is_refused(desk_.edit(who, {.id = id, .seen = seen, .text = proposal().text})));
    EXPECT_TRUE(is_refused(desk_.record(who, {.id = id, .seen = seen, .text = "x"})));
    EXPECT_TRUE(is_refused(
        desk_.register_protocol(who, {.id = id, .seen = seen, .title = "x", .text = "x"})));
    EXPECT_TRUE(is_refused(
        desk_.freeze_evidence(who, {.id = id, .seen = seen, .links = {{"x", "https://x.org"}}})));
    EXPECT_TRUE(is_refused(desk_.take_on(who, id, seen, "north")));
    for (const auto act : {PipelineAct::reject, PipelineAct::park, PipelineAct::withdraw}) {
      EXPECT_TRUE(is_refused(desk_.move(
          who, {.id = id, .seen = seen, .act = act, .statement = {.reasons = kReasons}})));
    }
  }
}

TRIBUTARY_ON_BOTH_ENGINES(InnovationIndependenceTest);
TRIBUTARY_ON_BOTH_ENGINES(MergedInnovationsTest);

}  // namespace
}  // namespace tributary::app
