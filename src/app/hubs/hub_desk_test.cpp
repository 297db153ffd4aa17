#include "app/hubs/hub_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/hubs/hub_filter.h"
#include "app/hubs/hub_places.h"
#include "app/scouting/scouting_catalogue.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using testing::ElementsAre;
using testing::HasSubstr;

eco::Actor manager_of(const std::string& slug, std::int64_t person) {
  return {
      .person = {person},
      .grants = {{eco::Role::member, {}}, {eco::Role::hub_manager, {eco::ScopeKind::hub, slug}}}};
}

const eco::Actor kAdministrator{.person = {1}, .grants = {{eco::Role::administrator, {}}}};
const eco::Actor kManager = manager_of("south", 2), kOther = manager_of("north", 3);

eco::HubContent southern_hub() {
  return {.texts = {{"fr", "Le sud", "Ce qui s'y fait."}, {"en", "The south", "What is done."}},
          .query = "mentors",
          .choices = {{"country", "PT"}, {"country", "GR"}}};
}

class HubDeskTest : public sql::DatabaseTest, protected ScoutingCatalogue {
 protected:
  HubDeskTest() : ScoutingCatalogue(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    import({{.key = "1", .title = "Mentors in schools"}, {.key = "2", .title = "Fishing boats"}});
    ASSERT_TRUE(desk_.create(kAdministrator, {"south", southern_hub()}, portal()));
  }

  /// As it is now, for who manages it.
  SeenHub seen() { return {"south", view(kManager).stored.revision}; }
  HubView view(const eco::Actor& actor) { return desk_.view(actor, "south").value(); }
  void open() { ASSERT_TRUE(desk_.move(kManager, {"south", seen().seen, eco::HubAct::open})); }
  eco::HubNews news(const std::string& title) const {
    return {.language = "fr", .title = title, .body = "Texte.", .day = clock_.today()};
  }

  store::ConnectionPool connections_{database_.location()};
  HubDesk desk_{connections_, clock_};
};

TEST_P(HubDeskTest, ADraftIsThereForItsManagersAndAdministratorsAlone) {
  for (const auto& stranger : {eco::Actor{}, kOther}) {
    EXPECT_EQ(desk_.view(stranger, "south").error().code, ErrorCode::not_found);
    EXPECT_TRUE(desk_.list(stranger)->hubs.empty());
  }
  EXPECT_TRUE(view(kManager).may_edit);
  EXPECT_FALSE(view(kAdministrator).may_edit) << "who makes a hub does not write it";
  open();
  EXPECT_EQ(desk_.list({})->hubs.front().slug, "south");
  EXPECT_FALSE(view({}).may_edit);
}

TEST_P(HubDeskTest, OnlyAnAdministratorMakesAHubAndNoAddressTwice) {
  EXPECT_EQ(desk_.create(kManager, {"west", southern_hub()}, portal()).error().code,
            ErrorCode::not_permitted);
  EXPECT_EQ(desk_.create(kAdministrator, {"south", southern_hub()}, portal()).error().code,
            ErrorCode::conflict);
}

TEST_P(HubDeskTest, WhatIsRefusedOfAFilterIsNamedByItsCharacter) {
  auto content = southern_hub();
  content.query = "élève AND budget:soon";
  const auto misread = desk_.create(kAdministrator, {"west", content}, portal());
  ASSERT_FALSE(misread);
  EXPECT_EQ(misread.error().context, "query");
  EXPECT_THAT(misread.error().message, HasSubstr("At character 11:"));
  content = southern_hub();
  content.choices.push_back({"moon", "full"});
  const auto unknown = desk_.edit(kManager, seen(), content, portal());
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().context, "choices");
  EXPECT_THAT(unknown.error().message, HasSubstr("moon"));
  EXPECT_EQ(view(kManager).stored.content, southern_hub()) << "nothing of it was taken";
}

TEST_P(HubDeskTest, AnotherHubsManagerChangesNothing) {
  open();
  const auto hub = seen();
  const auto before = view({}).stored.revision;
  for (const auto& stranger : {kOther, kAdministrator}) {
    EXPECT_EQ(desk_.edit(stranger, hub, southern_hub(), portal()).error().code,
              ErrorCode::not_permitted);
    EXPECT_EQ(desk_.publish(stranger, hub, news("Faux")).error().code, ErrorCode::not_permitted);
    EXPECT_EQ(desk_.move(stranger, {"south", hub.seen, eco::HubAct::close}).error().code,
              ErrorCode::not_permitted);
  }
  EXPECT_EQ(view({}).stored.revision, before);
}

TEST_P(HubDeskTest, WhoHasNotSeenTheLastChangeIsToldAndNothingIsLost) {
  const auto stale = seen();
  auto content = southern_hub();
  content.texts[0].name = "Le grand sud";
  ASSERT_TRUE(desk_.edit(kManager, stale, content, portal()));
  for (const auto& refused : {desk_.edit(kManager, stale, southern_hub(), portal()),
                              desk_.withdraw(kManager, stale, 1)}) {
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(refused.error().refusal->code, "stale");
  }
  EXPECT_EQ(desk_.publish(kManager, stale, news("Tard")).error().code, ErrorCode::conflict);
  EXPECT_EQ(view(kManager).stored.content, content);
}

