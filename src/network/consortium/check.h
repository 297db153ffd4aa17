// network/consortium/check.h
//
// A consortium against the rules of a call: each rule passed, failed, or not to be judged, with the
// numbers found and the members that they come from.
//
//   const auto outcome = check(rule, members);
//   outcome.verdict        →  unjudged
//   outcome.found          →  2 … 3, at least 3 are asked for
//   outcome.missing        →  the country of member 2
//
// What is unknown widens the numbers found and never decides: a rule passes only if it does
// whatever the unknown turns out to be, and fails only if it fails whatever that is.
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "network/consortium/member.h"
#include "network/consortium/rules.h"

namespace tributary::network {

enum class Verdict : std::uint8_t { passed, failed, unjudged };

/// "passed", "failed", "unjudged".
std::string_view name_of(Verdict verdict);

/// Something that one has to know of a member to judge a rule.
struct Unknown {
  std::size_t member = 0;
  std::string field;  ///< country, type, role, budget or newcomer
  auto operator<=>(const Unknown&) const = default;
};

struct Found {
  std::int64_t low = 0;
  std::optional<std::int64_t> high;  ///< nothing: without an end
  bool operator==(const Found&) const = default;
};

/// Members are named by their places.
struct Outcome {
  Verdict verdict = Verdict::unjudged;
  std::optional<Found> found = {};          ///< of the kinds that count
  std::vector<std::size_t> counted = {};    ///< that the rule is surely about
  std::vector<std::size_t> against = {};    ///< that break it
  std::vector<std::string> countries = {};  ///< that count; of every_country and country_share
                                            ///< those that break it
  std::vector<Unknown> missing = {};        ///< what would have to be known
};

Outcome check(const Rule& rule, std::span<const Member> members);

/// Of all rules in order.
std::vector<Outcome> check(std::span<const Rule> rules, std::span<const Member> members);

/// Failed where one failed; unjudged where one is, but for those by hand; else passed.
Verdict verdict_of(std::span<const Rule> rules, std::span<const Outcome> outcomes);

}  // namespace tributary::network
