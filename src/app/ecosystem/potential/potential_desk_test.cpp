// The profile of an innovation over a database: what is missing is unknown, what there is has rows.
#include "app/ecosystem/potential/potential_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "app/ecosystem/potential/potential_sentences.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using ecosystem::PotentialPart;
using ecosystem::PotentialReason;
using ecosystem::Strength;
using testing::HasSubstr;

class PotentialDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  PotentialDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  PilotDesk pilots_{connections_, clock_};
  MainstreamingDesk cases_{connections_, clock_};
  ApplicationDesk applications_{connections_, clock_};
  AdoptionDesk adoption_{connections_, clock_};
  PotentialDesk potential_{desk_, pilots_, cases_, applications_, adoption_};
  const Actor portugal_ =
      actor(20, {{Role::national_agency_officer, {ScopeKind::member_state, "PT"}}});

  PartOfPotential part(Id innovation, const std::string& state, PotentialPart which) {
    return potential_.view(innovation, {state}).value().part(which);
  }
  void use_it(Id innovation, const std::string& name, int days_ago) {
    const auto provider =
        adoption_.add_provider(portugal_, {.name = name, .member_state = {"PT"}}).value();
    ASSERT_OK(adoption_.record(
        portugal_,
        {.provider = provider, .innovation = innovation, .adopted = clock_.today_plus(-days_ago)},
        "survey"));
  }
};

TEST_P(PotentialDeskTest, WhatNobodyKnowsIsUnknownAndNeverWeak) {
  const auto view = potential_.view(propose(), {"EL"}).value();
  for (const auto& part : view.parts) {
    SCOPED_TRACE(name_of(part.part));
    const bool has_account = part.part == PotentialPart::evidence;  // level 1
    EXPECT_EQ(part.reading.strength, has_account ? Strength::weak : Strength::unknown);
    EXPECT_FALSE(part.reading.reasons.empty());
    EXPECT_FALSE(part.source.empty());
    EXPECT_EQ(part.known, 0);
  }
  EXPECT_FALSE(view.leading);
  EXPECT_FALSE(view.case_here);
  EXPECT_EQ(view.day, clock_.today());
}

TEST_P(PotentialDeskTest, ReadsTheCaseOfTheStateBeforeThatOfAnother) {
  const auto innovation = propose();
  ecosystem::MainstreamingCase content{
      .innovation = innovation, .state = {"PT"}, .competent_authority = "Ministry"};
  content.checklist.fill({ecosystem::ChecklistAnswer::yes, "minutes"});
  content.cost_at_scale = Money{.cents = 120'000};
  ASSERT_OK(cases_.prepare(anna_, content));
  const auto elsewhere = part(innovation, "EL", PotentialPart::scalability);
  EXPECT_EQ(elsewhere.reading.strength, Strength::strong);
  EXPECT_EQ(elsewhere.reading.reasons.back().code, PotentialReason::case_of_other_state);
  EXPECT_EQ(part(innovation, "EL", PotentialPart::cost).reading.strength, Strength::unknown);
  EXPECT_EQ(part(innovation, "PT", PotentialPart::cost).reading.strength, Strength::known);

  content.state = {"EL"};
  content.checklist.fill({});
  const auto unanswered = cases_.prepare(anna_, content).value();
  EXPECT_EQ(part(innovation, "EL", PotentialPart::scalability).reading.strength, Strength::strong)
      << "a case without an answer says nothing";
  EXPECT_EQ(potential_.view(innovation, {"EL"}).value().case_here->id, unanswered);

  for (std::size_t item = 0; item < 3; ++item) {
    content.checklist[item] = {ecosystem::ChecklistAnswer::no, "law"};
  }
  ASSERT_OK(cases_.edit(anna_, {.id = unanswered, .seen = {1}, .content = content}));
  const auto own = part(innovation, "EL", PotentialPart::scalability);
  EXPECT_EQ(own.reading.strength, Strength::unknown) << "nine of twelve are not known";
  EXPECT_EQ(own.known, 3);
  EXPECT_THAT(own.rows.front().page, HasSubstr("/mainstreaming/"));
}

TEST_P(PotentialDeskTest, AdoptionIsToldForTheStateAndForAll) {
  const auto innovation = propose();
  use_it(innovation, "Escola A", 400);
  const auto here = part(innovation, "PT", PotentialPart::adoption);
  EXPECT_EQ(here.reading.strength, Strength::mixed);
  EXPECT_EQ(sentence_of(here.reading.reasons.front()), "In use by 1 provider in 1 state.");
  EXPECT_EQ(here.reading.reasons.back().code, PotentialReason::used_here);
  EXPECT_EQ(part(innovation, "EL", PotentialPart::adoption).reading.reasons.back().code,
            PotentialReason::not_heard_here);
  const auto forecast = part(innovation, "PT", PotentialPart::forecast);
  EXPECT_EQ(forecast.reading.strength, Strength::unknown);
  EXPECT_EQ(forecast.reading.reasons.front().code, PotentialReason::too_few_years);
}

TEST_P(PotentialDeskTest, ComparesAsAskedAndRefusesWhatCannotBe) {
  const auto first = propose(), second = propose("Night school for carers");
  const auto comparison = potential_.compare(std::vector{second, first}, {"EL"}).value();
  ASSERT_EQ(comparison.options.size(), 2);
  EXPECT_EQ(comparison.options[0].innovation, second);
  const auto refused = [&](std::vector<Id> ids, const std::string& state) {
    return potential_.compare(ids, {state}).error();
  };
  EXPECT_EQ(refused({first, first}, "EL").context, "innovation");
  EXPECT_EQ(refused({}, "EL").context, "innovation");
  EXPECT_EQ(refused({{1}, {2}, {3}, {4}, {5}, {6}, {7}}, "EL").context, "innovation");
  EXPECT_EQ(refused({first}, "").context, "state");
  EXPECT_EQ(refused({first}, "Greece").context, "state");
  EXPECT_EQ(refused({first, {99}}, "EL").code, ErrorCode::not_found);
  EXPECT_EQ(potential_.view({99}, {}).error().code, ErrorCode::not_found);
}

TRIBUTARY_ON_BOTH_ENGINES(PotentialDeskTest);

}  // namespace
}  // namespace tributary::app
