#include "http/router.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <stdexcept>

namespace tributary::http {
namespace {

Router sample() {
  Router router;
  router.add({.pattern = "/things", .handler = [](const Request&) -> Outcome<Response> {
                return text_response("text/plain", "all things");
              }});
  router.add(
      {.pattern = "/things/{id}", .handler = [](const Request& request) -> Outcome<Response> {
         return text_response("text/plain", request.path_parameter("id"));
       }});
  router.add({.method = Method::post,
              .pattern = "/things/{id}",
              .handler = [](const Request&) -> Outcome<Response> {
                return text_response("text/plain", "posted");
              }});
  router.add({.pattern = "/broken", .handler = [](const Request&) -> Outcome<Response> {
                throw std::runtime_error("secret detail");
              }});
  return router;
}

Response ask(std::string_view target, Method method = Method::get) {
  Request request;
  request.method = method;
  EXPECT_TRUE(set_target(request, target));
  return sample().answer(request);
}

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& header : response.headers) {
    if (header.name == name) return header.value;
  }
  return "";
}

TEST(Router, FindsPathsAndDecodesPlaceholders) {
  EXPECT_EQ(*ask("/things").body, "all things");
  EXPECT_EQ(*ask("/things/a%2Fb%20c+d").body, "a/b c+d");
  EXPECT_EQ(*ask("/things/%C3%A9").body, "é");
  EXPECT_EQ(*ask("/things?x=1").body, "all things");
  EXPECT_EQ(*ask("/things/7", Method::post).body, "posted");
}

TEST(Router, UnknownPathsAre404) {
  for (const auto* const target :
       {"/", "/thing", "/things/", "/things/a/b", "//things", "/THINGS"}) {
    EXPECT_EQ(ask(target).status, 404) << target;
  }
}

TEST(Router, OtherMethodsAre405WithAllow) {
  const auto response = ask("/things/7", Method::remove);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(ask("/things", Method::other).status, 405);
}

TEST(Router, OptionsNamesTheMethods) {
  const auto response = ask("/things", Method::options);
  EXPECT_EQ(response.status, 204);
  EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(ask("/nothing", Method::options).status, 404);
}

TEST(Router, HeadIsAnsweredLikeGet) { EXPECT_EQ(ask("/things", Method::head).status, 200); }

TEST(Router, BadEncodingNamesTheParameterAndPlace) {
  const auto in_path = ask("/things/ab%zz");
  EXPECT_EQ(in_path.status, 400);
  const auto document = boost::json::parse(*in_path.body).as_object();
  EXPECT_EQ(document.at("parameter"), "id");
  EXPECT_EQ(document.at("begin"), 2);
  EXPECT_EQ(document.at("end"), 5);

  const auto in_query = ask("/things?ok=1&q=%ff");
  EXPECT_EQ(in_query.status, 400);
  EXPECT_EQ(boost::json::parse(*in_query.body).at("parameter"), "q");
}

TEST(Router, AThrowingHandlerIsA500ThatTellsNothingOfTheInside) {
  const auto response = ask("/broken");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body->find("secret"), std::string::npos);
}

TEST(Router, TheFallbackAnswersPagesButNotTheApi) {
  auto router = sample();
  router.set_fallback(
      [](const Request&) -> Outcome<Response> { return text_response("text/html", "page"); });
  const auto ask_with_fallback = [&](std::string_view target, Method method) {
    Request request;
    request.method = method;
    EXPECT_TRUE(set_target(request, target));
    return router.answer(request);
  };
  EXPECT_EQ(*ask_with_fallback("/anything", Method::get).body, "page");
  EXPECT_EQ(ask_with_fallback("/api/v1/anything", Method::get).status, 404);
  EXPECT_EQ(ask_with_fallback("/anything", Method::post).status, 404);
}

TEST(Target, IsReadInOriginAndAbsoluteForm) {
  Request request;
  ASSERT_TRUE(set_target(request, "http://host:1/a?b=c?d"));
  EXPECT_EQ(request.path, "/a");
  EXPECT_EQ(request.raw_query, "b=c?d");
  ASSERT_TRUE(set_target(request, "http://host"));
  EXPECT_EQ(request.path, "/");
  EXPECT_FALSE(set_target(request, "*"));
  EXPECT_FALSE(set_target(request, "host:443"));
}

}  // namespace
}  // namespace tributary::http
