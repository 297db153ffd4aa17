#include "ecosystem/framework/agreement.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

using enum PositionKind;

const std::vector<EntitledState> kFive = {
    {{"CY"}, 1}, {{"FI"}, 6}, {{"IE"}, 5}, {{"PT"}, 10}, {{"RO"}, 19}};

Position position(std::string state, PositionKind kind, int minute = 0) {
  return {.state = {std::move(state)},
          .kind = kind,
          .text = kind == agree || kind == abstain ? "" : "because",
          .at = Timestamp(std::chrono::minutes(minute))};
}

AgreementOutcome outcome(const AgreementRule& rule, std::vector<Position> positions) {
  return outcome_of(rule, kFive, positions).value();
}

constexpr AgreementRule kQualified{.majority = MajorityKind::qualified,
                                   .quorum_percent = 80,
                                   .states_percent = 55,
                                   .population_percent = 65};

TEST(Agreement, OfFiveStatesWithOneReservationIsReached) {
  const auto agreed =
      outcome({}, {position("CY", agree), position("FI", agree), position("IE", agree),
                   position("PT", agree), position("RO", agree_with_reservation)});
  EXPECT_TRUE(agreed.is_agreed);
  EXPECT_EQ(agreed.agree, 4);
  EXPECT_EQ(agreed.agree_with_reservation, 1);
  EXPECT_TRUE(agreed.silent.empty());
}

TEST(Agreement, ByUnanimityFailsWithOneObjectionAndNotWithAbstentions) {
  EXPECT_TRUE(outcome({}, {position("CY", agree), position("FI", abstain), position("IE", abstain)})
                  .is_agreed);
  EXPECT_FALSE(outcome({}, {position("CY", agree), position("FI", agree), position("IE", object)})
                   .is_agreed);
  EXPECT_FALSE(
      outcome({}, {position("CY", abstain), position("FI", abstain), position("IE", abstain)})
          .is_agreed)
      << "nobody agreed";
}

TEST(Agreement, NeedsItsQuorum) {
  const auto two = outcome({}, {position("CY", agree), position("FI", agree)});
  EXPECT_FALSE(two.has_quorum) << "two of five are under 50 %";
  EXPECT_FALSE(two.is_agreed);
  EXPECT_EQ(two.silent, (std::vector<StateCode>{{"IE"}, {"PT"}, {"RO"}}));
  EXPECT_FALSE(outcome({.quorum_percent = 0}, {}).has_quorum) << "nobody took a position";
}

TEST(Agreement, ByQualifiedMajorityCountsStatesAndPeople) {
  // Four of five states are 80 %; they have 22 of 41, 54 %.
  const auto without_people = outcome(kQualified, {position("CY", agree), position("FI", agree),
                                                   position("IE", agree), position("PT", agree)});
  EXPECT_TRUE(without_people.has_quorum);
  EXPECT_EQ(without_people.population_in_favour, 22);
  EXPECT_FALSE(without_people.is_agreed);
  // Three states are 60 %, with 34 of 41, 83 %; the fourth objects.
  EXPECT_TRUE(outcome(kQualified, {position("IE", agree), position("PT", agree),
                                   position("RO", agree_with_reservation), position("CY", object)})
                  .is_agreed);
  // Two states are 40 %.
  EXPECT_FALSE(outcome(kQualified, {position("PT", agree), position("RO", agree),
                                    position("CY", abstain), position("FI", abstain)})
                   .is_agreed);
}

TEST(Agreement, ASharesOfExactlyTheRuleIsEnough) {
  std::vector<EntitledState> twenty;
  std::vector<Position> eleven;
  for (char c = 'A'; c < 'A' + 20; ++c) twenty.push_back({{std::string(2, c)}, 1});
  for (char c = 'A'; c < 'A' + 11; ++c) eleven.push_back(position(std::string(2, c), agree));
  const AgreementRule rule{.majority = MajorityKind::qualified, .states_percent = 55};
  EXPECT_TRUE(outcome_of(rule, twenty, eleven).value().is_agreed) << "55 % of 20 are 11";
  eleven.pop_back();
  EXPECT_FALSE(outcome_of(rule, twenty, eleven).value().is_agreed);
}

TEST(Agreement, TheLastPositionOfAStateCountsWhateverTheOrderOfReading) {
  const std::vector<Position> positions = {position("FI", agree, 2), position("IE", agree, 1),
                                           position("FI", object, 1), position("CY", agree, 1)};
  EXPECT_TRUE(outcome({}, positions).is_agreed);
  EXPECT_TRUE(outcome({}, {positions.rbegin(), positions.rend()}).is_agreed);
}

TEST(Agreement, RefusesPositionsWithoutTextAndOfStrangers) {
  auto silent = position("FI", agree_with_reservation);
  silent.text.clear();
  EXPECT_EQ(outcome_of({}, kFive, std::vector{silent}).error().text(),
            "FI: a reservation says what is reserved");
  silent.kind = object;
  EXPECT_EQ(outcome_of({}, kFive, std::vector{silent}).error().text(), "FI: an objection says why");
  EXPECT_EQ(outcome_of({}, kFive, std::vector{position("XX", agree)}).error().text(),
            "XX: the state is not entitled to take a position");
}

TEST(AgreementRule, ThatIsNoMajorityIsRefused) {
  EXPECT_TRUE(check_rule({}));
  EXPECT_TRUE(check_rule(kQualified));
  for (const AgreementRule& rule :
       {AgreementRule{.quorum_percent = 101},
        AgreementRule{.majority = MajorityKind::qualified, .states_percent = 50},
        AgreementRule{.majority = MajorityKind::qualified, .states_percent = 101},
        AgreementRule{
            .majority = MajorityKind::qualified, .states_percent = 60, .population_percent = 101},
        AgreementRule{.states_percent = 60}}) {
    EXPECT_FALSE(check_rule(rule)) << sentence_of(rule);
  }
}

TEST(AgreementRule, ReadsAsASentence) {
  EXPECT_EQ(sentence_of(kQualified),
            "At least 55 % of the states with at least 65 % of the people agree; at least 80 % of "
            "the states take a position.");
  EXPECT_EQ(sentence_of({}),
            "No state that votes objects; at least 50 % of the states take a position.");
}

}  // namespace
}  // namespace tributary::ecosystem
