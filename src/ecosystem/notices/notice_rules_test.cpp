#include "ecosystem/notices/notice_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "ecosystem/innovation/stage.h"
#include "ecosystem/mainstreaming/case_state.h"
#include "ecosystem/notices/notice_group.h"

namespace tributary::ecosystem {
namespace {

bool tells(const std::string& action, Concerned concerned) {
  const auto rules = notice_rules_of(action);
  return std::ranges::count(rules, concerned, &NoticeRule::concerned) == 1;
}

TEST(NoticeRules, WhateverBecomesOfAnInnovationItsTeamAndSupportersAreTold) {
  for (std::size_t number = 0; number < kPipelineActs; ++number) {
    const auto action = "innovation." + std::string(name_of(static_cast<PipelineAct>(number)));
    EXPECT_TRUE(tells(action, Concerned::team)) << action;
    EXPECT_TRUE(tells(action, Concerned::supporters)) << action;
  }
}

TEST(NoticeRules, WhateverAnAuthorityDoesWithACaseItsPeopleAreTold) {
  for (const auto& move : CaseMachine::moves()) {
    const auto action = "mainstreaming." + std::string(name_of(move.act));
    EXPECT_EQ(tells(action, Concerned::case_people),
              move.who.contains(Role::member_state_representative))
        << action;
  }
}

TEST(NoticeRules, ADecisionIsToldAsOneRatherThanAsAQuestion) {
  const auto rules = notice_rules_of("innovation.recommend");
  ASSERT_FALSE(rules.empty());
  EXPECT_EQ(rules.front().kind, NoticeKind::innovation_decided);
  EXPECT_EQ(rules.back().kind, NoticeKind::authority_asked);
}

TEST(NoticeRules, EachKindHasANameOfItsOwnAndSomethingThatItTells) {
  std::set<std::string_view> names;
  for (std::size_t number = 0; number < kNoticeKinds; ++number) {
    const auto kind = static_cast<NoticeKind>(number);
    names.insert(name_of(kind));
    EXPECT_GT(std::ranges::count(notice_rules(), kind, &NoticeRule::kind), 0) << name_of(kind);
  }
  EXPECT_EQ(names.size(), kNoticeKinds);
}

TEST(NoticeGroups, EachHasANameOfItsOwnAndKinds) {
  std::set<std::string_view> names;
  std::set<NoticeGroup> of_kinds;
  for (std::size_t number = 0; number < kNoticeGroups; ++number) {
    names.insert(name_of(static_cast<NoticeGroup>(number)));
  }
  for (std::size_t number = 0; number < kNoticeKinds; ++number) {
    of_kinds.insert(group_of(static_cast<NoticeKind>(number)));
  }
  EXPECT_EQ(names.size(), kNoticeGroups);
  EXPECT_EQ(of_kinds.size(), kNoticeGroups);
}

TEST(NoticeRules, WhatConcernsNobodyElseIsToldToNobody) {
  for (const auto* action : {"account.sign_in", "innovation.edit", "application.edit"}) {
    EXPECT_TRUE(notice_rules_of(action).empty()) << action;
  }
}

}  // namespace
}  // namespace tributary::ecosystem
