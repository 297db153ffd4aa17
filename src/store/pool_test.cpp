#include "store/pool.h"

#include <gtest/gtest.h>

#include "sql/testing/test_database.h"

namespace tributary::store {
namespace {

class PoolTest : public sql::DatabaseTest {
 protected:
  ConnectionPool pool_{database_.location()};

  static std::int64_t number(sql::Connection& connection, std::string_view query) {
    auto row = connection.statement(query).value();
    EXPECT_TRUE(row.bind());
    EXPECT_TRUE(row.step().value());
    return row.integer(0);
  }
};

TEST_P(PoolTest, LendsTheSameConnectionAgainAndAnotherWhileItIsLent) {
  constexpr std::string_view kMark = "CREATE TEMPORARY TABLE mark (a INTEGER)";
  ASSERT_TRUE(pool_.lend().value()->execute(std::string(kMark)));
  auto first = pool_.lend().value();
  auto second = pool_.lend().value();
  EXPECT_EQ(number(*first, "SELECT COUNT(*) FROM mark"), 0);
  EXPECT_TRUE(second->execute(std::string(kMark)));  // it has none of that name yet
}

TEST_P(PoolTest, LetsGoOfAConnectionThatTheServerHasClosed) {
  if (GetParam() == sql::TestEngine::sqlite) return;  // there is no server
  const auto process = number(*pool_.lend().value(), "SELECT pg_backend_pid()");
  auto other = open_database(database_.location()).value();
  auto end = other.statement("SELECT pg_terminate_backend(CAST(? AS INTEGER), 10000)").value();
  ASSERT_TRUE(end.bind(process));
  ASSERT_TRUE(end.step().value());
  EXPECT_NE(number(*pool_.lend().value(), "SELECT pg_backend_pid()"), process);
}

TRIBUTARY_ON_BOTH_ENGINES(PoolTest);

}  // namespace
}  // namespace tributary::store
