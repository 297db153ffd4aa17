#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <thread>

#include "base/bytes.h"
#include "base/channel.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/file.h"
#include "base/money.h"
#include "base/result.h"
#include "base/spreadsheet_text.h"

namespace tributary {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::invalid_argument, "odd");
  return number / 2;
}

Result<int> quarter(int number) {
  const int once = TRY(half(number));
  return TRY(half(once));
}

TEST(Result, TryPassesValuesAndFailuresOn) {
  EXPECT_EQ(quarter(12), 3);
  EXPECT_EQ(quarter(6).error(), (Error{ErrorCode::invalid_argument, "odd"}));
}

TEST(Result, ContextIsPutInFront) {
  const auto failed = in_context("file.csv", in_context("line 3", half(1)));
  EXPECT_EQ(failed.error().text(), "file.csv: line 3: odd");
}

TEST(Date, RoundTripsAndRefusesDaysThatDoNotExist) {
  EXPECT_EQ(Date::from_iso("2016-02-29")->iso(), "2016-02-29");
  EXPECT_EQ(Date::from_iso("1970-01-02")->days_since_epoch(), 1);
  EXPECT_FALSE(Date::from_iso("2015-02-29"));
  EXPECT_FALSE(Date::from_iso("2015-2-9"));
  EXPECT_FALSE(Date::from_iso("0000-01-01"));
  EXPECT_LT(*Date::from_iso("1969-12-31"), *Date::from_iso("1970-01-01"));
}

TEST(Money, PrintsCentsOnlyWhereThereAreAny) {
  EXPECT_EQ(Money{66666700}.decimal(), "666667");
  EXPECT_EQ(Money{94195708}.decimal(), "941957.08");
  EXPECT_EQ(Money{-5}.decimal(), "-0.05");
  EXPECT_EQ(Money{INT64_MIN}.decimal(), "-92233720368547758.08");
}

TEST(SpreadsheetText, LetsNoTextRunAsAFormula) {
  for (const std::string text : {"=1+1", "+49", "-cmd|'/C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"}) {
    EXPECT_EQ(spreadsheet_text(text), "'" + text);
    EXPECT_EQ(without_spreadsheet_mark(spreadsheet_text(text)), text);
  }
  for (const std::string text : {"", "Escola", "'s-Hertogenbosch", "1 = 1"}) {
    EXPECT_EQ(spreadsheet_text(text), text);
    EXPECT_EQ(without_spreadsheet_mark(text), text);
  }
}

TEST(Clock, WritesMomentsInUtc) {
  const FixedClock clock(*Date::from_iso("2017-10-31"));
  EXPECT_EQ(rfc3339(clock.now() + std::chrono::milliseconds(1005)), "2017-10-31T00:00:01.005Z");
  EXPECT_EQ(clock.today().iso(), "2017-10-31");
}

TEST(Bytes, ChecksumIsTheCastagnoliOne) {
  EXPECT_EQ(crc32c("123456789"), 0xE3069283u);
  EXPECT_EQ(crc32c("56789", crc32c("1234")), crc32c("123456789"));
}

TEST(File, AtomicWriteReplacesAndMapsBack) {
  const auto folder = TemporaryFolder::create().value();
  const auto path = folder.path() / "a file";
  ASSERT_TRUE(write_file_atomically(path, "old"));
  ASSERT_TRUE(write_file_atomically(path, "new"));
  EXPECT_EQ(read_file(path).value(), "new");
  EXPECT_EQ(MappedFile::open(path)->bytes().size(), 3u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(File, LargePagesHoldWhatTheFileHolds) {
  const auto folder = TemporaryFolder::create().value();
  const auto path = folder.path() / "file";
  for (const std::size_t size_bytes : {0U, 1'000U, 9'000'001U}) {
    std::string bytes(size_bytes, '\0');
    for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 7 / 5);
    ASSERT_TRUE(write_file_atomically(path, bytes));
    auto opened = MappedFile::open(path, MappedFile::PageSize::large).value();
    const auto file = std::move(opened);
    file.drop_pages();
    EXPECT_TRUE(std::ranges::equal(file.bytes(), as_bytes(bytes))) << size_bytes;
  }
  EXPECT_EQ(MappedFile::open("/nowhere/x", MappedFile::PageSize::large).error().code,
            ErrorCode::not_found);
}

TEST(File, FailuresNameThePath) {
  const auto missing = read_file("/nowhere/at all");
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  EXPECT_EQ(missing.error().context, "/nowhere/at all");
  EXPECT_EQ(write_file_atomically("/nowhere/x", "").error().code, ErrorCode::not_found);
}

TEST(Channel, HandsOverInOrderAndEndsWhenClosed) {
  Channel<int> channel(2);
  std::jthread giver([&] {
    for (int item = 0; item < 1'000; ++item) EXPECT_TRUE(channel.put(item));
    channel.close();
    EXPECT_FALSE(channel.put(-1));
  });
  for (int item = 0; item < 1'000; ++item) EXPECT_EQ(channel.take(), item);
  EXPECT_EQ(channel.take(), std::nullopt);
}

TEST(Channel, ATakerThatGivesUpFreesTheGiver) {
  Channel<int> channel(1);
  bool was_refused = false;
  std::jthread giver([&] {
    while (channel.put(1)) {
    }
    was_refused = true;
  });
  EXPECT_EQ(channel.take(), 1);
  channel.close();
  giver.join();
  EXPECT_TRUE(was_refused);
}

}  // namespace
}  // namespace tributary
