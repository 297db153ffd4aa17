#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <limits>
#include <thread>

#include "base/file.h"
#include "sql/checkpointer.h"
#include "sql/connection.h"
#include "sql/insert_rows.h"
#include "sql/migration.h"
#include "sql/transaction.h"

namespace tributary::sql {
namespace {

using testing::HasSubstr;

class SqlTest : public testing::Test {
 protected:
  TemporaryFolder folder_ = TemporaryFolder::create().value();
  Path file_ = folder_.path() / "test.db";
  Connection connection_ = Connection::open(file_).value();

  std::int64_t count(Connection& connection, std::string_view table) {
    auto counted = connection.statement("SELECT COUNT(*) FROM " + std::string(table)).value();
    EXPECT_TRUE(counted.step().value());
    return counted.integer(0);
  }
};

TEST_F(SqlTest, ValuesComeBackAsTheyWentIn) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a, b, c, d, e, f)"));
  const std::string text("a\0b", 3);
  const std::optional<std::int64_t> nothing;
  ASSERT_TRUE(connection_.statement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")
                  ->run(std::numeric_limits<std::int64_t>::min(), text, Blob{"\xff\x01"}, 0.1,
                        nothing, std::string_view()));
  auto row = connection_.statement("SELECT * FROM t").value();
  ASSERT_TRUE(row.step().value());
  EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(row.text(1), text);
  EXPECT_EQ(row.blob(2), "\xff\x01");
  EXPECT_EQ(row.real(3), 0.1);
  EXPECT_EQ(row.optional_integer(4), std::nullopt);
  EXPECT_FALSE(row.is_null(5)) << "an empty text is not a missing one";
  EXPECT_FALSE(row.step().value());
}

TEST_F(SqlTest, AnErrorNamesFileAndStatement) {
  const auto failed = connection_.statement("SELECT a FROM nowhere");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::database);
  EXPECT_THAT(failed.error().text(), HasSubstr(file_.string()));
  EXPECT_THAT(failed.error().text(), HasSubstr("SELECT a FROM nowhere"));
  EXPECT_THAT(failed.error().text(), HasSubstr("no such table"));
}

TEST_F(SqlTest, AWrongNumberOfParametersIsRefused) {
  auto statement = connection_.statement("SELECT ?, ?").value();
  EXPECT_FALSE(statement.bind(1));
  EXPECT_FALSE(statement.bind(1, 2, 3));
  EXPECT_TRUE(statement.bind(1, 2));
}

TEST_F(SqlTest, AFileThatIsNoDatabaseIsNamed) {
  const Path text = folder_.path() / "notes.txt";
  ASSERT_TRUE(write_file_atomically(text, std::string(8192, 'x')));
  const auto opened = Connection::open(text);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().text(), HasSubstr("notes.txt"));
}

TEST_F(SqlTest, AStatementInUseCanBeAskedForAgain) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)"));
  auto outer = connection_.statement("SELECT a FROM t ORDER BY a").value();
  std::vector<std::int64_t> pairs;
  while (outer.step().value()) {
    auto inner = connection_.statement("SELECT a FROM t ORDER BY a").value();
    while (inner.step().value()) pairs.push_back(10 * outer.integer(0) + inner.integer(0));
  }
  EXPECT_EQ(pairs, (std::vector<std::int64_t>{11, 12, 21, 22}));
}

TEST_F(SqlTest, WhatIsNotCommittedIsRolledBack) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a)"));
  {
    auto transaction = Transaction::begin(connection_).value();
    ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (1)"));
  }
  EXPECT_EQ(count(connection_, "t"), 0);
  auto transaction = Transaction::begin(connection_, Durability::power_cut).value();
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (1)"));
  ASSERT_TRUE(transaction.commit());
  EXPECT_EQ(count(connection_, "t"), 1);
}

TEST_F(SqlTest, ASecondWriterIsToldThatTheDatabaseIsBusy) {
  auto other = Connection::open(file_, {.busy_timeout = std::chrono::milliseconds(1)}).value();
  auto transaction = Transaction::begin(connection_).value();
  const auto refused = Transaction::begin(other);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("locked"));
  ASSERT_TRUE(transaction.commit());
  EXPECT_TRUE(Transaction::begin(other));
}

TEST_F(SqlTest, ASnapshotDoesNotSeeLaterCommits) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a)"));
  auto reader = Connection::open(file_).value();
  {
    auto snapshot = Snapshot::begin(reader).value();
    EXPECT_EQ(count(reader, "t"), 0);
    ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (1)"));
    EXPECT_EQ(count(reader, "t"), 0);
  }
  EXPECT_EQ(count(reader, "t"), 1);
}

constexpr std::array kFirst{Migration{1, "people", "CREATE TABLE people (id INTEGER PRIMARY KEY)"}};
constexpr std::array kSecond{kFirst[0],
                             Migration{2, "towns", "CREATE TABLE towns (id INTEGER PRIMARY KEY)"}};
constexpr std::array kBroken{
    kFirst[0],
    Migration{2, "towns", "CREATE TABLE towns (id INTEGER PRIMARY KEY); CREATE NONSENSE"}};

