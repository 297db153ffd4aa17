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
#include "corpus/random.h"
#include "identity/boosted_trees.h"
#include "identity/real_organisations.h"

namespace {

using namespace tributary;
using bench::LearnedTree;
using bench::RealOrganisation;
using catalogue::MatchSteps;

constexpr std::uint64_t kSeed = 20'261;

/// Who has another PIC may be the same organisation registered twice: two are known to be different
/// where both have a VAT number, and not the same.
enum class Truth : std::uint8_t { same, different, unknown };

struct Pair {
  std::uint32_t one, other;
  Truth truth;
  MatchSteps steps;
  double score;  ///< that the program gives
};

/// One way in which an organisation is written.
struct Writing {
  std::string name;
  std::uint32_t group;
  std::string vat;
  auto operator<=>(const Writing&) const = default;
};

/// All records of one name and country.
struct Spelling {
  catalogue::NamedOrganisation named;
  std::set<Writing> writings;
  std::set<std::uint32_t> groups;
  std::set<std::string> vats;
  std::uint32_t cluster = 0;  ///< the same for spellings that share a group, directly or not
};

/// Fills what is not stated yet.
void complete(catalogue::NamedOrganisation& named, const catalogue::NamedOrganisation& stated) {
  for (const auto text : catalogue::kOrganisationTexts) {
    if ((named.*text).empty()) named.*text = stated.*text;
  }
}

class Trial {
 public:
  explicit Trial(const std::filesystem::path& data) {
    std::map<std::string, std::uint32_t> by_name;
    for (auto& record : bench::real_organisations(data)) {
      ++records;
      const auto identity = catalogue::identity_of(record.named);
      const auto [found, is_new] =
          by_name.emplace(identity.name, static_cast<std::uint32_t>(spellings.size()));
      if (is_new) spellings.emplace_back();
      auto& spelling = spellings[found->second];
      spelling.groups.insert(record.group);
      spelling.writings.insert({record.named.name, record.group, identity.vat});
      if (!identity.vat.empty()) spelling.vats.insert(identity.vat);
      complete(spelling.named, record.named);
    }
    cluster();
    const catalogue::ProfileReader reader;
    for (const auto& spelling : spellings) {
      auto hidden = spelling.named;
      hidden.pic.clear();
      hidden.oid.clear();
      hidden.vat.clear();
      index_.add(reader.profile_of(hidden));
    }
    index_.finish();
    catalogue::OrganisationIndex::Scratch scratch;
    for (std::uint32_t one = 0; one < spellings.size(); ++one) {
      for (const auto other : index_.candidates(index_.profile(one), scratch)) {
        if (other == one) continue;
        const auto [low, high] = std::minmax(one, other);
        if (!met_.insert(std::uint64_t{low} << 32U | high).second) continue;
        const auto figures = catalogue::compare(index_.profile(low), index_.profile(high));
        pairs.push_back({low, high, truth_of(low, high), catalogue::steps_of(figures),
                         catalogue::score_of(figures)});
      }
    }
  }

  static bool share(const auto& one, const auto& other) {
    return std::ranges::any_of(one, [&](const auto& mark) { return other.contains(mark); });
  }

  Truth truth_of(std::uint32_t one, std::uint32_t other) const {
    const auto& left = spellings[one];
    const auto& right = spellings[other];
    if (share(left.groups, right.groups)) return Truth::same;
    return left.vats.empty() || right.vats.empty() ? Truth::unknown : Truth::different;
  }

  bool is_for_test(std::uint32_t spelling) const {
    return bench::mixed(spellings[spelling].cluster * 0x9E3779B97F4A7C15U + kSeed) % 10 < 3;
  }

  bool is_met(std::uint32_t one, std::uint32_t other) const {
    const auto [low, high] = std::minmax(one, other);
    return met_.contains(std::uint64_t{low} << 32U | high);
  }

  /// Pairs of the test that are one organisation under different names.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> positives() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
      if (!is_for_test(i)) continue;
      for (const auto group : spellings[i].groups) groups[group].push_back(i);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const auto& [group, members] : groups) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) {
          found.emplace(members[i], members[j]);
        }
      }
    }
    return {found.begin(), found.end()};
  }

  /// A pair counts by how much of it is in the test: half where one is, so that wrong pairs stand
  /// against right ones as they would over all.
  double share_in_test(const Pair& pair) const {
    return (is_for_test(pair.one) ? 0.5 : 0) + (is_for_test(pair.other) ? 0.5 : 0);
  }

  std::size_t records = 0;
  std::vector<Spelling> spellings;
  std::vector<Pair> pairs;

 private:
  void cluster() {
    std::map<std::uint32_t, std::uint32_t> first_of_group;
    for (std::uint32_t i = 0; i < spellings.size(); ++i) {
      spellings[i].cluster = i;
      for (const auto group : spellings[i].groups) {
        const auto first = first_of_group.emplace(group, i).first->second;
        spellings[root(i)].cluster = root(first);
      }
    }
    for (std::uint32_t i = 0; i < spellings.size(); ++i) spellings[i].cluster = root(i);
  }
  std::uint32_t root(std::uint32_t i) const {
    while (spellings[i].cluster != i) i = spellings[i].cluster;
    return i;
  }

  catalogue::OrganisationIndex index_;
  std::set<std::uint64_t> met_;
};

/// How many pairs of different or unknown ones there are for each that is known to be different.
double unknown_factor(const Trial& trial) {
  const auto of = [&](Truth truth) {
    return static_cast<double>(std::ranges::count(trial.pairs, truth, &Pair::truth));
  };
  return (of(Truth::different) + of(Truth::unknown)) / of(Truth::different);
}

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
