// How well a hidden partner of a project is found (partner_trial.h):
//
//   partner_quality DATA_DIRECTORY SPLIT_DAY [MOST_QUESTIONS [RELEVANCE TIES EXPERIENCE]]
//
// The three are weights to be tried beside the usual ones. The table is printed in Markdown.
#include "partner_trial.h"

namespace {

using namespace tributary;

constexpr std::size_t kShown = 50;

void print_row(const std::string& method, const std::vector<Question>& questions, auto&& rank_of) {
  double found = 0;
  double reciprocal = 0;
  for (const auto& question : questions) {
    const Rank rank = rank_of(question);
    if (rank == 0) continue;
    if (rank <= kShown) ++found;
    reciprocal += 1.0 / static_cast<double>(rank);
  }
  const auto count = static_cast<double>(questions.size());
  fmt::print("| {} | {:.4f} | {:.4f} |\n", method, found / count, reciprocal / count);
}

}  // namespace

int main(int argc, char** argv) {
  const auto split = argc > 2 ? Date::from_iso(argv[2]) : std::nullopt;
  if (!split) {
    fmt::print(stderr,
               "usage: partner_quality DATA_DIRECTORY YYYY-MM-DD [MOST_QUESTIONS "
               "[RELEVANCE TIES EXPERIENCE]]\n");
    return 2;
  }
  Trial trial(argv[1], *split);
  const auto questions = trial.questions(argc > 3 ? std::stoul(argv[3]) : 1'000);
  fmt::print(
      "{} questions, {} organisations\n\n| method | recall@50 | mean reciprocal rank |\n"
      "|---|---:|---:|\n",
      questions.size(), trial.organisations());
  print_row("most projects in the programme", questions,
            [&](const Question& question) { return trial.by_programme(question); });
  print_row("profile of an organisation, BM25", questions,
            [&](const Question& question) { return trial.by_profile(question); });
  const auto row = [&](const std::string& name, auto&& change) {
    print_row(name, questions, [&](const Question& question) {
      auto asked = trial.asked(question);
      change(asked);
      return trial.by_votes(question, asked);
    });
  };
  row("partners, as offered", [](auto&) {});
  if (argc > 6) {
    row(fmt::format("weights {}, {}, {}", argv[4], argv[5], argv[6]), [&](auto& asked) {
      asked.weights.relevance = std::stod(argv[4]);
      asked.weights.ties = std::stod(argv[5]);
      asked.weights.experience = std::stod(argv[6]);
    });
  }
  row("without relevance", [](auto& asked) { asked.weights.relevance = 0; });
  row("without ties", [](auto& asked) { asked.weights.ties = 0; });
  row("without experience", [](auto& asked) { asked.weights.experience = 0; });
  row("without complementarity", [](auto& asked) { asked.weights.complementarity = 0; });
  for (const double damping : {0.25, 0.5, 1.0}) {
    row(fmt::format("size damping {}", damping),
        [&](auto& asked) { asked.size_damping = damping; });
  }
  for (const double half_life : {3.0, 12.0, 50.0}) {
    row(fmt::format("half-life {} years", half_life),
        [&](auto& asked) { asked.half_life_years = half_life; });
  }
  return 0;
}
