// What only PostgreSQL does, and what several connections do to one database of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <thread>
#include <vector>

#include "sql/connection.h"
#include "sql/migration.h"
#include "sql/testing/test_database.h"
#include "sql/transaction.h"

namespace tributary::sql {
namespace {

using testing::HasSubstr;

class PostgresqlTest : public DatabaseTest {
 protected:
  Connection connection_ = Connection::open(database_.location()).value();

  /// What a restart of the server does to its connections.
  void end_by_the_server(Connection& ended) {
    std::int64_t process = 0;
    {
      auto asked = ended.statement("SELECT pg_backend_pid()").value();
      ASSERT_TRUE(asked.step().value());
      process = asked.integer(0);
    }
    auto other = Connection::open(database_.location()).value();
    auto end = other.statement("SELECT pg_terminate_backend(CAST(? AS INTEGER), 10000)").value();
    ASSERT_TRUE(end.bind(process));
    ASSERT_TRUE(end.step().value());
  }
};
INSTANTIATE_TEST_SUITE_P(On, PostgresqlTest, testing::Values(TestEngine::postgresql),
                         name_of_engine);

TEST_P(PostgresqlTest, ATextThatItCannotKeepIsRefusedAndNothingIsCut) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a TEXT)"));
  auto insert = connection_.statement("INSERT INTO t VALUES (?)").value();
  for (const auto& text : {std::string("a\0b", 3), std::string("\xff"), std::string("caf\xc3")}) {
    const auto refused = insert.run(text);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("UTF8"));
  }
  EXPECT_TRUE(insert.run(std::string_view("caf\u00e9")));
}

TEST_P(PostgresqlTest, ATransactionThatHasFailedIsNotCommitted) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER PRIMARY KEY)"));
  auto transaction = Transaction::begin(connection_).value();
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (1)"));
  EXPECT_THAT(connection_.execute("INSERT INTO t VALUES (1)").error().text(),
              HasSubstr("Key (a)=(1) already exists"));
  const auto refused = transaction.commit();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("rolled back"));
}

TEST_P(PostgresqlTest, ATypeThatCannotBeReadIsRefusedInsteadOfReadAsZero) {
  auto row = connection_.statement("SELECT 1, CAST(2 AS NUMERIC)").value();
  const auto refused = row.step();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("column 1"));
}

TEST_P(PostgresqlTest, AConnectionThatTheServerEndedFailsAndTheNextOneWorks) {
  ASSERT_TRUE(connection_.define("CREATE TABLE t (a INTEGER)"));
  EXPECT_TRUE(connection_.is_alive());
  {
    auto transaction = Transaction::begin(connection_).value();
    auto insert = connection_.statement("INSERT INTO t VALUES (?)").value();
    ASSERT_TRUE(insert.run(1));
    end_by_the_server(connection_);
    const auto lost = insert.run(2);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, ErrorCode::database);
    EXPECT_THAT(lost.error().text(), HasSubstr(database_.location().shown()));
    EXPECT_FALSE(transaction.commit());
  }
  EXPECT_FALSE(connection_.is_alive());
  EXPECT_FALSE(connection_.statement("SELECT 1 AS one"));

  auto next = Connection::open(database_.location()).value();
  auto transaction = Transaction::begin(next).value();  // the place of the lost one is free
  auto counted = next.statement("SELECT COUNT(*) FROM t").value();
  ASSERT_TRUE(counted.step().value());
  EXPECT_EQ(counted.integer(0), 0);
}

TEST_P(PostgresqlTest, AConnectionThatIsEndedWhileNobodyUsesItIsNoticed) {
  EXPECT_TRUE(connection_.is_alive());
  end_by_the_server(connection_);
  EXPECT_FALSE(connection_.is_alive());
}

/// Runs `work` on so many connections at once.
template <class Work>
void at_once(const Location& location, int connections, Work work) {
  std::vector<std::jthread> threads;
  for (int number = 0; number < connections; ++number) {
    threads.emplace_back([&location, &work, number] {
      auto connection = Connection::open(location);
      ASSERT_TRUE(connection) << connection.error().text();
      work(*connection, number);
    });
  }
}

TEST_P(PostgresqlTest, WritersTakeTurnsAndNoNumberIsGivenTwice) {
  constexpr int kWriters = 4, kNumbers = 50;
  ASSERT_TRUE(connection_.define(
      "CREATE TABLE counter (value INTEGER NOT NULL); INSERT INTO counter VALUES (0);"
      "CREATE TABLE given (number INTEGER NOT NULL)"));
  at_once(database_.location(), kWriters, [](Connection& connection, int) {
    for (int i = 0; i < kNumbers; ++i) {
      auto transaction = Transaction::begin(connection).value();
      std::int64_t last = 0;
      {
        auto read = connection.statement("SELECT value FROM counter").value();
        ASSERT_TRUE(read.step().value());
        last = read.integer(0);
      }
      auto give = connection.statement("INSERT INTO given VALUES (?)")->run(last + 1);
      ASSERT_TRUE(give) << give.error().text();
      auto count = connection.statement("UPDATE counter SET value = ?")->run(last + 1);
      ASSERT_TRUE(count) << count.error().text();
      ASSERT_TRUE(transaction.commit());
    }
  });
  auto read = connection_.statement("SELECT number FROM given ORDER BY number").value();
  for (int number = 1; number <= kWriters * kNumbers; ++number) {
    ASSERT_TRUE(read.step().value());
    ASSERT_EQ(read.integer(0), number);
  }
}

TEST_P(PostgresqlTest, SeveralThatMigrateAtOnceDoItOnce) {
  static constexpr std::array kSteps{
      Migration{1, "people", "CREATE TABLE people (id INTEGER PRIMARY KEY)"},
      Migration{2, "towns", "CREATE TABLE towns (id INTEGER PRIMARY KEY)"}};
  at_once(database_.location(), 4, [](Connection& connection, int) {
    const auto migrated = migrate(connection, kSteps);
    EXPECT_TRUE(migrated) << migrated.error().text();
  });
  EXPECT_TRUE(connection_.has_table("people").value());
  EXPECT_TRUE(connection_.has_table("towns").value());
}

}  // namespace
}  // namespace tributary::sql
