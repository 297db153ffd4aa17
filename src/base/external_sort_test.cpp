#include "base/external_sort.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace tributary {
namespace {

using Groups = std::map<std::string, std::vector<std::string>>;

/// What the sort gives must be what a std::map gives, in order, however little memory it has.
void compare(const std::vector<std::pair<std::string, std::string>>& items,
             std::size_t memory_bytes, bool must_spill) {
  Groups expected;
  ExternalSort sort(memory_bytes);
  for (const auto& [key, item] : items) {
    expected[key].push_back(item);
    ASSERT_TRUE(sort.add(key, item));
  }
  ASSERT_TRUE(sort.finish());
  EXPECT_EQ(sort.spilled_runs() > 0, must_spill);
  KeyGroup group;
  auto next_expected = expected.begin();
  for (;;) {
    const auto more = sort.next(group);
    ASSERT_TRUE(more) << more.error().text();
    if (!*more) break;
    ASSERT_NE(next_expected, expected.end());
    ASSERT_EQ(group.key, next_expected->first);
    ASSERT_EQ(std::vector<std::string>(group.items.begin(), group.items.end()),
              next_expected->second);
    ++next_expected;
  }
  EXPECT_EQ(next_expected, expected.end());
}

std::vector<std::pair<std::string, std::string>> random_items(std::uint32_t seed,
                                                              std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::pair<std::string, std::string>> items;
  for (std::size_t number = 0; number < count; ++number) {
    // Keys that are prefixes of each other, with equal first bytes, beyond ASCII, and with zeros.
    const std::string starts[] = {"2015-1-DE01-KA202-", "1010", "10104613", "é",
                                  std::string("zero\0zero\0", 10)};
    std::string key = starts[random() % 5];
    key += std::to_string(random() % (count / 5 + 1));
    if (random() % 4 == 0) key.resize(key.size() + random() % 4);
    items.emplace_back(key, std::string(random() % 300, 'a') + std::to_string(number));
  }
  return items;
}

TEST(ExternalSort, GroupsInMemory) { compare(random_items(1, 2000), 4 << 20, false); }

TEST(ExternalSort, GroupsThroughRuns) {
  for (std::uint32_t seed = 2; seed < 12; ++seed) {
    compare(random_items(seed, 3000), 4096 << seed % 6, true);
  }
}

TEST(ExternalSort, TakesItemsLargerThanItsMergeBuffers) {
  auto items = random_items(20, 500);
  for (std::size_t at = 0; at < items.size(); at += 50) items[at].second.assign(45000, 'z');
  compare(items, 150000, true);
}

TEST(ExternalSort, OfNothingIsNothing) { compare({}, 4096, false); }

TEST(ExternalSort, RefusesAnItemThatDoesNotFit) {
  ExternalSort sort(4096);
  const auto added = sort.add("key", std::string(5000, 'x'));
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::too_long);
}

}  // namespace
}  // namespace tributary
