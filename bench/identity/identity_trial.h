// bench/identity/identity_trial.h
//
// Real records with their identifiers hidden, and which pairs of them blocking brings together.
//
// Records with one name and country are one spelling, as an import has it; spellings whose records
// carry the same PIC or VAT number are one organisation. Two spellings are known to be different
// ones where both have VAT numbers and none is the same; where one has a second PIC, and not both a
// VAT number, nobody knows: it may be registered twice. Three organisations in ten, by a hash with
// a fixed seed, are for testing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "catalogue/identity/match_decision.h"
#include "catalogue/identity/organisation_index.h"
#include "catalogue/project.h"

namespace tributary::bench {

/// Who has another PIC may be the same organisation registered twice: two are known to be different
/// where both have a VAT number, and not the same.
enum class Truth : std::uint8_t { same, different, unknown };

struct Pair {
  std::uint32_t one, other;
  Truth truth;
  catalogue::MatchSteps steps;
  double score;                        ///< that the program gives
  std::vector<std::uint32_t> lacking;  ///< words that one of them lacks
  bool are_alike = false;              ///< half of one name or more is in the other
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

class Trial {
 public:
  explicit Trial(const std::filesystem::path& data);

  Truth truth_of(std::uint32_t one, std::uint32_t other) const;
  bool is_for_test(std::uint32_t spelling) const { return is_in(spelling, part_); }
  bool is_met(std::uint32_t one, std::uint32_t other) const;

  /// Pairs of the test that are one organisation under different names.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> positives() const;

  /// From now on the test is one seventh of what is for learning, number 0 to 6: to choose by it
  /// what is learned and how, and leave the test itself unseen.
  void test_on_part_of_learning(unsigned number) { part_ = number + 1; }
  /// Whether it belongs to the test proper, which nothing may be learned from.
  bool is_kept_away(std::uint32_t spelling) const { return is_in(spelling, 0); }
  bool may_be_learned_from(const Pair& pair) const {
    return share_in_test(pair) == 0 && !is_kept_away(pair.one) && !is_kept_away(pair.other);
  }

  /// A pair counts by how much of it is in the test: half where one is, so that wrong pairs stand
  /// against right ones as they would over all.
  double share_in_test(const Pair& pair) const;

  /// Of a word of a name, from its hash in profiles.
  [[nodiscard]] const std::string& sound_of(std::uint32_t word) const { return sounds_.at(word); }

  std::size_t records = 0;
  std::vector<Spelling> spellings;
  std::vector<Pair> pairs;

 private:
  void cluster();
  std::uint32_t root(std::uint32_t i) const;
  /// Part 0 is three tenths, 1 to 7 are one each.
  bool is_in(std::uint32_t spelling, unsigned part) const;

  unsigned part_ = 0;

  catalogue::OrganisationIndex index_;
  std::set<std::uint64_t> met_;
  std::unordered_map<std::uint32_t, std::string> sounds_;
};

/// How many pairs of different or unknown ones there are for each that is known to be different.
double unknown_factor(const Trial& trial);

}  // namespace tributary::bench