TEST_F(SqlTest, ACheckpointCarriesCommitsIntoTheFileBesideTheWriter) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a)"));
  const auto bytes_before = std::filesystem::file_size(file_);
  {
    const auto checkpointer = Checkpointer::start(file_).value();
    for (int batch = 0; batch < 20; ++batch) {
      auto transaction = Transaction::begin(connection_).value();
      ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (zeroblob(100000))"));
      ASSERT_TRUE(transaction.commit());
      checkpointer->request();
    }
    // The thread of the checkpointer decides when; that it comes to it is what is waited for.
    while (std::filesystem::file_size(file_) == bytes_before) std::this_thread::yield();
  }
  EXPECT_EQ(count(connection_, "t"), 20);
}

TEST_F(SqlTest, TheLogIsEmptiedOnceNothingMoreIsWritten) {
  ASSERT_TRUE(connection_.execute("CREATE TABLE t (a)"));
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (zeroblob(1000000))"));
  const Path log = file_.string() + "-wal";
  ASSERT_GT(std::filesystem::file_size(log), 1'000'000);
  {
    const auto checkpointer = Checkpointer::start(file_).value();
    checkpointer->request_to_empty_log();
    while (std::filesystem::file_size(log) > 0) std::this_thread::yield();
  }
  EXPECT_GT(std::filesystem::file_size(file_), 1'000'000);
  EXPECT_EQ(count(connection_, "t"), 1);
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (2)"));
  EXPECT_EQ(count(connection_, "t"), 2);
}

TEST_F(SqlTest, MigrationsAreAppliedOnceAndInOrder) {
  ASSERT_TRUE(migrate(connection_, kFirst));
  ASSERT_TRUE(connection_.execute("INSERT INTO people VALUES (7)"));
  ASSERT_TRUE(migrate(connection_, kSecond));
  ASSERT_TRUE(migrate(connection_, kSecond));
  EXPECT_EQ(count(connection_, "people"), 1);
  EXPECT_EQ(count(connection_, "towns"), 0);
}

TEST_F(SqlTest, AFailedMigrationLeavesNothingBehind) {
  ASSERT_TRUE(migrate(connection_, kFirst));
  const auto failed = migrate(connection_, kBroken);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.error().text(), HasSubstr("schema migration 2"));
  EXPECT_TRUE(migrate(connection_, kSecond)) << "the table of the failed step must not be there";
}

TEST_F(SqlTest, ADatabaseOfANewerProgramIsRefused) {
  ASSERT_TRUE(migrate(connection_, kSecond));
  const auto refused = migrate(connection_, kFirst);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
  EXPECT_THAT(refused.error().text(), HasSubstr("newer version"));
  EXPECT_THAT(refused.error().text(), HasSubstr(file_.string()));
}

TEST(InsertRows, EveryRowGoesInOnceAndInOrder) {
  for (const int count : {0, 1, 31, 32, 33, 100}) {
    const auto folder = TemporaryFolder::create().value();
    auto connection = Connection::open(folder.path() / "rows.db").value();
    ASSERT_TRUE(connection.execute("CREATE TABLE points (id INTEGER PRIMARY KEY, x, name)"));
    std::vector<int> rows;
    for (int row = 0; row < count; ++row) rows.push_back(row);
    ASSERT_TRUE(insert_rows(connection, "points (x, name)", rows, [](int row) {
      return std::tuple(row * 10,
                        row % 2 == 0 ? std::optional<std::string_view>("even") : std::nullopt);
    }));
    auto read = connection.statement("SELECT id, x, name FROM points ORDER BY id").value();
    for (int row = 0; row < count; ++row) {
      ASSERT_TRUE(read.step().value()) << row << " of " << count;
      EXPECT_EQ(read.integer(0), row + 1);
      EXPECT_EQ(read.integer(1), row * 10);
      EXPECT_EQ(read.is_null(2), row % 2 == 1);
    }
    EXPECT_FALSE(read.step().value());
  }
}

TEST(InsertRows, RowsThatAreThereAreTreatedAsToldInEachStatement) {
  const auto folder = TemporaryFolder::create().value();
  auto connection = Connection::open(folder.path() / "rows.db").value();
  ASSERT_TRUE(connection.execute("CREATE TABLE points (id INTEGER PRIMARY KEY, x)"));
  const auto put = [&](int first, int count, int x, std::string_view on_conflict) {
    std::vector<int> rows;
    for (int row = 0; row < count; ++row) rows.push_back(first + row);
    return insert_rows(
        connection, "points (id, x)", rows, [x](int row) { return std::tuple(row, x); },
        on_conflict);
  };
  ASSERT_TRUE(put(0, 50, 1, {}));
  EXPECT_FALSE(put(40, 1, 2, {}));
  ASSERT_TRUE(put(30, 40, 3, "ON CONFLICT (id) DO UPDATE SET x = excluded.x"));
  auto read = connection.statement("SELECT COUNT(*), SUM(x) FROM points").value();
  ASSERT_TRUE(read.step().value());
  EXPECT_EQ(read.integer(0), 70);
  EXPECT_EQ(read.integer(1), 30 * 1 + 40 * 3);
}

}  // namespace
}  // namespace tributary::sql
