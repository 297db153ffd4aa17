#include "http/json_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ecosystem/framework/agreement.h"

namespace tributary::http {
namespace {

using ecosystem::PositionKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Outcome<JsonBody> body_of(std::string text) {
  Request request;
  request.headers = {{"Content-Type", "application/json; charset=utf-8"}};
  request.body = std::move(text);
  return JsonBody::read(request);
}

TEST(JsonBody, ReadsWhatIsThereAndTellsWhatIsNot) {
  auto body = body_of(R"({"kind": "object", "text": "costly", "tags": ["a", "b"], "level": 3,
                          "final": true, "until": null})")
                  .value();
  EXPECT_EQ(body.one_of("kind", PositionKind::object).value(), PositionKind::object);
  EXPECT_EQ(body.text("text").value(), "costly");
  EXPECT_THAT(body.texts("tags").value(), ElementsAre("a", "b"));
  EXPECT_EQ(body.optional_number("level", {.highest = 4}).value(), 3);
  EXPECT_TRUE(body.flag("final", false).value());
  EXPECT_EQ(body.optional_text("until").value(), std::nullopt);
  EXPECT_EQ(body.optional_number("absent", {.highest = 4}).value(), std::nullopt);
  EXPECT_EQ(body.number("absent", {.highest = 4, .otherwise = 2}).value(), 2);
  EXPECT_TRUE(body.objects("absent").value().empty());
  EXPECT_TRUE(body.refuse_others());
  EXPECT_EQ(body.text("absent").error().parameter, "absent");
}

TEST(JsonBody, NamesTheFieldThatIsNotAsItHasToBe) {
  auto body = body_of(R"({"kind": "no", "text": 1, "tags": ["a", 2], "level": 1.5, "final": "yes",
                          "items": [1]})")
                  .value();
  EXPECT_EQ(body.one_of("kind", PositionKind::object).error().parameter, "kind");
  EXPECT_EQ(body.text("text").error().parameter, "text");
  EXPECT_EQ(body.texts("tags").error().parameter, "tags");
  EXPECT_EQ(body.number("level", {.highest = 4}).error().parameter, "level");
  EXPECT_EQ(body.flag("final", false).error().parameter, "final");
  EXPECT_EQ(body.objects("items").error().parameter, "items");
}

TEST(JsonBody, NamesTheFieldInsideAListByItsPath) {
  auto body = body_of(R"({"items": [{"key": "E1"}, {"key": 2, "more": {}}]})").value();
  auto items = body.objects("items").value();
  ASSERT_EQ(items.size(), 2);
  EXPECT_EQ(items[0].text("key").value(), "E1");
  EXPECT_EQ(items[1].text("key").error().parameter, "items[1].key");
  EXPECT_EQ(items[1].refuse_others().error().parameter, "items[1].more");
}

TEST(JsonBody, RefusalsNameTheFieldOrTellWhatTheyAreAbout) {
  auto body = body_of(R"({"number": "0.2.0"})").value();
  ASSERT_TRUE(body.text("number"));
  const Result<> field = fail(ErrorCode::invalid_argument, "it has to be greater", "number");
  EXPECT_EQ(body.answer_of(field).error().parameter, "number");
  const Result<> item = fail(ErrorCode::unmet, "nothing is described", "E4");
  EXPECT_EQ(body.answer_of(item).error().status, 422);
  EXPECT_EQ(body.answer_of(item).error().parameter, "");
  EXPECT_THAT(body.answer_of(item).error().detail, HasSubstr("E4"));
  const Result<> inside = fail(ErrorCode::io, "no space", "/var/lib");
  EXPECT_THAT(body.answer_of(inside).error().detail, Not(HasSubstr("/var/lib")));
}

TEST(JsonBody, RefusesWhatIsNoObjectOfJson) {
  EXPECT_EQ(body_of("[1]").error().status, 400);
  EXPECT_EQ(body_of(R"({"a": )").error().status, 400);
  EXPECT_THAT(body_of(R"({"a": )").error().detail, HasSubstr("not JSON"));
  Request form;
  form.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  EXPECT_EQ(JsonBody::read(form).error().status, 415);
}

}  // namespace
}  // namespace tributary::http
