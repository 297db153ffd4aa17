// Pairs of the test for a person to judge without knowing the truth: what can be told at all from
// what the program may see.
//
//   identity_blind SHARED_DATA FOLDER
//
// Writes FOLDER/pairs.txt, in an order that says nothing: 150 pairs that are one organisation, 150
// of the 300 that are two and that the program finds most alike, and 150 of all others that
// blocking brings together. FOLDER/truth.txt has the truth of each, its stratum, for how many pairs
// of the test it stands, and the program's score: not to be read before the judgments are written.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "identity/identity_trial.h"

namespace {

using namespace tributary;
using bench::Pair;
using bench::Random;
using bench::Trial;
using bench::Truth;

constexpr std::uint64_t kSeed = 20'263;
constexpr std::size_t kOfEach = 150;
constexpr std::size_t kMostAlike = 300;

struct Drawn {
  std::uint32_t one, other;
  std::string kind;
  double stands_for;  ///< pairs of the test
  double score;       ///< below 0 where blocking does not bring them together
};

void shuffle(auto& items, Random& random) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

std::string shown(const catalogue::NamedOrganisation& named) {
  return fmt::format("{} ({}) | {} | {} | {} | {} | {}", named.name, named.short_name, named.street,
                     named.post_code, named.city, named.country, named.website);
}

void draw_different(std::vector<Pair> pairs, const std::string& kind, const Trial& trial,
                    Random& random, std::vector<Drawn>& drawn) {
  double all = 0;
  for (const auto& pair : pairs) all += trial.share_in_test(pair);
  shuffle(pairs, random);
  pairs.resize(std::min(pairs.size(), kOfEach));
  double of_drawn = 0;
  for (const auto& pair : pairs) of_drawn += trial.share_in_test(pair);
  for (const auto& pair : pairs) {
    drawn.push_back(
        {pair.one, pair.other, kind, trial.share_in_test(pair) * all / of_drawn, pair.score});
  }
}

std::vector<Drawn> draw(const Trial& trial) {
  Random random(kSeed);
  std::vector<Drawn> drawn;
  auto same = trial.positives();
  const auto all = static_cast<double>(same.size());
  shuffle(same, random);
  same.resize(std::min(same.size(), kOfEach));
  for (const auto& [one, other] : same) {
    const auto [low, high] = std::minmax(one, other);
    const auto met =
        std::ranges::find_if(trial.pairs, [&, low = low, high = high](const Pair& pair) {
          return pair.one == low && pair.other == high;
        });
    drawn.push_back({one, other, "same", all / static_cast<double>(same.size()),
                     met == trial.pairs.end() ? -1 : met->score});
  }
  std::vector<Pair> different;
  for (const auto& pair : trial.pairs) {
    if (pair.truth == Truth::different && trial.share_in_test(pair) > 0) different.push_back(pair);
  }
  std::ranges::stable_sort(different, std::greater(), &Pair::score);
  const auto alike =
      different.begin() + static_cast<std::ptrdiff_t>(std::min(kMostAlike, different.size()));
  draw_different({different.begin(), alike}, "alike", trial, random, drawn);
  draw_different({alike, different.end()}, "met", trial, random, drawn);
  for (auto& each : drawn) {
    if (random.happens(0.5)) std::swap(each.one, each.other);
  }
  shuffle(drawn, random);
  return drawn;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    fmt::print(stderr, "usage: identity_blind SHARED_DATA FOLDER\n");
    return 2;
  }
  const Trial trial(arguments[1]);
  const std::filesystem::path folder(arguments[2]);
  std::filesystem::create_directories(folder);
  std::ofstream pairs(folder / "pairs.txt"), truth(folder / "truth.txt");
  truth << fmt::format("unknown_factor {:.4f}\n", bench::unknown_factor(trial));
  const auto drawn = draw(trial);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const auto& each = drawn[i];
    pairs << fmt::format("{}\n  {}\n  {}\n", i + 1, shown(trial.spellings[each.one].named),
                         shown(trial.spellings[each.other].named));
    truth << fmt::format("{} {} {:.3f} {:.3f}\n", i + 1, each.kind, each.stands_for, each.score);
  }
}
