#include "ecosystem/innovation/innovation.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

InnovationText complete() {
  return {.title = "Mentors from small firms",
          .problem = "Apprentices leave in their first months.",
          .what_is_new = "A mentor of another firm, paid by a pool.",
          .target_group = "Apprentices in firms with fewer than ten people",
          .eqf_levels = {3, 4},
          .isced_field = "0715",
          .setting = Setting::workplace,
          .type = OsloType::organisation,
          .novelty = NoveltyScope::member_state,
          .novelty_justification = "No pool of this kind is known in the country.",
          .theory_of_change = "Who can speak to an outsider stays.",
          .intended_outcomes = {"more apprentices are there after a year"},
          .resources = "Two hours a week of a mentor for ten apprentices",
          .licence = "CC-BY-4.0",
          .languages = {"en", "pt"},
          .projects = {},
          .framework_items = {{"E7"}, {"P2"}}};
}

std::vector<std::string> fields_of(const InnovationText& text) {
  std::vector<std::string> fields;
  for (const auto& problem : problems_of(text)) fields.push_back(problem.field);
  return fields;
}

using Fields = std::vector<std::string>;

TEST(InnovationText, IsCompleteWithoutSourceProjects) {
  EXPECT_EQ(fields_of(complete()), Fields{});
}

TEST(InnovationText, AllThatIsMissingIsToldAtOnceInTheOrderOfTheForm) {
  EXPECT_EQ(fields_of({}),
            (Fields{"title", "problem", "what_is_new", "target_group", "eqf_levels", "isced_field",
                    "setting", "type", "novelty", "novelty_justification", "theory_of_change",
                    "intended_outcomes", "resources", "licence", "languages", "framework_items"}));
}

TEST(InnovationText, OneFieldThatIsWrongIsNamedAlone) {
  const auto with = [](auto change) {
    auto text = complete();
    change(text);
    return fields_of(text);
  };
  EXPECT_EQ(with([](auto& text) { text.title = " \n"; }), Fields{"title"});
  for (const std::vector<int>& levels : {std::vector{0}, {9}, {4, 3}, {3, 3}}) {
    EXPECT_EQ(with([&](auto& text) { text.eqf_levels = levels; }), Fields{"eqf_levels"});
  }
  for (const auto* field : {"7", "07151", "07a"}) {
    EXPECT_EQ(with([&](auto& text) { text.isced_field = field; }), Fields{"isced_field"});
  }
  EXPECT_EQ(with([](auto& text) { text.languages = {"en", "English"}; }), Fields{"languages"});
  for (const std::vector<ItemKey>& items :
       {std::vector<ItemKey>{}, {{"X1"}}, {{"E0"}}, {{"E7"}, {"E7"}}}) {
    EXPECT_EQ(with([&](auto& text) { text.framework_items = items; }), Fields{"framework_items"});
  }
}

TEST(Lineage, MayJoinAndPartButNeverTurnBackOnItself) {
  const InnovationId first{1}, second{2}, third{3}, fourth{4};
  const std::vector<Lineage> known = {{second, first, LineageKind::adapts},
                                      {third, second, LineageKind::reimagines}};
  EXPECT_TRUE(check_lineage(known, {fourth, third, LineageKind::adapts}));
  EXPECT_TRUE(check_lineage(known, {third, first, LineageKind::merges}));
  EXPECT_EQ(check_lineage(known, {first, third, LineageKind::adapts}).error().message,
            "the earlier innovation comes from this one");
  EXPECT_EQ(check_lineage(known, {first, first, LineageKind::adapts}).error().message,
            "an innovation does not come from itself");
  EXPECT_EQ(check_lineage(known, {second, first, LineageKind::merges}).error().message,
            "this is known already");
}

}  // namespace
}  // namespace tributary::ecosystem
