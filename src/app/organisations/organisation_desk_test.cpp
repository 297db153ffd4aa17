#include "app/organisations/organisation_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/organisation_address.h"
#include "sql/testing/test_database.h"
#include "store/identity/organisation_doubts.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using testing::ElementsAre;
using testing::IsEmpty;

const eco::Actor kCurator{.person = {1}, .grants = {{eco::Role::data_curator, {}}}};

struct MadeParticipant {
  std::string source = "cordis", project, pic, vat, name, street = "RUA NOVA 7";
};

/// A catalogue with one participant a project, and the desk over it.
class OrganisationDeskTest : public sql::DatabaseTest {
 protected:
  static catalogue::ImportRecord record(const MadeParticipant& made) {
    catalogue::ImportRecord record{
        .project = {.source = made.source, .key = made.project, .title = "Project"},
        .files = catalogue::speaking_files({"organization.csv"})};
    record.project.start = Date::from_calendar(2024, 1, 1);
    record.project.participations.emplace();
    auto& organisation = record.project.participations->emplace_back().organisation;
    organisation.pic = made.pic;
    organisation.vat = made.vat;
    organisation.name = made.name;
    organisation.street = made.street;
    organisation.post_code = "4400 001";
    organisation.city = "GAIA";
    organisation.country = "PT";
    organisation.website = "http://www.epg.example";
    return record;
  }

  void import(const std::vector<MadeParticipant>& participants) {
    auto store = stores_.lend().value();
    for (const auto& made : participants) {
      const auto run = store->begin_run(made.source, "test", clock_.now()).value();
      ASSERT_TRUE(store->apply(run, store::prepare(std::vector{record(made)}), {}, clock_.now()));
      ASSERT_TRUE(store->finish_run(run, {}, clock_.now()));
    }
  }

  std::string slug_of(const std::string& project, const std::string& source = "cordis") {
    auto store = stores_.lend().value();
    const auto found = store->project(source + "-" + project);
    EXPECT_TRUE(found) << project;
    return found ? found->participations.front().organisation_slug : "";
  }
  std::vector<std::string> doubts() {
    std::vector<std::string> names;
    const auto list = desk_.doubts(kCurator, {}).value();
    for (const auto& pair : list.pairs) {
      names.push_back(pair.one.named.name + " / " + pair.other.named.name);
    }
    return names;
  }

  store::ConnectionPool connections_{database_.location()};
  store::CatalogueStorePool stores_{database_.location()};
  FixedClock clock_{*Date::from_iso("2026-06-01")};
  OrganisationDesk desk_{connections_, stores_, clock_};
};

TEST_P(OrganisationDeskTest, WhoVanishedWhileTheyWereComparedIsLeftOutAndToldOf) {
  import(
      {{.project = "1", .pic = "1", .name = "Escola Profissional de Gaia"},
       {.source = "erasmus", .project = "2", .pic = "2", .name = "Escola Profissional de Gaia, SA"},
       {.project = "3", .pic = "3", .name = "Instituto das Pontes", .street = "CAIS 1"},
       {.project = "4", .pic = "4", .name = "Instituto das Pontes, SA", .street = "CAIS 1"}});
  const auto matches = OrganisationMatches::find(connections_).value();
  ASSERT_TRUE(stores_.lend().value()->remove_source("erasmus"));
  const auto report = matches.write(connections_, clock_);
  ASSERT_TRUE(report) << report.error().text();
  EXPECT_EQ(report->vanished, 1U);
  EXPECT_EQ(report->doubtful, 1U) << "the others are asked about";
  EXPECT_THAT(doubts(), ElementsAre("Instituto das Pontes / Instituto das Pontes, SA"));
}

TEST_P(OrganisationDeskTest, AnUndoneMergeAnswersWhatWasAskedOfItsParts) {
  import({{.project = "1", .pic = "1", .name = "Escola Profissional de Gaia"},
          {.project = "2", .pic = "2", .name = "Escola Profissional de Gaia, SA"},
          {.project = "3", .pic = "3", .name = "Escola Profissional de Gaia, Lda"}});
  ASSERT_TRUE(desk_.resolve());
  ASSERT_EQ(doubts().size(), 3U);
  const auto first = desk_.merge(kCurator, {slug_of("2"), slug_of("1"), "One school."});
  ASSERT_TRUE(first) << first.error().text();
  const auto second = desk_.merge(kCurator, {slug_of("3"), slug_of("1"), "Also."}).value();
  EXPECT_THAT(doubts(), IsEmpty());
  ASSERT_TRUE(desk_.undo(kCurator, second, "Another one after all."));
  EXPECT_THAT(doubts(), IsEmpty()) << "neither of it and the one, nor of it and its part";
  ASSERT_TRUE(desk_.undo(kCurator, *first, "And another one."));
  EXPECT_THAT(doubts(), IsEmpty());
  ASSERT_TRUE(desk_.resolve());
  EXPECT_THAT(doubts(), IsEmpty());
}

