#include "app/demonstration/ecosystem/demonstration_ecosystem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/demonstration/demonstration.h"
#include "app/ecosystem/ecosystem.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

class DemonstrationEcosystemTest : public sql::DatabaseTest {
 protected:
  TemporaryFolder folder_ = TemporaryFolder::create().value();
  FixedClock clock_{Date(20'700)};
  sql::TestDatabase second_database_{GetParam()};
  DataDirectory data_{.root = folder_.path(), .elsewhere = database_.location()};
  DataDirectory second_{.root = folder_.path(), .elsewhere = second_database_.location()};

  Result<DemonstrationEcosystem> fill(const DataDirectory& data) {
    auto catalogue = TRY(store::CatalogueStore::open(data.database()));
    TRY(fill_demonstration(catalogue, clock_));
    return fill_demonstration_ecosystem(data, clock_);
  }

  void fill_here() {
    const auto filled = fill(data_);
    ASSERT_TRUE(filled) << filled.error().text();
    EXPECT_TRUE(filled->is_new);
  }

  static store::AuditVerdict verdict_of(const DataDirectory& data) {
    auto connection = sql::Connection::open(data.database()).value();
    return store::verify_audit_trail(connection).value();
  }

  std::unique_ptr<Ecosystem> open() { return Ecosystem::open(data_, clock_).value(); }
};

TEST_P(DemonstrationEcosystemTest, IsTheSameOnEveryInstallationOfOneDayAndItsTrailIsWhole) {
  fill_here();
  ASSERT_TRUE(fill(second_));
  const auto first = verdict_of(data_), second = verdict_of(second_);
  EXPECT_TRUE(first.is_whole()) << first.faults.front();
  EXPECT_EQ(first.entries, second.entries);
  // The moment of an entry, what was done and its words all enter the chain of hashes.
  EXPECT_EQ(first.last.hash, second.last.hash);
}

TEST_P(DemonstrationEcosystemTest, AnInnovationStandsInEveryStageAndLeftInEveryWay) {
  fill_here();
  std::set<eco::Stage> active;
  std::set<eco::Standing> standings;
  std::int64_t total = 0;
  const auto board = open()->innovations().board().value();
  for (const auto& [state, count] : board) {
    if (state.standing == eco::Standing::active) active.insert(state.stage);
    standings.insert(state.standing);
    total += count;
  }
  EXPECT_EQ(active.size(), eco::kStages);
  EXPECT_EQ(standings.size(), static_cast<std::size_t>(eco::Standing::de_implemented) + 1);
  EXPECT_GE(total, 12);
}

TEST_P(DemonstrationEcosystemTest, FiveStatesAgreedOnTheFirstVersionAndTheNextIsOpen) {
  fill_here();
  const auto ecosystem = open();
  const auto agreed = ecosystem->framework().view({0, 1, 0}).value();
  EXPECT_EQ(agreed.version.summary.state, eco::VersionState::agreed);
  EXPECT_EQ(agreed.outcome->agree, 4U);
  EXPECT_EQ(agreed.outcome->agree_with_reservation, 1U);
  const auto next = ecosystem->framework().view({0, 2, 0}).value();
  EXPECT_EQ(next.version.summary.state, eco::VersionState::consultation);
  EXPECT_TRUE(std::ranges::any_of(next.amendments, [](const store::Amendment& amendment) {
    return amendment.state == eco::AmendmentState::open;
  }));
  EXPECT_EQ(next.outcome->silent.size(), 3U);
}

TEST_P(DemonstrationEcosystemTest, StatesAreAsFarAsTheyAreAndARegionHasItsOwnWord) {
  fill_here();
  const auto ecosystem = open();
  std::set<eco::ApplicationStage> stages;
  const auto overview = ecosystem->applications().overview({}).value();
  for (const auto& row : overview.rows) {
    ASSERT_TRUE(row.file) << name_of(row.jurisdiction);
    if (!row.jurisdiction.is_region()) stages.insert(row.file->application.stage);
  }
  EXPECT_EQ(stages.size(), 5U);
  const auto norte =
      ecosystem->applications().view({.state = {"PT"}, .region = "PT11"}, {}).value();
  EXPECT_FALSE(norte.file.items.at({"E4"}).is_inherited);
  EXPECT_TRUE(norte.file.items.at({"E1"}).is_inherited);
  const auto cyprus = ecosystem->applications().view({.state = {"CY"}}, {}).value();
  EXPECT_FALSE(cyprus.missing.empty()) << "its explanation is still to be written";
}

TEST_P(DemonstrationEcosystemTest, CasesStandInMostStatesAndOneOfEachEndIsThere) {
  fill_here();
  std::set<eco::CaseState> states;
  const auto page = open()->mainstreaming().find({.limit = 100}).value();
  for (const auto& line : page.cases) {
    states.insert(line.stored.state);
  }
  using enum eco::CaseState;
  EXPECT_EQ(states, (std::set{prepared, submitted, under_consideration, approved, declined,
                              in_force, ended, closed}));
}

TEST_P(DemonstrationEcosystemTest, WhatIsInUseSpreadOverYearsAndStatesAndSomeGaveItUp) {
  fill_here();
  const auto ecosystem = open();
  const auto view = ecosystem->adoption().view({1}, {}, {}).value();
  EXPECT_GE(view.spread.size(), 4U);
  EXPECT_TRUE(std::ranges::is_sorted(view.spread, {}, &eco::SpreadPoint::adopted));
  EXPECT_EQ(view.coverage.providers_using, 16U);
  EXPECT_EQ(view.spread.back().adopted, 17U) << "one of them gave it up";
  EXPECT_GT(view.coverage.providers_in_scope, view.coverage.providers_reporting)
      << "nobody heard from all of them";
  EXPECT_EQ(view.states.size(), 5U);
}

TEST_P(DemonstrationEcosystemTest, PilotsOfThreeCountriesFoundSomethingAndNothingAndOneIsRunning) {
  fill_here();
  const auto ecosystem = open();
  std::map<int, eco::EvidenceLevel> by_level;
  std::optional<ProtocolView> repair;
  const auto page = ecosystem->innovations().find({.filter = {}, .text = {}, .limit = 100}).value();
  for (const auto& line : page.innovations) {
    auto evidence = ecosystem->pilots().evidence({}, line.innovation.id).value();
    by_level[evidence.level.level] = evidence.level;
    for (auto& protocol : evidence.protocols) {
      if (protocol.pilots.size() > 1) repair = std::move(protocol);
    }
  }
  ASSERT_TRUE(by_level.contains(1) && by_level.contains(3) && by_level.contains(4));
  EXPECT_EQ(by_level.at(3).better, 1);
  EXPECT_EQ(by_level.at(4).better, 2) << "in Finland and Portugal";
  EXPECT_EQ(by_level.at(4).unclear, 1) << "in Ireland";
  ASSERT_TRUE(repair);
  EXPECT_TRUE(std::ranges::any_of(repair->pilots, [](const PilotLine& line) {
    return line.stored.state == eco::PilotState::running;
  }));
  const auto& synthesis = repair->syntheses.front();
  ASSERT_TRUE(synthesis.pooled) << synthesis.why_not;
  EXPECT_EQ(synthesis.pooled->pilots, 3);
  EXPECT_TRUE(synthesis.pooled->prediction);
  const auto reproduced = ecosystem->pilots().reproduce({}).value();
  for (const auto& again : reproduced) {
    EXPECT_TRUE(again.differences.empty()) << again.site << ": " << again.differences.front();
  }
}

TEST_P(DemonstrationEcosystemTest, ReviewersDifferSoThatTheirAgreementSaysSomething) {
  fill_here();
  const auto ecosystem = open();
  const auto& mentors = eco::InnovationId{1};
  const auto panel = ecosystem->panels().view({}, mentors).value();
  const auto last = panel.rounds.back().round;
  const auto round = ecosystem->panels().round({}, mentors, last).value();
  const auto& agreement = round.scorings.front().agreement;
  ASSERT_TRUE(agreement.alpha.value) << agreement.alpha.why_not;
  EXPECT_LT(*agreement.alpha.value, 1);
}

TEST_P(DemonstrationEcosystemTest, EveryRoleHasAnAccount) {
  fill_here();
  const auto filled = fill_demonstration_ecosystem(data_, clock_).value();
  std::set<eco::Role> roles{eco::Role::visitor, eco::Role::member};
  for (const auto& member : filled.members) {
    for (const auto& grant : member.grants) roles.insert(grant.role);
  }
  EXPECT_EQ(roles.size(), eco::kRoles);
}

TEST_P(DemonstrationEcosystemTest, FillingItOnceMoreChangesNothing) {
  fill_here();
  const auto before = verdict_of(data_);
  const auto again = fill(data_);
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(verdict_of(data_).last.hash, before.last.hash);
}

TEST_P(DemonstrationEcosystemTest, AnEcosystemThatSomebodyHasBegunIsLeftAlone) {
  open();
  const auto before = verdict_of(data_);
  const auto refused = fill(data_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(verdict_of(data_).last.hash, before.last.hash);
  EXPECT_FALSE(open()->is_demonstration().value());
}

TEST_P(DemonstrationEcosystemTest, WithoutItsCatalogueItIsRefused) {
  const auto refused = fill_demonstration_ecosystem(data_, clock_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unmet);
}

TEST_P(DemonstrationEcosystemTest, WhatMovedIsToldNewestFirstWithoutWhatTeamsDoBetweenGates) {
  fill_here();
  const auto ecosystem = open();
  const auto moves = ecosystem->newest_moves(100).value();
  EXPECT_TRUE(std::ranges::is_sorted(moves, std::ranges::greater{}, &store::PublicMove::at));
  std::size_t versions = 0;
  for (const auto& move : moves) {
    if (std::holds_alternative<store::MovedVersion>(move.what)) {
      ++versions;
      continue;
    }
    const auto act = std::get<store::MovedInnovation>(move.what).act;
    EXPECT_TRUE(eco::is_gate_outcome(act) || act == eco::PipelineAct::take_up) << name_of(act);
  }
  EXPECT_EQ(versions, 4U);
  const auto newest = ecosystem->newest_moves(1).value();
  ASSERT_EQ(newest.size(), 1U);
  EXPECT_EQ(newest.front().at, moves.front().at);
}

TEST_P(DemonstrationEcosystemTest, SaysThatItIsADemonstration) {
  fill_here();
  EXPECT_TRUE(open()->is_demonstration().value());
}

TRIBUTARY_ON_BOTH_ENGINES(DemonstrationEcosystemTest);

}  // namespace
}  // namespace tributary::app
