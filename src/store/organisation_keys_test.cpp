#include "store/organisation_keys.h"

#include <gtest/gtest.h>

#include "sql/migration.h"
#include "sql/testing/test_database.h"
#include "sql/transaction.h"
#include "store/schema.h"

namespace tributary::store {
namespace {

class OrganisationKeysTest : public sql::DatabaseTest {
 protected:
  static constexpr int kKeys = 30'000;  // more than are asked for before there is a filter

  static std::int64_t key(int number) {
    return OrganisationKeys::hash_of("pic:" + std::to_string(number));
  }

  void expect_held_by_their_numbers(OrganisationKeys& keys) {
    for (int number = 0; number < 2 * kKeys; ++number) {
      const auto holder = keys.holder(key(number)).value();
      ASSERT_EQ(holder.has_value(), number < kKeys) << number;
      ASSERT_EQ(holder.value_or(number), number);
    }
  }

  sql::Connection connection_ = migrated();
  sql::Transaction transaction_ = sql::Transaction::begin(connection_).value();

  sql::Connection migrated() {
    auto connection = sql::Connection::open(database_.location()).value();
    EXPECT_TRUE(sql::migrate(connection, migrations()));
    return connection;
  }
};
TRIBUTARY_ON_BOTH_ENGINES(OrganisationKeysTest);

TEST_P(OrganisationKeysTest, WhatWasGivenIsHeldWrittenOrNotAndNothingElseIs) {
  OrganisationKeys keys(connection_);
  for (int number = 0; number < kKeys; ++number) {
    ASSERT_FALSE(keys.holder(key(number)).value());
    keys.give(key(number), number);
    if (number % 7'000 == 0) {
      ASSERT_TRUE(keys.write());
    }
  }
  expect_held_by_their_numbers(keys);
  ASSERT_TRUE(keys.write());
  expect_held_by_their_numbers(keys);

  OrganisationKeys of_another_import(connection_);
  expect_held_by_their_numbers(of_another_import);
}

TEST_P(OrganisationKeysTest, WhatWasNotWrittenIsForgotten) {
  OrganisationKeys keys(connection_);
  keys.give(key(1), 1);
  ASSERT_TRUE(keys.write());
  keys.give(key(2), 2);
  keys.forget();
  EXPECT_EQ(keys.holder(key(1)).value(), 1);
  EXPECT_FALSE(keys.holder(key(2)).value());
}

}  // namespace
}  // namespace tributary::store
