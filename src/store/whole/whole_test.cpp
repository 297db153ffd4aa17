#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/open_database.h"
#include "store/schema.h"
#include "store/whole/secrets.h"
#include "store/whole/whole_replacement.h"
#include "store/whole/whole_snapshot.h"

namespace tributary::store {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kSchemaBeforeAccounts = 3;

class WholeTest : public sql::DatabaseTest {
 protected:
  sql::Connection open() { return open_database(database_.location()).value(); }

  /// Something that a user would miss: an account of this name.
  void add_account(const std::string& name) {
    auto connection = open();
    auto transaction = sql::Transaction::begin(connection).value();
    const Account account{.name = name, .language = "en", .created_at = SystemClock().now()};
    ASSERT_TRUE(insert_account(connection, account));
    ASSERT_TRUE(transaction.commit());
  }

  std::vector<std::string> names_of_accounts() {
    auto connection = open();
    std::vector<std::string> names;
    const auto accounts = read_accounts(connection, {}, 100).value();
    for (const auto& account : accounts) {
      names.push_back(account.name);
    }
    return names;
  }

  Result<WholeReplacement> begin(std::int64_t schema, Existing existing) {
    return WholeReplacement::begin(database_.location(), schema, existing);
  }
};
TRIBUTARY_ON_BOTH_ENGINES(WholeTest);

TEST_P(WholeTest, ASnapshotStandsStillWhileOthersWrite) {
  add_account("Ana");
  auto snapshot = WholeSnapshot::begin(database_.location()).value();
  EXPECT_EQ(snapshot.schema_number(), migrations().back().number);
  add_account("Bo");
  const auto accounts = std::ranges::find(snapshot.tables(), "accounts", &MadeTable::name);
  ASSERT_NE(accounts, snapshot.tables().end());
  std::vector<std::string> names;
  const auto read = snapshot.for_each_row(*accounts, [&](Cells cells) -> Result<> {
    EXPECT_TRUE(is_null(cells[1])) << "no mail is not an empty one";
    names.emplace_back(std::get<std::string_view>(cells[2]));
    return {};
  });
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(names, std::vector<std::string>{"Ana"});
}

TEST_P(WholeTest, ThereIsNoSnapshotOfNothingNorOfALaterSchema) {
  EXPECT_EQ(WholeSnapshot::begin(database_.location()).error().code, ErrorCode::not_found);
  auto connection = open();
  ASSERT_TRUE(connection.execute("INSERT INTO schema_migrations VALUES (1000, 'of the future')"));
  EXPECT_EQ(WholeSnapshot::begin(database_.location()).error().code, ErrorCode::unsupported);
  EXPECT_EQ(begin(1, Existing::replace).error().code, ErrorCode::unsupported);
}

TEST_P(WholeTest, WhatIsInUseIsReplacedOnlyWhereThatIsAsked) {
  add_account("Ana");
  const auto refused = begin(kSchemaBeforeAccounts, Existing::refuse);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().text(), HasSubstr("accounts"));
  {
    const auto given_up = begin(migrations().back().number, Existing::replace);
    ASSERT_TRUE(given_up) << given_up.error().text();
  }
  EXPECT_EQ(names_of_accounts(), std::vector<std::string>{"Ana"}) << "without a commit";
  auto replaced = begin(migrations().back().number, Existing::replace);
  ASSERT_TRUE(replaced) << replaced.error().text();
  const auto done = replaced->commit();
  ASSERT_TRUE(done) << done.error().text();
  EXPECT_TRUE(names_of_accounts().empty());
}

TEST_P(WholeTest, WhatANewInstallationMakesIsNothingThatIsInUse) {
  open();
  const auto begun = begin(migrations().back().number, Existing::refuse);
  EXPECT_TRUE(begun) << begun.error().text();
}

TEST_P(WholeTest, RowsOfAnEarlierSchemaAreBroughtToThePresentOne) {
  auto replacement = begin(kSchemaBeforeAccounts, Existing::refuse);
  ASSERT_TRUE(replacement) << replacement.error().text();
  for (const auto& table : replacement->tables()) {
    EXPECT_NE(table.name, "accounts");
    if (table.name != "counters") continue;
    auto filling = replacement->fill(table);
    for (int i = 0; i < 100; ++i) {
      const auto name = "counter " + std::to_string(i);
      const std::vector<Cell> row{std::string_view(name), std::int64_t{i}};
      ASSERT_TRUE(filling.add(row));
    }
    ASSERT_TRUE(filling.finish());
  }
  const auto done = replacement->commit();
  ASSERT_TRUE(done) << done.error().text();
  auto connection = open();
  EXPECT_EQ(sql::schema_number(connection).value(), migrations().back().number);
  EXPECT_TRUE(connection.has_table("accounts").value());
  auto counted = connection.statement("SELECT COUNT(*), CAST(SUM(value) AS BIGINT) FROM counters");
  ASSERT_TRUE(counted->step().value());
  EXPECT_EQ(counted->integer(0), 100);
  EXPECT_EQ(counted->integer(1), 99 * 100 / 2);
}

/// A migration that brings a secret has to say so in secrets.h.
TEST(Secrets, AreAllThatIsNamedSo) {
  const auto tables = tables_of_schema(migrations().back().number);
  ASSERT_TRUE(tables) << tables.error().text();
  std::size_t named = 0;
  for (const auto& table : *tables) {
    for (const auto& column : table.columns) {
      if (!column.name.contains("secret") && !column.name.contains("password")) continue;
      ++named;
      EXPECT_TRUE(std::ranges::any_of(kSecrets,
                                      [&](const Secret& secret) {
                                        return secret.table == table.name &&
                                               (secret.column.empty() ||
                                                secret.column == column.name);
                                      }))
          << table.name << "." << column.name;
    }
  }
  EXPECT_GT(named, 0U);
  for (const auto& secret : kSecrets) {
    const auto table = std::ranges::find(*tables, secret.table, &MadeTable::name);
    ASSERT_NE(table, tables->end()) << secret.table;
    if (secret.column.empty()) continue;
    const auto column = std::ranges::find(table->columns, secret.column, &MadeColumn::name);
    ASSERT_NE(column, table->columns.end()) << secret.column;
    EXPECT_EQ(*column, (MadeColumn{std::string(secret.column), ColumnType::text, false}));
  }
}

}  // namespace
}  // namespace tributary::store
