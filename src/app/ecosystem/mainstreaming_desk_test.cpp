#include "app/ecosystem/mainstreaming_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using ecosystem::CaseAct;
using ecosystem::CaseNeed;
using ecosystem::CaseState;
using ecosystem::ChecklistAnswer;
using ecosystem::Lever;
using ecosystem::PipelineAct;
using testing::HasSubstr;

class MainstreamingDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  using CaseId = store::CaseId;

  MainstreamingDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  MainstreamingDesk cases_{connections_, clock_};
  const Actor portugal_ = representative_of("PT"), romania_ = representative_of("RO");

  static ecosystem::MainstreamingCase bare(Id innovation, const std::string& state = "PT") {
    return {.innovation = innovation,
            .state = {state},
            .lever = Lever::funding_rule,
            .competent_authority = "Ministry of Education"};
  }
  static ecosystem::MainstreamingCase complete(Id innovation, const std::string& state = "PT") {
    auto content = bare(innovation, state);
    for (auto& line : content.checklist) line = {ChecklistAnswer::partly, "minutes of May"};
    content.cost_at_scale = Money{.cents = 120'000'050};
    content.risks = "Mentors may be too few.";
    content.equity = "Learners of small firms gain most.";
    return content;
  }

  store::Revision case_revision(CaseId id) {
    return cases_.view(visitor_, id).value().stored.revision;
  }
  CaseState case_state(CaseId id) { return cases_.view(visitor_, id).value().stored.state; }

  Result<> act(const Actor& by, CaseId id, CaseAct what, std::optional<Date> in_force_from = {}) {
    return cases_.move(by, {.id = id,
                            .seen = case_revision(id),
                            .act = what,
                            .reasons = kReasons,
                            .in_force_from = in_force_from});
  }
  CaseId approved(Id innovation, const std::string& state = "PT") {
    const auto id = cases_.prepare(anna_, complete(innovation, state)).value();
    EXPECT_OK(act(anna_, id, CaseAct::submit));
    EXPECT_OK(act(representative_of(state), id, CaseAct::consider));
    EXPECT_OK(act(representative_of(state), id, CaseAct::approve));
    return id;
  }
  Result<> in_pipeline(Id id, const std::string& state, PipelineAct what) {
    return desk_.move(representative_of(state),
                      {.id = id,
                       .seen = revision(id),
                       .act = what,
                       .statement = {.reasons = kReasons, .in_force_from = clock_.today_plus(1)}});
  }
};

