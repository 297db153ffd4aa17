#include <gtest/gtest.h>

#include <algorithm>

#include "ecosystem/framework/change_map.h"
#include "ecosystem/framework/framework_version.h"
#include "ecosystem/framework/starter_framework.h"
#include "ecosystem/framework/version_number.h"

namespace tributary::ecosystem {
namespace {

FrameworkItem item(std::string key, std::string text = "as it was") {
  FrameworkItem made;
  made.key = {std::move(key)};
  made.kind = made.key.value.front() == 'E' ? ItemKind::element : ItemKind::principle;
  made.name = "name of " + made.key.value;
  made.text = std::move(text);
  made.level_descriptors.fill("described");
  return made;
}

FrameworkVersion version(std::string_view number, std::vector<FrameworkItem> items) {
  return {.number = parse_version_number(number).value(),
          .title = "Elements and principles",
          .items = std::move(items)};
}

std::string refusal(const Result<>& result) { return result ? "" : result.error().text(); }

TEST(VersionNumber, ReadsWhatItWrites) {
  for (const auto* text : {"0.1.0", "1.0.0", "12.345.999999"}) {
    EXPECT_EQ(parse_version_number(text).value().text(), text);
  }
  for (const auto* text : {"", "1", "1.2", "1.2.3.4", "1.2.x", "01.2.3", "1.02.3", "-1.0.0",
                           "1.2.3 ", "1..3", "1.2.1000000", "99999999999.0.0"}) {
    const auto refused = parse_version_number(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().context, text);
  }
}

TEST(VersionNumber, GrowsByTheStepAndBeginsAnewBelowIt) {
  const VersionNumber number{1, 4, 2};
  EXPECT_EQ(number.next(Bump::patch).text(), "1.4.3");
  EXPECT_EQ(number.next(Bump::minor).text(), "1.5.0");
  EXPECT_EQ(number.next(Bump::major).text(), "2.0.0");
  EXPECT_LT(number.next(Bump::patch), number.next(Bump::minor));
  EXPECT_LT((VersionNumber{1, 9, 0}), (VersionNumber{1, 10, 0}));
}

TEST(FrameworkVersion, IsCompleteWithAnElementAPrincipleAndAllLevels) {
  EXPECT_TRUE(check_complete(version("0.1.0", {item("E1"), item("P1")})));
}

TEST(FrameworkVersion, SaysWhichItemLacksWhat) {
  const auto with = [](auto change) {
    auto items = std::vector{item("E1"), item("E2"), item("P1")};
    change(items);
    return refusal(check_complete(version("0.1.0", items)));
  };
  EXPECT_EQ(with([](auto& items) { items.pop_back(); }),
            "0.1.0: a framework has at least one principle");
  EXPECT_EQ(with([](auto& items) { items[1].key = {"E1"}; }), "0.1.0: E1: the key is given twice");
  EXPECT_EQ(with([](auto& items) { items[1].key = {"E02"}; }),
            "0.1.0: E02: an element's key reads like E4, a principle's like P10");
  EXPECT_EQ(with([](auto& items) { items[2].key = {"E3"}; }),
            "0.1.0: E3: an element's key reads like E4, a principle's like P10");
  EXPECT_EQ(with([](auto& items) { items[0].name.clear(); }), "0.1.0: E1: the name is missing");
  EXPECT_EQ(with([](auto& items) { items[0].text.clear(); }), "0.1.0: E1: the text is missing");
  EXPECT_EQ(with([](auto& items) { items[2].level_descriptors[4].clear(); }),
            "0.1.0: P1: level 4 (embedded_and_learning) is not described");
}

TEST(StarterFramework, IsACompleteDraftOfNineElementsAndTenPrinciples) {
  const auto starter = starter_framework();
  EXPECT_EQ(starter.number.text(), "0.1.0");
  EXPECT_EQ(refusal(check_complete(starter)), "");
  EXPECT_EQ(std::ranges::count(starter.items, ItemKind::element, &FrameworkItem::kind), 9);
  EXPECT_EQ(std::ranges::count(starter.items, ItemKind::principle, &FrameworkItem::kind), 10);
  for (const auto& each : starter.items) {
    EXPECT_FALSE(each.evidence_types.empty()) << each.key.value;
    auto levels = each.level_descriptors;
    std::ranges::sort(levels);
    EXPECT_EQ(std::ranges::adjacent_find(levels), levels.end()) << each.key.value;
  }
}

class ChangeMapTest : public testing::Test {
 protected:
  FrameworkVersion older_ = version("1.2.3", {item("E1"), item("E2"), item("E3"), item("P1")});
};

TEST_F(ChangeMapTest, ByKeysTellsUnchangedRewordedRemovedAndAdded) {
  const auto newer =
      version("2.0.0", {item("E1"), item("E2", "other words"), item("E4"), item("P1")});
  const auto map = change_map_by_keys(older_, newer);
  EXPECT_EQ(map, (ChangeMap{{ChangeKind::unchanged, {{"E1"}}, {{"E1"}}},
                            {ChangeKind::reworded, {{"E2"}}, {{"E2"}}},
                            {ChangeKind::removed, {{"E3"}}, {}},
                            {ChangeKind::unchanged, {{"P1"}}, {{"P1"}}},
                            {ChangeKind::added, {}, {{"E4"}}}}));
  EXPECT_TRUE(check_change_map(map, older_, newer));
}

TEST_F(ChangeMapTest, LevelsCarryAlongUnchangedAndRewordedItemsOnly) {
  const auto newer = version("2.0.0", {item("E1"), item("E2", "other words"), item("E5"),
                                       item("E6"), item("P1", "other words")});
  const ChangeMap map = {{ChangeKind::unchanged, {{"E1"}}, {{"E1"}}},
                         {ChangeKind::reworded, {{"E2"}}, {{"E2"}}},
                         {ChangeKind::split, {{"E3"}}, {{"E5"}, {"E6"}}},
                         {ChangeKind::reworded, {{"P1"}}, {{"P1"}}}};
  ASSERT_TRUE(check_change_map(map, older_, newer));
  const std::map<ItemKey, Level> levels = {
      {{"E1"}, Level::established}, {{"E2"}, Level::absent}, {{"E3"}, Level::ad_hoc}};
  EXPECT_EQ(carried_over(levels, map),
            (std::map<ItemKey, Level>{{{"E1"}, Level::established}, {{"E2"}, Level::absent}}))
      << "E3 was split and P1 was never assessed";
}

TEST_F(ChangeMapTest, TheNumberGrowsAsMuchAsTheChangesAsk) {
  const ChangeMap reworded = {{ChangeKind::reworded, {{"E1"}}, {{"E1"}}}};
  const ChangeMap added = {{ChangeKind::added, {}, {{"E4"}}}};
  const ChangeMap merged = {{ChangeKind::merged, {{"E1"}, {"E2"}}, {{"E1"}}}};
  EXPECT_TRUE(check_number({1, 2, 3}, {1, 2, 4}, reworded));
  EXPECT_TRUE(check_number({1, 2, 3}, {2, 0, 0}, reworded)) << "new words may change a meaning";
  EXPECT_FALSE(check_number({1, 2, 3}, {1, 2, 3}, reworded));
  EXPECT_TRUE(check_number({1, 2, 3}, {1, 3, 0}, added));
  EXPECT_FALSE(check_number({1, 2, 3}, {1, 2, 4}, added));
  EXPECT_EQ(refusal(check_number({1, 2, 3}, {1, 3, 0}, merged)),
            "1.3.0: after 1.2.3 what changed makes it 2.0.0 at least");
}

TEST_F(ChangeMapTest, ThatLeavesSomethingOutOrTellsItTwiceIsRefused) {
  const auto newer = version("1.2.4", {item("E1"), item("E2"), item("E3"), item("P1", "new")});
  const auto refused = [&](auto change) {
    auto map = change_map_by_keys(older_, newer);
    change(map);
    return refusal(check_change_map(map, older_, newer));
  };
  EXPECT_EQ(refused([](auto&) {}), "");
  EXPECT_EQ(refused([](auto& map) { map.erase(map.begin()); }),
            "change map: E1: nothing tells of this item of version 1.2.3");
  EXPECT_EQ(refused([](auto& map) { map.push_back(map[1]); }),
            "change map: E2: the item stands in two lines");
  EXPECT_EQ(refused([](auto& map) { map[0].from = {{"E9"}}; }),
            "change map: E9: version 1.2.3 has no such item");
  EXPECT_EQ(refused([](auto& map) { map[3].kind = ChangeKind::unchanged; }),
            "change map: P1: its key or words are not the same as before");
  EXPECT_EQ(refused([](auto& map) { map[0].kind = ChangeKind::split; }),
            "change map: E1: split does not go from 1 to 1 items");
  EXPECT_EQ(refused([](auto& map) { map.push_back({}); }), "change map: a line names no item");
  EXPECT_EQ(refused([](auto& map) {
              std::swap(map[0].to, map[3].to);
              map[0].kind = map[3].kind = ChangeKind::reworded;
            }),
            "change map: P1: it is of another kind");
}

}  // namespace
}  // namespace tributary::ecosystem
