#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "base/file.h"
#include "sql/connection.h"
#include "sql/insert_rows.h"
#include "sql/migration.h"
#include "sql/testing/test_database.h"
#include "sql/transaction.h"

namespace tributary::sql {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

class SqlTest : public DatabaseTest {
 protected:
  Connection connection_ = Connection::open(database_.location()).value();

  std::int64_t count(Connection& connection, std::string_view table) {
    auto counted = connection.statement("SELECT COUNT(*) FROM " + std::string(table)).value();
    EXPECT_TRUE(counted.step().value());
    return counted.integer(0);
  }
};
TRIBUTARY_ON_BOTH_ENGINES(SqlTest);

TEST_P(SqlTest, ValuesComeBackAsTheyWentIn) {
  ASSERT_TRUE(
      connection_.define("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d REAL, e INTEGER, f TEXT)"));
  const std::string text = "a'?\u00e9\u20ac";
  const std::string bytes("\xff\0\x01'", 4);
  const std::optional<std::int64_t> nothing;
  ASSERT_TRUE(connection_.statement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")
                  ->run(std::numeric_limits<std::int64_t>::min(), text, Blob{bytes}, 0.1, nothing,
                        std::string_view()));
  auto row = connection_.statement("SELECT * FROM t").value();
  ASSERT_TRUE(row.step().value());
  EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(row.text(1), text);
  EXPECT_EQ(row.blob(2), bytes);
  EXPECT_EQ(row.real(3), 0.1);
  EXPECT_EQ(row.optional_integer(4), std::nullopt);
  EXPECT_EQ(row.text(0), "-9223372036854775808") << "a number can be read as text";
  EXPECT_EQ(row.text(3), "0.1");
  EXPECT_EQ(row.text(4), "");
  EXPECT_FALSE(row.is_null(5)) << "an empty text is not a missing one";
  EXPECT_FALSE(row.step().value());
}

TEST_P(SqlTest, AnErrorNamesLocationAndStatement) {
  const auto failed = connection_.statement("SELECT a FROM nowhere");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::database);
  EXPECT_THAT(failed.error().text(), HasSubstr(database_.location().shown()));
  EXPECT_THAT(failed.error().text(), HasSubstr("SELECT a FROM nowhere"));
  EXPECT_THAT(failed.error().text(),
              AnyOf(HasSubstr("no such table"), HasSubstr("does not exist")));
}

TEST_P(SqlTest, AWrongNumberOfParametersIsRefused) {
  auto statement = connection_.statement("SELECT ?, ?").value();
  EXPECT_FALSE(statement.bind(1));
  EXPECT_FALSE(statement.bind(1, 2, 3));
  EXPECT_TRUE(statement.bind(1, 2));
}

TEST(Sqlite, AFileThatIsNoDatabaseIsNamed) {
  const auto folder = TemporaryFolder::create().value();
  const Path text = folder.path() / "notes.txt";
  ASSERT_TRUE(write_file_atomically(text, std::string(8192, 'x')));
  const auto opened = Connection::open(text);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().text(), HasSubstr("notes.txt"));
}

TEST_P(SqlTest, AStatementInUseCanBeAskedForAgain) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)"));
  auto outer = connection_.statement("SELECT a FROM t ORDER BY a").value();
  std::vector<std::int64_t> pairs;
  while (outer.step().value()) {
    auto inner = connection_.statement("SELECT a FROM t ORDER BY a").value();
    while (inner.step().value()) pairs.push_back(10 * outer.integer(0) + inner.integer(0));
  }
  EXPECT_EQ(pairs, (std::vector<std::int64_t>{11, 12, 21, 22}));
}

TEST_P(SqlTest, WhatIsNotCommittedIsRolledBack) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER)"));
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

TEST_P(SqlTest, ASecondWriterIsToldThatTheDatabaseIsBusy) {
  auto other =
      Connection::open(database_.location(), {.busy_timeout = std::chrono::milliseconds(1)})
          .value();
  auto transaction = Transaction::begin(connection_).value();
  const auto refused = Transaction::begin(other);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), AnyOf(HasSubstr("locked"), HasSubstr("lock timeout")));
  ASSERT_TRUE(transaction.commit());
  EXPECT_TRUE(Transaction::begin(other));
}

