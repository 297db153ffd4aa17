#include "ecosystem/pilot/outcome_data.h"

#include <gtest/gtest.h>

#include <array>

#include "ecosystem/pilot/exact_number.h"
#include "ecosystem/pilot/learner_intake.h"
#include "ecosystem/pilot/outcome_reader.h"
#include "ecosystem/pilot/participant_flow.h"

namespace tributary::ecosystem {
namespace {

PilotProtocol declared(PilotDesignKind design = PilotDesignKind::pre_post_controlled) {
  return {
      .design = design,
      .outcomes = {{.name = "Score", .is_primary = true}, {.name = "Days", .is_primary = false}}};
}

/// Those of four learners, and a fifth who has nothing from before.
constexpr auto kFiveLearners =
    std::to_array<LearnerCells>({{"T-1", "treated", "A1", "Score", "1", "3"},
                                 {"T-2", "treated", "A2", "Score", "2", "5"},
                                 {"T-3", "treated", "A2", "Score", "", "9"},
                                 {"C-1", "control", "B1", "Score", "2", "2"},
                                 {"C-2", "control", "B1", "Score", "4", "1.5"}});

LearnerIntake intake_of(const PilotProtocol& protocol) {
  LearnerIntake intake(protocol);
  for (const auto& cells : kFiveLearners) EXPECT_TRUE(intake.take(cells, 2));
  return intake;
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

TEST(OutcomeData, TextGivesItBackExactlyHoweverItIsCut) {
  const auto protocol = declared();
  auto intake = intake_of(protocol);
  ASSERT_TRUE(intake.take({"C-9", "control", "B2", "Score", "0.1", "0.30000000000000004"}, 9));
  ASSERT_TRUE(intake.take({"C-9", "control", "B2", "Days", "", ""}, 10));
  const auto text = intake.take_text();
  OutcomeReader whole(protocol), by_lines(protocol);
  ASSERT_TRUE(whole.read(text));
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at) + 1;
    ASSERT_TRUE(by_lines.read(std::string_view(text).substr(at, end - at)));
    at = end;
  }
  EXPECT_TRUE(whole.is_of_learners());
  EXPECT_EQ(whole.rows(), 7);
  EXPECT_EQ(whole.summaries(), intake.summaries());
  EXPECT_EQ(by_lines.summaries(), intake.summaries());
  OutcomeReader cut(protocol);
  EXPECT_EQ(cut.read(std::string_view(text).substr(0, text.size() - 3)).error().context, "line 8");

