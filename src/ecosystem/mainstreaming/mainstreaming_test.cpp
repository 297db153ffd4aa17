#include <gtest/gtest.h>

#include "ecosystem/mainstreaming/adoption.h"
#include "ecosystem/mainstreaming/mainstreaming_case.h"
#include "ecosystem/mainstreaming/scalability_checklist.h"

namespace tributary::ecosystem {
namespace {

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

AdoptionRecord record(std::int64_t id, std::int64_t provider, std::string_view adopted,
                      std::string_view stopped = "") {
  return {.id = {id},
          .provider = {provider},
          .innovation = {1},
          .adopted = day(adopted),
          .stopped = stopped.empty() ? std::nullopt : std::optional(day(stopped)),
          .fidelity = {}};
}

TEST(Adoption, IsInUseFromTheDayOfAdoptionToTheDayBeforeItStopped) {
  const auto used = record(1, 1, "2025-09-01", "2026-07-01");
  EXPECT_FALSE(is_in_use(used, day("2025-08-31")));
  EXPECT_TRUE(is_in_use(used, day("2025-09-01")));
  EXPECT_TRUE(is_in_use(used, day("2026-06-30")));
  EXPECT_FALSE(is_in_use(used, day("2026-07-01")));
}

TEST(Adoption, RefusesDaysThatCannotBe) {
  const auto today = day("2026-06-01");
  EXPECT_TRUE(check_adoption(record(1, 1, "2026-06-01"), today));
  EXPECT_FALSE(check_adoption(record(1, 1, "2026-06-02"), today));
  EXPECT_FALSE(check_adoption(record(1, 1, "2026-05-01", "2026-06-02"), today));
  EXPECT_FALSE(check_adoption(record(1, 1, "2026-05-01", "2026-04-30"), today));
}

class AdoptionTest : public testing::Test {
 protected:
  /// Provider 2 stopped and took it up again; 4 is out of scope.
  const std::vector<AdoptionRecord> records_ = {
      record(11, 1, "2023-03-01"), record(12, 2, "2023-05-01", "2024-02-01"),
      record(13, 2, "2025-01-01"), record(14, 3, "2025-06-01", "2025-07-01"),
      record(15, 4, "2023-01-01")};
  const std::vector<ProviderId> in_scope_ = {{1}, {2}, {3}, {5}, {6}};
};

TEST_F(AdoptionTest, CoverageCountsProvidersOnceAndOpensToItsRows) {
  const auto coverage =
      coverage_on(day("2025-12-31"), records_, in_scope_, std::vector{ProviderId{5}});
  EXPECT_EQ(coverage.providers_using, 2);
  EXPECT_EQ(coverage.rows, (std::vector<AdoptionId>{{11}, {13}}));
  EXPECT_EQ(coverage.providers_reporting, 4) << "1, 2 and 3 have records, 5 was heard from";
  EXPECT_EQ(coverage.providers_in_scope, 5);
  EXPECT_DOUBLE_EQ(coverage.share().value(), 0.5);
}

TEST_F(AdoptionTest, WithoutReportsThereIsNoShareWhichIsNotZero) {
  EXPECT_EQ(coverage_on(day("2025-12-31"), {}, in_scope_, {}).share(), std::nullopt);
  EXPECT_EQ(coverage_on(day("2025-12-31"), {}, in_scope_, in_scope_).share(), 0.0);
}

TEST_F(AdoptionTest, TheCurveHasEachYearFromTheFirstOn) {
  EXPECT_EQ(spread_of(records_, 2025),
            (std::vector<SpreadPoint>{{2023, 3, 3}, {2024, 3, 2}, {2025, 4, 3}}));
  EXPECT_TRUE(spread_of({}, 2025).empty());
  EXPECT_TRUE(spread_of(records_, 2022).empty());
}

TEST(ScalabilityChecklist, IsAnsweredWhereEachItemSaysWhatItRestsOn) {
  Checklist checklist;
  EXPECT_EQ(check_answered(checklist).error().text(),
            "checklist item 1: the answer needs what it rests on");
  for (auto& line : checklist) line = {ChecklistAnswer::partly, "minutes of the meeting in May"};
  EXPECT_TRUE(check_answered(checklist));
  checklist[11] = {ChecklistAnswer::unknown, "the pilot has not ended"};
  EXPECT_TRUE(check_answered(checklist));
  checklist[6].evidence.clear();
  EXPECT_EQ(check_answered(checklist).error().context, "checklist item 7");
}

TEST(ScalabilityChecklist, CountsItsAnswersAndMakesNoScoreOfThem) {
  Checklist checklist;
  checklist[0].answer = checklist[1].answer = ChecklistAnswer::yes;
  checklist[2].answer = ChecklistAnswer::no;
  EXPECT_EQ(counts_of(checklist), (ChecklistCounts{.yes = 2, .partly = 0, .no = 1, .unknown = 9}));
}

TEST(MainstreamingCase, IsSubmittedWithAllThatAnAuthorityHasToKnow) {
  MainstreamingCase mainstreaming;
  const auto submit = [&] {
    return make_move<CaseMachine>(CaseState::prepared, CaseAct::submit, {Role::innovator},
                                  needs_met(mainstreaming, true, ""));
  };
  EXPECT_EQ(submit().error().message,
            "submit still needs answered_checklist, cost_at_scale and equity_statement");
  for (auto& line : mainstreaming.checklist) line = {ChecklistAnswer::yes, "report of the pilot"};
  mainstreaming.cost_at_scale = Money{.cents = 0};
  mainstreaming.equity = "Learners in small firms gain most.";
  EXPECT_EQ(submit(), CaseState::submitted) << "that it costs nothing is known, too";
  EXPECT_FALSE(needs_met(mainstreaming, false, "").contains(CaseNeed::recommendation));
}

TEST(MainstreamingCase, IsInForceFromADayAndEndsWithReasons) {
  MainstreamingCase mainstreaming;
  const Roles by = {Role::member_state_representative};
  EXPECT_EQ(make_move<CaseMachine>(CaseState::approved_in_part, CaseAct::enact, by,
                                   needs_met(mainstreaming, true, ""))
                .error()
                .message,
            "enact still needs reasons and date_in_force");
  mainstreaming.in_force_from = day("2027-09-01");
  EXPECT_EQ(make_move<CaseMachine>(CaseState::approved_in_part, CaseAct::enact, by,
                                   needs_met(mainstreaming, true, "the law is published")),
            CaseState::in_force);
  EXPECT_EQ(make_move<CaseMachine>(CaseState::reviewed, CaseAct::end, by,
                                   needs_met(mainstreaming, true, "fewer learners stay")),
            CaseState::ended);
}

TEST(MainstreamingCase, AnApprovalIsTakenBackWithReasonsBeforeItComesInForce) {
  const MainstreamingCase mainstreaming;
  const Roles by = {Role::member_state_representative};
  for (const auto approved : {CaseState::approved, CaseState::approved_in_part}) {
    const auto revoke = [&](const std::string& reasons) {
      return make_move<CaseMachine>(approved, CaseAct::revoke, by,
                                    needs_met(mainstreaming, true, reasons));
    };
    EXPECT_EQ(revoke("").error().message, "revoke still needs reasons");
    EXPECT_EQ(revoke("its team has withdrawn it"), CaseState::closed);
  }
  EXPECT_FALSE(make_move<CaseMachine>(CaseState::in_force, CaseAct::revoke, by,
                                      needs_met(mainstreaming, true, "too late")));
}

TEST(Review, IsDueAYearAfterItCameInForceOrWasContinued) {
  const Date in_force(20'000);
  EXPECT_EQ(review_due(in_force, {}), Date(20'365));
  EXPECT_EQ(review_due(in_force, Date(20'300)), Date(20'665));
  EXPECT_EQ(review_due(in_force, Date(19'990)), Date(20'365)) << "decided before it began";
}

}  // namespace
}  // namespace tributary::ecosystem
