// How fast a table of a million learners is checked and summarised, at least 100 MB/s: read as CSV,
// each cell checked, each learner compared with their rows before, the text to be stored written
// and the figures of the arms computed. What is stored, and its SHA-256, are not in it.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include "app/ecosystem/learner_table.h"
#include "ecosystem/pilot/outcome_reader.h"
#include "evidence/distribution/random_numbers.h"

namespace {

using namespace tributary;

constexpr int kRows = 1'000'000;

ecosystem::PilotProtocol protocol_of(int outcomes) {
  ecosystem::PilotProtocol protocol{.design = ecosystem::PilotDesignKind::pre_post_controlled};
  for (int at = 0; at < outcomes; ++at) {
    protocol.outcomes.push_back({.name = "outcome " + std::to_string(at + 1)});
  }
  return protocol;
}

/// Learners in classes of twenty, both arms, marks with one decimal.
std::string any_table(int outcomes) {
  evidence::RandomNumbers random(1);
  std::string table = "learner,arm,group,outcome,before,after\n";
  for (int row = 0; row < kRows; ++row) {
    const int learner = row / outcomes, group = learner / 20;
    table += fmt::format("PT-{:07},{},C-{:05},outcome {},{}.{},{}.{}\n", learner,
                         group % 2 == 0 ? "treated" : "control", group, row % outcomes + 1,
                         20 + random.below(60), random.below(10), 25 + random.below(60),
                         random.below(10));
  }
  return table;
}

/// A view of a table, without a copy of it.
class TableSource final : public catalogue::ByteSource {
 public:
  explicit TableSource(std::string_view table) : rest_(table) {}
  Result<std::string_view> next_block() override {
    constexpr std::size_t kBlockBytes = 64 * 1024;
    const auto block = rest_.substr(0, kBlockBytes);
    rest_.remove_prefix(block.size());
    return block;
  }
  [[nodiscard]] std::uint64_t bytes_read() const override { return 0; }

 private:
  std::string_view rest_;
};

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void check_and_summarise(benchmark::State& state) {
  const auto outcomes = static_cast<int>(state.range(0));
  const auto protocol = protocol_of(outcomes);
  const auto table = any_table(outcomes);
  const auto before = peak_mebibytes();
  for (auto _ : state) {
    ecosystem::LearnerIntake intake(protocol);
    const auto report = app::read_learners(std::make_unique<TableSource>(table), intake,
                                           [](std::string_view piece) {
                                             benchmark::DoNotOptimize(piece.data());
                                             return Result<>();
                                           });
    if (!report || report->rows != kRows || !report->rejected.empty()) {
      state.SkipWithError("the table was not taken");
    }
    benchmark::DoNotOptimize(intake.summaries().size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(table.size()));
  state.counters["MB"] = static_cast<double>(table.size()) / 1e6;
  state.counters["more_MiB"] = peak_mebibytes() - before;  // than the table itself
}

/// What an analysis reads again.
void summarise_stored_text(benchmark::State& state) {
  const auto protocol = protocol_of(1);
  ecosystem::LearnerIntake intake(protocol);
  std::string text;
  const auto table = any_table(1);
  const auto report =
      app::read_learners(std::make_unique<TableSource>(table), intake, [&](std::string_view piece) {
        text += piece;
        return Result<>();
      });
  if (!report) state.SkipWithError("the table was not taken");
  for (auto _ : state) {
    ecosystem::OutcomeReader reader(protocol);
    if (!reader.read(text)) state.SkipWithError("the text was not read");
    benchmark::DoNotOptimize(reader.summaries().size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK(check_and_summarise)->ArgName("outcomes")->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond);
BENCHMARK(summarise_stored_text)->Unit(benchmark::kMillisecond);

}  // namespace
