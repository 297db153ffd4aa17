// catalogue/identity/organisation_index.h
//
// All known spellings of organisations in memory, and which of them another may be: blocking.
//
//   index.add(profile) …; index.finish();
//   for (const auto number : index.candidates(profile, scratch)) compare(profile,
//   index.profile(number))
//
// Two spellings come together where they share one of: a rare word, two words that are rare
// together, an acronym, a domain, a house, what they are and where, how they begin. Keys that more
// than kMostInBlock share tell nothing and are left out. A million spellings take 700 MB.
//
// Thread rule: after finish() read by any thread, each with its own scratch.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "catalogue/identity/organisation_profile.h"

namespace tributary::catalogue {

class OrganisationIndex {
 public:
  static constexpr std::size_t kMostInBlock = 48;
  static constexpr std::size_t kMostCandidates = 16;

  struct Scratch {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> met;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> counted;
    std::vector<std::uint32_t> candidates;
  };

  /// Numbers are given from 0 in the order of adding.
  void add(const OrganisationProfile& profile) { profiles_.push_back(profile); }

  /// Weighs the words of all and sorts all into blocks. REQUIRES: no add() after it.
  void finish();

  /// Sets how rare the words of a profile are among the known ones.
  void weigh(OrganisationProfile& profile) const;

  /// Numbers of those that share the most keys with `profile`, which has been weighed; at most
  /// kMostCandidates. The one itself is among them where it is known.
  std::span<const std::uint32_t> candidates(const OrganisationProfile& profile,
                                            Scratch& scratch) const;

  [[nodiscard]] const OrganisationProfile& profile(std::uint32_t number) const {
    return profiles_[number];
  }
  [[nodiscard]] std::size_t size() const { return profiles_.size(); }

 private:
  using Counts = boost::unordered_flat_map<std::uint32_t, std::uint32_t>;

  struct Entry {
    std::uint32_t key;  // the lower half; the upper half says in which bucket
    std::uint32_t number;
    auto operator<=>(const Entry&) const = default;
  };

  void sort_into_buckets();
  void drop_large_blocks();
  [[nodiscard]] std::size_t bucket_of(std::uint64_t key) const { return key >> bucket_shift_; }

  std::vector<OrganisationProfile> profiles_;
  Counts word_counts_, house_counts_, domain_counts_, street_counts_, city_counts_;
  std::vector<std::uint32_t>
      bucket_ends_;  // of bucket b: from bucket_ends_[b] to bucket_ends_[b + 1]
  std::vector<Entry> entries_;
  unsigned bucket_shift_ = 63;
};

}  // namespace tributary::catalogue
