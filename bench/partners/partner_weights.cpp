// Learns how much relevance, ties and experience say, from projects of the past:
//
//   partner_weights DATA_DIRECTORY KNOWN_DAY LATEST_DAY
//
// Questions are those of partner_trial.h of projects that began after the one day and by the other;
// nothing that began later is looked at. The chance that a candidate is the hidden one is taken to
// be exp(weights · parts) over the sum of that for all candidates (conditional logit, McFadden
// 1974); the weights are those under which the hidden ones are likeliest, none below 0, found by
// gradient steps from equal ones. Printed with the largest as 1.
#include <array>
#include <cmath>

#include "partner_trial.h"

namespace {

using namespace tributary;

constexpr std::size_t kParts = 3;
constexpr int kSteps = 400;
constexpr double kStepLength = 4;
using Parts = std::array<float, kParts>;
using Weights = std::array<double, kParts>;

struct Example {
  std::vector<Parts> candidates;
  std::size_t hidden = 0;  ///< its place in them
};

/// Only questions whose hidden partner is a candidate teach anything.
std::vector<Example> examples(const Trial& trial, const std::vector<Question>& questions) {
  std::vector<Example> found;
  for (const auto& question : questions) {
    Example example;
    bool is_there = false;
    for (const auto& candidate : trial.candidates(trial.asked(question))) {
      if (candidate.organisation == question.hidden) {
        is_there = true;
        example.hidden = example.candidates.size();
      }
      example.candidates.push_back({static_cast<float>(candidate.parts.relevance),
                                    static_cast<float>(candidate.parts.ties),
                                    static_cast<float>(candidate.parts.experience)});
    }
    if (is_there) found.push_back(std::move(example));
  }
  return found;
}

/// Adds the gradient of the hidden one's log-likelihood, which is what is returned.
double add_gradient(const Example& example, const Weights& weights, Weights& gradient) {
  double sum = 0;
  Weights expected{};
  for (const auto& parts : example.candidates) {
    double said = 0;
    for (std::size_t part = 0; part < kParts; ++part) said += weights[part] * parts[part];
    const double chance = std::exp(said);
    sum += chance;
    for (std::size_t part = 0; part < kParts; ++part) expected[part] += chance * parts[part];
  }
  double said = 0;
  const auto& hidden = example.candidates[example.hidden];
  for (std::size_t part = 0; part < kParts; ++part) {
    said += weights[part] * hidden[part];
    gradient[part] += hidden[part] - expected[part] / sum;
  }
  return said - std::log(sum);
}

}  // namespace

int main(int argc, char** argv) {
  const auto known = argc == 4 ? Date::from_iso(argv[2]) : std::nullopt;
  const auto latest = argc == 4 ? Date::from_iso(argv[3]) : std::nullopt;
  if (!known || !latest) {
    fmt::print(stderr, "usage: partner_weights DATA_DIRECTORY KNOWN_DAY LATEST_DAY\n");
    return 2;
  }
  Trial trial(argv[1], *known);
  const auto questions = trial.questions(10'000, latest);
  const auto learnt_from = examples(trial, questions);
  if (learnt_from.empty()) {
    fmt::print(stderr, "no question whose hidden partner is a candidate\n");
    return 1;
  }
  const auto count = static_cast<double>(learnt_from.size());
  Weights weights{1, 1, 1};
  double likelihood = 0;
  for (int step = 0; step < kSteps; ++step) {
    Weights gradient{};
    likelihood = 0;
    for (const auto& example : learnt_from) {
      likelihood += add_gradient(example, weights, gradient) / count;
    }
    for (std::size_t part = 0; part < kParts; ++part) {
      weights[part] = std::max(0.0, weights[part] + kStepLength * gradient[part] / count);
    }
  }
  const double largest = std::max(1e-9, *std::ranges::max_element(weights));
  fmt::print(
      "{} questions, {} with the hidden one among the candidates; mean log-likelihood {:.4f}\n"
      "relevance {:.2f}, ties {:.2f}, experience {:.2f} (times {:.2f})\n",
      questions.size(), learnt_from.size(), likelihood, weights[0] / largest, weights[1] / largest,
      weights[2] / largest, largest);
  return 0;
}
