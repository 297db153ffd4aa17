#include "text/display_names.h"

#include <gtest/gtest.h>

namespace tributary::text {
namespace {

TEST(DisplayNames, SayCodesInWordsAndLeaveOthersAsTheyAre) {
  EXPECT_EQ(country_name("PT"), "Portugal");
  EXPECT_EQ(country_name("GR"), "Greece");
  EXPECT_EQ(country_name("XK"), "Kosovo");
  EXPECT_EQ(country_name("??"), "??");
  EXPECT_EQ(country_name(""), "");
  EXPECT_EQ(language_name("pt"), "Portuguese");
  EXPECT_EQ(language_name(""), "");
}

}  // namespace
}  // namespace tributary::text
