#include "http/query_string.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "http/utf8.h"

namespace tributary::http {
namespace {

TEST(QueryString, IsDecodedInOrder) {
  const auto parameters =
      parse_query_string("q=a+b%2Bc&&filter%5Bcountry%5D=PT&filter[country]=RO&empty=&bare");
  ASSERT_TRUE(parameters.has_value());
  ASSERT_EQ(parameters->size(), 5U);
  EXPECT_EQ((*parameters)[0].value, "a b+c");
  EXPECT_EQ((*parameters)[1].name, "filter[country]");
  EXPECT_EQ((*parameters)[2].name, "filter[country]");
  EXPECT_EQ((*parameters)[2].value, "RO");
  EXPECT_EQ((*parameters)[3].value, "");
  EXPECT_EQ((*parameters)[4].name, "bare");
}

void expect_fault(std::string_view raw, std::string_view parameter, std::size_t begin,
                  std::size_t end) {
  const auto parameters = parse_query_string(raw);
  ASSERT_FALSE(parameters.has_value()) << raw;
  EXPECT_EQ(parameters.error().status, 400);
  EXPECT_EQ(parameters.error().parameter, parameter);
  EXPECT_EQ(parameters.error().begin, begin);
  EXPECT_EQ(parameters.error().end, end);
}

TEST(QueryString, FaultsAreToldWithTheirPlace) {
  expect_fault("a=1&q=x%2", "q", 1, 3);
  expect_fault("q=%", "q", 0, 1);
  expect_fault("q=100%&b=1", "q", 3, 4);
  expect_fault("q=%G0", "q", 0, 3);
  expect_fault("q=ab%C3%28", "q", 2, 3);
  expect_fault("q=a%00b", "q", 1, 2);
  expect_fault("%00=b", "the name of a parameter", 0, 1);
}

TEST(QueryString, TooManyParametersAreRefused) {
  std::string raw;
  for (std::size_t i = 0; i <= kParameterLimit; ++i) raw += "&a=1";
  EXPECT_FALSE(parse_query_string(raw).has_value());
  EXPECT_TRUE(parse_query_string(raw.substr(4)).has_value());
}

RC_GTEST_PROP(QueryString, DecodingUndoesEncoding, (const std::string& text)) {
  const auto decoded = percent_decode(percent_encode(text), PlusSign::is_space, "text");
  const bool is_plain = !first_utf8_fault(text) && text.find('\0') == std::string::npos;
  RC_ASSERT(decoded.has_value() == is_plain);
  if (decoded) RC_ASSERT(*decoded == text);
}

RC_GTEST_PROP(QueryString, AnyBytesGiveParametersOrAProblem, (const std::string& raw)) {
  const auto parameters = parse_query_string(raw);
  if (!parameters) RC_ASSERT(parameters.error().status == 400);
}

TEST(Utf8, FaultsAreFoundWhereTheyBegin) {
  using namespace std::string_view_literals;
  EXPECT_EQ(first_utf8_fault(""), std::nullopt);
  EXPECT_EQ(first_utf8_fault("aé漢😀\xF4\x8F\xBF\xBF"), std::nullopt);
  EXPECT_EQ(first_utf8_fault("a\xFF"), 1U);
  EXPECT_EQ(first_utf8_fault("\xC0\xAF"), 0U) << "overlong";
  EXPECT_EQ(first_utf8_fault("\xE0\x80\x80"), 0U) << "overlong";
  EXPECT_EQ(first_utf8_fault("ab\xED\xA0\x80"), 2U) << "surrogate";
  EXPECT_EQ(first_utf8_fault("\xF4\x90\x80\x80"), 0U) << "above U+10FFFF";
  EXPECT_EQ(first_utf8_fault("é\xE2\x82"), 2U) << "cut";
}

}  // namespace
}  // namespace tributary::http
