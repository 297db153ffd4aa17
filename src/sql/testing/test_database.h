// sql/testing/test_database.h
//
// Tests on both engines.
//
//   class PeopleTest : public sql::DatabaseTest {
//    protected:
//     sql::Connection connection_ = sql::Connection::open(database_.location()).value();
//   };
//   TEST_P(PeopleTest, …) { … }
//   TRIBUTARY_ON_BOTH_ENGINES(PeopleTest);
//
// PostgreSQL is the cluster that TRIBUTARY_TEST_POSTGRESQL names, which scripts/with-postgresql
// starts; without it the tests on PostgreSQL are skipped, and say so. For tests only.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/file.h"
#include "sql/connection.h"

namespace tributary::sql {

enum class TestEngine : std::uint8_t { sqlite, postgresql };

/// The address of the cluster; empty where there is none.
inline std::string test_cluster() {
  const char* named = std::getenv("TRIBUTARY_TEST_POSTGRESQL");
  return named == nullptr ? "" : named;
}

/// An empty database of its own, gone at the end of its life: a file, or a schema of the cluster.
class TestDatabase {
 public:
  /// Where there is no cluster it is a file whatever was asked for: the test is about to be
  /// skipped.
  explicit TestDatabase(TestEngine engine) {
    if (engine == TestEngine::sqlite || test_cluster().empty()) return;
    static int made = 0;
    schema_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
    on_cluster("CREATE SCHEMA " + schema_);
    const auto* joint = test_cluster().contains('?') ? "&" : "?";
    location_ =
        Location::parse(test_cluster() + joint + "options=-csearch_path%3D" + schema_).value();
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;
  ~TestDatabase() {
    if (!schema_.empty()) on_cluster("DROP SCHEMA " + schema_ + " CASCADE");
  }

  [[nodiscard]] const Location& location() const { return location_; }

 private:
  static void on_cluster(const std::string& script) {
    auto connection = Connection::open(Location::parse(test_cluster()).value());
    ASSERT_TRUE(connection) << connection.error().text();
    const auto done = connection->execute(script);
    ASSERT_TRUE(done) << done.error().text();
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  std::string schema_;
  Location location_ = folder_.path() / "test.db";
};

class DatabaseTest : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    if (GetParam() == TestEngine::postgresql && test_cluster().empty()) {
      GTEST_SKIP() << "skipped: no PostgreSQL; scripts/with-postgresql starts one";
    }
  }

  TestDatabase database_{GetParam()};
};

inline std::string name_of_engine(const testing::TestParamInfo<TestEngine>& engine) {
  return engine.param == TestEngine::sqlite ? "sqlite" : "postgresql";
}

}  // namespace tributary::sql

#define TRIBUTARY_ON_BOTH_ENGINES(fixture)                                                         \
  INSTANTIATE_TEST_SUITE_P(                                                                        \
      On, fixture,                                                                                 \
      testing::Values(tributary::sql::TestEngine::sqlite, tributary::sql::TestEngine::postgresql), \
      tributary::sql::name_of_engine)
