// How well organisations are recognised under different names, their identifiers hidden:
//
//   identity_quality SHARED_DATA [learn|across] [examples]
//
// Pairs of different spellings alone are counted (identity_trial.h), so that a name that is the
// same counts for nothing.
//
// `learn` learns the trees of match_trees.inc from what is not for testing and prints them;
// `across` tries such trees within what is for learning, for whoever changes what is learned or
// how. `examples` prints pairs that were decided wrongly.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/identity/match_decision.h"
#include "catalogue/identity/organisation_index.h"
#include "corpus/random.h"
#include "identity/boosted_trees.h"
#include "identity/identity_trial.h"
#include "identity/learned_evidence.h"

namespace {

using namespace tributary;
using bench::LearnedTree;
using bench::Pair;
using bench::Spelling;
using bench::Trial;
using bench::Truth;
using bench::Writing;
using catalogue::MatchSteps;

/// What is learned: trees, and what words tell that the trees ask for.
struct Learned {
  bench::LearnedEvidence evidence;
  std::vector<LearnedTree> trees;

  [[nodiscard]] double score(const Pair& pair) const {
    return 1 / (1 + std::exp(-bench::logit_of(trees, bench::steps_with(evidence, pair))));
  }
};

/// The figures of all pairs, those for learning with what words tell in the other parts of what is
/// for learning: what they told of the pair itself they would not tell of others.
std::vector<MatchSteps> steps_across(const Trial& trial) {
  constexpr std::uint32_t kParts = 5;
  const auto part_of = [&](std::uint32_t spelling) {
    return bench::mixed(trial.spellings[spelling].cluster) % kParts;
  };
  std::vector<MatchSteps> steps(trial.pairs.size());
  for (std::uint32_t part = 0; part < kParts; ++part) {
    const auto evidence = bench::learned_evidence(trial, [&](const Pair& pair) {
      return trial.may_be_learned_from(pair) && part_of(pair.one) != part &&
             part_of(pair.other) != part;
    });
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto& pair = trial.pairs[i];
      if (part_of(pair.one) == part) steps[i] = bench::steps_with(evidence, pair);
    }
  }
  return steps;
}

/// In two rounds: the second takes those of which nobody knows for different ones where the first
/// found them unlike, and leaves the others out.
Learned learned(const Trial& trial) {
  constexpr std::size_t kFirstTrees = 54, kTrees = 150;
  const double factor = unknown_factor(trial);
  const auto steps = steps_across(trial);
  std::vector<bench::TrainingPair> first, second;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& pair = trial.pairs[i];
    if (!trial.may_be_learned_from(pair) || pair.truth == Truth::unknown) continue;
    const bool is_same = pair.truth == Truth::same;
    first.push_back({steps[i], is_same, is_same ? 1 : factor});
  }
  const auto rough = bench::learned_trees(first, kFirstTrees);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& pair = trial.pairs[i];
    if (!trial.may_be_learned_from(pair)) continue;
    const bool is_unlike = bench::logit_of(rough, steps[i]) < 0;
    if (pair.truth == Truth::unknown && !is_unlike) continue;
    second.push_back({steps[i], pair.truth == Truth::same, 1});
  }
  return {.evidence = bench::learned_evidence(
              trial, [&](const Pair& pair) { return trial.may_be_learned_from(pair); }),
          .trees = bench::learned_trees(second, kTrees)};
}

/// A pair with its score and how much of it counts.
struct Scored {
  const Pair* pair;
  double score, share;
};

template <class Score>
void add_scored(const Trial& trial, Score score, std::vector<Scored>& scored) {
  for (const auto& pair : trial.pairs) {
    const double share = trial.share_in_test(pair);
    if (share > 0) scored.push_back({&pair, score(pair), share});
  }
}

void print_table(const std::vector<Scored>& scored, std::size_t positives, double factor) {
  double reached = 0;
  for (const auto& each : scored) reached += each.pair->truth == Truth::same ? each.share : 0;
  fmt::print(
      "\n{} pairs of the test are one organisation under different names; blocking brings "
      "{:.1f} % of them together.\n\n",
      positives, 100 * reached / static_cast<double>(positives));
  fmt::print(
      "| score at least | precision | recall | precision if all that have another PIC were "
      "different |\n|---:|---:|---:|---:|\n");
  for (const double least :
       {0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.96, 0.97, 0.98, 0.985, 0.988, 0.99}) {
    double right = 0, wrong = 0, unknown = 0;
    for (const auto& each : scored) {
      if (each.score < least) continue;
      auto& sum = each.pair->truth == Truth::same        ? right
                  : each.pair->truth == Truth::different ? wrong
                                                         : unknown;
      sum += each.share;
    }
    fmt::print("| {} | {:.4f} | {:.4f} | {:.4f} |\n", least, right / (right + factor * wrong),
               right / static_cast<double>(positives), right / (right + wrong + unknown));
  }
}

template <class Score>
void print_table(const Trial& trial, Score score) {
  std::vector<Scored> scored;
  add_scored(trial, score, scored);
  print_table(scored, trial.positives().size(), unknown_factor(trial));
}

Truth truth_of(const Writing& one, const Writing& other) {
  if (one.group == other.group) return Truth::same;
  return one.vat.empty() || other.vat.empty() ? Truth::unknown : Truth::different;
}

/// Pairs of writings, weighed as the pairs of spellings that they belong to.
struct WritingSums {
  double right = 0, wrong = 0, unknown = 0;