TEST_P(OrganisationDeskTest, WhoHeldNothingButAPartGoesWithIt) {
  import({{.source = "cordis", .project = "1", .pic = "1", .name = "Escola Profissional de Gaia"},
          {.source = "erasmus", .project = "2", .pic = "2", .name = "Another School"}});
  const auto whole = slug_of("1"), part = slug_of("2", "erasmus");
  ASSERT_TRUE(desk_.merge(kCurator, {part, whole, "One school."}));
  const auto is_there = [&](const std::string& slug) {
    return desk_.history(kCurator, slug).has_value();
  };
  ASSERT_TRUE(stores_.lend().value()->remove_source("cordis"));
  EXPECT_TRUE(is_there(whole)) << "its part is shown under it";
  ASSERT_TRUE(stores_.lend().value()->remove_source("erasmus"));
  EXPECT_FALSE(is_there(whole));
  EXPECT_FALSE(is_there(part));
}

TEST_P(OrganisationDeskTest, WhatSeveralPartsHaveIsTakenOutOneByOne) {
  import({{.project = "1", .pic = "1", .name = "Escola Nova"},
          {.project = "2", .pic = "1", .name = "Academia Nova"},
          {.project = "3", .pic = "2", .name = "Escola Velha"},
          {.project = "4", .pic = "2", .name = "Academia Velha"}});
  const auto whole = slug_of("1");
  ASSERT_TRUE(desk_.merge(kCurator, {slug_of("3"), whole, "One school."}));
  const auto refused = desk_.split(kCurator, {.organisation = whole,
                                              .spellings = {"Academia Nova", "Academia Velha"},
                                              .pics = {"1", "2"},
                                              .oids = {},
                                              .vats = {},
                                              .reason = "Two academies."});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().context, "spellings");
}

TEST_P(OrganisationDeskTest, AnUndoOfKeepingApartAsksAgain) {
  import({{.project = "1", .pic = "1", .name = "Escola Profissional de Gaia"},
          {.project = "2", .pic = "2", .name = "Escola Profissional de Gaia, SA"},
          {.project = "3", .pic = "3", .name = "Another School", .street = "CAIS 1"}});
  ASSERT_TRUE(desk_.resolve());
  const auto asked = doubts();
  ASSERT_EQ(asked.size(), 1U);
  const auto apart = desk_.keep_apart(kCurator, {slug_of("1"), slug_of("2"), "Two schools."});
  ASSERT_TRUE(apart) << apart.error().text();
  EXPECT_THAT(doubts(), IsEmpty());
  const auto undone = desk_.undo(kCurator, *apart, "Nobody knows that.");
  ASSERT_TRUE(undone) << undone.error().text();
  EXPECT_EQ(doubts(), asked);
  EXPECT_EQ(desk_.undo(kCurator, *apart, "Again.").error().code, ErrorCode::conflict);
  EXPECT_EQ(desk_.undo(kCurator, *undone, "Back.").error().code, ErrorCode::conflict);
  const auto told = desk_.history(kCurator, slug_of("1")).value();
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].decision.undoes, *apart);
  EXPECT_EQ(told[1].decision.undone_by, *undone);

  // Of two that nobody was asked about nothing is left, and who became one meanwhile stays one.
  const auto others = desk_.keep_apart(kCurator, {slug_of("1"), slug_of("3"), "Two."}).value();
  ASSERT_TRUE(desk_.undo(kCurator, others, "Not decided."));
  EXPECT_EQ(doubts(), asked);
  const auto again = desk_.keep_apart(kCurator, {slug_of("1"), slug_of("2"), "Two."}).value();
  ASSERT_TRUE(desk_.merge(kCurator, {slug_of("2"), slug_of("1"), "One after all."}));
  EXPECT_EQ(desk_.undo(kCurator, again, "Late.").error().code, ErrorCode::conflict);
}

