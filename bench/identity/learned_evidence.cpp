#include "identity/learned_evidence.h"

#include <algorithm>
#include <cmath>

#include "catalogue/identity/word_evidence.h"

namespace tributary::bench {

LearnedEvidence learned_evidence(const Trial& trial,
                                 const std::function<bool(const Pair&)>& may_use) {
  struct Counts {
    double same = 0, different = 0;
  };
  constexpr double kPrior = 4;        // pairs that say nothing, beside those seen
  constexpr double kFewestPairs = 3;  // of a word
  std::unordered_map<std::uint32_t, Counts> words;
  Counts all;
  for (const auto& pair : trial.pairs) {
    if (pair.truth == Truth::unknown || !pair.are_alike || !may_use(pair)) continue;
    const auto part = pair.truth == Truth::same ? &Counts::same : &Counts::different;
    all.*part += 1;
    for (const auto word : pair.lacking) words[word].*part += 1;
  }
  LearnedEvidence evidence;
  const double share = all.same / (all.same + all.different);
  for (const auto& [word, counts] : words) {
    if (counts.same + counts.different < kFewestPairs) continue;
    const double logit =
        std::log((counts.same + kPrior * share) / (counts.different + kPrior * (1 - share))) -
        std::log(share / (1 - share));
    const auto steps =
        static_cast<int>(std::lround(logit * catalogue::WordEvidence::kStepsOfALogit));
    if (steps != 0) evidence[word] = std::clamp(steps, -120, 120);
  }
  return evidence;
}

catalogue::MatchSteps steps_with(const LearnedEvidence& evidence, const Pair& pair) {
  int least = 0, most = 0, sum = 0;
  for (const auto word : pair.lacking) {
    const auto found = evidence.find(word);
    if (found == evidence.end()) continue;
    least = std::min(least, found->second);
    most = std::max(most, found->second);
    sum += found->second;
  }
  catalogue::MatchFigures figures{};
  catalogue::set_evidence(figures, least, most, sum);
  const auto told = catalogue::steps_of(figures);
  auto steps = pair.steps;
  using enum catalogue::MatchFeature;
  for (const auto feature : {word_against, word_for, words_tell}) {
    const auto place = static_cast<std::size_t>(feature);
    steps[place] = told[place];
  }
  return steps;
}

}  // namespace tributary::bench
