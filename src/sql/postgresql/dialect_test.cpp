#include "sql/postgresql/dialect.h"

#include <gtest/gtest.h>

namespace tributary::sql {
namespace {

TEST(Dialect, ParametersAreNumberedButNotInQuotesAndComments) {
  const auto made = with_numbered_parameters(
      "SELECT '?', 'it''s ?', \"a?\", ? -- why?\n/* ? */ FROM t WHERE a=? AND b IN (?,?)");
  EXPECT_EQ(
      made.text,
      "SELECT '?', 'it''s ?', \"a?\", $1 -- why?\n/* ? */ FROM t WHERE a=$2 AND b IN ($3,$4)");
  EXPECT_EQ(made.parameters, 4);
  EXPECT_EQ(with_numbered_parameters("").parameters, 0);
  EXPECT_EQ(with_numbered_parameters("SELECT 'never closed ?").parameters, 0);
}

TEST(Dialect, TypesAreThoseOfPostgresql) {
  EXPECT_EQ(
      with_types_of_postgresql(
          "CREATE TABLE t (-- an INTEGER, isn't it\n"
          "id INTEGER PRIMARY KEY, \"REAL\" REAL, raw BLOB NOT NULL, name TEXT DEFAULT 'TEXT',"
          " INTEGER_2 INTEGER) WITHOUT ROWID;"),
      "CREATE TABLE t (-- an INTEGER, isn't it\n"
      "id BIGINT PRIMARY KEY, \"REAL\" DOUBLE PRECISION, raw BYTEA NOT NULL, "
      "name TEXT COLLATE \"C\" DEFAULT 'TEXT', INTEGER_2 BIGINT) ;");
}

}  // namespace
}  // namespace tributary::sql
