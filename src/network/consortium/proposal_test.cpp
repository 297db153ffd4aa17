#include "network/consortium/proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "network/consortium/check.h"
#include "network/consortium/consortium_test_data.h"

namespace tributary::network {
namespace {

using testing::ElementsAre;

std::chrono::steady_clock::time_point in_a_minute() {
  return std::chrono::steady_clock::now() + std::chrono::minutes(1);
}

Candidate candidate(std::string name, std::string country, double score) {
  return {.member = {.name = std::move(name), .country = std::move(country)}, .score = score};
}

const std::vector<Rule>& rules() {
  static const std::vector<Rule> kRules{
      {.id = "countries", .kind = RuleKind::countries, .at_least = 3},
      {.id = "coordinator",
       .kind = RuleKind::organisations,
       .of = {.roles = {Role::coordinator}},
       .at_least = 1,
       .at_most = 1}};
  return kRules;
}

TEST(Proposal, FillsTheMissingPlacesWithTheBestThatKeepTheRules) {
  const std::vector members{Member{.name = "us", .country = "PT", .role = Role::coordinator}};
  const std::vector candidates{candidate("neighbour", "PT", 0.9), candidate("a", "RO", 0.5),
                               candidate("b", "RO", 0.6), candidate("c", "AT", 0.1)};
  const auto proposal = propose(
      {.rules = rules(), .members = members, .candidates = candidates, .deadline = in_a_minute()});
  ASSERT_EQ(proposal.state, SolutionState::optimal);
  ASSERT_EQ(proposal.choices.size(), 2U);
  EXPECT_EQ(proposal.choices[0].candidate, 2U);
  EXPECT_THAT(proposal.choices[0].alternatives, ElementsAre(1));
  EXPECT_EQ(proposal.choices[1].candidate, 3U);
  EXPECT_THAT(proposal.choices[1].alternatives, ElementsAre());
  EXPECT_DOUBLE_EQ(proposal.score, 0.7);
  EXPECT_DOUBLE_EQ(proposal.bound, 0.7);
}

TEST(Proposal, FindsACoordinatorWhereThereIsNone) {
  const std::vector<Member> members{{.name = "us", .country = "PT", .role = Role::partner}};
  const std::vector candidates{candidate("a", "RO", 0.5), candidate("b", "AT", 0.6)};
  const auto proposal = propose(
      {.rules = rules(), .members = members, .candidates = candidates, .deadline = in_a_minute()});
  ASSERT_EQ(proposal.choices.size(), 2U);
  EXPECT_NE(proposal.choices[0].role, proposal.choices[1].role);
}

TEST(Proposal, SaysWhichRuleIsInTheWay) {
  const std::vector members{Member{.name = "us", .country = "PT", .role = Role::coordinator}};
  const std::vector candidates{candidate("a", "RO", 0.5), candidate("b", "", 0.6)};
  const auto proposal = propose(
      {.rules = rules(), .members = members, .candidates = candidates, .deadline = in_a_minute()});
  EXPECT_EQ(proposal.state, SolutionState::impossible);
  EXPECT_THAT(proposal.in_the_way, ElementsAre("countries"));
}

TEST(Proposal, NobodyIsAskedTwiceOrWhereTheyAreAlready) {
  const std::vector members{Member{.name = "us", .country = "PT", .role = Role::coordinator}};
  const std::vector candidates{candidate("US", "PT", 0.9), candidate("a", "RO", 0.5),
                               candidate("A", "RO", 0.5), candidate("b", "AT", 0.6)};
  const auto proposal = propose({.rules = rules(),
                                 .members = members,
                                 .candidates = candidates,
                                 .places = 4,
                                 .deadline = in_a_minute()});
  EXPECT_EQ(proposal.choices.size(), 2U);
}

TEST(Proposal, WhoMayBeInAlreadyIsNotAsked) {
  const std::vector members{
      Member{.id = "7", .name = "us", .country = "PT", .role = Role::coordinator}};
  const std::vector candidates{candidate("Us", "PT", 0.9), candidate("us", "", 0.9),
                               candidate("us", "RO", 0.5), candidate("b", "AT", 0.6)};
  const auto proposal = propose(
      {.rules = rules(), .members = members, .candidates = candidates, .deadline = in_a_minute()});
  ASSERT_EQ(proposal.choices.size(), 2U);
  EXPECT_EQ(proposal.choices[0].candidate, 3U);
  EXPECT_EQ(proposal.choices[1].candidate, 2U);
}

/// Without an end in time looking for alternatives alone takes many minutes.
TEST(Proposal, EndsSoonAfterTheDeadlineWhateverIsAsked) {
  std::vector<std::string> countries;
  for (char first = 'A'; first <= 'M'; ++first) {
    for (char second = 'A'; second <= 'W'; ++second) countries.push_back({first, second});
  }
  constexpr std::int64_t kPlaces = 90;
  const std::vector<Rule> rules(50, Rule{.id = "newcomers",
                                         .kind = RuleKind::organisations,
                                         .of = {.countries = countries, .newcomer = true},
                                         .at_least = kPlaces});
  std::vector<Candidate> candidates;
  for (int number = 0; number < 1'000; ++number) {
    candidates.push_back(candidate(std::to_string(number), countries.back(), 0.5));
    candidates.back().member.newcomer = number < kPlaces;
  }
  const auto start = std::chrono::steady_clock::now();
  const auto proposal = propose({.rules = rules,
                                 .candidates = candidates,
                                 .places = kPlaces,
                                 .deadline = start + std::chrono::seconds(3)});
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
  EXPECT_THAT(proposal.state, testing::AnyOf(SolutionState::good, SolutionState::unknown));
}

TEST(Proposal, WithoutTimeThereIsNoAnswerAndNoneIsInvented) {
  const std::vector candidates{candidate("a", "RO", 0.5)};
  const auto proposal =
      propose({.rules = rules(), .candidates = candidates, .places = 1, .deadline = {}});
  EXPECT_EQ(proposal.state, SolutionState::unknown);
  EXPECT_TRUE(proposal.choices.empty());
}

/// What every subset of the options comes to, if it keeps the rules.
struct Best {
  std::size_t fewest = 1'000;
  double score = -1;
};

Best best_of_all(const ProposalRequest& request) {
  const auto options = options_of(request);
  Best best;
  for (std::uint32_t subset = 0; subset < (1U << options.size()); ++subset) {
    std::vector<Member> all(request.members.begin(), request.members.end());
    std::size_t number = 0;
    double score = 0;
    bool is_twice = false;
    for (std::size_t place = 0; place < options.size(); ++place) {
      if ((subset >> place & 1U) == 0) continue;
      ++number;
      score += request.candidates[options[place].candidate].score;
      is_twice = is_twice || stands_in(all, options[place].member);
      all.push_back(options[place].member);
    }
    if (is_twice || (request.places && number > *request.places)) continue;
    if (verdict_of(request.rules, check(request.rules, all)) != Verdict::passed) continue;
    if (!request.places && number < best.fewest) best = {number, score};
    if (request.places || number == best.fewest) best.score = std::max(best.score, score);
    best.fewest = std::min(best.fewest, number);
  }
  return best;
}

RC_GTEST_PROP(Proposal, IsAsGoodAsTheBestOfAllSelections, ()) {
  const auto number_of_rules = *rc::gen::inRange<std::size_t>(1, 4);
  std::vector<Rule> rules;
  while (rules.size() < number_of_rules) rules.push_back(*any_rule());
  if (*rc::gen::arbitrary<bool>()) {
    rules.push_back({.kind = RuleKind::organisations,
                     .of = {.roles = {Role::coordinator}},
                     .at_least = 1,
                     .at_most = 1});
  }
  const auto members = *any_members(3);
  std::vector<Candidate> candidates;
  for (auto& member : *any_members(6)) {
    candidates.push_back({.member = member, .score = *rc::gen::inRange(0, 100) / 100.0});
  }
  ProposalRequest request{
      .rules = rules, .members = members, .candidates = candidates, .deadline = in_a_minute()};
  if (*rc::gen::arbitrary<bool>()) request.places = *rc::gen::inRange<std::size_t>(0, 5);
  const auto proposal = propose(request);
  const auto best = best_of_all(request);
  RC_TAG(best.score < 0 ? "impossible" : "possible");
  if (best.score < 0) {
    RC_ASSERT(proposal.state == SolutionState::impossible);
    return;
  }
  RC_ASSERT(proposal.state == SolutionState::optimal);
  RC_ASSERT(std::abs(proposal.score - best.score) < 1e-9);
  if (!request.places) RC_ASSERT(proposal.choices.size() == best.fewest);
  // The alternatives keep every rule too.
  for (std::size_t place = 0; place < proposal.choices.size(); ++place) {
    for (const auto other : proposal.choices[place].alternatives) {
      auto all = members;
      for (std::size_t seat = 0; seat < proposal.choices.size(); ++seat) {
        const auto& choice = proposal.choices[seat];
        all.push_back(candidates[seat == place ? other : choice.candidate].member);
        all.back().role = choice.role;
      }
      RC_ASSERT(verdict_of(rules, check(rules, all)) == Verdict::passed);
    }
  }
}

}  // namespace
}  // namespace tributary::network