TEST_P(SqlTest, ASnapshotDoesNotSeeLaterCommits) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER)"));
  auto reader = Connection::open(database_.location()).value();
  {
    auto snapshot = Snapshot::begin(reader).value();
    EXPECT_EQ(count(reader, "t"), 0);
    ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (1)"));
    EXPECT_EQ(count(reader, "t"), 0);
  }
  EXPECT_EQ(count(reader, "t"), 1);
}

TEST_P(SqlTest, ATransactionInsideAnotherIsRefused) {
  auto transaction = Transaction::begin(connection_).value();
  EXPECT_FALSE(Transaction::begin(connection_));
  EXPECT_FALSE(Snapshot::begin(connection_));
  EXPECT_TRUE(transaction.commit());
}

TEST_P(SqlTest, ManyRowsComeWhileOthersAreAskedFor) {
  constexpr int kRows = 2'345;
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER)"));
  auto transaction = Transaction::begin(connection_).value();
  std::vector<int> rows;
  for (int row = 0; row < kRows; ++row) rows.push_back(row);
  ASSERT_TRUE(insert_rows(connection_, "t (a)", rows, [](int row) { return std::tuple(row); }));
  for (int pass = 0; pass < 2; ++pass) {
    auto all = connection_.statement("SELECT a FROM t ORDER BY a", Rows::many).value();
    auto one = connection_.statement("SELECT a + 1 FROM t WHERE a = ?").value();
    int seen = 0;
    while (all.step().value()) {
      ASSERT_EQ(all.integer(0), seen++);
      ASSERT_TRUE(one.bind(all.integer(0)));
      ASSERT_TRUE(one.step().value());
      ASSERT_EQ(one.integer(0), seen);
    }
    EXPECT_EQ(seen, kRows);
  }
  EXPECT_TRUE(transaction.commit());
}

TEST_P(SqlTest, TextsAreInTheOrderOfTheirBytes) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a TEXT NOT NULL)"));
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES ('b'), ('A'), ('a'), ('B'), ('\u00e4')"));
  auto row = connection_.statement("SELECT a FROM t ORDER BY a").value();
  std::string order;
  while (row.step().value()) order += row.text(0);
  EXPECT_EQ(order, "ABab\u00e4");
}

TEST_P(SqlTest, ChangedRowsAreCounted) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER PRIMARY KEY)"));
  auto insert =
      connection_.statement("INSERT INTO t VALUES (?), (?) ON CONFLICT (a) DO NOTHING").value();
  ASSERT_TRUE(insert.run(1, 2));
  EXPECT_EQ(connection_.changed_rows(), 2);
  ASSERT_TRUE(insert.run(2, 3));
  EXPECT_EQ(connection_.changed_rows(), 1);
  ASSERT_TRUE(insert.run(2, 3));
  EXPECT_EQ(connection_.changed_rows(), 0);
}

constexpr std::array kFirst{Migration{1, "people", "CREATE TABLE people (id INTEGER PRIMARY KEY)"}};
constexpr std::array kSecond{kFirst[0],
                             Migration{2, "towns", "CREATE TABLE towns (id INTEGER PRIMARY KEY)"}};
constexpr std::array kBroken{
    kFirst[0],
    Migration{2, "towns", "CREATE TABLE towns (id INTEGER PRIMARY KEY); CREATE NONSENSE"}};

TEST_P(SqlTest, MigrationsAreAppliedOnceAndInOrder) {
  ASSERT_TRUE(migrate(connection_, kFirst));
  ASSERT_TRUE(connection_.execute("INSERT INTO people VALUES (7)"));
  ASSERT_TRUE(migrate(connection_, kSecond));
  ASSERT_TRUE(migrate(connection_, kSecond));
  EXPECT_EQ(count(connection_, "people"), 1);
  EXPECT_EQ(count(connection_, "towns"), 0);
}