TEST_P(HubDeskTest, NewsAreShownUntilTheyAreWithdrawnAndKeepTheirNumbers) {
  open();
  ASSERT_EQ(desk_.publish(kManager, seen(), news("Un")).value(), 1);
  ASSERT_EQ(desk_.publish(kManager, seen(), news("Deux")).value(), 2);
  ASSERT_TRUE(desk_.withdraw(kManager, seen(), 2));
  EXPECT_EQ(desk_.withdraw(kManager, seen(), 2).error().code, ErrorCode::not_found);
  ASSERT_EQ(desk_.publish(kManager, seen(), news("Trois")).value(), 3);
  const auto titles = [](const HubView& view) {
    std::vector<std::string> told;
    for (const auto& one : view.news) told.push_back(one.news.title);
    return told;
  };
  EXPECT_THAT(titles(view({})), ElementsAre("Trois", "Un"));
  EXPECT_THAT(titles(view(kManager)), ElementsAre("Trois", "Deux", "Un"));
}

TEST_P(HubDeskTest, ACallLeavesWhenItsDeadlineHasPassed) {
  open();
  const Date tomorrow(clock_.today().days_since_epoch() + 1);
  ASSERT_TRUE(
      desk_.add_call(kManager, seen(), {"KA220", "en", "", tomorrow, "https://example.org/call"}));
  EXPECT_EQ(view({}).calls.size(), 1U);
  const FixedClock later(Date(tomorrow.days_since_epoch() + 1));
  HubDesk then(connections_, later);
  EXPECT_TRUE(then.view({}, "south")->calls.empty());
  EXPECT_EQ(then.view(kManager, "south")->calls.size(), 1U) << "who keeps the page may take it off";
  ASSERT_TRUE(then.remove_call(kManager, seen(), 1));
  EXPECT_TRUE(view(kManager).calls.empty());
}

TEST_P(HubDeskTest, OnlyAProjectOfTheCatalogueIsHighlightedAndOnce) {
  EXPECT_EQ(
      desk_.highlight(kManager, seen(), {"cordis-9", "en", "Good."}, portal()).error().context,
      "project");
  ASSERT_TRUE(desk_.highlight(kManager, seen(), {"cordis-1", "en", "Good."}, portal()));
  EXPECT_EQ(desk_.highlight(kManager, seen(), {"cordis-1", "fr", "Bon."}, portal()).error().code,
            ErrorCode::conflict);
  ASSERT_TRUE(desk_.remove_highlight(kManager, seen(), 1));
  EXPECT_TRUE(view(kManager).highlights.empty());
}

TEST_P(HubDeskTest, AnOpenHubKeepsItsDescription) {
  open();
  auto content = southern_hub();
  content.texts[0].description = " ";
  EXPECT_EQ(desk_.edit(kManager, seen(), content, portal()).error().context,
            "texts[0].description");
}

TEST_P(HubDeskTest, EveryChangeStandsInTheTrail) {
  open();
  ASSERT_TRUE(desk_.publish(kManager, seen(), news("Un")));
  ASSERT_TRUE(desk_.withdraw(kManager, seen(), 1));
  auto reading = store::Reading::begin(connections_).value();
  std::vector<std::string> actions;
  const auto entries = store::audit_entries(reading.connection(), "hub/south", 0, 10).value();
  for (const auto& entry : entries) actions.push_back(entry.entry.action);
  EXPECT_THAT(actions, ElementsAre("hub.create", "hub.open", "hub.publish", "hub.withdraw"));
}

TEST(HubFilter, JoinsWordsSoThatEachStaysWhole) {
  EXPECT_EQ(words_within("a OR b", "c OR d"), "(a OR b) AND (c OR d)");
  EXPECT_EQ(words_within("", "c"), "c");
  EXPECT_EQ(words_within("a", ""), "a");
  EXPECT_EQ(words_for(*eco::quarter_named("2026-Q4")), "start:2026-10..2026-12");
}

TEST(HubFilter, FindsPilotsOfGreeceByBothOfItsCodes) {
  EXPECT_THAT(member_states_of(southern_hub()), ElementsAre("PT", "GR", "EL"));
}

TEST(HubFilter, FindsTheRegionsOfItsWords) {
  auto hub = southern_hub();
  hub.query = "(region:FRL0 OR region:\"Alto Minho\") NOT region:PT11 AND xregion:no -region:ES";
  EXPECT_THAT(regions_of(hub), ElementsAre("FRL0", "Alto Minho"));
}

TEST(HubPlaces, HaveWhatLiesInOneOfTheCountriesAndInOneOfTheRegions) {
  auto hub = southern_hub();
  store::PublishedOrganisation school{.country = "EL", .nuts = "EL30", .region = "Αττική"};
  EXPECT_TRUE(HubPlaces(hub).has(school));
  hub.query = "mentors region:el3";
  EXPECT_TRUE(HubPlaces(hub).has(school)) << "a part of the region";
  hub.query = "region:EL4 OR region:\"Αττικη\"";
  EXPECT_TRUE(HubPlaces(hub).has(school)) << "by its name";
  hub.query = "region:EL4";
  EXPECT_FALSE(HubPlaces(hub).has(school));
  hub.choices = {{"country", "PT"}};
  hub.query = "region:EL3";
  EXPECT_FALSE(HubPlaces(hub).has(school));
  hub.choices = {{"topic", "welding"}};
  EXPECT_TRUE(HubPlaces(hub).has(school));
  hub.query = "welding";
  EXPECT_FALSE(HubPlaces(hub).has_any());
}

TRIBUTARY_ON_BOTH_ENGINES(HubDeskTest);

}  // namespace
}  // namespace tributary::app
