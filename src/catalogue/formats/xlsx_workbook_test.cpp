#include "catalogue/formats/xlsx_workbook.h"

#include <gtest/gtest.h>

namespace tributary::catalogue {
namespace {

TEST(XlsxWorkbook, TellsDatesFromNumbersByTheirFormat) {
  for (const char* code : {"dd/mm/yyyy", "[$-409]d-mmm-yy", "[h]:mm", "YYYY\\-MM\\-DD"})
    EXPECT_TRUE(is_date_format(code)) << code;
  for (const char* code : {"General", "0.00", "#,##0\\ \"days\"", "[Red]0", "0_d"})
    EXPECT_FALSE(is_date_format(code)) << code;
}

TEST(XlsxWorkbook, CountsDaysAsExcelDoes) {
  EXPECT_EQ(date_of_serial(44197, false), "2021-01-01");
  EXPECT_EQ(date_of_serial(44197.5, false), "2021-01-01 12:00:00");
  EXPECT_EQ(date_of_serial(1, false), "1900-01-01");
  EXPECT_EQ(date_of_serial(61, false), "1900-03-01");
  EXPECT_EQ(date_of_serial(0, true), "1904-01-01");
  EXPECT_EQ(date_of_serial(0.25, false), "06:00:00");
  EXPECT_EQ(date_of_serial(-1, false), "");
}

TEST(XlsxWorkbook, DecodesEscapedCharacters) {
  std::string text;
  append_xlsx_text(text, "a_x000D_b _x00E9_ _xyz _x");
  EXPECT_EQ(text, "a\rb é _xyz _x");
}

TEST(XlsxWorkbook, StringsAreTheSameInMemoryAndInAFile) {
  SpilledStrings few;
  SpilledStrings many(1000);
  for (int number = 0; number < 50000; ++number) {
    const auto text =
        std::string(static_cast<std::size_t>(number % 50), 'x') + std::to_string(number);
    ASSERT_TRUE(few.append(text) && many.append(text));
  }
  for (std::uint64_t number = 0; number < 50000; number += 7) {
    std::string in_memory;
    std::string in_file;
    ASSERT_TRUE(few.read(number, in_memory) && many.read(number, in_file));
    ASSERT_EQ(in_memory, in_file);
    ASSERT_TRUE(in_file.ends_with(std::to_string(number)));
  }
}

}  // namespace
}  // namespace tributary::catalogue
