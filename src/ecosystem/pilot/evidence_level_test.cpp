#include "ecosystem/pilot/evidence_level.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

constexpr auto kByLot = PilotDesignKind::individually_randomised;

PilotFinding better(PilotDesignKind design, std::string site, std::string country,
                    std::int64_t lead) {
  return {.design = design,
          .site = std::move(site),
          .country = {std::move(country)},
          .leads = {{lead}},
          .low = 0.1,
          .high = 0.5};
}

int level_of(const EvidenceFacts& facts) { return evidence_level(facts).level; }

TEST(EvidenceLevel, RisesWithEachFactInTurn) {
  EvidenceFacts facts;
  EXPECT_EQ(level_of(facts), 0);
  facts.has_account = true;
  EXPECT_EQ(level_of(facts), 1);
  facts.pilots = {better(PilotDesignKind::single_group, "Porto", "PT", 1)};
  EXPECT_EQ(level_of(facts), 2);
  facts.pilots.push_back(better(kByLot, "Porto", "PT", 1));
  EXPECT_EQ(level_of(facts), 3);
  facts.pilots.push_back(better(kByLot, "Cluj", "RO", 2));
  EXPECT_EQ(evidence_level(facts).wanted, std::vector{EvidenceFact::cost});
  facts.has_cost = true;
  EXPECT_EQ(level_of(facts), 4);
  EXPECT_EQ(evidence_level(facts).wanted, std::vector{EvidenceFact::scale});
  facts.providers_using = kProvidersAtScale;
  facts.states_using = 2;
  EXPECT_EQ(level_of(facts), 5);
  EXPECT_TRUE(evidence_level(facts).wanted.empty());
}

TEST(EvidenceLevel, ManyChangesWithoutControlStayAtTwo) {
  EvidenceFacts facts{.has_account = true, .has_cost = true};
  for (int site = 0; site < 9; ++site) {
    facts.pilots.push_back(better(PilotDesignKind::single_group, "S" + std::to_string(site),
                                  site % 2 == 0 ? "PT" : "RO", site));
  }
  EXPECT_EQ(level_of(facts), 2);
}

TEST(EvidenceLevel, WhatIsUnclearWorseOrExploratoryDoesNotLiftItAndIsCounted) {
  EvidenceFacts facts{.has_account = true};
  auto exploratory = better(kByLot, "Porto", "PT", 1);
  exploratory.is_exploratory = true;
  auto unclear = better(kByLot, "Cluj", "RO", 2);
  unclear.low = -0.1;
  auto worse = unclear;
  worse.high = -0.05;
  facts.pilots = {exploratory, unclear, worse};
  const auto found = evidence_level(facts);
  EXPECT_EQ(found.level, 1);
  EXPECT_EQ((std::vector{found.better, found.unclear, found.worse}),
            (std::vector<std::int64_t>{1, 1, 1}));
}

TEST(EvidenceLevel, TheSameLeadOrSiteIsNoReplication) {
  EvidenceFacts facts{.has_account = true, .has_cost = true};
  facts.pilots = {better(kByLot, "Porto", "PT", 1), better(kByLot, "Cluj", "RO", 1)};
  EXPECT_EQ(level_of(facts), 3);
  facts.pilots = {better(kByLot, "Porto", "PT", 1), better(kByLot, "Porto", "PT", 2)};
  EXPECT_EQ(level_of(facts), 3);
}

}  // namespace
}  // namespace tributary::ecosystem
