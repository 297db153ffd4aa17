#include "catalogue/identity/organisation_index.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tributary::catalogue {
namespace {

constexpr std::size_t kWordsOfPairs = 4;
constexpr std::size_t kWordsAlone = 3;
constexpr std::size_t kAliasWordsOfPairs = 3;
constexpr std::size_t kAliasWordsAlone = 2;
constexpr double kStepsOfABit = 8;

/// In a catalogue of a few organisations words are as rare as they would be among so many; those
/// that stand for a concept are in one name of so many at least.
constexpr double kFewest = 50'000;
constexpr double kNamesOfAConcept = 64;

enum class KeyKind : std::uint8_t {
  word,
  pair,
  root,
  domain,
  house,
  number_in_street,
  institution_in_town,
  opening
};

std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

std::uint64_t key_of(KeyKind kind, std::uint16_t country, std::uint32_t one, std::uint32_t other) {
  const std::uint64_t head = static_cast<std::uint64_t>(kind) << 16U | country;
  return mixed(mixed(static_cast<std::uint64_t>(one) << 32U | other) + head);
}

/// The places of the rarest words, rarest first.
struct RarePlaces {
  std::array<std::uint8_t, kProfileWords> places{};
  std::size_t count = 0;
};

template <std::size_t kMost>
RarePlaces rarest(const ProfileWords<kMost>& words) {
  RarePlaces rare;
  for (std::uint8_t place = 0; place < words.count; ++place) rare.places[rare.count++] = place;
  std::sort(rare.places.begin(), rare.places.begin() + rare.count, [&](auto one, auto other) {
    const auto by_weight = words.weights[other] <=> words.weights[one];
    return by_weight != 0 ? by_weight < 0 : words.words[one] < words.words[other];
  });
  return rare;
}

/// A street of one post code; 0 where one is not stated.
std::uint32_t street_of(const OrganisationProfile& profile) {
  if (profile.post_code == 0 || profile.street[0] == 0) return 0;
  return static_cast<std::uint32_t>(
      mixed(std::uint64_t{profile.post_code} << 32U | profile.street[0]));
}

std::uint32_t town_of(const OrganisationProfile& profile) {
  if (profile.city == 0) return 0;
  return static_cast<std::uint32_t>(mixed(std::uint64_t{profile.country} << 32U | profile.city));
}

void collect_keys(const OrganisationProfile& profile, std::vector<std::uint64_t>& keys) {
  keys.clear();
  const auto country = profile.country;
  const auto add = [&](KeyKind kind, std::uint32_t one, std::uint32_t other) {
    keys.push_back(key_of(kind, country, one, other));
  };
  const auto add_words = [&](const auto& words, std::size_t alone, std::size_t of_pairs) {
    const auto rare = rarest(words);
    for (std::size_t i = 0; i < std::min(rare.count, of_pairs); ++i) {
      const auto word = words.words[rare.places[i]];
      if (i < alone) add(KeyKind::word, word, 0);
      for (std::size_t j = i + 1; j < std::min(rare.count, of_pairs); ++j) {
        const auto other = words.words[rare.places[j]];
        add(KeyKind::pair, std::min(word, other), std::max(word, other));
      }
    }
    if (rare.count > 0) add(KeyKind::root, words.roots[rare.places[0]], 0);
    if (rare.count > 1) add(KeyKind::root, words.roots[rare.places[1]], 0);
  };
  add_words(profile.name, kWordsAlone, kWordsOfPairs);
  add_words(profile.alias, kAliasWordsAlone, kAliasWordsOfPairs);
  // An acronym meets the word that it is in the other's name.
  if (profile.acronym != 0) add(KeyKind::word, profile.acronym, 0);
  if (profile.short_name != 0) add(KeyKind::word, profile.short_name, 0);
  if (profile.domain_word != 0) add(KeyKind::word, profile.domain_word, 0);
  if (profile.compact != 0) add(KeyKind::word, profile.compact, 0);
  if (profile.domain != 0) keys.push_back(key_of(KeyKind::domain, 0, profile.domain, 0));
  for (const auto street : profile.street) {
    if (profile.post_code != 0 && street != 0) add(KeyKind::house, profile.post_code, street);
    if (profile.house_number != 0 && street != 0) {
      add(KeyKind::number_in_street, profile.house_number, street);
    }
  }
  if (profile.city != 0 && profile.institutions != 0) {
    add(KeyKind::institution_in_town, profile.city,
        profile.institutions & (~profile.institutions + 1));
  }
  if (profile.opening != 0) add(KeyKind::opening, profile.opening, 0);
  std::ranges::sort(keys);
  const auto repeated = std::ranges::unique(keys);
  keys.erase(repeated.begin(), repeated.end());
}

}  // namespace

void OrganisationIndex::finish() {
  for (const auto& profile : profiles_) {
    for (std::size_t i = 0; i < profile.name.count; ++i) ++word_counts_[profile.name.words[i]];
    for (std::size_t i = 0; i < profile.alias.count; ++i) ++word_counts_[profile.alias.words[i]];
    if (const auto street = street_of(profile); street != 0) ++street_counts_[street];
    if (const auto town = town_of(profile); town != 0) ++city_counts_[town];
    if (profile.house != 0) ++house_counts_[profile.house];
    if (profile.domain != 0) ++domain_counts_[profile.domain];
  }
  for (auto& profile : profiles_) weigh(profile);
  sort_into_buckets();
  drop_large_blocks();
}

