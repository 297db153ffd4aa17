#include "app/scouting/needs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/scouting/scouting_catalogue.h"

namespace tributary::app {
namespace {

using testing::ElementsAre;

class NeedsTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  void SetUp() override {
    std::vector<MadeProject> projects{
        {.key = "1", .title = "Mentors for apprentices in small firms of the welding trade"},
        {.key = "2", .title = "Mentors for apprentices in small firms of the bakery trade"},
        {.key = "3", .title = "Mentors of the bakery trade", .country = "RO"},
        {.key = "4", .title = "Welding glasses for the apprentices", .country = "RO"},
        {.key = "5", .title = "Ovens of small bakery firms"},
        {.key = "6", .title = "Welding of bridges"}};
    for (int other = 10; other < 60; ++other) {
      projects.push_back({.key = std::to_string(other), .title = "Fishing boats of the coast"});
    }
    import(projects);
  }
  NeedAnswer answer(const NeedQuery& query) {
    const auto found = portal().projects_for_need(query);
    EXPECT_TRUE(found) << found.error().text();
    return found ? *found : NeedAnswer{};
  }
  static NeedHit hit(const std::string& slug, const NeedAnswer& answer) {
    const auto found =
        std::ranges::find(answer.hits, slug, [](const NeedHit& hit) { return hit.project.slug; });
    EXPECT_NE(found, answer.hits.end()) << slug;
    return found == answer.hits.end() ? NeedHit{} : *found;
  }
  static std::vector<std::string> slugs(const NeedAnswer& answer) {
    std::vector<std::string> slugs;
    for (const auto& hit : answer.hits) slugs.push_back(hit.project.slug);
    return slugs;
  }
};

TEST_F(NeedsTest, CloserProjectsComeFirstWithTheirWords) {
  const auto found = answer({.text = "a mentor for the apprentices of a small bakery"});
  ASSERT_FALSE(found.hits.empty());
  EXPECT_EQ(found.hits[0].project.slug, "cordis-2");
  EXPECT_EQ(found.language, "en");
  std::vector<std::string> words;
  for (const auto& shared : found.hits[0].shared) words.push_back(shared.word);
  EXPECT_THAT(words, testing::IsSupersetOf({"mentor", "apprentices", "small", "bakery"}));
  for (const auto& hit : found.hits) {
    EXPECT_EQ(hit.score, hit.closeness.value) << "without innovations nothing is taken off";
    EXPECT_GT(hit.closeness.value, 0);
    EXPECT_LE(hit.closeness.value, 1);
  }
}

TEST_F(NeedsTest, WhatAKnownInnovationDoesFallsBehind) {
  NeedQuery query{.text = "mentors for apprentices in small firms"};
  const auto before = answer(query);
  EXPECT_EQ(hit("cordis-1", before).score, hit("cordis-2", before).score);
  query.known = {{.id = {7}, .words = "mentors for apprentices of the bakery trade"},
                 {.id = {8}, .words = "something else that nobody has in mind"}};
  const auto found = answer(query);
  EXPECT_EQ(found.compared, 2U);
  const auto welding = hit("cordis-1", found), bakery = hit("cordis-2", found);
  EXPECT_GT(welding.score, bakery.score);
  ASSERT_TRUE(welding.nearest && bakery.nearest);
  EXPECT_EQ(bakery.nearest->id.value, 7);
  EXPECT_GT(bakery.nearest->closeness.value, welding.nearest->closeness.value);
  EXPECT_DOUBLE_EQ(bakery.score, bakery.closeness.value * (1 - bakery.nearest->closeness.value));
}

TEST_F(NeedsTest, FiltersHold) {
  EXPECT_THAT(slugs(answer({.text = "mentors of a bakery", .filters = {{"country", {"RO"}}}})),
              ElementsAre("cordis-3"));
}

TEST_F(NeedsTest, WhatSaysNothingFindsNothing) {
  EXPECT_TRUE(answer({.text = ""}).hits.empty());
  EXPECT_TRUE(answer({.text = "quantum"}).hits.empty());
  EXPECT_EQ(answer({.text = "kurz", .language = "de"}).language, "de");
  const auto refused = portal().projects_for_need({.text = std::string(5'001, 'a')});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().context, "text");
}

}  // namespace
}  // namespace tributary::app
