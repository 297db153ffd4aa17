#include "ecosystem/house_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "base/file.h"

namespace tributary::ecosystem {
namespace {

TEST(HouseRules, HaveTheirWordsInEachLanguageOfThePages) {
  std::set<std::string_view> names;
  for (std::size_t rule = 0; rule < kHouseRules; ++rule) {
    names.insert(name_of(static_cast<HouseRule>(rule)));
  }
  EXPECT_EQ(names.size(), kHouseRules);
  for (const auto* language : {"en", "de", "el"}) {
    const auto words = read_file(Path(TRIBUTARY_SOURCE_DIR) / "web/src/messages/house_rules" /
                                 (std::string(language) + ".ts"));
    ASSERT_TRUE(words);
    for (const auto name : names) {
      EXPECT_NE(words->find("\n  " + std::string(name) + ": \""), std::string::npos)
          << name << " has no words in " << language;
    }
  }
}

TEST(HouseRules, AreNamedByWhatIsRefused) {
  const auto refusal = house_rule(HouseRule::last_innovator);
  EXPECT_EQ(refusal.code, "rule");
  ASSERT_EQ(refusal.parts.size(), 1);
  EXPECT_EQ(refusal.parts[0].name, "rule");
  EXPECT_EQ(refusal.parts[0].words, std::vector<std::string>{"last_innovator"});
}

}  // namespace
}  // namespace tributary::ecosystem
