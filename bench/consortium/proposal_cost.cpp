// How long it takes to find whom to ask:
//
//   proposal_cost [CANDIDATES [PLACES]]
//
// Invented candidates of 30 countries and 5 types with grants and scores, under the rules of the
// Centres of Vocational Excellence, with limits on the grant, on the share of one organisation and
// of one country beside them. For several invented lists: processor time, whether it is proven
// optimal, and the score. Most of the time is the solver's; the rest are the alternatives.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "app/consortium/rule_files.h"
#include "network/consortium/proposal.h"

namespace {

using namespace tributary;

constexpr int kLists = 7;

std::vector<network::Candidate> invented(std::size_t number, unsigned seed) {
  const std::vector<std::string> countries{
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
      "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "NO", "TR", "CH"};
  const std::vector<std::string> types{"vocational_school", "enterprise",
                                       "chamber_or_social_partner", "higher_education", "research"};
  std::mt19937 random(seed);
  const auto one_of = [&](const auto& list) { return list[random() % list.size()]; };
  std::vector<network::Candidate> candidates;
  for (std::size_t place = 0; place < number; ++place) {
    network::Candidate candidate;
    candidate.member.name = fmt::format("organisation {}", place);
    candidate.member.country = one_of(countries);
    candidate.member.type = one_of(types);
    candidate.member.budget = Money{static_cast<std::int64_t>(10'000'000 + random() % 40'000'000)};
    candidate.score = static_cast<double>(random() % 10'000) / 10'000;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

std::vector<network::Rule> rules() {
  auto rules = app::shipped_rules("erasmus-cove").value().rules;
  rules.push_back({.id = "organisation_share",
                   .kind = network::RuleKind::organisation_share,
                   .at_most = 1'500});
  rules.push_back(
      {.id = "country_share", .kind = network::RuleKind::country_share, .at_most = 3'000});
  return rules;
}

}  // namespace

int main(int count, char** arguments) {
  const auto number = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 500;
  const auto places = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 12;
  const auto all_rules = rules();
  fmt::print("{} candidates, {} places, {} rules\n", number, places, all_rules.size());
  for (unsigned seed = 1; seed <= kLists; ++seed) {
    const auto candidates = invented(number, seed);
    const auto begin = std::clock();
    const auto proposal =
        network::propose({.rules = all_rules,
                          .candidates = candidates,
                          .places = places,
                          .deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1)});
    const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    fmt::print("list {}: {:6.0f} ms, {}, {} chosen, score {:.4f}\n", seed, seconds * 1'000,
               proposal.state == network::SolutionState::optimal ? "optimal" : "not proven",
               proposal.choices.size(), proposal.score);
  }
  return 0;
}
