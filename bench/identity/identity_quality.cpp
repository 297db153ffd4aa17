// How well organisations are recognised under different names, their identifiers hidden:
//
//   identity_quality SHARED_DATA [learn] [examples]
//
// Records with one name and country are one spelling, as an import has it; spellings whose records
// carry the same PIC or VAT number are one organisation. Two spellings are known to be different
// ones where both have VAT numbers and none is the same; where one has a second PIC, and not both a
// VAT number, nobody knows: it may be registered twice. Pairs of different spellings alone are
// counted, so that a name that is the same counts for nothing.
//
// Three organisations in ten, by a hash with a fixed seed, are for testing; `learn` learns the
// trees of match_trees.inc from the others and prints them. `examples` prints pairs of the test
// that were decided wrongly.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/identity/match_decision.h"
#include "catalogue/identity/organisation_index.h"
#include "identity/boosted_trees.h"
#include "identity/identity_trial.h"

namespace {

using namespace tributary;
using bench::LearnedTree;
using bench::Pair;
using bench::Spelling;
using bench::Trial;
using bench::Truth;
using bench::Writing;

/// In two rounds: the second takes those of which nobody knows for different ones too, where the
/// first found them unlike.
std::vector<LearnedTree> learned(const Trial& trial) {
  constexpr std::size_t kFirstTrees = 40, kTrees = 100;
  const double factor = unknown_factor(trial);
  std::vector<bench::TrainingPair> first, second;
  for (const auto& pair : trial.pairs) {
    if (trial.share_in_test(pair) > 0 || pair.truth == Truth::unknown) continue;
    const bool is_same = pair.truth == Truth::same;
    first.push_back({pair.steps, is_same, is_same ? 1 : factor});
    second.push_back({pair.steps, is_same, 1});
  }
  const auto rough = bench::learned_trees(first, kFirstTrees);
  for (const auto& pair : trial.pairs) {
    if (trial.share_in_test(pair) > 0 || pair.truth != Truth::unknown) continue;
    if (bench::logit_of(rough, pair.steps) < 0) second.push_back({pair.steps, false, 1});
  }
  return bench::learned_trees(second, kTrees);
}

template <class Score>
void print_table(const Trial& trial, Score score) {
  const auto positives = trial.positives().size();
  double reached = 0;
  for (const auto& pair : trial.pairs)
    reached += pair.truth == Truth::same ? trial.share_in_test(pair) : 0;
  fmt::print(
      "\n{} pairs of the test are one organisation under different names; blocking brings "
      "{:.1f} % of them together.\n\n",
      positives, 100 * reached / static_cast<double>(positives));
  const double factor = unknown_factor(trial);
  fmt::print(
      "| score at least | precision | recall | precision if all that have another PIC were "
      "different |\n|---:|---:|---:|---:|\n");
  for (const double least : {0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99}) {
    double right = 0, wrong = 0, unknown = 0;
    for (const auto& pair : trial.pairs) {
      if (score(pair) < least) continue;
      auto& sum = pair.truth == Truth::same        ? right
                  : pair.truth == Truth::different ? wrong
                                                   : unknown;
      sum += trial.share_in_test(pair);
    }
    fmt::print("| {} | {:.4f} | {:.4f} | {:.4f} |\n", least, right / (right + factor * wrong),
               right / static_cast<double>(positives), right / (right + wrong + unknown));
  }
}

Truth truth_of(const Writing& one, const Writing& other) {
  if (one.group == other.group) return Truth::same;
  return one.vat.empty() || other.vat.empty() ? Truth::unknown : Truth::different;
}

/// Pairs of writings, weighed as the pairs of spellings that they belong to.
struct WritingSums {
  double right = 0, wrong = 0, unknown = 0;

