#include "app/index_follower.h"

#include <gtest/gtest.h>

#include "app/build_index.h"
#include "app/portal.h"

namespace tributary::app {
namespace {

using namespace std::chrono_literals;

/// Two servers with a folder each, which share a database.
class IndexFollowerTest : public testing::Test {
 protected:
  store::RunId import(std::string_view key) {
    catalogue::ImportRecord record;
    record.project.source = "cordis";
    record.project.key = key;
    record.project.title = "Mentors in vocational schools";
    record.files = catalogue::speaking_files({"project.csv"});
    const auto run = store_.begin_run("cordis", "a file", clock_.now()).value();
    EXPECT_TRUE(store_.apply(run, store::prepare(std::vector{record}), {}, clock_.now()));
    return run;
  }

  static std::uint64_t found(Portal& portal) {
    EXPECT_TRUE(portal.refresh());
    return portal.search({.text = "mentors"}).value().total;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  store::Location database_ = folder_.path() / "shared.db";
  DataDirectory data_{folder_.path() / "server", database_};
  FixedClock clock_{Date(20'000)};
  store::CatalogueStore store_ = store::CatalogueStore::open(database_).value();
};

TEST_F(IndexFollowerTest, WhatWasImportedElsewhereIsFoundOnceTheImportIsDone) {
  const auto portal = Portal::open(data_, clock_).value();
  const IndexFollower follower(data_, clock_, 5ms);
  EXPECT_EQ(found(*portal), 0U);
  const auto run = import("1");
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(found(*portal), 0U) << "an import that goes on would have the index built again";
  ASSERT_TRUE(store_.finish_run(run, {}, clock_.now()));
  const auto patience = std::chrono::steady_clock::now() + 60s;
  while (found(*portal) == 0 && std::chrono::steady_clock::now() < patience) {
    std::this_thread::sleep_for(5ms);
  }
  EXPECT_EQ(found(*portal), 1U);
}

TEST_F(IndexFollowerTest, AnIndexThatIsGivenUpIsTheOneBefore) {
  ASSERT_TRUE(data_.prepare());
  ASSERT_TRUE(store_.finish_run(import("1"), {}, clock_.now()));
  std::stop_source stop;
  stop.request_stop();
  const auto given_up =
      build_index(data_, store_, {}, search::kDefaultBuildMemoryBytes, stop.get_token());
  ASSERT_FALSE(given_up);
  EXPECT_EQ(given_up.error().code, ErrorCode::cancelled);
  EXPECT_FALSE(index_is_current(data_, store_).value());
}

}  // namespace
}  // namespace tributary::app
