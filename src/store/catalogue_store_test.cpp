#include "store/catalogue_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "sql/connection.h"
#include "sql/testing/test_database.h"

namespace tributary::store {
namespace {

using catalogue::ImportRecord;
using catalogue::Participation;
using catalogue::Role;
using testing::ElementsAre;
using testing::HasSubstr;

Timestamp at(std::int64_t milliseconds) {
  return Timestamp(std::chrono::milliseconds(1'700'000'000'000 + milliseconds));
}

Participation participation(std::string name, std::string country, Role role = Role::partner,
                            std::string pic = "") {
  Participation made;
  made.organisation.name = std::move(name);
  made.organisation.country = std::move(country);
  made.organisation.pic = std::move(pic);
  made.role = role;
  return made;
}

ImportRecord record(std::string key, std::string title) {
  ImportRecord made;
  made.project.source = "cordis";
  made.project.key = std::move(key);
  made.project.title = std::move(title);
  made.files = catalogue::speaking_files({"project.csv"});
  return made;
}

class CatalogueStoreTest : public sql::DatabaseTest {
 protected:
  CatalogueStore store_ = CatalogueStore::open(database_.location()).value();

  RunId begin(std::string_view source = "cordis") {
    return store_.begin_run(source, "a folder", at(0)).value();
  }

  /// A whole run of one batch.
  BatchOutcome import(const std::vector<ImportRecord>& records,
                      std::string_view source = "cordis") {
    const auto run = begin(source);
    const auto outcome = store_.apply(run, prepare(records), {}, at(1));
    EXPECT_TRUE(outcome) << outcome.error().text();
    EXPECT_TRUE(store_.finish_run(run, {}, at(2)));
    return outcome.value_or(BatchOutcome{});
  }

