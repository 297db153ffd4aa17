#include "app/ecosystem/learner_table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "ecosystem/pilot/outcome_data.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// A table that never lies in memory as a whole.
class TableOfLearners final : public catalogue::ByteSource {
 public:
  explicit TableOfLearners(std::int64_t rows) : rows_(rows) {}

  Result<std::string_view> next_block() override {
    constexpr std::int64_t kRowsInABlock = 1000;
    block_ = std::exchange(has_begun_, true) ? "" : "learner,arm,group,outcome,before,after\n";
    for (const auto end = std::min(rows_, next_ + kRowsInABlock); next_ < end; ++next_) {
      block_ += fmt::format("L-{},{},,Score,,{}\n", next_, next_ % 2 == 0 ? "treated" : "control",
                            next_ % 7);
    }
    return std::string_view(block_);
  }
  [[nodiscard]] std::uint64_t bytes_read() const override { return 0; }

 private:
  std::int64_t rows_ = 0, next_ = 0;
  bool has_begun_ = false;
  std::string block_;
};

eco::PilotProtocol declared() {
  return {.design = eco::PilotDesignKind::individually_randomised, .outcomes = {{.name = "Score"}}};
}

TEST(LearnerTable, TakesNoRowBeyondTheMostAndSaysHowManyTheyMayBe) {
  const auto protocol = declared();
  eco::LearnerIntake intake(protocol);
  const auto read = read_learners(std::make_unique<TableOfLearners>(eco::kMostLearnerRows + 1),
                                  intake, [](std::string_view) { return Result<>(); });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(read.error().context, "table");
  EXPECT_EQ(read.error().message, "A table has at most 2000000 rows.");
}

TEST(LearnerTable, OfNobodyIsNone) {
  const auto protocol = declared();
  eco::LearnerIntake intake(protocol);
  const auto read = read_learners(std::make_unique<TableOfLearners>(0), intake,
                                  [](std::string_view) { return Result<>(); });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "The table has no learner.");
}

}  // namespace
}  // namespace tributary::app