TEST_P(MainstreamingDeskTest, GoesFromPreparedIntoForceAndOutAgainBesideThePipeline) {
  const auto innovation = recommended();
  const auto id = approved(innovation);
  EXPECT_EQ(cases_.view(visitor_, id).value().waiting.of_innovation,
            ecosystem::EnumSet<PipelineAct>{PipelineAct::take_up});
  const auto early = act(portugal_, id, CaseAct::enact, clock_.today_plus(30));
  EXPECT_EQ(early.error().code, ErrorCode::unmet);
  EXPECT_THAT(early.error().message, HasSubstr("once PT has taken it up"));

  ASSERT_OK(take_up(innovation, "PT"));
  EXPECT_EQ(act(portugal_, id, CaseAct::enact).error().message, "enact still needs date_in_force");
  ASSERT_OK(act(portugal_, id, CaseAct::enact, clock_.today_plus(30)));
  auto view = cases_.view(visitor_, id).value();
  EXPECT_EQ(view.stored.content.in_force_from, clock_.today_plus(30));
  EXPECT_TRUE(view.waiting.of_innovation.contains(PipelineAct::adopt));
  EXPECT_EQ(state(innovation).stage, ecosystem::Stage::mainstreaming)
      << "it did not move by itself";

  ASSERT_OK(in_pipeline(innovation, "PT", PipelineAct::adopt));
  EXPECT_EQ(cases_.view(visitor_, id).value().waiting, ecosystem::WaitingActs());
  EXPECT_EQ(cases_.view(visitor_, id).value().review_due, clock_.today_plus(30 + 365));
  ASSERT_OK(act(portugal_, id, CaseAct::review));
  ASSERT_OK(act(portugal_, id, CaseAct::continue_in_force));
  EXPECT_EQ(cases_.view(visitor_, id).value().stored.content.in_force_from, clock_.today_plus(30));
  ASSERT_OK(act(portugal_, id, CaseAct::end));
  view = cases_.view(visitor_, id).value();
  EXPECT_EQ(view.waiting.of_innovation, ecosystem::EnumSet<PipelineAct>{PipelineAct::de_implement});
  EXPECT_TRUE(view.next.empty());
  ASSERT_EQ(view.moves.size(), 7);
  EXPECT_EQ(view.moves[2].act, CaseAct::approve);
  EXPECT_EQ(view.moves[2].role, Role::member_state_representative);
  EXPECT_EQ(view.moves[3].in_force_from, clock_.today_plus(30));
  for (const auto& move : view.moves) EXPECT_EQ(move.reasons, kReasons);
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(MainstreamingDeskTest, WhatIsPreparedIsReadAsItWasWritten) {
  const auto innovation = propose();
  auto content = complete(innovation);
  content.checklist[6] = {ChecklistAnswer::unknown, "not tried yet"};
  const auto id = cases_.prepare(anna_, content).value();
  const auto stored = cases_.view(visitor_, id).value().stored;
  EXPECT_EQ(stored.content.checklist, content.checklist);
  EXPECT_EQ(stored.content.cost_at_scale, content.cost_at_scale);
  EXPECT_EQ(stored.content.lever, Lever::funding_rule);
  EXPECT_EQ(stored.content.equity, content.equity);
  EXPECT_EQ(stored.content.risks, content.risks);
  EXPECT_FALSE(stored.content.in_force_from);
  const auto empty = cases_.prepare(anna_, bare(innovation, "RO")).value();
  EXPECT_FALSE(cases_.view(visitor_, empty).value().stored.content.cost_at_scale)
      << "a cost that nobody knows is not 0";
}

TEST_P(MainstreamingDeskTest, TellsWhatIsMissingBeforeItIsSubmitted) {
  const auto innovation = propose();
  auto content = bare(innovation);
  for (auto& line : content.checklist) line = {ChecklistAnswer::yes, "report"};
  content.checklist[2].evidence = " ";
  content.checklist[11].evidence.clear();
  const auto id = cases_.prepare(anna_, content).value();
  const auto view = cases_.view(anna_, id).value();
  ASSERT_EQ(view.next.size(), 2);
  EXPECT_EQ(view.next[0].missing,
            (ecosystem::EnumSet<CaseNeed>{CaseNeed::recommendation, CaseNeed::answered_checklist,
                                          CaseNeed::cost_at_scale, CaseNeed::equity_statement}));
  EXPECT_TRUE(view.roles.contains(Role::innovator));
  const auto refused = act(anna_, id, CaseAct::submit);
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
  EXPECT_THAT(refused.error().message, HasSubstr("recommendation"));
  EXPECT_THAT(refused.error().message, HasSubstr("for item 3, 12."));
  EXPECT_EQ(case_state(id), CaseState::prepared);
}

TEST_P(MainstreamingDeskTest, OnlyTheTeamPreparesAndOnlyTheOwnStateDecides) {
  const auto innovation = recommended();
  EXPECT_EQ(cases_.prepare(bela_, complete(innovation)).error().code, ErrorCode::not_permitted);
  const auto elsewhere = actor(8, {{Role::innovator, {ScopeKind::organisation, "99"}}});
  EXPECT_EQ(cases_.prepare(elsewhere, complete(innovation)).error().code, ErrorCode::not_permitted);
  const auto id = cases_.prepare(anna_, complete(innovation)).value();
  EXPECT_EQ(
      cases_.edit(bela_, {.id = id, .seen = {1}, .content = complete(innovation)}).error().code,
      ErrorCode::not_permitted);
  EXPECT_EQ(act(portugal_, id, CaseAct::submit).error().code, ErrorCode::not_permitted);
  ASSERT_OK(act(anna_, id, CaseAct::submit));
  EXPECT_EQ(act(romania_, id, CaseAct::consider).error().code, ErrorCode::not_permitted);
  EXPECT_EQ(act(anna_, id, CaseAct::consider).error().code, ErrorCode::not_permitted);
  ASSERT_OK(act(portugal_, id, CaseAct::consider));
  EXPECT_EQ(act(romania_, id, CaseAct::approve).error().code, ErrorCode::not_permitted);
  auto anna_in_office = anna_;
  anna_in_office.grants.push_back(
      {Role::member_state_representative, {ScopeKind::member_state, "PT"}});
  EXPECT_EQ(act(anna_in_office, id, CaseAct::approve).error().code, ErrorCode::not_permitted)
      << "nobody decides on what they work on";
  EXPECT_OK(act(portugal_, id, CaseAct::decline));
}

TEST_P(MainstreamingDeskTest, AStaleChangeLosesNothing) {
  const auto innovation = recommended();
  const auto id = cases_.prepare(anna_, complete(innovation)).value();
  auto mine = complete(innovation), theirs = mine;
  mine.risks = "Mine";
  theirs.risks = "Theirs";
  ASSERT_OK(cases_.edit(anna_, {.id = id, .seen = {1}, .content = mine}));
  EXPECT_EQ(cases_.edit(anna_, {.id = id, .seen = {1}, .content = theirs}).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(cases_.move(anna_, {.id = id, .seen = {1}, .act = CaseAct::submit}).error().code,
            ErrorCode::conflict);
  EXPECT_EQ(cases_.view(visitor_, id).value().stored.content.risks, "Mine");
}

TEST_P(MainstreamingDeskTest, WhatLiesBeforeAnAuthorityDoesNotChange) {
  const auto innovation = recommended();
  const auto id = cases_.prepare(anna_, complete(innovation)).value();
  ASSERT_OK(act(anna_, id, CaseAct::submit));
  EXPECT_THAT(
      cases_.edit(anna_, {.id = id, .seen = {2}, .content = complete(innovation)}).error().message,
      HasSubstr("what lies before an authority does not change"));
  ASSERT_OK(act(anna_, id, CaseAct::take_back));
  EXPECT_OK(cases_.edit(anna_, {.id = id, .seen = {3}, .content = complete(innovation)}));
}

TEST_P(MainstreamingDeskTest, DecisionsCarryReasonsAndDatesBelongToEnacting) {
  const auto innovation = recommended();
  const auto id = cases_.prepare(anna_, complete(innovation)).value();
  ASSERT_OK(act(anna_, id, CaseAct::submit));
  EXPECT_EQ(act(portugal_, id, CaseAct::consider, clock_.today_plus(1)).error().context,
            "in_force_from");
  ASSERT_OK(act(portugal_, id, CaseAct::consider));
  const auto refused = cases_.move(
      portugal_, {.id = id, .seen = case_revision(id), .act = CaseAct::decline, .reasons = " \n"});
  EXPECT_EQ(refused.error().message, "decline still needs reasons");
}

TEST_P(MainstreamingDeskTest, OneCaseOfALeverAtATime) {
  const auto innovation = recommended();
  const auto id = cases_.prepare(anna_, complete(innovation)).value();
  EXPECT_EQ(cases_.prepare(anna_, complete(innovation)).error().code, ErrorCode::conflict);
  EXPECT_OK(cases_.prepare(anna_, complete(innovation, "RO")));
  auto other_lever = complete(innovation);
  other_lever.lever = Lever::curriculum;
  const auto second = cases_.prepare(anna_, other_lever).value();
  EXPECT_EQ(
      cases_.edit(anna_, {.id = second, .seen = {1}, .content = complete(innovation)}).error().code,
      ErrorCode::conflict);
  ASSERT_OK(act(anna_, id, CaseAct::submit));
  ASSERT_OK(act(portugal_, id, CaseAct::consider));
  ASSERT_OK(act(portugal_, id, CaseAct::decline));
  EXPECT_TRUE(cases_.prepare(anna_, complete(innovation))) << "what was declined may come again";
}

TEST_P(MainstreamingDeskTest, AnInnovationThatIsWithdrawnIsNotPutForward) {
  const auto innovation = recommended();
  const auto before = cases_.prepare(anna_, complete(innovation)).value();
  const auto submitted = cases_.prepare(anna_, complete(innovation, "RO")).value();
  ASSERT_OK(act(anna_, submitted, CaseAct::submit));
  ASSERT_OK(desk_.move(anna_, {.id = innovation,
                               .seen = revision(innovation),
                               .act = PipelineAct::withdraw,
                               .statement = {.reasons = kReasons}}));
  EXPECT_EQ(act(anna_, before, CaseAct::submit).error().code, ErrorCode::conflict);
  EXPECT_EQ(cases_.view(visitor_, before).value().waiting.of_case,
            ecosystem::EnumSet<CaseAct>{CaseAct::close});
  EXPECT_EQ(act(portugal_, before, CaseAct::close).error().code, ErrorCode::not_permitted);
  EXPECT_EQ(
      cases_
          .move(
              anna_,
              {.id = before, .seen = case_revision(before), .act = CaseAct::close, .reasons = " "})
          .error()
          .code,
      ErrorCode::unmet)
      << "without a reason";
  ASSERT_OK(act(anna_, before, CaseAct::close));
  const auto closed = cases_.view(visitor_, before).value();
  EXPECT_EQ(closed.stored.state, CaseState::closed);
  EXPECT_TRUE(closed.next.empty());
  EXPECT_EQ(closed.moves.back().reasons, kReasons);
  EXPECT_EQ(cases_.prepare(anna_, complete(innovation, "FI")).error().code, ErrorCode::conflict);
  EXPECT_EQ(cases_.view(visitor_, submitted).value().waiting.of_case,
            ecosystem::EnumSet<CaseAct>{CaseAct::take_back});
}

TEST_P(MainstreamingDeskTest, AnApprovalOfWhatIsWithdrawnIsTakenBackWithAReason) {
  const auto innovation = recommended();
  const auto id = approved(innovation);
  EXPECT_EQ(cases_.view(visitor_, id).value().waiting.of_case, ecosystem::EnumSet<CaseAct>());
  ASSERT_OK(desk_.move(anna_, {.id = innovation,
                               .seen = revision(innovation),
                               .act = PipelineAct::withdraw,
                               .statement = {.reasons = kReasons}}));
  EXPECT_EQ(act(portugal_, id, CaseAct::enact, clock_.today_plus(30)).error().code,
            ErrorCode::unmet);
  EXPECT_EQ(cases_.view(visitor_, id).value().waiting.of_case,
            ecosystem::EnumSet<CaseAct>{CaseAct::revoke});
  for (const auto& person : {anna_, romania_}) {
    EXPECT_EQ(act(person, id, CaseAct::revoke).error().code, ErrorCode::not_permitted);
  }
  const auto unexplained = cases_.move(
      portugal_, {.id = id, .seen = case_revision(id), .act = CaseAct::revoke, .reasons = " "});
  EXPECT_EQ(unexplained.error().message, "revoke still needs reasons");
  ASSERT_OK(act(portugal_, id, CaseAct::revoke));
  const auto closed = cases_.view(visitor_, id).value();
  EXPECT_EQ(closed.stored.state, CaseState::closed);
  EXPECT_TRUE(closed.next.empty());
  EXPECT_EQ(closed.waiting, ecosystem::WaitingActs());
  EXPECT_EQ(closed.moves.back().reasons, kReasons);
  EXPECT_EQ(closed.moves.back().role, Role::member_state_representative);
}

TEST_P(MainstreamingDeskTest, AnOfficerOfTheStatePreparesWhatTheTeamSubmitsAndAnotherDecides) {
  const auto innovation = recommended();
  const auto officer = [](std::int64_t person, const std::string& state) {
    return actor(person, {{Role::national_agency_officer, {ScopeKind::member_state, state}},
                          {Role::member_state_representative, {ScopeKind::member_state, state}}});
  };
  const auto portuguese = officer(20, "PT"), romanian = officer(21, "RO");
  const auto colleague = officer(22, "PT");
  const auto content = complete(innovation);
  EXPECT_EQ(cases_.prepare(romanian, content).error().code, ErrorCode::not_permitted);
  const auto id = cases_.prepare(portuguese, bare(innovation)).value();
  EXPECT_EQ(cases_.edit(romanian, {id, case_revision(id), content}).error().code,
            ErrorCode::not_permitted);
  ASSERT_OK(cases_.edit(colleague, {id, case_revision(id), content}));
  EXPECT_EQ(act(portuguese, id, CaseAct::submit).error().code, ErrorCode::not_permitted);
  ASSERT_OK(act(anna_, id, CaseAct::submit));
  const auto own = act(portuguese, id, CaseAct::consider);
  EXPECT_EQ(own.error().code, ErrorCode::not_permitted);
  EXPECT_EQ(own.error().refusal->parts.front().words.front(), "own_case");
  EXPECT_FALSE(cases_.view(portuguese, id).value().may_judge);
  EXPECT_EQ(act(colleague, id, CaseAct::consider).error().code, ErrorCode::not_permitted)
      << "who rewrote it decides as little";
  EXPECT_OK(act(portugal_, id, CaseAct::consider));
}

TEST_P(MainstreamingDeskTest, WhatIsFilledInHasToBeRight) {
  const auto innovation = propose();
  const auto refused_field = [&](auto change) {
    auto content = complete(innovation);
    change(content);
    const auto id = cases_.prepare(anna_, content);
    return id ? "" : id.error().context;
  };
  EXPECT_EQ(refused_field([](auto& content) { content.competent_authority = " "; }),
            "competent_authority");
  EXPECT_EQ(refused_field([](auto& content) { content.cost_at_scale = Money{-1}; }),
            "cost_at_scale");
  EXPECT_EQ(refused_field([](auto& content) { content.state = {"Portugal"}; }), "member_state");
  EXPECT_EQ(cases_.prepare(anna_, complete({99})).error().code, ErrorCode::not_found);
}

TEST_P(MainstreamingDeskTest, IsFoundByInnovationStateLeverAndHowItStands) {
  const auto first = recommended(), other = propose("Night school for carers");
  const auto portuguese = approved(first);
  const auto romanian = cases_.prepare(anna_, complete(first, "RO")).value();
  const auto of_other = cases_.prepare(anna_, bare(other)).value();
  const auto found = [&](const store::CaseFilter& filter) {
    std::vector<CaseId> ids;
    const auto page = cases_.find({.filter = filter}).value();
    for (const auto& summary : page.cases) {
      ids.push_back(summary.stored.id);
    }
    return ids;
  };
  using Ids = std::vector<CaseId>;
  EXPECT_EQ(found({}), (Ids{of_other, romanian, portuguese}));
  EXPECT_EQ(found({.innovation = first}), (Ids{romanian, portuguese}));
  EXPECT_EQ(found({.member_state = {"PT"}}), (Ids{of_other, portuguese}));
  EXPECT_EQ(found({.state = CaseState::approved}), Ids{portuguese});
  EXPECT_EQ(found({.lever = Lever::curriculum}), Ids{});
  const auto page = cases_.find({.limit = 1}).value();
  EXPECT_EQ(page.total, 3);
  EXPECT_EQ(page.cases[0].innovation_title, "Night school for carers");
  EXPECT_EQ(cases_.find({.after = of_other}).value().cases.size(), 2);
}

TRIBUTARY_ON_BOTH_ENGINES(MainstreamingDeskTest);

}  // namespace
}  // namespace tributary::app