  void add(const Spelling& one, const Spelling& other, double times) {
    for (const auto& left : one.writings) {
      for (const auto& right_one : other.writings) {
        if (left.name == right_one.name || (&one == &other && !(left < right_one))) continue;
        const auto truth = truth_of(left, right_one);
        (truth == Truth::same ? right : truth == Truth::different ? wrong : unknown) += times;
      }
    }
  }
};

/// The same with names that differ as they are written, be it in case, accents or punctuation: what
/// an import does by the name alone counts too.
template <class Score>
void print_table_of_writings(const Trial& trial, Score score) {
  WritingSums alike, all;
  for (std::uint32_t i = 0; i < trial.spellings.size(); ++i) {
    if (trial.is_for_test(i)) alike.add(trial.spellings[i], trial.spellings[i], 1);
  }
  all.right = alike.right;
  for (const auto& [one, other] : trial.positives()) {
    WritingSums sums;
    sums.add(trial.spellings[one], trial.spellings[other], 1);
    all.right += sums.right;
  }
  const double factor = unknown_factor(trial);
  fmt::print(
      "\n{:.0f} pairs of the test are one organisation whose name is written differently.\n\n"
      "| score at least | precision | recall | precision if all that have another PIC were "
      "different |\n|---:|---:|---:|---:|\n",
      all.right);
  for (const double least : {0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.1}) {
    auto sums = alike;
    for (const auto& pair : trial.pairs) {
      if (score(pair) < least || trial.share_in_test(pair) == 0) continue;
      sums.add(trial.spellings[pair.one], trial.spellings[pair.other], trial.share_in_test(pair));
    }
    fmt::print("| {} | {:.4f} | {:.4f} | {:.4f} |\n",
               least > 1 ? "by the name alone" : fmt::format("{}", least),
               sums.right / (sums.right + factor * sums.wrong), sums.right / all.right,
               sums.right / (sums.right + sums.wrong + sums.unknown));
  }
}

void print_trees(const std::vector<LearnedTree>& trees) {
  for (const auto& tree : trees) {
    fmt::print("{{{{{{");
    for (const auto [feature, bound] : tree.questions) fmt::print("{{{},{}}},", feature, bound);
    fmt::print("}}}},{{");
    for (const auto leaf : tree.leaves) fmt::print("{:.0f},", leaf * 1000);
    fmt::print("}}}},\n");
  }
}

template <class Score>
void print_examples(const Trial& trial, Score score) {
  int shown = 0;
  for (const auto& pair : trial.pairs) {
    const bool is_sure = score(pair) >= catalogue::kSureScore;
    if (is_sure == (pair.truth == Truth::same) || trial.share_in_test(pair) < 1 || ++shown % 3 != 0)
      continue;
    const auto& one = trial.spellings[pair.one].named;
    const auto& other = trial.spellings[pair.other].named;
    fmt::print("{} {:.2f}: {} [{}, {}, {}, {}, {}] / {} [{}, {}, {}, {}, {}]\n",
               !is_sure                         ? "MISSED"
               : pair.truth == Truth::different ? "WRONG"
                                                : "UNKNOWN",
               score(pair), one.name, one.street, one.post_code, one.city, one.website, one.vat,
               other.name, other.street, other.post_code, other.city, other.website, other.vat);
  }
  for (const auto& [low, high] : trial.positives()) {
    if (trial.is_met(low, high) || ++shown % 3 != 0) continue;
    const auto& one = trial.spellings[low].named;
    const auto& other = trial.spellings[high].named;
    fmt::print("UNMET: {} [{}, {}, {}, {}] / {} [{}, {}, {}, {}]\n", one.name, one.street,
               one.post_code, one.city, one.website, other.name, other.street, other.post_code,
               other.city, other.website);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: identity_quality SHARED_DATA [learn] [examples]\n");
    return 2;
  }
  std::set<std::string> words;
  for (int i = 2; i < count; ++i) words.insert(arguments[i]);
  const Trial trial(arguments[1]);
  fmt::print("{} records, {} spellings, {} pairs compared\n", trial.records, trial.spellings.size(),
             trial.pairs.size());
  const auto built_in = [](const Pair& pair) { return pair.score; };
  if (!words.contains("learn")) {
    print_table(trial, built_in);
    print_table_of_writings(trial, built_in);
    if (words.contains("examples")) print_examples(trial, built_in);
    return 0;
  }
  const auto trees = learned(trial);
  print_trees(trees);
  const auto fitted = [&](const Pair& pair) {
    return 1 / (1 + std::exp(-bench::logit_of(trees, pair.steps)));
  };
  print_table(trial, fitted);
  print_table_of_writings(trial, fitted);
  if (words.contains("examples")) print_examples(trial, fitted);
}
