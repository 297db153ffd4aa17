#include "http/problem.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "http/response.h"

namespace tributary::http {
namespace {

TEST(Problem, IsADocumentOfRfc9457) {
  Problem problem(400, "limit must be a number", "limit");
  problem.begin = 3;
  problem.end = 4;
  EXPECT_EQ(problem_json(problem),
            R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"limit must be a )"
            R"(number","parameter":"limit","begin":3,"end":4})");
  const auto response = problem_response(problem);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.cache_control, "no-store");
}

TEST(Problem, TellsOfTheCallersErrorsAndHidesOurOwn) {
  const Problem theirs = Error{ErrorCode::too_deep, "more than 32 parentheses"};
  EXPECT_EQ(theirs.status, 400);
  EXPECT_EQ(theirs.detail, "more than 32 parentheses");
  EXPECT_EQ(Problem(Error{ErrorCode::not_found, "no such project"}).status, 404);
  EXPECT_EQ(Problem(Error{ErrorCode::not_permitted, "it is for reviewers"}).status, 403);
  EXPECT_EQ(Problem(Error{ErrorCode::unmet, "it still needs reasons"}).status, 422);
  const Problem late = Error{ErrorCode::timed_out, "the search took longer than it may"};
  EXPECT_EQ(late.status, 503);
  EXPECT_EQ(late.detail, "the search took longer than it may");
  ASSERT_EQ(late.headers.size(), 1U);
  EXPECT_EQ(late.headers.front().name, "Retry-After");
  const Problem ours = Error{ErrorCode::database, "disk I/O error", "/somewhere/tributary.db"};
  EXPECT_EQ(ours.status, 500);
  EXPECT_EQ(problem_json(ours).find("somewhere"), std::string::npos);
}

TEST(Problem, TellsWhyAsACodeWithItsParts) {
  const auto refused =
      fail(ErrorCode::unmet, "revoke still needs reasons", "mainstreaming case",
           Refusal{.code = "still_needed", .parts = {{.name = "needs", .words = {"reasons"}}}});
  const auto document = boost::json::parse(problem_json(Problem(refused.error())));
  EXPECT_EQ(boost::json::serialize(document.at("reason")),
            R"({"code":"still_needed","parts":{"needs":["reasons"]}})");
  EXPECT_EQ(problem_json(Error{ErrorCode::not_found, "no such project"}).find("reason"),
            std::string::npos);
}

}  // namespace
}  // namespace tributary::http
