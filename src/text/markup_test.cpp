#include "text/markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace tributary::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> markup(std::string_view text) {
  std::vector<std::string_view> found;
  for (const auto& [begin, end] : markup_in(text)) found.push_back(text.substr(begin, end - begin));
  return found;
}

TEST(Markup, IsTagsCommentsAndCharacterReferences) {
  EXPECT_THAT(markup("<p class=\"a b\">Aims &amp; means<br/>&#233;t&#xE9;</p ><!-- < > -->"),
              ElementsAre("<p class=\"a b\">", "&amp;", "<br/>", "&#233;", "&#xE9;", "</p >",
                          "<!-- < > -->"));
}

TEST(Markup, OtherSignsAreText) {
  EXPECT_THAT(markup("a < b, x<y and z>w, 3<4>2, <, R&D; no, A & B; &; &#; <a <"),
              ElementsAre("&D;"));
  EXPECT_THAT(markup("<!-- never closed"), IsEmpty());
  EXPECT_THAT(markup("<a x=" + std::string(3'000, 'y') + ">"), IsEmpty());
}

}  // namespace
}  // namespace tributary::text
