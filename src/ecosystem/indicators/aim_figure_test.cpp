#include "ecosystem/indicators/aim_figure.h"

#include <gtest/gtest.h>

#include <set>

#include "ecosystem/indicators/provider_answer.h"

namespace tributary::ecosystem {
namespace {

TEST(AimFigure, IsFoundByItsNameAndBelongsToOneAim) {
  std::set<std::string> names;
  for (const auto figure : all_aim_figures()) {
    const auto found = aim_figure_from_name(name_of(figure));
    ASSERT_TRUE(found) << name_of(figure);
    EXPECT_EQ(*found, figure);
    names.insert(name_of(figure));
  }
  EXPECT_EQ(names.size(), 8 + 1 + 4 + 4 + 3 * 6 + 1);
  EXPECT_EQ(name_of(AimFigure{AimMeasure::stage_entries, 1}), "stage_entries-testing");
  EXPECT_EQ(aim_figure_from_name("stage_entries").error().code, ErrorCode::not_found);
  EXPECT_EQ(aim_of(AimMeasure::enterprise_innovations_with_vet_partner), Aim::contribution);
  EXPECT_EQ(aim_of(AimMeasure::innovating_providers), Aim::incidence);
}

TEST(ProviderAnswer, IsRefusedWhereItCannotBe) {
  const auto day = [](int number) { return Date(20'000 + number); };
  const StatedAnswer fine{
      .answer = {.provider = {1}, .answered = day(0), .innovations = {{.implemented = day(-10)}}},
      .learners = 300,
      .reached = 300};
  EXPECT_TRUE(check_answer(fine, day(0)));
  EXPECT_EQ(check_answer(fine, day(-1)).error().context, "answered");
  auto later = fine;
  later.answer.innovations[0].implemented = day(1);
  EXPECT_EQ(check_answer(later, day(5)).error().context, "implemented");
  auto many = fine;
  many.reached = 301;
  EXPECT_EQ(check_answer(many, day(0)).error().context, "learners_reached");
  many.learners.reset();
  EXPECT_TRUE(check_answer(many, day(0))) << "nobody said how many there are";
}

}  // namespace
}  // namespace tributary::ecosystem
