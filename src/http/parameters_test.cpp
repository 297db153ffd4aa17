#include "http/parameters.h"

#include <gtest/gtest.h>

namespace tributary::http {
namespace {

Request with(std::vector<Parameter> query) {
  Request request;
  request.query = std::move(query);
  return request;
}

constexpr NumberRange kRange{.lowest = 1, .highest = 100, .otherwise = 20};

TEST(Parameters, NumbersAreReadWithinTheirRange) {
  const auto number = [](const char* text) {
    const auto request = with({{"limit", text}});
    return Parameters(request).number("limit", kRange);
  };
  EXPECT_EQ(number("1"), 1U);
  EXPECT_EQ(number("100"), 100U);
  for (const auto* const text :
       {"0", "101", "-1", "+5", " 5", "5 ", "1.5", "", "x", "99999999999999999999999"}) {
    const auto outcome = number(text);
    ASSERT_FALSE(outcome.has_value()) << text;
    EXPECT_EQ(outcome.error().parameter, "limit");
    EXPECT_NE(outcome.error().detail.find("1 to 100"), std::string::npos);
  }
  const auto nothing = with({});
  EXPECT_EQ(Parameters(nothing).number("limit", kRange), 20U);
}

TEST(Parameters, WhatIsGivenTwiceIsRefused) {
  const auto request = with({{"q", "a"}, {"q", "b"}});
  EXPECT_EQ(Parameters(request).text("q").error().parameter, "q");
  EXPECT_EQ(Parameters(request).every("q"), (std::vector<std::string>{"a", "b"}));
}

TEST(Parameters, UnknownOnesAreNamedWithThoseThereAre) {
  const auto request = with({{"q", "a"}, {"page", "2"}});
  Parameters parameters(request);
  ASSERT_TRUE(parameters.text("q").has_value());
  const auto refused = parameters.refuse_others();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().parameter, "page");
  EXPECT_NE(refused.error().detail.find('q'), std::string::npos);
}

TEST(Parameters, AChoiceIsOneOfThoseOffered) {
  const auto request = with({{"sort", "age"}});
  EXPECT_EQ(Parameters(request).choice("sort", {"start", "end"}).error().detail,
            "sort is one of start, end.");
  const auto nothing = with({});
  EXPECT_EQ(Parameters(nothing).choice("sort", {"start", "end"}), "start");
}

}  // namespace
}  // namespace tributary::http
