#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sql/connection.h"
#include "sql/testing/test_database.h"
#include "store/catalogue_store.h"
#include "store/writer_process.h"

namespace tributary::store {
namespace {

using testing::HasSubstr;

Timestamp at(int minutes) { return Timestamp(std::chrono::minutes(minutes)); }

class RunJournalTest : public sql::DatabaseTest {
 protected:
  CatalogueStore store_ = CatalogueStore::open(database_.location()).value();
};
TRIBUTARY_ON_BOTH_ENGINES(RunJournalTest);

TEST_P(RunJournalTest, ARunTellsWhatBecameOfItsFilesAndRows) {
  catalogue::ImportRecord record;
  record.files = catalogue::speaking_files({"a.csv"});
  record.project.source = "cordis";
  record.project.key = "1";
  const auto run = store_.begin_run("cordis", "folder", at(1)).value();
  const std::vector rejects{
      catalogue::Reject{"a.csv", 7, "startDate", "\"soon\" is no date", "1;soon"},
      catalogue::Reject{"a.csv", 9, "", "the row ends early", std::string("1;\xff\0x", 5)}};
  ASSERT_TRUE(store_.apply(run, prepare(std::vector{record}), rejects, at(2)));
  ASSERT_TRUE(store_.apply(run, {}, std::span(rejects).first(1), at(2)));
  const catalogue::FileTally tally{.file = "a.csv",
                                   .kind = "cordis project",
                                   .rows = 12,
                                   .rejected = 3,
                                   .repeated = 2,
                                   .added = 1};
  const auto finished =
      store_.finish_run(run, {.files = {tally}, .content_hash = "abc"}, at(3)).value();

  EXPECT_EQ(finished.state, RunState::finished);
  EXPECT_EQ(finished.label, "folder");
  EXPECT_EQ(finished.content_hash, "abc");
  EXPECT_EQ(finished.began, at(1));
  EXPECT_EQ(finished.ended, at(3));
  EXPECT_EQ(finished.read, 1U);
  EXPECT_EQ(finished.added, 1U);
  EXPECT_EQ(finished.rows_rejected, 3U);
  ASSERT_EQ(finished.files.size(), 1U);
  EXPECT_EQ(finished.files[0].rows, 12U);
  EXPECT_EQ(finished.files[0].added, 1U);
  EXPECT_EQ(finished.files[0].repeated, 2U);
  EXPECT_EQ(store_.runs()->front().id, run);

  const auto kept = store_.rejects(run, 0, 10).value();
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[0].reason, rejects[0].reason);
  EXPECT_EQ(kept[0].line, 7U);
  EXPECT_EQ(kept[1].raw, rejects[1].raw) << "word for word, though it is no text";
  EXPECT_EQ(store_.rejects(run, 1, 1)->size(), 1U);
  EXPECT_TRUE(store_.rejects(run, 3, 10)->empty());
  EXPECT_EQ(store_.rejects({99}, 0, 10).error().code, ErrorCode::not_found);
}

TEST_P(RunJournalTest, ASourceIsImportedByOneAtATime) {
  auto other = CatalogueStore::open(database_.location()).value();
  const auto run = store_.begin_run("cordis", "a", at(0)).value();
  const auto refused = other.begin_run("cordis", "b", at(60));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().text(), HasSubstr(std::to_string(getpid())));
  EXPECT_EQ(other.remove_source("cordis").error().code, ErrorCode::conflict);
  EXPECT_TRUE(other.is_being_imported(at(60)).value());
  ASSERT_TRUE(store_.finish_run(run, {}, at(1)));
  EXPECT_FALSE(other.is_being_imported(at(1)).value());
  EXPECT_TRUE(other.begin_run("erasmus", "c", at(1)));
  EXPECT_TRUE(other.begin_run("cordis", "b", at(2)));
}

TEST_P(RunJournalTest, ARunLeftOpenIsInterruptedWhenItsStoreCloses) {
  {
    auto other = CatalogueStore::open(database_.location()).value();
    ASSERT_TRUE(other.begin_run("cordis", "a", at(0)));
  }
  EXPECT_EQ(store_.runs()->front().state, RunState::interrupted);
  EXPECT_TRUE(store_.begin_run("cordis", "b", at(0)));
}

TEST_P(RunJournalTest, ARunOfADeadProcessIsInterruptedByTheNext) {
  const pid_t child = fork();
  if (child == 0) {
    auto other = CatalogueStore::open(database_.location());
    _exit(other && other->begin_run("cordis", "a", at(0)) ? 0 : 1);  // without a destructor
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_EQ(status, 0);
  EXPECT_EQ(store_.runs()->front().state, RunState::running);
  ASSERT_TRUE(store_.begin_run("cordis", "b", at(0)));
  const auto runs = store_.runs().value();
  EXPECT_EQ(runs[0].state, RunState::running);
  EXPECT_EQ(runs[1].state, RunState::interrupted);
}

TEST_P(RunJournalTest, AProcessOnAnotherMachineKeepsItsLeaseForAWhileOnly) {
  const auto run = store_.begin_run("cordis", "a", at(0)).value();
  auto connection = sql::Connection::open(database_.location()).value();
  ASSERT_TRUE(connection.execute("UPDATE leases SET host = 'elsewhere'"));
  auto other = CatalogueStore::open(database_.location()).value();
  EXPECT_EQ(other.begin_run("cordis", "b", at(5)).error().code, ErrorCode::conflict);
  ASSERT_TRUE(other.begin_run("cordis", "b", at(30)));
  EXPECT_EQ(store_.apply(run, {}, {}, at(31)).error().code, ErrorCode::conflict)
      << "who lost the lease must not go on writing";
}

TEST(WriterProcess, IsAliveAsLongAsItLives) {
  const auto here = WriterProcess::current();
  EXPECT_EQ(liveness_of(here, Machines::any), Liveness::alive);
  auto earlier = here;
  earlier.started += '1';
  EXPECT_EQ(liveness_of(earlier, Machines::any), Liveness::dead)
      << "the id is in use again by another process";
  auto elsewhere = here;
  elsewhere.host += ".elsewhere";
  EXPECT_EQ(liveness_of(elsewhere, Machines::any), Liveness::cannot_tell);
  auto rebooted = here;
  rebooted.started[0] = rebooted.started[0] == 'a' ? 'b' : 'a';
  EXPECT_EQ(liveness_of(rebooted, Machines::this_one), Liveness::dead);
  EXPECT_EQ(liveness_of(rebooted, Machines::any), Liveness::cannot_tell)
      << "another machine may have the name of this one";
}

}  // namespace
}  // namespace tributary::store
