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

class Trial {
 public:
  explicit Trial(const std::filesystem::path& data);

  Truth truth_of(std::uint32_t one, std::uint32_t other) const;
  bool is_for_test(std::uint32_t spelling) const;
  bool is_met(std::uint32_t one, std::uint32_t other) const;

  /// Pairs of the test that are one organisation under different names.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> positives() const;

  /// A pair counts by how much of it is in the test: half where one is, so that wrong pairs stand
  /// against right ones as they would over all.
  double share_in_test(const Pair& pair) const;

  std::size_t records = 0;
  std::vector<Spelling> spellings;
  std::vector<Pair> pairs;

 private:
  void cluster();
  std::uint32_t root(std::uint32_t i) const;

  catalogue::OrganisationIndex index_;
  std::set<std::uint64_t> met_;
};

/// How many pairs of different or unknown ones there are for each that is known to be different.
double unknown_factor(const Trial& trial);

}  // namespace tributary::bench
