#include "ecosystem/panel/reviewer_event.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace tributary::ecosystem {
namespace {

TEST(ReviewerEvent, WhatMayFollowWhatIsPrintedInTheDocuments) {
  const auto page = read_file(Path(TRIBUTARY_SOURCE_DIR) / "docs/state-machines.md");
  ASSERT_TRUE(page);
  EXPECT_NE(page->find(printed_reviewer_events()), std::string::npos)
      << "docs/state-machines.md should say:\n"
      << printed_reviewer_events();
}

TEST(ReviewerEvent, EveryRefusalNamesItsRule) {
  for (const auto panel : {PanelKind::open, PanelKind::assigned}) {
    EXPECT_FALSE(check_may_score(std::nullopt, panel));
    EXPECT_TRUE(check_may_score(ReviewerEventKind::declared, panel));
    for (const auto last : {ReviewerEventKind::assigned, ReviewerEventKind::declared,
                            ReviewerEventKind::recused, ReviewerEventKind::released}) {
      for (const auto next : {ReviewerEventKind::assigned, ReviewerEventKind::declared,
                              ReviewerEventKind::recused, ReviewerEventKind::released}) {
        const auto may = check_may_follow(last, next, panel);
        if (!may) {
          EXPECT_EQ(may.error().refusal->code, "rule") << name_of(last) << name_of(next);
        }
        EXPECT_FALSE(last == ReviewerEventKind::recused && may) << "who has an interest is out";
      }
    }
  }
}

}  // namespace
}  // namespace tributary::ecosystem