void OrganisationIndex::weigh(OrganisationProfile& profile) const {
  const double all = std::max(kFewest, static_cast<double>(profiles_.size()) + 1);
  const auto weigh_words = [&](auto& words) {
    for (std::size_t i = 0; i < words.count; ++i) {
      const auto found = word_counts_.find(words.words[i]);
      const bool is_concept = (std::uint32_t{words.concept_places} >> i & 1U) != 0;
      const double holders = (found == word_counts_.end() ? 1 : found->second) +
                             (is_concept ? all / kNamesOfAConcept : 0);
      const double bits = std::log2(all / holders);
      words.weights[i] = static_cast<std::uint8_t>(std::clamp(kStepsOfABit * bits, 1.0, 255.0));
    }
  };
  weigh_words(profile.name);
  weigh_words(profile.alias);
  const auto share = [](const Counts& counts, std::uint32_t of) {
    const auto found = counts.find(of);
    return static_cast<std::uint8_t>(found == counts.end() ? 255U : 255U / found->second);
  };
  profile.house_share = share(house_counts_, profile.house);
  profile.domain_share = share(domain_counts_, profile.domain);
  profile.street_share = share(street_counts_, street_of(profile));
  profile.city_share = share(city_counts_, town_of(profile));
}

// Counted, then put: no sorting of all.
void OrganisationIndex::sort_into_buckets() {
  constexpr std::size_t kKeysOfOne = 16;  // about
  constexpr std::size_t kEntriesOfBucket = 4;
  const auto wanted = std::max<std::size_t>(2, profiles_.size() * kKeysOfOne / kEntriesOfBucket);
  bucket_shift_ = 64U - std::min(31U, static_cast<unsigned>(std::bit_width(wanted)));
  const std::size_t buckets = std::size_t{1} << (64U - bucket_shift_);
  bucket_ends_.assign(buckets + 1, 0);
  std::vector<std::uint64_t> keys;
  for (const auto& profile : profiles_) {
    collect_keys(profile, keys);
    for (const auto key : keys) ++bucket_ends_[bucket_of(key) + 1];
  }
  for (std::size_t i = 1; i <= buckets; ++i) bucket_ends_[i] += bucket_ends_[i - 1];
  entries_.resize(bucket_ends_.back());
  auto next = bucket_ends_;
  for (std::uint32_t number = 0; number < profiles_.size(); ++number) {
    collect_keys(profiles_[number], keys);
    for (const auto key : keys) {
      entries_[next[bucket_of(key)]++] = {static_cast<std::uint32_t>(key), number};
    }
  }
}

void OrganisationIndex::drop_large_blocks() {
  std::size_t kept = 0;
  for (std::size_t bucket = 0; bucket + 1 < bucket_ends_.size(); ++bucket) {
    const auto first = entries_.begin() + bucket_ends_[bucket];
    const auto last = entries_.begin() + bucket_ends_[bucket + 1];
    std::sort(first, last);
    bucket_ends_[bucket] = static_cast<std::uint32_t>(kept);
    for (auto block = first; block != last;) {
      auto end = block;
      while (end != last && end->key == block->key) ++end;
      if (static_cast<std::size_t>(end - block) <= kMostInBlock) {
        for (auto entry = block; entry != end; ++entry) entries_[kept++] = *entry;
      }
      block = end;
    }
  }
  bucket_ends_.back() = static_cast<std::uint32_t>(kept);
  entries_.resize(kept);
  entries_.shrink_to_fit();
}

std::span<const std::uint32_t> OrganisationIndex::candidates(const OrganisationProfile& profile,
                                                             Scratch& scratch) const {
  collect_keys(profile, scratch.keys);
  scratch.met.clear();
  for (const auto key : scratch.keys) {
    const auto bucket = bucket_of(key);
    const auto low = static_cast<std::uint32_t>(key);
    for (auto i = bucket_ends_[bucket]; i < bucket_ends_[bucket + 1]; ++i) {
      if (entries_[i].key == low) scratch.met.push_back(entries_[i].number);
    }
  }
  std::ranges::sort(scratch.met);
  scratch.counted.clear();
  for (const auto number : scratch.met) {
    if (scratch.counted.empty() || scratch.counted.back().second != number) {
      scratch.counted.emplace_back(0, number);
    }
    ++scratch.counted.back().first;
  }
  const auto by_count = [](const auto& one, const auto& other) {
    return one.first != other.first ? one.first > other.first : one.second < other.second;
  };
  const auto most = std::min(kMostCandidates, scratch.counted.size());
  std::partial_sort(scratch.counted.begin(),
                    scratch.counted.begin() + static_cast<std::ptrdiff_t>(most),
                    scratch.counted.end(), by_count);
  scratch.candidates.clear();
  for (std::size_t i = 0; i < most; ++i) scratch.candidates.push_back(scratch.counted[i].second);
  return scratch.candidates;
}

}  // namespace tributary::catalogue