  StoredProject stored(std::string_view slug) {
    auto project = store_.project(slug);
    EXPECT_TRUE(project) << project.error().text();
    return project.value_or(StoredProject{});
  }
};
TRIBUTARY_ON_BOTH_ENGINES(CatalogueStoreTest);

TEST_P(CatalogueStoreTest, AProjectComesBackAsItWasImported) {
  auto made = record("101004590", "Apprenticeships in Porto");
  made.project.start = Date::from_iso("2021-01-01");
  made.project.grant = Money{12'345'67};
  made.project.topics = {{catalogue::TopicVocabulary::euro_sci_voc, "/1/2", "robotics"}};
  made.project.participations = {participation("Partner B", "FR"),
                                 participation("Universidade de Aveiro", "PT", Role::coordinator)};
  EXPECT_EQ(import({made}).added, 1U);

  const auto project = stored("cordis-101004590");
  auto expected = made.project;
  expected.participations.reset();
  EXPECT_EQ(project.merged, expected);
  ASSERT_EQ(project.participations.size(), 2U);
  EXPECT_EQ(project.participations[0].as_published, (*made.project.participations)[1])
      << "the coordinator comes first";
  EXPECT_THAT(project.participations[0].organisation_slug,
              testing::MatchesRegex("[0-9]+-universidade-de-aveiro"));
}

TEST_P(CatalogueStoreTest, AProjectThatIsNotThereIsNotFound) {
  EXPECT_EQ(store_.project("cordis-1").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_.project("nonsense").error().code, ErrorCode::not_found);
  EXPECT_EQ(store_.organisation({1}, 10).error().code, ErrorCode::not_found);
}

TEST_P(CatalogueStoreTest, ARecordWithoutAnAddressIsRefusedAndNothingIsKept) {
  const auto run = begin();
  const auto refused =
      store_.apply(run, prepare(std::vector{record("1", "One"), record("", "None")}), {}, at(1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
  EXPECT_FALSE(store_.project("cordis-1"));
  EXPECT_EQ(store_.apply(run, prepare(std::vector{record("1", "One")}), {}, at(1))->added, 1U);
}

TEST_P(CatalogueStoreTest, ImportingAgainChangesNothing) {
  auto made = record("1", "One");
  made.project.participations = {participation("A", "PT")};
  import({made});
  const auto version = store_.catalogue_version();
  const auto outcome = import({made});
  EXPECT_EQ(outcome.unchanged, 1U);
  EXPECT_THAT(outcome.records, ElementsAre(RecordOutcome::unchanged));
  EXPECT_EQ(store_.catalogue_version(), version);
  EXPECT_TRUE(stored("cordis-1").history.empty());
}

TEST_P(CatalogueStoreTest, AFieldThatDiffersIsReplacedWithItsOldValueInTheHistory) {
  auto made = record("1", "Old title");
  made.project.grant = Money{100'00};
  import({made});
  made.project.title = "New title";
  made.files = catalogue::speaking_files({"newer.csv"});
  EXPECT_EQ(import({made}).changed, 1U);

  const auto project = stored("cordis-1");
  EXPECT_EQ(project.merged.title, "New title");
  ASSERT_EQ(project.history.size(), 1U);
  EXPECT_EQ(project.history[0].field, "title");
  EXPECT_EQ(project.history[0].before, "Old title");
  EXPECT_EQ(project.history[0].after, "New title");
  std::map<std::string, std::pair<std::string, std::int64_t>> from;
  for (const auto& field : project.provenance) from[field.field] = {field.file, field.run.value};
  EXPECT_EQ(from["title"], std::pair(std::string("newer.csv"), std::int64_t{2}));
  EXPECT_EQ(from["grant_eur"], std::pair(std::string("project.csv"), std::int64_t{1}));
  EXPECT_EQ(from.size(), 2U) << "fields without a value have no provenance";
}

TEST_P(CatalogueStoreTest, WhatARecordLeavesEmptyStands) {
  auto full = record("1", "Title");
  full.project.summary = "Summary";
  full.project.participations = {participation("A", "PT")};
  import({full});
  auto topics = record("1", "");
  topics.project.topics = {{catalogue::TopicVocabulary::keyword, "", "robots"}};
  EXPECT_EQ(import({topics}).changed, 1U);

  const auto project = stored("cordis-1");
  EXPECT_EQ(project.merged.title, "Title");
  EXPECT_EQ(project.merged.summary, "Summary");
  EXPECT_EQ(project.participations.size(), 1U);
  EXPECT_EQ(project.merged.topics->size(), 1U);
  EXPECT_EQ(import({full}).unchanged, 1U) << "a part of what is known is nothing new";
  EXPECT_EQ(import({topics}).unchanged, 1U);
}

TEST_P(CatalogueStoreTest, AnOlderRecordFillsGapsButReplacesNothing) {
  auto newer = record("1", "Newer");
  newer.project.updated_on = Date::from_iso("2024-05-29");
  import({newer});
  auto older = record("1", "Older");
  older.project.updated_on = Date::from_iso("2020-01-01");
  EXPECT_EQ(import({older}).unchanged, 1U);
  older.project.summary = "Only the older one has a summary";
  EXPECT_EQ(import({older}).changed, 1U);
  const auto project = stored("cordis-1");
  EXPECT_EQ(project.merged.title, "Newer");
  EXPECT_EQ(project.merged.summary, "Only the older one has a summary");
  EXPECT_EQ(project.merged.updated_on, Date::from_iso("2024-05-29"));
}

TEST_P(CatalogueStoreTest, AListIsReplacedAsAWholeAndItsHistorySaysWhatDiffers) {
  auto made = record("1", "One");
  made.project.participations = {participation("A", "PT"), participation("B", "FR")};
  import({made});
  const auto a = stored("cordis-1").participations[0].organisation;
  const auto b = stored("cordis-1").participations[1].organisation;
  made.project.participations = {participation("A", "PT"), participation("C", "RO"),
                                 participation("D", "IE")};
  import({made});

  const auto project = stored("cordis-1");
  EXPECT_EQ(project.participations.size(), 3U);
  EXPECT_EQ(project.participations[0].organisation, a);
  ASSERT_EQ(project.history.size(), 1U);
  EXPECT_EQ(project.history[0].before, "2 participations; only here: B (FR, partner)");
  EXPECT_EQ(project.history[0].after,
            "3 participations; only here: C (RO, partner); D (IE, partner)");
  EXPECT_EQ(store_.organisation(b, 10)->projects, 0U);
  EXPECT_EQ(store_.organisation(a, 10)->projects, 1U);
}

TEST_P(CatalogueStoreTest, OneKeyTwiceInABatchIsOneProject) {
  auto first = record("1", "One");
  first.project.participations = {participation("A", "PT")};
  auto second = record("1", "Uno");
  second.project.participations = {participation("B", "ES")};
  const auto outcome = import({first, second});
  EXPECT_THAT(outcome.records, ElementsAre(RecordOutcome::added, RecordOutcome::changed));
  const auto project = stored("cordis-1");
  EXPECT_EQ(project.merged.title, "Uno");
  ASSERT_EQ(project.participations.size(), 1U);
  const auto organisation = store_.organisation(project.participations[0].organisation, 10);
  EXPECT_EQ(organisation->named.name, "B");
  EXPECT_EQ(organisation->participations.size(), 1U);
}

TEST_P(CatalogueStoreTest, ARehearsalTellsWhatWouldHappenAndKeepsNothing) {
  import({record("1", "One")});
  const auto digest = store_.content_digest();
  const auto run = begin();
  auto changed = record("1", "Uno");
  changed.project.participations = {participation("New here", "PT")};
  const auto outcome =
      store_.apply(run, prepare(std::vector{changed, record("2", "Two")}), {}, at(1), Keep::no);
  EXPECT_THAT(outcome->records, ElementsAre(RecordOutcome::changed, RecordOutcome::added));
  ASSERT_TRUE(store_.discard_run(run));
  EXPECT_EQ(store_.content_digest(), digest);
  EXPECT_EQ(store_.runs()->size(), 1U);
  // What the rehearsal has seen must not be taken for known.
  import({changed});
  EXPECT_EQ(stored("cordis-1").participations.size(), 1U);
}

TEST_P(CatalogueStoreTest, BatchesThatWaitAreCommittedTogether) {
  auto beside = CatalogueStore::open(database_.location()).value();
  const auto run = begin();
  const auto first =
      store_.apply(run, prepare(std::vector{record("1", "One")}), {}, at(1), Keep::waiting);
  EXPECT_FALSE(beside.project("cordis-1"));
  const auto second =
      store_.apply(run, prepare(std::vector{record("2", "Two")}), {}, at(1), Keep::yes);
  EXPECT_TRUE(beside.project("cordis-1"));
  EXPECT_EQ(second->catalogue_version, first->catalogue_version + 1);
  ASSERT_TRUE(
      store_.apply(run, prepare(std::vector{record("3", "Three")}), {}, at(1), Keep::waiting));
  ASSERT_TRUE(store_.finish_run(run, {}, at(2)));
  EXPECT_EQ(beside.project("cordis-3")->id, stored("cordis-3").id);
}

TEST_P(CatalogueStoreTest, AFailureTakesTheWaitingBatchesBack) {
  const auto digest = store_.content_digest();
  const auto run = begin();
  ASSERT_TRUE(
      store_.apply(run, prepare(std::vector{record("1", "One")}), {}, at(1), Keep::waiting));
  EXPECT_FALSE(
      store_.apply(run, prepare(std::vector{record("", "None")}), {}, at(1), Keep::waiting));
  EXPECT_EQ(store_.content_digest(), digest);
}

TEST_P(CatalogueStoreTest, ForEachProjectVisitsAllInOrder) {
  std::vector<ImportRecord> records;
  for (int i = 0; i < 50; ++i) {
    records.push_back(record(std::to_string(1000 + i), "Project " + std::to_string(i)));
    records.back().project.participations = {participation("A", "PT")};
  }
  import(records);
  std::vector<std::string> titles;
  std::int64_t last = 0;
  const auto all = [](ProjectId) { return true; };
  ASSERT_TRUE(store_.for_each_project(all, [&](const StoredProject& project) -> Result<> {
    EXPECT_GT(project.id.value, last);
    last = project.id.value;
    EXPECT_EQ(project.participations.size(), 1U);
    titles.push_back(project.merged.title);
    return {};
  }));
  EXPECT_EQ(titles.size(), 50U);
  EXPECT_EQ(titles[7], "Project 7");
  const auto stopped = store_.for_each_project(
      all, [](const StoredProject&) -> Result<> { return fail(ErrorCode::cancelled, "enough"); });
  EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);

  const auto last_one = [&](ProjectId project) { return project.value == last; };
  ASSERT_TRUE(store_.for_each_project(last_one, [&](const StoredProject& project) -> Result<> {
    EXPECT_EQ(project.id.value, last);
    titles.push_back(project.merged.title);
    return {};
  }));
  EXPECT_EQ(titles.size(), 51U);
  EXPECT_EQ(titles.back(), "Project 49");
}

TEST_P(CatalogueStoreTest, ProjectsComeInTheOrderAskedAndUnknownOnesAreLeftOut) {
  import({record("1", "One"), record("2", "Two")});
  const std::vector<std::string> slugs{"cordis-2", "cordis-9", "cordis-1"};
  const auto projects = store_.projects(slugs).value();
  ASSERT_EQ(projects.size(), 2U);
  EXPECT_EQ(projects[0].merged.title, "Two");
  EXPECT_EQ(projects[1].merged.title, "One");
}

TEST_P(CatalogueStoreTest, CoverageCountsByProgrammeYearAndCoordinatorCountry) {
  auto first = record("1", "One");
  first.project.programme = "H2020";
  first.project.start = Date::from_iso("2016-03-01");
  first.project.summary = "Words";
  first.project.participations = {participation("B", "FR"),
                                  participation("A", "PT", Role::coordinator)};
  auto second = first;
  second.project.key = "2";
  second.project.summary.clear();
  auto third = record("3", "Three");
  third.project.programme = "H2020";
  third.project.call_year = 2014;
  import({first, second, third});
  const auto rows = store_.coverage().value();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].year, 2014);
  EXPECT_EQ(rows[0].country, "");
  EXPECT_EQ(rows[0].with_participations, 0U);
  EXPECT_EQ(rows[1].year, 2016);
  EXPECT_EQ(rows[1].country, "PT");
  EXPECT_EQ(rows[1].projects, 2U);
  EXPECT_EQ(rows[1].with_summary, 1U);
  EXPECT_EQ(rows[1].with_participations, 2U);
}

TEST_P(CatalogueStoreTest, RemovingASourceLeavesTheOthersAndGivesNoIdTwice) {
  auto demo = record("x", "Demonstration");
  demo.project.source = "demo";
  demo.project.participations = {participation("Demo school", "PT"), participation("Shared", "FR")};
  import({demo}, "demo");
  const auto demo_school = stored("demo-x").participations[0].organisation;
  auto real = record("1", "Real");
  real.project.participations = {participation("Shared", "FR")};
  import({real});
  EXPECT_EQ(store_.projects_of_source("demo"), 1U);

  const auto version = store_.catalogue_version().value();
  EXPECT_EQ(store_.remove_source("demo"), 1U);
  EXPECT_GT(store_.catalogue_version().value(), version);
  EXPECT_EQ(store_.projects_of_source("demo"), 0U);
  EXPECT_FALSE(store_.project("demo-x"));
  EXPECT_FALSE(store_.organisation(demo_school, 10)) << "only the demonstration named it";
  EXPECT_EQ(store_.organisation(stored("cordis-1").participations[0].organisation, 10)->projects,
            1U);
  EXPECT_EQ(store_.runs()->size(), 2U);
  EXPECT_EQ(store_.remove_source("demo"), 0U);

  import({demo}, "demo");
  EXPECT_GT(stored("demo-x").participations[0].organisation, demo_school);
}

TEST_P(CatalogueStoreTest, AnOrganisationShowsItsNewestProjectsAndCountsAll) {
  std::vector<ImportRecord> records;
  for (int year : {2015, 2021, 2018}) {
    auto made = record(std::to_string(year), "Project of " + std::to_string(year));
    made.project.start = Date::from_calendar(year, 1, 1);
    made.project.participations = {
        participation("A", "PT", year == 2018 ? Role::coordinator : Role::partner)};
    (*made.project.participations)[0].contribution = Money{year * 100};
    records.push_back(made);
  }
  records.push_back(record("9", "Without a start"));
  records.back().project.participations = {participation("A", "PT")};
  import(records);
  const auto id = stored("cordis-2015").participations[0].organisation;
  const auto organisation = store_.organisation(id, 2).value();
  EXPECT_EQ(organisation.projects, 4U);
  EXPECT_EQ(organisation.coordinated, 1U);
  ASSERT_EQ(organisation.participations.size(), 2U);
  EXPECT_EQ(organisation.participations[0].title, "Project of 2021");
  EXPECT_EQ(organisation.participations[1].title, "Project of 2018");
  EXPECT_EQ(organisation.participations[1].role, Role::coordinator);
  EXPECT_EQ(organisation.participations[1].contribution, Money{201'800});
  EXPECT_EQ(store_.organisation(id, 10)->participations.back().title, "Without a start");
}

TEST(CatalogueStore, ADatabaseThatIsDamagedIsNamed) {
  const auto folder = TemporaryFolder::create().value();
  ASSERT_TRUE(write_file_atomically(folder.path() / "broken.db", std::string(5000, '\7')));
  const auto opened = CatalogueStore::open(folder.path() / "broken.db");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::database);
  EXPECT_THAT(opened.error().text(), HasSubstr("broken.db"));
}

}  // namespace
}  // namespace tributary::store
