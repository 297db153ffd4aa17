#include "sql/made_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace tributary::sql {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::array kSteps{
    Migration{1, "first",
              "CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, x REAL);"
              "INSERT INTO towns (id, name) VALUES (1, 'Évora');"},
    Migration{2, "second",
              "CREATE TABLE roads (a INTEGER, b INTEGER, photo BLOB, "
              "PRIMARY KEY (b, a)) WITHOUT ROWID; ALTER TABLE towns ADD note TEXT"}};

TEST(MadeTables, AreWhatTheMigrationsMakeInTheirOrder) {
  const auto tables = tables_made_by(kSteps);
  ASSERT_TRUE(tables) << tables.error().text();
  ASSERT_EQ(tables->size(), 2U);
  const auto& towns = tables->at(0);
  EXPECT_EQ(towns.name, "towns");
  EXPECT_EQ(towns.initial_rows, 1);
  EXPECT_EQ(towns.column_list(), "id, name, x, note");
  EXPECT_THAT(towns.columns, ElementsAre(MadeColumn{"id", ColumnType::integer, false},
                                         MadeColumn{"name", ColumnType::text, false},
                                         MadeColumn{"x", ColumnType::real, true},
                                         MadeColumn{"note", ColumnType::text, true}));
  EXPECT_THAT(tables->at(1).key, ElementsAre("b", "a"));
  EXPECT_EQ(tables->at(1).columns.back(), (MadeColumn{"photo", ColumnType::blob, true}));
  EXPECT_EQ(tables_made_by(std::span(kSteps).first(1))->front().column_list(), "id, name, x");
}

TEST(MadeTables, RefuseWhatCannotBeCopied) {
  constexpr std::array kNoKey{Migration{1, "no key", "CREATE TABLE t (a INTEGER)"}};
  EXPECT_THAT(tables_made_by(kNoKey).error().text(), HasSubstr("t: no primary key"));
  constexpr std::array kNoType{Migration{1, "", "CREATE TABLE t (a INTEGER PRIMARY KEY, b DATE)"}};
  EXPECT_THAT(tables_made_by(kNoType).error().text(), HasSubstr("t.b"));
}

}  // namespace
}  // namespace tributary::sql