/// What came out of what came out goes back in either order.
TEST_P(OrganisationDeskTest, SplitsWithinSplitsAreUndoneInAnyOrder) {
  import({{.project = "1", .pic = "1", .name = "Escola"},
          {.project = "2", .pic = "1", .name = "Academia"},
          {.project = "3", .pic = "1", .name = "Oficina"},
          {.project = "4", .name = "Academia"},
          {.project = "5", .name = "Oficina"}});
  const auto all = slug_of("1");
  const auto shown = [&] {
    std::vector<std::string> told;
    auto store = stores_.lend().value();
    for (const auto* project : {"1", "2", "3", "4", "5"}) {
      const auto stored = store->organisation(*organisation_id(slug_of(project)), 10).value();
      told.push_back(stored.slug + ' ' + stored.named.name + ' ' +
                     testing::PrintToString(stored.aliases) + std::to_string(stored.projects));
    }
    return told;
  };
  const auto before = shown();
  const auto take_out = [&](const std::string& from, std::vector<std::string> spellings) {
    return desk_.split(kCurator, {.organisation = from,
                                  .spellings = std::move(spellings),
                                  .pics = {},
                                  .oids = {},
                                  .vats = {},
                                  .reason = "Another one."});
  };
  for (const bool is_outer_first : {true, false}) {
    const auto outer = take_out(all, {"Academia", "Oficina"});
    ASSERT_TRUE(outer) << outer.error().text();
    const auto inner = take_out(outer->made, {"Oficina"});
    ASSERT_TRUE(inner) << inner.error().text();
    EXPECT_EQ(slug_of("5"), inner->made);
    const auto first = is_outer_first ? outer->decision : inner->decision;
    const auto second = is_outer_first ? inner->decision : outer->decision;
    const auto undone = desk_.undo(kCurator, first, "Wrong.");
    ASSERT_TRUE(undone) << undone.error().text();
    EXPECT_EQ(slug_of("4"), is_outer_first ? all : outer->made);
    EXPECT_EQ(slug_of("5"), is_outer_first ? inner->made : outer->made);
    const auto undone_too = desk_.undo(kCurator, second, "Also wrong.");
    ASSERT_TRUE(undone_too) << undone_too.error().text();
    EXPECT_EQ(shown(), before);
    for (const auto& made : {outer->made, inner->made}) {
      EXPECT_TRUE(desk_.history(kCurator, made)) << made << " leads to who has its records";
    }
  }
}

TEST_P(OrganisationDeskTest, OneVatNumberUnderNamesThatContradictIsAskedAbout) {
  import({{.project = "1", .vat = "PT501461108", .name = "Escola Profissional de Gaia"},
          {.project = "2", .vat = "501 461 108", .name = "Gaia Profissional Escola, Lda"},
          {.project = "3", .vat = "501461108", .name = "Museu do Vinho", .street = "CAIS 1"}});
  EXPECT_EQ(slug_of("2"), slug_of("1"));
  ASSERT_NE(slug_of("3"), slug_of("1"));
  EXPECT_THAT(doubts(), IsEmpty());
  ASSERT_TRUE(desk_.resolve());
  const auto asked = desk_.doubts(kCurator, {}).value();
  ASSERT_EQ(asked.pairs.size(), 1U);
  EXPECT_EQ(asked.pairs[0].other.named.name, "Museu do Vinho");
  EXPECT_EQ(asked.pairs[0].reasons.front().name, "same_vat");
}

TEST_P(OrganisationDeskTest, AVatNumberThatManyStateAsksNothing) {
  std::vector<MadeParticipant> all;
  for (const auto* name : {"Museu", "Teatro", "Hospital", "Porto de Mar", "Biblioteca", "Arquivo",
                           "Laboratorio", "Jardim", "Observatorio"}) {
    all.push_back({.project = std::to_string(all.size() + 1),
                   .vat = "PT501461108",
                   .name = name,
                   .street = std::string("RUA ") + name});
  }
  import(all);
  ASSERT_TRUE(desk_.resolve());
  EXPECT_THAT(doubts(), IsEmpty());
}

TRIBUTARY_ON_BOTH_ENGINES(OrganisationDeskTest);

}  // namespace
}  // namespace tributary::app
