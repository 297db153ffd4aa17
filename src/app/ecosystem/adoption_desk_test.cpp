#include "app/ecosystem/adoption_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ecosystem/innovation_test_people.h"
#include "base/file.h"
#include "sql/testing/test_database.h"

namespace tributary::app {
namespace {

using ecosystem::AdoptionRecord;
using ecosystem::Fidelity;
using ecosystem::ProviderId;
using testing::ElementsAre;
using testing::HasSubstr;

class AdoptionDeskTest : public sql::DatabaseTest, protected InnovationPeople {
 protected:
  AdoptionDeskTest() : InnovationPeople(database_.location()) {}
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (!IsSkipped()) begin();
  }

  AdoptionDesk adoption_{connections_, clock_};
  const Actor portugal_ =
      actor(20, {{Role::national_agency_officer, {ScopeKind::member_state, "PT"}}});
  const Actor romania_ =
      actor(21, {{Role::national_agency_officer, {ScopeKind::member_state, "RO"}}});

  ProviderId provider(const std::string& name) {
    return adoption_.add_provider(portugal_, {.name = name, .member_state = {"PT"}}).value();
  }
  AdoptionRecord used_by(ProviderId provider, Id innovation, int days_ago) const {
    return {
        .provider = provider, .innovation = innovation, .adopted = clock_.today_plus(-days_ago)};
  }
  AdoptionView seen(Id innovation, const std::string& state = {}) {
    return adoption_.view(innovation, {state}, {}).value();
  }
};

TEST_P(AdoptionDeskTest, ProvidersThatNobodyHeardFromCountAsNothing) {
  const auto innovation = propose();
  EXPECT_EQ(seen(innovation).coverage.share(), std::nullopt);
  const auto uses = provider("Escola A"), does_not = provider("Escola B");
  provider("Escola C");
  const auto silent = seen(innovation);
  EXPECT_EQ(silent.coverage.share(), std::nullopt) << "3 in scope, and nobody was heard";
  EXPECT_EQ(silent.coverage.providers_in_scope, 3);
  EXPECT_FALSE(silent.changed);

  const auto row = adoption_.record(portugal_, used_by(uses, innovation, 400), "survey").value();
  ASSERT_OK(adoption_.reply(
      portugal_,
      {.provider = does_not, .innovation = innovation, .day = clock_.today(), .source = "survey"}));
  const auto view = seen(innovation, "PT");
  EXPECT_EQ(view.coverage.providers_using, 1);
  EXPECT_EQ(view.coverage.providers_reporting, 2);
  EXPECT_EQ(view.coverage.providers_in_scope, 3);
  EXPECT_THAT(view.coverage.rows, ElementsAre(row));
  ASSERT_EQ(view.states.size(), 1);
  EXPECT_EQ(view.states[0].member_state.value, "PT");
  EXPECT_EQ(view.day, clock_.today());
  EXPECT_EQ(view.changed, clock_.now());
  EXPECT_EQ(seen(innovation, "RO").coverage.share(), std::nullopt);
  const auto before = adoption_.view(innovation, {}, clock_.today_plus(-1)).value();
  EXPECT_EQ(before.coverage.providers_reporting, 1) << "the reply came today";
  EXPECT_EQ(adoption_.view(innovation, {}, clock_.today_plus(1)).error().context, "on");
  EXPECT_TRUE(audit().is_whole());
}

TEST_P(AdoptionDeskTest, AProviderIsListedWithWhatItUsesAndUsed) {
  const auto mentors = propose(), diaries = propose("Diaries");
  const auto school = provider("Escola A");
  provider("Escola B");
  auto ended = used_by(school, diaries, 900);
  ended.stopped = clock_.today_plus(-100);
  ASSERT_OK(adoption_.record(portugal_, used_by(school, mentors, 400), "survey"));
  ASSERT_OK(adoption_.record(portugal_, ended, "survey"));
  const auto list = adoption_.providers({"PT"}).value();
  EXPECT_EQ(list.day, clock_.today());
  ASSERT_EQ(list.providers.size(), 2);
  ASSERT_EQ(list.providers[0].adopted.size(), 2);
  EXPECT_EQ(list.providers[0].adopted[0].title, "Diaries") << "the oldest first";
  EXPECT_EQ(list.providers[0].adopted[0].adoption.record.stopped, ended.stopped);
  EXPECT_EQ(list.providers[0].adopted[1].adoption.record.innovation, mentors);
  EXPECT_TRUE(list.providers[1].adopted.empty());
}

TEST_P(AdoptionDeskTest, WhatStoppedIsInTheCurveAndNoLongerInUse) {
  const auto innovation = propose();
  const auto school = provider("Escola A");
  const auto id = adoption_.record(portugal_, used_by(school, innovation, 800), "visit").value();
  ASSERT_OK(adoption_.correct(portugal_, {.id = id,
                                          .seen = {1},
                                          .stopped = clock_.today_plus(-1),
                                          .fidelity = Fidelity::adapted,
                                          .source = "letter"}));
  const auto view = seen(innovation);
  EXPECT_EQ(view.coverage.share(), 0.0);
  EXPECT_EQ(view.spread.front().in_use, 1);
  EXPECT_EQ(view.spread.back().adopted, 1);
  EXPECT_EQ(view.spread.back().in_use, 0);
  ASSERT_EQ(view.records.size(), 1);
  EXPECT_EQ(view.records[0].record.fidelity, Fidelity::adapted);
  EXPECT_EQ(view.records[0].source, "letter");
  EXPECT_EQ(adoption_.correct(portugal_, {.id = id, .seen = {1}, .source = "x"}).error().code,
            ErrorCode::conflict)
      << "somebody changed it since";
}

TEST_P(AdoptionDeskTest, IsForTheStatesOfficerAndTheOrganisationsRepresentative) {
  const auto innovation = propose();
  const auto school = provider("Escola A");
  for (const auto& other : {romania_, bela_, visitor_, representative_of("PT")}) {
    EXPECT_EQ(adoption_.add_provider(other, {.name = "X", .member_state = {"PT"}}).error().code,
              ErrorCode::not_permitted);
    EXPECT_EQ(adoption_.record(other, used_by(school, innovation, 1), "survey").error().code,
              ErrorCode::not_permitted);
    EXPECT_EQ(adoption_
                  .reply(other, {.provider = school,
                                 .innovation = innovation,
                                 .day = clock_.today(),
                                 .source = "x"})
                  .error()
                  .code,
              ErrorCode::not_permitted);
    EXPECT_EQ(
        adoption_.edit_provider(other, {.id = school, .seen = {1}, .learners = 5}).error().code,
        ErrorCode::not_permitted);
  }
  EXPECT_EQ(
      adoption_
          .add_provider(portugal_, {.name = "X", .member_state = {"PT"}, .organisation = {{77}}})
          .error()
          .context,
      "organisation")
      << "which the catalogue does not have";
  const auto represents =
      actor(30, {{Role::organisation_representative, {ScopeKind::organisation, "77"}}});
  EXPECT_EQ(adoption_.edit_provider(represents, {.id = school, .seen = {1}, .organisation = {{77}}})
                .error()
                .code,
            ErrorCode::not_permitted)
      << "nobody takes a provider by naming it";
}

TEST_P(AdoptionDeskTest, WhatCannotBeIsRefused) {
  const auto innovation = propose();
  const auto school = provider("Escola A");
  EXPECT_EQ(
      adoption_.add_provider(portugal_, {.name = "Escola A", .member_state = {"PT"}}).error().code,
      ErrorCode::conflict);
  EXPECT_EQ(adoption_.record(portugal_, used_by(school, innovation, -1), "survey").error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(adoption_.record(portugal_, used_by(school, innovation, 1), " ").error().context,
            "source");
  EXPECT_EQ(adoption_.record(portugal_, used_by(school, {99}, 1), "survey").error().code,
            ErrorCode::not_found);
  ASSERT_OK(adoption_.record(portugal_, used_by(school, innovation, 1), "survey"));
  EXPECT_EQ(adoption_.record(portugal_, used_by(school, innovation, 1), "survey").error().code,
            ErrorCode::conflict);
  EXPECT_THAT(
      adoption_
          .reply(
              portugal_,
              {.provider = school, .innovation = innovation, .day = clock_.today(), .source = "x"})
          .error()
          .message,
      HasSubstr("by its record it uses it"));
}

TEST_P(AdoptionDeskTest, LearnersThatNobodyToldAreNotZero) {
  const auto school = provider("Escola A");
  EXPECT_FALSE(adoption_.providers({"PT"}).value().providers[0].provider.learners);
  ASSERT_OK(adoption_.edit_provider(portugal_, {.id = school, .seen = {1}, .learners = 320}));
  EXPECT_EQ(adoption_.providers({}).value().providers[0].provider.learners, 320);
  EXPECT_EQ(
      adoption_.edit_provider(portugal_, {.id = school, .seen = {1}, .learners = 1}).error().code,
      ErrorCode::conflict);
  EXPECT_TRUE(adoption_.providers({"RO"}).value().providers.empty());
}

TEST_P(AdoptionDeskTest, ATableIsTakenRowByRowAndARejectedOneIsNamed) {
  const auto innovation = std::to_string(propose().value);
  const auto directory = TemporaryFolder::create().value();
  const auto file = directory.path() / "adoption.csv";
  const std::string header =
      "provider,member_state,innovation,adopted,asked,stopped,fidelity,source\n";
  ASSERT_OK(write_file_atomically(
      file, header +  //
                "Escola A,PT," + innovation + ",2023-09-01,,,adapted,survey\n" + "Escola B,PT," +
                innovation + ",,2024-01-15,,,survey\n" +                         //
                "Escola C,PT,99,2023-09-01,,,,survey\n" +                        //
                "Escola D,PT," + innovation + ",2023-13-01,,,,survey\n" +        //
                "Escola E,Portugal," + innovation + ",2023-09-01,,,,survey\n" +  //
                "Escola F,PT," + innovation + ",2023-09-01,2023-09-01,,,survey\n" + "Escola G,PT," +
                innovation + ",2023-09-01,,2023-08-01,,survey\n"));
  const auto report = adoption_.import_file(file).value();
  EXPECT_EQ(report.added, 2);
  EXPECT_EQ(report.providers_added, 2) << "of rejected rows none";
  std::vector<std::pair<std::uint64_t, std::string>> rejected;
  for (const auto& one : report.rejected) rejected.emplace_back(one.line, one.column);
  using Pair = std::pair<std::uint64_t, std::string>;
  EXPECT_THAT(rejected, ElementsAre(Pair(4, "innovation"), Pair(5, "adopted"),
                                    Pair(6, "member_state"), Pair(7, "adopted"), Pair(8, "")));
  const auto view = seen({1});
  EXPECT_EQ(view.coverage.providers_using, 1);
  EXPECT_EQ(view.coverage.providers_reporting, 2);

  const auto again = adoption_.import_file(file).value();
  EXPECT_EQ(again.added + again.changed + again.providers_added, 0);
  EXPECT_EQ(again.unchanged, 2);
  ASSERT_OK(write_file_atomically(
      file, header + "Escola A,PT," + innovation + ",2023-09-01,,2024-02-01,adapted,letter\n"));
  EXPECT_EQ(adoption_.import_file(file).value().changed, 1);
  EXPECT_EQ(seen({1}).coverage.providers_using, 0);
  ASSERT_OK(write_file_atomically(
      file, header + "Escola A,PT," + innovation + ",,2023-10-01,,,letter\n"));
  const auto contradicted = adoption_.import_file(file).value().rejected;
  ASSERT_EQ(contradicted.size(), 1) << "its record says that it used it on this day";
  EXPECT_EQ(contradicted[0].line, 2);
  EXPECT_TRUE(audit().is_whole());

  ASSERT_OK(write_file_atomically(file, "provider,adopted\nEscola A,2023-09-01\n"));
  EXPECT_EQ(adoption_.import_file(file).error().code, ErrorCode::unrecognised);
}

TRIBUTARY_ON_BOTH_ENGINES(AdoptionDeskTest);

}  // namespace
}  // namespace tributary::app
