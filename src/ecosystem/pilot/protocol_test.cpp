#include "ecosystem/pilot/protocol.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tributary::ecosystem {
namespace {

PilotProtocol complete_protocol() {
  return {.title = "Do mentors keep apprentices?",
          .question = "Do apprentices with a mentor feel safer?\nAnd learn more?",
          .design = PilotDesignKind::individually_randomised,
          .treated_arm = "A mentor, two hours a week",
          .control_arm = "As before",
          .outcomes = {{.name = "Test score",
                        .instrument = "Guild test",
                        .timing = "After a year",
                        .is_primary = true,
                        .is_attainment = true},
                       {.name = "Days absent",
                        .instrument = "Register",
                        .timing = "In the year",
                        .lower_is_better = true}},
          .planned_treated = 40,
          .planned_control = 40,
          .minimum_detectable_effect = 0.6339,
          .analysis_plan = "Hedges' g",
          .stopping_rule = "Harm"};
}

bool names_field(const std::vector<FieldProblem>& problems, std::string_view field) {
  return std::ranges::any_of(problems, [&](const auto& one) { return one.field == field; });
}

TEST(Protocol, TextGivesItBack) {
  auto protocol = complete_protocol();
  EXPECT_EQ(protocol_from_text(canonical_text(protocol)).value(), protocol);
  protocol.minimum_detectable_effect.reset();
  protocol.intraclass_correlation = 0.1;
  protocol.question = "\n  indented\n\ndesign: single_group\n";
  EXPECT_EQ(protocol_from_text(canonical_text(protocol)).value(), protocol)
      << "a value that looks like a field stays a value";
}

TEST(Protocol, EveryFieldIsInTheText) {
  const auto protocol = complete_protocol();
  const auto text = canonical_text(protocol);
  const auto differs = [&](auto change) {
    auto other = protocol;
    change(other);
    return canonical_text(other) != text;
  };
  EXPECT_TRUE(differs([](auto& one) { one.title += "."; }));
  EXPECT_TRUE(differs([](auto& one) { one.design = PilotDesignKind::matched_comparison; }));
  EXPECT_TRUE(differs([](auto& one) { one.unit = AssignmentUnit::group; }));
  EXPECT_TRUE(differs([](auto& one) { one.control_arm += "."; }));
  EXPECT_TRUE(differs([](auto& one) { one.planned_control += 1; }));
  EXPECT_TRUE(differs([](auto& one) { one.learners_in_a_group += 1; }));
  EXPECT_TRUE(differs([](auto& one) { one.intraclass_correlation = 1e-9; }));
  EXPECT_TRUE(differs([](auto& one) { one.pre_post_correlation = 0.51; }));
  EXPECT_TRUE(differs([](auto& one) { one.analysis_plan += "."; }));
  EXPECT_TRUE(differs([](auto& one) { one.stopping_rule += "."; }));
  EXPECT_TRUE(differs([](auto& one) { one.outcomes[1].is_primary = true; }));
  EXPECT_TRUE(differs([](auto& one) { one.outcomes[1].lower_is_better = false; }));
  EXPECT_TRUE(differs([](auto& one) { std::swap(one.outcomes[0], one.outcomes[1]); }));
}

TEST(Protocol, DamagedTextIsNamedByItsLine) {
  auto text = canonical_text(complete_protocol());
  text.replace(text.find("design: "), 8, "desing: ");
  const auto read = protocol_from_text(text);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::corrupt);
  EXPECT_EQ(read.error().context, "line 4 of a protocol");
  EXPECT_FALSE(protocol_from_text("title: cut off"));
}

TEST(Protocol, WhatIsMissingIsNamedFieldByField) {
  EXPECT_TRUE(problems_of(complete_protocol()).empty());
  const auto problems = problems_of(PilotProtocol());
  for (const auto* field :
       {"title", "question", "treated_arm", "control_arm", "outcomes", "planned_treated",
        "planned_control", "analysis_plan", "stopping_rule"}) {
    EXPECT_TRUE(names_field(problems, field)) << field;
  }
}

TEST(Protocol, OneOrTwoOutcomesArePrimaryAndNamesDiffer) {
  auto protocol = complete_protocol();
  protocol.outcomes[1].is_primary = true;
  EXPECT_TRUE(problems_of(protocol).empty());
  protocol.outcomes.push_back(protocol.outcomes[1]);
  EXPECT_TRUE(names_field(problems_of(protocol), "outcomes"));
  protocol.outcomes = {complete_protocol().outcomes[1]};
  EXPECT_TRUE(names_field(problems_of(protocol), "outcomes")) << "none is primary";
}

TEST(Protocol, DesignAndUnitFitTogether) {
  auto protocol = complete_protocol();
  protocol.design = PilotDesignKind::cluster_randomised;
  EXPECT_TRUE(names_field(problems_of(protocol), "unit"));
  protocol.unit = AssignmentUnit::group;
  EXPECT_TRUE(names_field(problems_of(protocol), "learners_in_a_group"));
  protocol.learners_in_a_group = 20;
  EXPECT_TRUE(problems_of(protocol).empty());
  protocol.design = PilotDesignKind::individually_randomised;
  EXPECT_TRUE(names_field(problems_of(protocol), "unit"));
  protocol.design = PilotDesignKind::single_group;
  EXPECT_TRUE(names_field(problems_of(protocol), "planned_control"));
}

TEST(Protocol, WhatWasNotDeclaredSoIsExploratory) {
  const auto before = complete_protocol();
  auto now = before;
  now.outcomes[1].is_primary = true;
  EXPECT_FALSE(is_exploratory(now.outcomes[0], now, before));
  EXPECT_TRUE(is_exploratory(now.outcomes[1], now, before));
  now = before;
  now.intraclass_correlation = 0.01;
  EXPECT_TRUE(is_exploratory(now.outcomes[0], now, before));
  now = before;
  now.design = PilotDesignKind::matched_comparison;
  EXPECT_TRUE(is_exploratory(now.outcomes[0], now, before));
}

TEST(ProtocolText, AShareIsReadBackAndAMeasureHasTheTextThatItAlwaysHad) {
  PilotProtocol protocol{.title = "Trial",
                         .outcomes = {{.name = "Passed", .kind = OutcomeKind::share},
                                      {.name = "Score", .is_primary = true}}};
  const auto text = canonical_text(protocol);
  EXPECT_EQ(protocol_from_text(text).value(), protocol);
  protocol.outcomes[0].kind = OutcomeKind::measure;
  EXPECT_EQ(canonical_text(protocol).find("kind"), std::string::npos);
  EXPECT_TRUE(is_exploratory({.name = "Passed", .kind = OutcomeKind::share}, protocol, protocol))
      << "it was declared as a measure";
}

}  // namespace
}  // namespace tributary::ecosystem
