#include "identity/identity_trial.h"

#include <map>

#include "corpus/random.h"
#include "identity/real_organisations.h"

namespace tributary::bench {
namespace {

constexpr std::uint64_t kSeed = 20'261;

/// Fills what is not stated yet.
void complete(catalogue::NamedOrganisation& named, const catalogue::NamedOrganisation& stated) {
  for (const auto text : catalogue::kOrganisationTexts) {
    if ((named.*text).empty()) named.*text = stated.*text;
  }
}

bool share(const auto& one, const auto& other) {
  return std::ranges::any_of(one, [&](const auto& mark) { return other.contains(mark); });
}

}  // namespace

Trial::Trial(const std::filesystem::path& data) {
  std::map<std::string, std::uint32_t> by_name;
  for (auto& record : real_organisations(data)) {
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
  const catalogue::NameReader names;
  for (const auto& spelling : spellings) {
    auto hidden = spelling.named;
    hidden.pic.clear();
    hidden.oid.clear();
    hidden.vat.clear();
    index_.add(reader.profile_of(hidden));
    const auto name = names.read(hidden.name);
    const auto& words = index_.profile(static_cast<std::uint32_t>(index_.size() - 1)).name;
    for (std::size_t i = 0; i < words.count; ++i)
      sounds_.emplace(words.words[i], name.words[i].sound);
  }
  index_.finish();
  catalogue::OrganisationIndex::Scratch scratch;
  for (std::uint32_t one = 0; one < spellings.size(); ++one) {
    for (const auto other : index_.candidates(index_.profile(one), scratch)) {
      if (other == one) continue;
      const auto [low, high] = std::minmax(one, other);
      if (!met_.insert(std::uint64_t{low} << 32U | high).second) continue;
      const auto figures = catalogue::compare(index_.profile(low), index_.profile(high));
      pairs.push_back(
          {low, high, truth_of(low, high), catalogue::steps_of(figures),
           catalogue::score_of(figures),
           catalogue::lacking_words(index_.profile(low), index_.profile(high)),
           figures[static_cast<std::size_t>(catalogue::MatchFeature::contained)] >= 0.5F});
    }
  }
}

Truth Trial::truth_of(std::uint32_t one, std::uint32_t other) const {
  const auto& left = spellings[one];
  const auto& right = spellings[other];
  if (share(left.groups, right.groups)) return Truth::same;
  return left.vats.empty() || right.vats.empty() ? Truth::unknown : Truth::different;
}

bool Trial::is_in(std::uint32_t spelling, unsigned part) const {
  const auto tenth = mixed(spellings[spelling].cluster * 0x9E3779B97F4A7C15U + kSeed) % 10;
  return part == (tenth < 3 ? 0 : tenth - 2);
}

bool Trial::is_met(std::uint32_t one, std::uint32_t other) const {
  const auto [low, high] = std::minmax(one, other);
  return met_.contains(std::uint64_t{low} << 32U | high);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Trial::positives() const {
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

double Trial::share_in_test(const Pair& pair) const {
  return (is_for_test(pair.one) ? 0.5 : 0) + (is_for_test(pair.other) ? 0.5 : 0);
}

void Trial::cluster() {
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
std::uint32_t Trial::root(std::uint32_t i) const {
  while (spellings[i].cluster != i) i = spellings[i].cluster;
  return i;
}

/// How many pairs of different or unknown ones there are for each that is known to be different.
double unknown_factor(const Trial& trial) {
  const auto of = [&](Truth truth) {
    return static_cast<double>(std::ranges::count(trial.pairs, truth, &Pair::truth));
  };
  return (of(Truth::different) + of(Truth::unknown)) / of(Truth::different);
}

}  // namespace tributary::bench