  const std::vector<ArmSummary> arms{{.outcome = "Score",
                                      .arm = Arm::control,
                                      .learners = 20,
                                      .groups = 2,
                                      .mean_before = 1.0 / 3,
                                      .deviation_before = 1e-7,
                                      .mean_after = -4,
                                      .deviation_after = 2}};
  OutcomeReader of_arms(protocol);
  ASSERT_TRUE(of_arms.read(text_of(arms)));
  EXPECT_FALSE(of_arms.is_of_learners());
  EXPECT_EQ(of_arms.summaries(), arms);
}

TEST(OutcomeData, NumbersAreStoredAsTheirShortestTextHoweverTheyAreWritten) {
  const auto protocol = declared(PilotDesignKind::matched_comparison);
  LearnerIntake intake(protocol);
  std::string expected(kLearnersHeader);
  int number = 0;
  for (const auto* written : {"7",
                              "52.5",
                              "0.25",
                              "0",
                              "007",
                              "1.50",
                              "0.0001",
                              "0.05",
                              "10000",
                              "99999",
                              "100000",
                              "123456",
                              "-3",
                              "-0",
                              "1e3",
                              "12345.678901234",
                              "123456789.123456789",
                              "0.1000000000000000055",
                              "00.5",
                              "5.",
                              "99999.9999999999"}) {
    const auto learner = "L-" + std::to_string(++number);
    ASSERT_TRUE(intake.take({learner, "treated", "", "Score", "", written}, 2)) << written;
    expected += learner + "\ttreated\t\tScore\t\t" + exact_text(*number_of(written)) + "\n";
  }
  EXPECT_EQ(intake.take_text(), expected);
}

TEST(OutcomeData, LearnersWithoutAllThatIsComparedAreNotCounted) {
  const auto changes = declared();
  const auto summaries = intake_of(changes).summaries();
  ASSERT_EQ(summaries.size(), 2);
  EXPECT_EQ(summaries[0].arm, Arm::treated);
  EXPECT_EQ(summaries[0].learners, 2);
  EXPECT_EQ(summaries[0].groups, 2);
  EXPECT_DOUBLE_EQ(summaries[0].mean_after, 4);
  EXPECT_DOUBLE_EQ(*summaries[0].mean_before, 1.5);
  EXPECT_NEAR(*summaries[0].correlation, 1, 1e-12);
  EXPECT_NEAR(summaries[1].deviation_after, 0.353553, 1e-6);
  const auto matched = declared(PilotDesignKind::matched_comparison);
  const auto after = intake_of(matched).summaries();
  EXPECT_EQ(after[0].learners, 3) << "where only what is after counts";
  EXPECT_FALSE(after[0].mean_before) << "one of them has nothing from before";
}

TEST(OutcomeData, RowsAndFiguresThatCannotBeAreRefusedByColumn) {
  const auto protocol = declared();
  auto intake = intake_of(protocol);
  const auto column = [&](const LearnerCells& cells) {
    const auto taken = intake.take(cells, 7);
    return taken ? std::string() : taken.error().context;
  };
  EXPECT_EQ(column({"Anna", "treated", "", "Score", "1", "2"}), "learner");
  EXPECT_EQ(column({"T-7", "treated", "Class of Anna", "Score", "1", "2"}), "group");
  EXPECT_EQ(column({"T-7", "treated", "", "Sc0re", "1", "2"}), "outcome");
  EXPECT_EQ(column({"T-7", "both", "", "Score", "1", "2"}), "arm");
  EXPECT_EQ(column({"T-7", "treated", "", "Score", "1,5", "2"}), "before");
  EXPECT_EQ(column({"T-7", "treated", "", "Score", "1", "nan"}), "after");
  EXPECT_EQ(column({"T-1", "treated", "A1", "Score", "1", "3"}), "learner") << "twice";
  EXPECT_EQ(column({"T-1", "control", "A1", "Days", "1", "3"}), "arm") << "was treated";
  EXPECT_EQ(column({"T-1", "treated", "A2", "Days", "1", "3"}), "group") << "was in A1";
  EXPECT_EQ(intake.rows(), 5) << "nothing of these is taken";
  EXPECT_EQ(column({"T-7", "treated", "", "Score", "1", "2"}), "");
  EXPECT_EQ(column({"T-1", "treated", "A1", "Days", "1", "3"}), "");
  auto grouped = protocol;
  grouped.unit = AssignmentUnit::group;
  LearnerIntake of_groups(grouped);
  EXPECT_EQ(of_groups.take({"T-1", "treated", "", "Score", "1", "2"}, 2).error().context, "group");
  ArmSummary summary{.outcome = "Score", .learners = 2, .mean_after = 1, .deviation_after = 1};
  EXPECT_EQ(check_summary(summary, protocol).error().context, "mean_before");
  summary.mean_before = 1;
  EXPECT_EQ(check_summary(summary, protocol).error().context, "deviation_before");
  summary.deviation_before = 1;
  EXPECT_TRUE(check_summary(summary, protocol));
  summary.learners = 1;
  EXPECT_EQ(check_summary(summary, protocol).error().context, "learners");
}

TEST(NameTable, NumbersNamesInTheOrderInWhichTheyCame) {
  constexpr std::uint32_t kNames = 100'000;
  NameTable names;
  for (std::uint32_t at = 0; at < kNames; ++at) {
    ASSERT_EQ(names.number_of("L-" + std::to_string(at * 7919 % kNames)), at);
  }
  for (std::uint32_t at = 0; at < kNames; ++at) {
    ASSERT_EQ(names.number_of("L-" + std::to_string(at * 7919 % kNames)), at);
  }
  EXPECT_EQ(names.size(), kNames);
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
  PilotProtocol protocol{
      .design = PilotDesignKind::matched_comparison,
      .outcomes = {{.name = "Passed", .kind = OutcomeKind::share}, {.name = "Score"}}};
  const std::vector<ArmSummary> arms{{.outcome = "Passed", .learners = 50, .events = 0},
                                     {.outcome = "Score",
                                      .arm = Arm::control,
                                      .learners = 50,
                                      .mean_after = 1.1,
                                      .deviation_after = 0.3}};
  OutcomeReader reader(protocol);
  ASSERT_TRUE(reader.read(text_of(arms)));
  EXPECT_FALSE(reader.is_of_learners());
  EXPECT_EQ(reader.summaries(), arms);
  protocol.outcomes[0].kind = OutcomeKind::measure;
  EXPECT_EQ(reader.summaries(), std::vector{arms[1]}) << "a count is no figure of a measure";
}

TEST(OutcomeData, LearnersOfAShareAreCountedWhereOthersNeedWhatWasBefore) {
  auto protocol = declared();
  protocol.outcomes[1] = {.name = "Passed", .kind = OutcomeKind::share};
  auto intake = intake_of(protocol);
  const auto column = [&](const LearnerCells& cells) {
    const auto taken = intake.take(cells, 9);
    return taken ? std::string() : taken.error().context;
  };
  EXPECT_EQ(column({"T-1", "treated", "A1", "Passed", "", "0.5"}), "after");
  EXPECT_EQ(column({"T-1", "treated", "A1", "Passed", "0", "1"}), "before");
  EXPECT_EQ(column({"T-1", "treated", "A1", "Passed", "", "1"}), "") << "nothing was taken before";
  EXPECT_EQ(column({"T-2", "treated", "A2", "Passed", "", "0"}), "");
  EXPECT_EQ(column({"T-3", "treated", "A2", "Passed", "", ""}), "") << "not known is not no";
  const auto summaries = intake.summaries();
  ASSERT_EQ(summaries.size(), 3);
  EXPECT_EQ(summaries[2],
            (ArmSummary{.outcome = "Passed", .learners = 2, .groups = 2, .events = 1}));
  OutcomeReader reader(protocol);
  ASSERT_TRUE(reader.read(intake.take_text()));
  EXPECT_EQ(reader.summaries(), summaries);
}

}  // namespace
}  // namespace tributary::ecosystem
