#include "network/consortium/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "network/consortium/consortium_test_data.h"

namespace tributary::network {
namespace {

using testing::ElementsAre;

Member school(const std::string& country) {
  return {.name = "School of " + country,
          .country = country,
          .type = "vocational_school",
          .role = Role::partner,
          .budget = Money{100'000}};
}

Member firm(const std::string& country) {
  auto firm = school(country);
  firm.name = "Firm of " + country;
  firm.type = "enterprise";
  return firm;
}

Rule three_countries() {
  return {.id = "countries",
          .kind = RuleKind::countries,
          .of = {.countries = {"AT", "PT", "RO"}},
          .at_least = 3};
}

TEST(ConsortiumCheck, CountsCountriesOfTheGroupOnce) {
  const auto outcome =
      check(three_countries(), std::vector{school("PT"), firm("PT"), school("RO"), school("CH")});
  EXPECT_EQ(outcome.verdict, Verdict::failed);
  EXPECT_EQ(outcome.found, (Found{2, 2}));
  EXPECT_THAT(outcome.countries, ElementsAre("PT", "RO"));
  EXPECT_THAT(outcome.counted, ElementsAre(0, 1, 2));
}

TEST(ConsortiumCheck, WhatIsUnknownIsNamedAndNeverPasses) {
  const auto outcome =
      check(three_countries(), std::vector{school("PT"), school("RO"), school("")});
  EXPECT_EQ(outcome.verdict, Verdict::unjudged);
  EXPECT_EQ(outcome.found, (Found{2, 3}));
  EXPECT_THAT(outcome.missing, ElementsAre(Unknown{2, "country"}));
}

TEST(ConsortiumCheck, AssociatedPartnersDoNotCountUnlessARuleSaysSo) {
  auto guest = school("AT");
  guest.role = Role::associated_partner;
  const std::vector members{school("PT"), school("RO"), guest};
  EXPECT_EQ(check(three_countries(), members).verdict, Verdict::failed);
  auto of_all = three_countries();
  of_all.of.roles = {Role::coordinator, Role::partner, Role::associated_partner};
  EXPECT_EQ(check(of_all, members).verdict, Verdict::passed);
}

TEST(ConsortiumCheck, EveryCountryHasOneOfEach) {
  const Rule rule{.kind = RuleKind::every_country,
                  .having = {{.types = {"enterprise"}}, {.types = {"vocational_school"}}}};
  EXPECT_EQ(check(rule, std::vector{school("PT"), firm("PT")}).verdict, Verdict::passed);
  const auto outcome = check(rule, std::vector{school("PT"), firm("PT"), school("RO")});
  EXPECT_EQ(outcome.verdict, Verdict::failed);
  EXPECT_THAT(outcome.countries, ElementsAre("RO"));
  EXPECT_THAT(outcome.against, ElementsAre(2));
  auto something = school("RO");
  something.type = "";
  const auto open = check(rule, std::vector{school("PT"), firm("PT"), school("RO"), something});
  EXPECT_EQ(open.verdict, Verdict::unjudged);
  EXPECT_THAT(open.missing, ElementsAre(Unknown{3, "type"}));
}

TEST(ConsortiumCheck, CountriesWithOneOfEachAreCounted) {
  const Rule rule{.kind = RuleKind::countries,
                  .having = {{.types = {"enterprise"}}, {.types = {"vocational_school"}}},
                  .at_least = 2};
  const auto outcome = check(rule, std::vector{school("PT"), firm("PT"), school("RO")});
  EXPECT_EQ(outcome.verdict, Verdict::failed);
  EXPECT_EQ(outcome.found, (Found{1, 1}));
}

TEST(ConsortiumCheck, OnlyTellsWhoBreaksIt) {
  const Rule rule{.kind = RuleKind::only, .allowed = {.countries = {"PT"}}};
  const auto outcome = check(rule, std::vector{school("PT"), school("US")});
  EXPECT_EQ(outcome.verdict, Verdict::failed);
  EXPECT_THAT(outcome.against, ElementsAre(1));
  EXPECT_EQ(check(rule, std::vector{school("PT"), school("")}).verdict, Verdict::unjudged);
}

TEST(ConsortiumCheck, TheSameOrganisationTwiceIsFoundWhateverItsLetters) {
  auto again = school("PT");
  again.name = "SCHOOL of pt";
  EXPECT_THAT(check({.kind = RuleKind::once}, std::vector{school("PT"), firm("PT"), again}).against,
              ElementsAre(0, 2));
  EXPECT_EQ(check({.kind = RuleKind::once}, std::vector{school("PT"), school("RO")}).verdict,
            Verdict::passed);
}

TEST(ConsortiumCheck, AnOrganisationWithANumberIsTheSameAsOneOfItsNameAndCountry) {
  const Rule once{.kind = RuleKind::once};
  auto known = school("PT"), other = school("PT");
  known.id = "7";
  EXPECT_THAT(check(once, std::vector{known, school("PT")}).against, ElementsAre(0, 1));
  other.id = "8";
  EXPECT_EQ(check(once, std::vector{known, other}).verdict, Verdict::passed);
  other = school("RO");
  other.id = "7";
  EXPECT_EQ(check(once, std::vector{known, other}).verdict, Verdict::failed);
}

TEST(ConsortiumCheck, WhoMayStandTwiceIsOpenUntilTheCountryIsKnown) {
  auto nowhere = school("PT");
  nowhere.country.clear();
  const auto outcome = check({.kind = RuleKind::once}, std::vector{school("PT"), nowhere});
  EXPECT_EQ(outcome.verdict, Verdict::unjudged);
  EXPECT_THAT(outcome.missing, ElementsAre(Unknown{1, "country"}));
}

TEST(ConsortiumCheck, BudgetsAddUpAndUnknownOnesLeaveTheEndOpen) {
  const Rule rule{.kind = RuleKind::budget_total, .at_most = 250'000};
  EXPECT_EQ(check(rule, std::vector{school("PT"), school("RO")}).verdict, Verdict::passed);
  EXPECT_EQ(check(rule, std::vector{school("PT"), school("RO"), school("AT")}).verdict,
            Verdict::failed);
  auto open = school("AT");
  open.budget = std::nullopt;
  const auto outcome = check(rule, std::vector{school("PT"), school("RO"), open});
  EXPECT_EQ(outcome.verdict, Verdict::unjudged);
  EXPECT_EQ(outcome.found, (Found{200'000, std::nullopt}));
  EXPECT_THAT(outcome.missing, ElementsAre(Unknown{2, "budget"}));
}

TEST(ConsortiumCheck, AShareThatIsOverItsLimitByACentIsOver) {
  const Rule rule{.kind = RuleKind::country_share, .at_most = 5'000};
  auto more = school("RO");
  EXPECT_EQ(check(rule, std::vector{school("PT"), more}).verdict, Verdict::passed);
  more.budget = Money{100'001};
  const auto outcome = check(rule, std::vector{school("PT"), more});
  EXPECT_EQ(outcome.verdict, Verdict::failed);
  EXPECT_THAT(outcome.countries, ElementsAre("RO"));
}

TEST(ConsortiumCheck, WhatPeopleCheckIsNeverPassedAndDoesNotHoldUpTheRest) {
  const std::vector<Rule> rules{{.kind = RuleKind::by_hand}, {.kind = RuleKind::once}};
  const auto outcomes = check(rules, std::vector{school("PT")});
  EXPECT_EQ(outcomes[0].verdict, Verdict::unjudged);
  EXPECT_EQ(verdict_of(rules, outcomes), Verdict::passed);
}

/// Filling in what is unknown, in whatever way, never contradicts a verdict that was given before.
RC_GTEST_PROP(ConsortiumCheck, AVerdictHoldsWhateverTheUnknownTurnsOutToBe, ()) {
  const auto rule = *any_rule();
  const auto members = *any_members(6);
  const auto before = check(rule, members);
  RC_PRE(before.verdict != Verdict::unjudged);
  auto known = members;
  for (auto& member : known) {
    const auto filling = *any_known_member();
    if (member.country.empty()) member.country = filling.country;
    if (member.type.empty()) member.type = filling.type;
    if (!member.role) member.role = filling.role;
    if (!member.budget) member.budget = filling.budget;
    if (!member.newcomer) member.newcomer = filling.newcomer;
  }
  RC_ASSERT(check(rule, known).verdict == before.verdict);
}

/// With everything known every rule is judged.
RC_GTEST_PROP(ConsortiumCheck, WhatIsKnownIsJudged, ()) {
  const auto rule = *any_rule();
  const auto members = *rc::gen::container<std::vector<Member>>(any_known_member());
  RC_ASSERT(check(rule, members).verdict != Verdict::unjudged);
}

}  // namespace
}  // namespace tributary::network
