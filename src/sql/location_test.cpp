#include "sql/location.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sql/connection.h"

namespace tributary::sql {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Location, IsAFileOrTheAddressOfAServer) {
  const auto file = Location::parse("data/tributary.db").value();
  EXPECT_TRUE(file.is_file());
  EXPECT_EQ(file.file(), "data/tributary.db");
  EXPECT_EQ(file.shown(), "data/tributary.db");
  EXPECT_EQ(file, Location(Path("data/tributary.db")));

  const auto server = Location::parse("postgresql://ana@db.example.org:5433/portal").value();
  EXPECT_FALSE(server.is_file());
  EXPECT_EQ(server.shown(), "postgresql://ana@db.example.org:5433/portal");
  EXPECT_TRUE(Location::parse("postgres:///portal?host=/run/postgresql"));
}

TEST(Location, IsShownWithoutItsPassword) {
  for (const auto* address : {"postgresql://ana:s3cret@localhost/portal",
                              "postgresql://ana@localhost/portal?password=s3cret"}) {
    const auto location = Location::parse(address).value();
    EXPECT_EQ(location.address(), address);
    EXPECT_EQ(location.shown(), "postgresql://ana@localhost/portal");
  }
}

TEST(Location, WhatIsNotUnderstoodIsNotRepeatedAsItMayHoldAPassword) {
  for (const auto* address :
       {"postgresql://ana:s3@cret@localhost/portal", "postgresql://ana:s3/cret@localhost/portal",
        "postgresql://ana:12/cret@localhost/portal", "postgresql://ana:12?cret@localhost/portal",
        "postgresql://ana:s3%cret@localhost/portal", "postgresql://ana:s3#cret@localhost/portal",
        "mysql://ana:cret@localhost/portal", ""}) {
    const auto refused = Location::parse(address);
    if (refused) {
      EXPECT_THAT(refused->shown(), Not(HasSubstr("cret"))) << address;
      continue;
    }
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
    EXPECT_THAT(refused.error().text(), HasSubstr("%40"));
    EXPECT_THAT(refused.error().text(), Not(HasSubstr("cret")));
  }
}

TEST(Location, AServerThatCannotBeReachedIsNamedWithoutThePassword) {
  const auto failed = Connection::open(
      Location::parse("postgresql://ana:s3cret@localhost:1/portal?connect_timeout=2").value());
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::database);
  EXPECT_THAT(failed.error().text(), HasSubstr("postgresql://ana@localhost:1/portal"));
  EXPECT_THAT(failed.error().text(), Not(HasSubstr("s3cret")));
}

}  // namespace
}  // namespace tributary::sql
