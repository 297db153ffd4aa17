#include "sql/checkpointer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "base/file.h"
#include "sql/transaction.h"

namespace tributary::sql {
namespace {

class CheckpointerTest : public testing::Test {
 protected:
  TemporaryFolder folder_ = TemporaryFolder::create().value();
  Path file_ = folder_.path() / "test.db";
  Connection connection_ = Connection::open(file_).value();

  std::int64_t count_rows() {
    auto counted = connection_.statement("SELECT COUNT(*) FROM t").value();
    EXPECT_TRUE(counted.step().value());
    return counted.integer(0);
  }
};

TEST_F(CheckpointerTest, ACheckpointCarriesCommitsIntoTheFileBesideTheWriter) {
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
  EXPECT_EQ(count_rows(), 20);
}

TEST_F(CheckpointerTest, TheLogIsEmptiedOnceNothingMoreIsWritten) {
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
  EXPECT_EQ(count_rows(), 1);
  ASSERT_TRUE(connection_.execute("INSERT INTO t VALUES (2)"));
  EXPECT_EQ(count_rows(), 2);
}

}  // namespace
}  // namespace tributary::sql