  WritingSums& operator+=(const WritingSums& other) {
    right += other.right;
    wrong += other.wrong;
    unknown += other.unknown;
    return *this;
  }
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
class WritingTable {
 public:
  template <class Score>
  void add(const Trial& trial, Score score) {
    WritingSums alike, all;
    for (std::uint32_t i = 0; i < trial.spellings.size(); ++i) {
      if (trial.is_for_test(i)) alike.add(trial.spellings[i], trial.spellings[i], 1);
    }
    for (auto& sums : sums_) sums += alike;
    for (const auto& [one, other] : trial.positives()) {
      all.add(trial.spellings[one], trial.spellings[other], 1);
    }
    right_ += alike.right + all.right;
    for (const auto& pair : trial.pairs) {
      const double share = trial.share_in_test(pair);
      if (share == 0) continue;
      for (std::size_t i = 0; i < kLeast.size() && score(pair) >= kLeast[i]; ++i) {
        sums_[i].add(trial.spellings[pair.one], trial.spellings[pair.other], share);
      }
    }
  }

  void print(double factor) const {
    fmt::print(
        "\n{:.0f} pairs of the test are one organisation whose name is written differently.\n\n"
        "| score at least | precision | recall | precision if all that have another PIC were "
        "different |\n|---:|---:|---:|---:|\n",
        right_);
    for (std::size_t i = 0; i < kLeast.size(); ++i) {
      const auto& sums = sums_[i];
      fmt::print("| {} | {:.4f} | {:.4f} | {:.4f} |\n",
                 kLeast[i] > 1 ? "by the name alone" : fmt::format("{}", kLeast[i]),
                 sums.right / (sums.right + factor * sums.wrong), sums.right / right_,
                 sums.right / (sums.right + sums.wrong + sums.unknown));
    }
  }

 private:
  static constexpr std::array kLeast{0.5,  0.7,  0.8,   0.9,   0.95, 0.96,
                                     0.97, 0.98, 0.985, 0.988, 0.99, 1.1};
  std::array<WritingSums, kLeast.size()> sums_;
  double right_ = 0;
};

template <class Score>
void print_table_of_writings(const Trial& trial, Score score) {
  WritingTable table;
  table.add(trial, score);
  table.print(unknown_factor(trial));
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

void print_evidence(const Trial& trial, const bench::LearnedEvidence& evidence) {
  std::map<std::string, int> by_sound;
  for (const auto& [word, steps] : evidence) by_sound[trial.sound_of(word)] = steps;
  for (const auto& [sound, steps] : by_sound) fmt::print("{{\"{}\", {}}},\n", sound, steps);
}

std::string shown(const catalogue::NamedOrganisation& named) {
  return fmt::format("{} ({}) [{}, {}, {}, {}, {}]", named.name, named.short_name, named.street,
                     named.post_code, named.city, named.website, named.vat);
}

/// The worst of what was decided wrongly: the likeliest that are two, and those that are one and
/// were missed.
void print_examples(const Trial& trial, std::vector<Scored> scored) {
  constexpr std::size_t kMost = 150;
  std::ranges::stable_sort(scored, std::greater(), &Scored::score);
  std::size_t wrong = 0, missed = 0;
  for (const auto& each : scored) {
    const auto& pair = *each.pair;
    const bool is_same = pair.truth == Truth::same;
    if (pair.truth == Truth::unknown) continue;
    if (is_same && (each.score >= catalogue::kSureScore || ++missed % 3 != 0 || missed > 3 * kMost))
      continue;
    if (!is_same && ++wrong > kMost) continue;
    fmt::print("{} {:.3f}: {} / {}\n", is_same ? "MISSED" : "WRONG", each.score,
               shown(trial.spellings[pair.one].named), shown(trial.spellings[pair.other].named));
  }
}

/// Learns seven times from six sevenths of what is for learning, and tries the trees on the rest:
/// the test itself stays unseen.
void try_across(Trial& trial, bool with_examples) {
  std::vector<Scored> scored;
  WritingTable writings;
  std::size_t positives = 0;
  constexpr unsigned kParts = 7;
  for (unsigned part = 0; part < kParts; ++part) {
    trial.test_on_part_of_learning(part);
    const auto found = learned(trial);
    const auto score = [&](const Pair& pair) { return found.score(pair); };
    add_scored(trial, score, scored);
    writings.add(trial, score);
    positives += trial.positives().size();
  }
  print_table(scored, positives, unknown_factor(trial));
  writings.print(unknown_factor(trial));
  if (with_examples) print_examples(trial, std::move(scored));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    fmt::print(stderr, "usage: identity_quality SHARED_DATA [learn|across] [examples]\n");
    return 2;
  }
  std::set<std::string> words;
  for (int i = 2; i < count; ++i) words.insert(arguments[i]);
  Trial trial(arguments[1]);
  fmt::print("{} records, {} spellings, {} pairs compared\n", trial.records, trial.spellings.size(),
             trial.pairs.size());
  if (words.contains("across")) {
    try_across(trial, words.contains("examples"));
    return 0;
  }
  const auto built_in = [](const Pair& pair) { return pair.score; };
  if (!words.contains("learn")) {
    print_table(trial, built_in);
    print_table_of_writings(trial, built_in);
    if (words.contains("examples")) {
      std::vector<Scored> scored;
      add_scored(trial, built_in, scored);
      print_examples(trial, std::move(scored));
    }
    return 0;
  }
  const auto found = learned(trial);
  print_trees(found.trees);
  print_evidence(trial, found.evidence);
  const auto fitted = [&](const Pair& pair) { return found.score(pair); };
  print_table(trial, fitted);
  print_table_of_writings(trial, fitted);
}