TEST_P(SqlTest, AFailedMigrationLeavesNothingBehind) {
  ASSERT_TRUE(migrate(connection_, kFirst));
  const auto failed = migrate(connection_, kBroken);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.error().text(), HasSubstr("schema migration 2"));
  EXPECT_TRUE(migrate(connection_, kSecond)) << "the table of the failed step must not be there";
}

TEST_P(SqlTest, ADatabaseOfANewerProgramIsRefused) {
  ASSERT_TRUE(migrate(connection_, kSecond));
  const auto refused = migrate(connection_, kFirst);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
  EXPECT_THAT(refused.error().text(), HasSubstr("newer version"));
  EXPECT_THAT(refused.error().text(), HasSubstr(database_.location().shown()));
}

TEST_P(SqlTest, EveryRowGoesInOnceAndInOrder) {
  for (const int count : {0, 1, 31, 32, 33, 100}) {
    const TestDatabase database(GetParam());
    auto connection = Connection::open(database.location()).value();
    ASSERT_TRUE(connection.define(
        "CREATE TABLE points (id INTEGER PRIMARY KEY, x INTEGER NOT NULL, name TEXT)"));
    std::vector<int> rows;
    for (int row = 0; row < count; ++row) rows.push_back(row);
    ASSERT_TRUE(insert_rows(connection, "points (id, x, name)", rows, [](int row) {
      return std::tuple(row, row * 10,
                        row % 2 == 0 ? std::optional<std::string_view>("even") : std::nullopt);
    }));
    auto read = connection.statement("SELECT id, x, name FROM points ORDER BY id").value();
    for (int row = 0; row < count; ++row) {
      ASSERT_TRUE(read.step().value()) << row << " of " << count;
      EXPECT_EQ(read.integer(0), row);
      EXPECT_EQ(read.integer(1), row * 10);
      EXPECT_EQ(read.is_null(2), row % 2 == 1);
    }
    EXPECT_FALSE(read.step().value());
  }
}

TEST_P(SqlTest, RowsThatAreThereAreTreatedAsToldInEachStatement) {
  auto& connection = connection_;
  ASSERT_TRUE(connection.define("CREATE TABLE points (id INTEGER PRIMARY KEY, x INTEGER)"));
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
  auto read = connection.statement("SELECT COUNT(*), CAST(SUM(x) AS BIGINT) FROM points").value();
  ASSERT_TRUE(read.step().value());
  EXPECT_EQ(read.integer(0), 70);
  EXPECT_EQ(read.integer(1), 30 * 1 + 40 * 3);
}

TEST_P(SqlTest, DeferredForeignKeysLetRowsComeInAnyOrderAndAreCheckedByTheCommit) {
  const std::string tables =
      "CREATE TABLE parents (id INTEGER PRIMARY KEY, elder INTEGER REFERENCES parents (id));"
      "CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id))";
  const auto fill = [&](const std::string& rows) -> Result<> {
    auto transaction = TRY(Transaction::begin(connection_));
    TRY(connection_.define(tables));
    TRY(transaction.defer_foreign_keys());
    TRY(connection_.execute(rows));
    TRY(transaction.check_foreign_keys());
    TRY(connection_.define("ALTER TABLE children ADD name TEXT"));
    return transaction.commit();
  };
  EXPECT_FALSE(fill("INSERT INTO children VALUES (1, 7)")) << "there is no parent 7";
  EXPECT_FALSE(connection_.has_table("children").value()) << "nothing of it stays";
  const auto filled = fill(
      "INSERT INTO children VALUES (1, 1);"
      "INSERT INTO parents VALUES (1, 2); INSERT INTO parents VALUES (2, NULL)");
  ASSERT_TRUE(filled) << filled.error().text();
  EXPECT_EQ(count(connection_, "children"), 1);
  EXPECT_FALSE(connection_.execute("INSERT INTO children (id, parent) VALUES (2, 7)"))
      << "from then on they are checked at once";
}

}  // namespace
}  // namespace tributary::sql
