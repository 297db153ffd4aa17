#include "ecosystem/pilot/outcome_data.h"

#include <gtest/gtest.h>

#include "ecosystem/pilot/participant_flow.h"

namespace tributary::ecosystem {
namespace {

PilotProtocol declared(PilotDesignKind design = PilotDesignKind::pre_post_controlled) {
  return {
      .design = design,
      .outcomes = {{.name = "Score", .is_primary = true}, {.name = "Days", .is_primary = false}}};
}

OutcomeData four_learners() {
  return {.rows = {{"T-1", Arm::treated, "A1", "Score", 1, 3},
                   {"T-2", Arm::treated, "A2", "Score", 2, 5},
                   {"T-3", Arm::treated, "A2", "Score", {}, 9},
                   {"C-1", Arm::control, "B1", "Score", 2, 2},
                   {"C-2", Arm::control, "B1", "Score", 4, 1.5}},
          .summaries = {}};
}

TEST(OutcomeData, PseudonymsAreNeverNamesOrAddresses) {
  for (const auto* good : {"PT-017", "a1", "7", "S3b_2", "abc-12"}) {
    EXPECT_TRUE(check_pseudonym(good, "learner")) << good;
  }
  for (const auto* bad : {"", "Anna", "Maria7", "anna@school.pt", "J. 7", "PT 017", "Jürgen1",
                          "12345678901234567890123456789012345678901"}) {
    const auto refused = check_pseudonym(bad, "learner");
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().context, "learner");
    EXPECT_NE(refused.error().message.find("PT-017"), std::string::npos) << "it says how one looks";
  }
}

TEST(OutcomeData, TextGivesItBackExactly) {
  auto data = four_learners();
  data.rows[0].after = 0.1 + 0.2;
  EXPECT_EQ(data_from_text(text_of(data)).value(), data);
  const OutcomeData summaries{.rows = {},
                              .summaries = {{.outcome = "Score",
                                             .arm = Arm::control,
                                             .learners = 20,
                                             .groups = 2,
                                             .mean_before = 1.0 / 3,
                                             .deviation_before = 1e-7,
                                             .mean_after = -4,
                                             .deviation_after = 2}}};
  EXPECT_EQ(data_from_text(text_of(summaries)).value(), summaries);
  auto cut = text_of(data);
  cut.resize(cut.size() - 3);
  EXPECT_EQ(data_from_text(cut).error().code, ErrorCode::corrupt);
}

TEST(OutcomeData, LearnersWithoutAllThatIsComparedAreNotCounted) {
  const auto summaries = summaries_of(four_learners(), declared());
  ASSERT_EQ(summaries.size(), 2);
  EXPECT_EQ(summaries[0].arm, Arm::treated);
  EXPECT_EQ(summaries[0].learners, 2);
  EXPECT_EQ(summaries[0].groups, 2);
  EXPECT_DOUBLE_EQ(summaries[0].mean_after, 4);
  EXPECT_DOUBLE_EQ(*summaries[0].mean_before, 1.5);
  EXPECT_NEAR(*summaries[0].correlation, 1, 1e-12);
  EXPECT_NEAR(summaries[1].deviation_after, 0.353553, 1e-6);
  const auto after = summaries_of(four_learners(), declared(PilotDesignKind::matched_comparison));
  EXPECT_EQ(after[0].learners, 3) << "where only what is after counts";
  EXPECT_FALSE(after[0].mean_before) << "one of them has nothing from before";
}

TEST(OutcomeData, RowsAndFiguresThatCannotBeAreRefusedByColumn) {
  const auto protocol = declared();
  const auto column = [&](const LearnerRow& row) {
    const auto checked = check_row(row, protocol);
    return checked ? std::string() : checked.error().context;
  };
  EXPECT_EQ(column({"T-1", Arm::treated, "", "Score", 1, 2}), "");
  EXPECT_EQ(column({"Anna", Arm::treated, "", "Score", 1, 2}), "learner");
  EXPECT_EQ(column({"T-1", Arm::treated, "Class of Anna", "Score", 1, 2}), "group");
  EXPECT_EQ(column({"T-1", Arm::treated, "", "Sc0re", 1, 2}), "outcome");
  auto grouped = protocol;
  grouped.unit = AssignmentUnit::group;
  EXPECT_EQ(check_row({"T-1", Arm::treated, "", "Score", 1, 2}, grouped).error().context, "group");
  ArmSummary summary{.outcome = "Score", .learners = 2, .mean_after = 1, .deviation_after = 1};
  EXPECT_EQ(check_summary(summary, protocol).error().context, "mean_before");
  summary.mean_before = 1;
  EXPECT_EQ(check_summary(summary, protocol).error().context, "deviation_before");
  summary.deviation_before = 1;
  EXPECT_TRUE(check_summary(summary, protocol));
  summary.learners = 1;
  EXPECT_EQ(check_summary(summary, protocol).error().context, "learners");
}

TEST(ParticipantFlow, NobodyComesBackAndAttritionIsComputed) {
  const ArmFlow arm{.assigned = 40, .started = 38, .measured = 31, .analysed = 30};
  EXPECT_TRUE(check_flow({.treated = arm, .control = arm}, PilotDesignKind::cluster_randomised));
  EXPECT_DOUBLE_EQ(attrition(arm), 0.25);
  EXPECT_EQ(whereabouts(arm), (std::array<std::uint64_t, 4>{2, 7, 1, 30}));
  auto grown = arm;
  grown.measured = 39;
  EXPECT_EQ(check_flow({.treated = arm, .control = grown}, PilotDesignKind::cluster_randomised)
                .error()
                .context,
            "control");
  EXPECT_FALSE(check_flow({.treated = arm}, PilotDesignKind::cluster_randomised));
  EXPECT_FALSE(check_flow({.treated = arm, .control = arm}, PilotDesignKind::single_group));
  EXPECT_FALSE(check_flow({.treated = {}}, PilotDesignKind::single_group));
}

TEST(OutcomeData, CountsComeBackExactlyBesideMeans) {
  const OutcomeData data{.rows = {},
                         .summaries = {{.outcome = "Passed", .learners = 50, .events = 0},
                                       {.outcome = "Score",
                                        .arm = Arm::control,
                                        .learners = 50,
                                        .mean_after = 1.1,
                                        .deviation_after = 0.3}}};
  EXPECT_EQ(data_from_text(text_of(data)).value(), data);
}

}  // namespace
}  // namespace tributary::ecosystem
