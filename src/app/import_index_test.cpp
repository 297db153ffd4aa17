#include "app/import_index.h"

#include <gtest/gtest.h>

#include "app/portal.h"
#include "app/project_document.h"

namespace tributary::app {
namespace {

using catalogue::ImportRecord;
using store::Keep;

ImportRecord record(const std::string& key, std::string title) {
  ImportRecord made{.project = {.source = "cordis", .key = key, .title = std::move(title)},
                    .files = catalogue::speaking_files({"project.csv"})};
  catalogue::Participation partner, coordinator;
  partner.organisation.name = "Escola de Évora " + key;
  partner.organisation.country = "PT";
  coordinator.organisation.name = "Berufsschule";
  coordinator.role = catalogue::Role::coordinator;
  made.project.participations = {partner, coordinator};
  return made;
}

std::vector<ImportRecord> records(int from, int to) {
  std::vector<ImportRecord> made;
  for (int number = from; number < to; ++number) {
    made.push_back(record(std::to_string(1'000 + number), "Mentors " + std::to_string(number)));
  }
  return made;
}

class ImportIndexTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(data_.prepare()); }

  /// An import's way: into the store, then beside it into the index.
  void take(ImportIndex& index, std::vector<ImportRecord> batch, Keep keep = Keep::waiting) {
    auto prepared = store::prepare(std::move(batch));
    const auto outcome = store_.apply(run_, prepared, {}, clock_.now(), keep);
    ASSERT_TRUE(outcome) << outcome.error().text();
    ASSERT_TRUE(index.add(std::move(prepared), {}, *outcome));
  }

  void import_elsewhere(const std::vector<ImportRecord>& batch, std::string_view source) {
    auto other = store::CatalogueStore::open(data_.database()).value();
    const auto run = other.begin_run(source, "a file", clock_.now()).value();
    ASSERT_TRUE(other.apply(run, store::prepare(batch), {}, clock_.now()));
    ASSERT_TRUE(other.finish_run(run, {}, clock_.now()));
  }

  /// What a user finds: addresses and scores.
  std::vector<std::pair<std::string, float>> found(const std::string& query) {
    auto portal = Portal::open(data_, clock_).value();
    const auto answer = portal->search({.text = query, .sort = "title", .limit = 100}).value();
    std::vector<std::pair<std::string, float>> hits;
    for (const auto& hit : answer.hits) hits.emplace_back(hit.project.slug, hit.score);
    EXPECT_EQ(answer.total, hits.size());
    return hits;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  DataDirectory data_{folder_.path()};
  FixedClock clock_{Date(20'000)};
  store::CatalogueStore store_ = store::CatalogueStore::open(data_.database()).value();
  store::RunId run_ = store_.begin_run("cordis", "a folder", clock_.now()).value();
};

TEST_F(ImportIndexTest, IsTheOneThatIsBuiltFromTheCatalogue) {
  ASSERT_TRUE(store_.apply(run_, store::prepare(records(0, 5)), {}, clock_.now()));
  auto index = ImportIndex::begin(data_, store_).value();
  take(index, records(5, 30));
  take(index, {record("1002", "Changed before"), record("1007", "Changed behind")});
  take(index, records(20, 60));
  ASSERT_TRUE(store_.finish_run(run_, {}, clock_.now()));
  EXPECT_EQ(index.finish(store_, {}), 60U);
  EXPECT_TRUE(index_is_current(data_, store_).value());

  const std::vector<std::string> queries{"", "mentors", "changed", "evora", "country:PT"};
  std::vector<std::vector<std::pair<std::string, float>>> beside, rebuilt;
  for (const auto& query : queries) beside.push_back(found(query));
  EXPECT_EQ(beside[2].size(), 2U);
  ASSERT_TRUE(std::filesystem::remove(data_.index_origin()));
  for (const auto& query : queries) rebuilt.push_back(found(query));
  EXPECT_EQ(beside, rebuilt);
}

TEST_F(ImportIndexTest, ExtendsALargeIndexByTheFewThatChanged) {
  ASSERT_TRUE(store_.apply(run_, store::prepare(records(0, 60)), {}, clock_.now()));
  ASSERT_TRUE(build_index(data_, store_, {}));
  auto index = ImportIndex::begin(data_, store_).value();
  take(index, records(55, 63));
  take(index, {record("1002", "Changed before"), record("1061", "Changed behind")});
  ASSERT_TRUE(store_.finish_run(run_, {}, clock_.now()));
  EXPECT_EQ(index.finish(store_, {}), 63U);
  EXPECT_TRUE(index_is_current(data_, store_).value());
  EXPECT_EQ(search::index_state(data_.index())->segments, 2U);

  const std::vector<std::string> queries{"", "mentors", "changed", "evora", "country:PT"};
  std::vector<std::vector<std::pair<std::string, float>>> extended, rebuilt;
  for (const auto& query : queries) extended.push_back(found(query));
  EXPECT_EQ(extended[2].size(), 2U);
  ASSERT_TRUE(std::filesystem::remove(data_.index_origin()));
  for (const auto& query : queries) rebuilt.push_back(found(query));
  EXPECT_EQ(extended, rebuilt);
}

TEST_F(ImportIndexTest, ManySmallImportsLeaveFewSegmentsAndNothingOut) {
  ASSERT_TRUE(store_.apply(run_, store::prepare(records(0, 50)), {}, clock_.now()));
  ASSERT_TRUE(build_index(data_, store_, {}));
  for (int round = 0; round < 12; ++round) {
    auto index = ImportIndex::begin(data_, store_).value();
    take(index, records(50 + 2 * round, 52 + 2 * round), Keep::yes);
    take(index, {record(std::to_string(1'000 + round), "Changed")}, Keep::yes);
    ASSERT_TRUE(index.finish(store_, {}));
    EXPECT_LE(search::index_state(data_.index())->segments, 4U);
  }
  ASSERT_TRUE(store_.finish_run(run_, {}, clock_.now()));
  EXPECT_EQ(found("mentors").size(), 62U);
  EXPECT_EQ(found("changed").size(), 12U);
  EXPECT_EQ(found("").size(), 74U);
}

TEST_F(ImportIndexTest, HoldsWhatAnotherImportBroughtMeanwhile) {
  auto index = ImportIndex::begin(data_, store_).value();
  take(index, records(0, 10), Keep::yes);
  auto other = record("2000", "From elsewhere");
  other.project.source = "erasmus";
  import_elsewhere({other}, "erasmus");
  take(index, records(10, 20));
  ASSERT_TRUE(store_.finish_run(run_, {}, clock_.now()));
  EXPECT_EQ(index.finish(store_, {}), 21U);
  EXPECT_EQ(found("elsewhere").size(), 1U);
  EXPECT_EQ(found("mentors").size(), 20U);
}

TEST_F(ImportIndexTest, WithoutItsEndNothingHappensToTheIndex) {
  ASSERT_TRUE(build_index(data_, store_, {}));
  {
    auto index = ImportIndex::begin(data_, store_).value();
    take(index, records(0, 10), Keep::yes);
    EXPECT_EQ(found("mentors").size(), 0U) << "the generation before serves while another is made";
  }
  EXPECT_EQ(found("mentors").size(), 10U) << "and what is stored is found by the next who opens";
}

}  // namespace
}  // namespace tributary::app
