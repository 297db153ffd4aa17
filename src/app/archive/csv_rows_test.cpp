#include "app/archive/csv_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace tributary::app {
namespace {

using store::Cell;
using store::ColumnType;
using testing::HasSubstr;

const store::MadeTable kTable{
    .name = "points",
    .columns = {{.name = "id", .type = ColumnType::integer},
                {.name = "x", .type = ColumnType::real, .may_be_null = true},
                {.name = "name", .type = ColumnType::text, .may_be_null = true},
                {.name = "raw", .type = ColumnType::blob, .may_be_null = true}},
    .key = {"id"}};

Result<std::vector<std::vector<Cell>>> read(const std::string& text,
                                            std::vector<std::string>& texts,
                                            std::size_t portion = 1) {
  texts.reserve(100);
  std::vector<std::vector<Cell>> rows;
  CsvRows reader(kTable, "points.csv", [&](store::Cells cells) -> Result<> {
    auto& row = rows.emplace_back(cells.begin(), cells.end());
    for (auto& cell : row) {
      const auto* view = std::get_if<std::string_view>(&cell);
      if (view != nullptr) cell = std::string_view(texts.emplace_back(*view));
    }
    return {};
  });
  for (std::size_t at = 0; at < text.size(); at += portion) {
    TRY(reader.feed(std::string_view(text).substr(at, portion)));
  }
  TRY(reader.finish());
  EXPECT_EQ(reader.rows(), rows.size());
  return rows;
}

std::string error_of(const std::string& text) {
  std::vector<std::string> texts;
  const auto outcome = read(text, texts);
  return outcome ? "" : outcome.error().text();
}

TEST(CsvRows, TellsNullFromEmptyAndKeepsEveryValue) {
  const std::string zero_byte("\0\xff", 2);
  const std::vector<std::vector<Cell>> rows{
      {std::int64_t{1}, std::monostate(), std::monostate(), std::monostate()},
      {std::int64_t{2}, 0.1, std::string_view(), std::string_view()},
      {std::numeric_limits<std::int64_t>::min(), -1e300, std::string_view("a \"b\",\r\nc"),
       std::string_view(zero_byte)},
      {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<double>::infinity(),
       std::string_view("\""), std::string_view("abc")}};
  std::string text;
  append_header(text, kTable);
  for (const auto& row : rows) append_row(text, kTable, row);
  EXPECT_TRUE(text.starts_with("id,x,name,raw\r\n1,,,\r\n2,0.1,\"\",\"\"\r\n")) << text;
  for (const std::size_t portion : {std::size_t{1}, std::size_t{7}, text.size()}) {
    std::vector<std::string> texts;
    const auto again = read(text, texts, portion);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(*again, rows);
  }
}

TEST(CsvRows, WritesNoNegativeZero) {
  std::string text;
  append_row(text, kTable,
             std::vector<Cell>{std::int64_t{1}, -0.0, std::monostate(), std::monostate()});
  EXPECT_EQ(text, "1,0,,\r\n");
}

TEST(CsvRows, NamesWhatIsDamaged) {
  const std::string header = "id,x,name,raw\r\n";
  EXPECT_EQ(error_of(header), "");
  EXPECT_THAT(error_of(""), HasSubstr("points.csv"));
  EXPECT_THAT(error_of("id,x,nome,raw\r\n"), HasSubstr("id,x,nome,raw"));
  EXPECT_THAT(error_of(header + "1,,,\n"), HasSubstr("CR LF"));
  EXPECT_THAT(error_of(header + "1,,,\r\n2,,\"cut"), HasSubstr("row 2, byte 28: the file ends"));
  EXPECT_THAT(error_of(header + "one,,,\r\n"), HasSubstr("row 1, column id, byte 15"));
  EXPECT_THAT(error_of(header + "1,,,\r\n,,,\r\n"), HasSubstr("row 2, column id, byte 21"));
  for (const auto* row : {"1,,", "1,,,,", "1,,bare,", "1,\"2\",,", "1,,,\"a\"", "1,,\"a\"b,",
                          "9223372036854775808,,,", "1,2x,,", "\"1\",,,"}) {
    EXPECT_THAT(error_of(header + row + "\r\n"), HasSubstr("points.csv, row 1")) << row;
  }
}

}  // namespace
}  // namespace tributary::app
