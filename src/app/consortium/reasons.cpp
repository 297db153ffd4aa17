#include "app/consortium/reasons.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tributary::app {
namespace {

using network::Member;
using network::Outcome;
using network::Rule;
using network::RuleKind;
using network::Verdict;

/// "2 organisations", "€60000", "33.4 %".
std::string amount(RuleKind kind, std::int64_t number) {
  constexpr double kHundred = 100;
  switch (kind) {
    case RuleKind::countries:
      return fmt::format("{} {}", number, number == 1 ? "country" : "countries");
    case RuleKind::budget_total:
      return "€" + Money{number}.decimal();
    case RuleKind::organisation_share:
    case RuleKind::country_share:
      return fmt::format("{:.2f} %", static_cast<double>(number) / kHundred);
    default:
      return fmt::format("{} {}", number, number == 1 ? "organisation" : "organisations");
  }
}

std::string found_words(const Rule& rule, const network::Found& found) {
  std::string words;
  if (found.high == found.low) {
    words = amount(rule.kind, found.low) + " found";
  } else if (found.high) {
    words = fmt::format("from {} to {} found", found.low, amount(rule.kind, *found.high));
  } else {
    words = amount(rule.kind, found.low) + " or more found";
  }
  if (rule.at_least) words += ", at least " + amount(rule.kind, *rule.at_least) + " needed";
  if (rule.at_most) words += ", at most " + amount(rule.kind, *rule.at_most) + " allowed";
  return words;
}

std::string names_of(const std::vector<std::size_t>& places, std::span<const Member> members) {
  std::vector<std::string_view> names;
  for (const auto place : places) names.emplace_back(members[place].name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string missing_words(const Outcome& outcome, std::span<const Member> members) {
  std::vector<std::string> parts;
  for (const auto& [member, field] : outcome.missing) {
    parts.push_back(fmt::format("{} of {}", field, members[member].name));
  }
  return fmt::format("not known: {}", fmt::join(parts, ", "));
}

}  // namespace

std::string reason_of(const Rule& rule, const Outcome& outcome, std::span<const Member> members) {
  if (rule.kind == RuleKind::by_hand) return "nothing here can tell: check it yourself";
  std::vector<std::string> parts;
  if (outcome.found) parts.push_back(found_words(rule, *outcome.found));
  if (!outcome.countries.empty()) {
    parts.push_back(fmt::format("{}", fmt::join(outcome.countries, ", ")));
  }
  if (!outcome.against.empty())
    parts.push_back("against it: " + names_of(outcome.against, members));
  if (!outcome.missing.empty()) parts.push_back(missing_words(outcome, members));
  if (parts.empty()) return outcome.verdict == Verdict::passed ? "nothing speaks against it" : "";
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace tributary::app
