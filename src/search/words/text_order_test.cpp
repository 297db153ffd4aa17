#include "search/words/text_order.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

namespace tributary::search {
namespace {

// Of few letters, so that many have their first eight bytes in common; zeros, which a short text is
// filled with, are bytes like others.
rc::Gen<std::string> any_text() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\0\xC3", 4)));
}

TEST(TextOrder, IsThatOfTheBytes) {
  rc::check([] {
    const auto texts = *rc::gen::container<std::vector<std::string>>(any_text());
    const auto order = order_of_texts(
        texts.size(), [&](std::uint32_t number) -> const std::string& { return texts[number]; });
    auto sorted = texts;
    std::ranges::sort(sorted);
    RC_ASSERT(order.size() == texts.size());
    for (std::size_t at = 0; at < order.size(); ++at) RC_ASSERT(texts[order[at]] == sorted[at]);
  });
}

TEST(TextOrder, LeadingBytesCompareAsTheTextsDo) {
  EXPECT_LT(leading_bytes("ab"), leading_bytes("b"));
  EXPECT_LT(leading_bytes("z"), leading_bytes("\xC3\xA4"));
  EXPECT_LT(leading_bytes("erasmus"), leading_bytes("erasmusx"));
  EXPECT_EQ(leading_bytes("erasmus plus"), leading_bytes("erasmus placement"));
}

}  // namespace
}  // namespace tributary::search
