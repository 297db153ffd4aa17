#include "ecosystem/application/framework_application.h"

#include <gtest/gtest.h>

#include "ecosystem/application/peer_review.h"

namespace tributary::ecosystem {
namespace {

FrameworkVersion version() {
  FrameworkVersion made;
  made.number = {1, 0, 0};
  for (const auto* key : {"E1", "E2", "P1"}) made.items.push_back({.key = {key}});
  return made;
}

AppliedItem in_place(Level level) {
  AppliedItem item;
  item.status = ItemStatus::in_place;
  item.self_assessed = level;
  return item;
}

AppliedItem not_applied(std::string explanation) {
  AppliedItem item;
  item.explanation = std::move(explanation);
  return item;
}

AppliedItems complete() {
  return {{{"E1"}, in_place(Level::established)},
          {{"E2"}, not_applied("the law comes next year")},
          {{"P1"}, in_place(Level::ad_hoc)}};
}

std::string refusal(const AppliedItems& items) {
  const auto checked = check_adapt_or_explain(version(), items);
  return checked ? "" : checked.error().text();
}

TEST(Jurisdiction, IsAStateOrARegionOfIt) {
  EXPECT_TRUE(check_jurisdiction({.state = {"PT"}}));
  EXPECT_TRUE(check_jurisdiction({.state = {"PT"}, .region = "PT11"}));
  EXPECT_TRUE(check_jurisdiction({.state = {"FI"}, .region = "FI1B1"}));
  EXPECT_FALSE(check_jurisdiction({.state = {"pt"}}));
  EXPECT_FALSE(check_jurisdiction({.state = {"PRT"}}));
  EXPECT_FALSE(check_jurisdiction({.state = {"PT"}, .region = "RO11"}));
  EXPECT_FALSE(check_jurisdiction({.state = {"PT"}, .region = "PT"}));
  EXPECT_FALSE(check_jurisdiction({.state = {"PT"}, .region = "PT1111"}));
}

TEST(Jurisdiction, IsReadFromTheCodeThatItIsKnownBy) {
  for (const auto* code : {"PT", "PT11"}) {
    EXPECT_EQ(name_of(parse_jurisdiction(code).value()), code);
  }
  EXPECT_TRUE(parse_jurisdiction("PT11").value().is_region());
  EXPECT_FALSE(parse_jurisdiction(""));
  EXPECT_FALSE(parse_jurisdiction("P"));
  EXPECT_FALSE(parse_jurisdiction("pt11"));
}

TEST(AdaptOrExplain, IsMetWhereEachItemIsAppliedOrExplained) { EXPECT_EQ(refusal(complete()), ""); }

TEST(AdaptOrExplain, NamesTheItemThatIsNeither) {
  auto items = complete();
  items[{"E2"}].explanation.clear();
  EXPECT_EQ(refusal(items), "E2: what is not applied is explained");
  items = complete();
  items.erase({"P1"});
  EXPECT_EQ(refusal(items), "P1: nothing is said of it yet");
  items = complete();
  items[{"E9"}] = in_place(Level::emerging);
  EXPECT_EQ(refusal(items), "E9: version 1.0.0 has no such item");
  items = complete();
  items[{"E2"}].status = ItemStatus::not_applicable;
  items[{"E2"}].peer_reviewed = Level::absent;
  EXPECT_EQ(refusal(items), "E2: what is not applicable has no level");
  items = complete();
  items[{"E1"}].from = Date::from_iso("2026-05-02");
  items[{"E1"}].until = Date::from_iso("2026-05-01");
  EXPECT_EQ(refusal(items), "E1: it ends on 2026-05-01, before it begins on 2026-05-02");
}

TEST(AdaptOrExplain, TellsOfAllItemsThatAreNeither) {
  auto items = complete();
  items[{"E2"}].explanation.clear();
  items.erase({"P1"});
  const MissingItems missing = {{{"E2"}, "what is not applied is explained"},
                                {{"P1"}, "nothing is said of it yet"}};
  EXPECT_EQ(not_adapted_or_explained(version(), items), missing);
}

TEST(PeerReview, IsForAnOfficerOfAnotherStateWhoDoesNotSpeakForThisOne) {
  const auto held = [](Role role, std::string state) {
    return Grant{role, {ScopeKind::member_state, std::move(state)}};
  };
  const auto reviewer = [](std::vector<Grant> grants) { return reviewing_state(grants, {"PT"}); };
  EXPECT_EQ(reviewer({held(Role::national_agency_officer, "FI")}), StateCode{"FI"});
  EXPECT_FALSE(reviewer({}));
  EXPECT_FALSE(reviewer({{Role::member, {}}}));
  EXPECT_FALSE(reviewer({held(Role::member_state_representative, "FI")}));
  EXPECT_FALSE(reviewer({held(Role::national_agency_officer, "PT")}));
  EXPECT_FALSE(reviewer(
      {held(Role::national_agency_officer, "FI"), held(Role::member_state_representative, "PT")}));
}

TEST(Levels, TheirDistanceIsUnknownWhereOneIsMissing) {
  auto item = in_place(Level::established);
  EXPECT_EQ(level_distance(item), std::nullopt);
  item.peer_reviewed = Level::ad_hoc;
  EXPECT_EQ(level_distance(item), -2);
  item.peer_reviewed = Level::established;
  EXPECT_EQ(level_distance(item), 0);
}

TEST(Region, HasWhatItsStateHasButForWhatItSaysItself) {
  const AppliedItems region = {{{"E2"}, in_place(Level::emerging)}};
  const auto effective = effective_items(complete(), region);
  EXPECT_EQ(effective.size(), 3);
  EXPECT_EQ(effective.at({"E2"}), (EffectiveItem{in_place(Level::emerging), false}));
  EXPECT_EQ(effective.at({"E1"}), (EffectiveItem{in_place(Level::established), true}));
}

TEST(Gap, IsMeasuredFromThePeersLevelWhereThereIsOneAndNeverFromNone) {
  auto items = complete();
  items[{"E1"}].peer_reviewed = Level::absent;
  const std::map<ItemKey, Level> targets = {{{"E1"}, Level::emerging},
                                            {{"E2"}, Level::established},
                                            {{"P1"}, Level::embedded_and_learning}};
  const auto gaps = gaps_to(targets, items);
  EXPECT_EQ(gaps, (std::vector<Gap>{{{"P1"}, Level::ad_hoc, Level::embedded_and_learning},
                                    {{"E1"}, Level::absent, Level::emerging}}))
      << "E2 has no level, which is not level 0";
  EXPECT_TRUE(gaps_to({{{"E1"}, Level::ad_hoc}}, complete()).empty()) << "it is above already";
}

}  // namespace
}  // namespace tributary::ecosystem
