#include "store/application/applications.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sql/testing/test_database.h"
#include "sql/transaction.h"
#include "store/application/applied_items.h"
#include "store/open_database.h"

namespace tributary::store {
namespace {

using ecosystem::ApplicationAct;
using ecosystem::ApplicationStage;
using ecosystem::ItemKey;
using ecosystem::ItemStatus;
using ecosystem::Jurisdiction;
using ecosystem::Level;
using namespace std::chrono_literals;

constexpr Timestamp kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 29}};
const ItemKey kE1{"E1"};

class ApplicationsTest : public sql::DatabaseTest {
 protected:
  sql::Connection connection_ = open_database(database_.location()).value();
  sql::Transaction transaction_ = sql::Transaction::begin(connection_).value();
  FrameworkVersionId older_ = version({1, 0, 0}), newer_ = version({1, 1, 0});

  FrameworkVersionId version(const ecosystem::VersionNumber& number) {
    return insert_framework_version(connection_,
                                    {.summary = {.number = number, .created = kNow}, .text = {}})
        .value();
  }
  ApplicationId begin(const Jurisdiction& jurisdiction, FrameworkVersionId version) {
    return insert_application(
               connection_,
               {.jurisdiction = jurisdiction, .version = version, .begun = kNow, .begun_by = {7}})
        .value();
  }
  ecosystem::AppliedItem stored_item(ApplicationId id) {
    return applied_items(connection_, id).value().at(kE1).item;
  }
};

TEST_P(ApplicationsTest, AStateHasOneOfAVersion) {
  const auto id = begin({.state = {"PT"}}, older_);
  EXPECT_EQ(
      insert_application(connection_, {.jurisdiction = {{"PT"}}, .version = older_}).error().code,
      ErrorCode::conflict);
  const auto found = find_application(connection_, {.state = {"PT"}}, older_).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, id);
  EXPECT_EQ(found->begun, kNow);
  EXPECT_EQ(found->begun_by.value, 7);
  EXPECT_EQ(found->stage, ApplicationStage::design);
  EXPECT_FALSE(find_application(connection_, {.state = {"PT"}}, newer_).value());
  EXPECT_EQ(application(connection_, {99}).error().code, ErrorCode::not_found);
}

TEST_P(ApplicationsTest, AreListedByStateAndTheNewestVersionFirst) {
  begin({.state = {"PT"}, .region = "PT11"}, older_);
  begin({.state = {"CY"}}, older_);
  begin({.state = {"PT"}}, older_);
  begin({.state = {"PT"}}, newer_);
  std::vector<std::string> of_version, of_state;
  const auto older = applications_of_version(connection_, older_).value();
  for (const auto& one : older) {
    of_version.push_back(name_of(one.jurisdiction));
  }
  EXPECT_EQ(of_version, (std::vector<std::string>{"CY", "PT", "PT11"}));
  const auto portuguese = applications_of_state(connection_, {"PT"}).value();
  ASSERT_EQ(portuguese.size(), 3);
  EXPECT_EQ(portuguese[0].version, newer_);
  EXPECT_EQ(name_of(portuguese[2].jurisdiction), "PT11");
}

TEST_P(ApplicationsTest, WhatIsSaidOfAnItemIsReadAsItWasWritten) {
  const auto id = begin({.state = {"PT"}}, older_);
  ecosystem::AppliedItem said{.status = ItemStatus::partly,
                              .self_assessed = Level::emerging,
                              .peer_reviewed = {},
                              .adaptation = "In words of our own",
                              .explanation = "",
                              .evidence_links = {"https://example.org/b", "https://example.org/a"},
                              .responsible_body = "Ministério da Educação",
                              .from = Date::from_iso("2026-01-01"),
                              .until = {}};
  ASSERT_TRUE(put_applied_item(connection_, id, kE1, {.item = said}));
  EXPECT_EQ(stored_item(id), said);
  said.self_assessed.reset();
  said.evidence_links = {"https://example.org/c"};
  ASSERT_TRUE(put_applied_item(connection_, id, kE1, {.item = said, .is_carried = true}));
  EXPECT_EQ(stored_item(id), said) << "no level is not level 0";
  EXPECT_TRUE(applied_items(connection_, id).value().at(kE1).is_carried);
}

TEST_P(ApplicationsTest, TheLastPeerReviewCountsAndAllAreKept) {
  const auto id = begin({.state = {"PT"}}, older_);
  ecosystem::AppliedItem said{.status = ItemStatus::in_place, .self_assessed = Level::established};
  ASSERT_TRUE(put_applied_item(connection_, id, kE1, {.item = said}));
  for (const auto level : {Level::absent, Level::emerging}) {
    ASSERT_TRUE(insert_peer_review(
        connection_, id,
        {.item = kE1, .level = level, .reasons = "seen", .state = {"FI"}, .at = kNow, .by = {8}}));
  }
  EXPECT_EQ(stored_item(id).peer_reviewed, Level::emerging);
  EXPECT_EQ(stored_item(id).self_assessed, Level::established);
  const auto reviews = peer_reviews(connection_, id).value();
  ASSERT_EQ(reviews.size(), 2);
  EXPECT_EQ(reviews[0].level, Level::absent);
  EXPECT_EQ(reviews[1].state.value, "FI");

  said = {.status = ItemStatus::not_applicable, .explanation = "no such schools"};
  ASSERT_TRUE(put_applied_item(connection_, id, kE1, {.item = said}));
  EXPECT_EQ(stored_item(id).peer_reviewed, std::nullopt) << "what is not applicable has no level";
}

TEST_P(ApplicationsTest, TargetsAreReplacedAndMovesAddedTo) {
  const auto id = begin({.state = {"PT"}}, older_);
  ASSERT_TRUE(
      put_application_targets(connection_, id, {{kE1, Level::emerging}, {{"P1"}, Level::ad_hoc}}));
  const Targets targets{{kE1, Level::established}};
  ASSERT_TRUE(put_application_targets(connection_, id, targets));
  EXPECT_EQ(application_targets(connection_, id).value(), targets);

  const std::pair<ApplicationAct, ApplicationStage> made[] = {
      {ApplicationAct::legislate, ApplicationStage::legislative_process},
      {ApplicationAct::redesign, ApplicationStage::design}};
  for (const auto& [act, to] : made) {
    ASSERT_TRUE(record_application_move(
        connection_, application(connection_, id).value(),
        {.act = act, .to = to, .at = kNow, .by = {7}, .reasons = "because"}));
  }
  const auto moves = application_moves(connection_, id).value();
  ASSERT_EQ(moves.size(), 2);
  EXPECT_EQ(moves[0].to, ApplicationStage::legislative_process);
  EXPECT_EQ(moves[1].reasons, "because");
  EXPECT_EQ(application(connection_, id).value().stage, ApplicationStage::design);
  EXPECT_EQ(application(connection_, id).value().revision.value, 3);
}

TRIBUTARY_ON_BOTH_ENGINES(ApplicationsTest);

}  // namespace
}  // namespace tributary::store
