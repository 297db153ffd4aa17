#include "http/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tributary::http {
namespace {

using testing::HasSubstr;
using testing::Not;

const Timestamp kMoment = std::chrono::sys_days(std::chrono::days(20'000));

store::PublicMove decision(std::string title, std::string reasons) {
  return {.what = store::MovedInnovation{.id = {7},
                                         .act = ecosystem::PipelineAct::stop,
                                         .to = {ecosystem::Stage::testing,
                                                ecosystem::Standing::stopped}},
          .number = 12,
          .title = std::move(title),
          .reasons = std::move(reasons),
          .at = kMoment};
}

TEST(AtomFeed, NamesAMoveByItsPageAndNumberAndSaysWhatWasDecidedAndWhy) {
  const std::vector moves{decision("Drones", "No day was gained.")};
  const auto feed = atom_feed(moves, "https://tributary.example.org", {});
  EXPECT_THAT(feed, HasSubstr("<id>https://tributary.example.org/innovations/7#move-12</id>"));
  EXPECT_THAT(feed, HasSubstr("<title>Drones: stop, now stopped (testing)</title>"));
  EXPECT_THAT(feed, HasSubstr("<summary>No day was gained.</summary>"));
  EXPECT_THAT(feed, HasSubstr("<updated>" + rfc3339(kMoment) + "</updated>"));
}

TEST(AtomFeed, TextsFromPeopleNeverBecomeMarkupNorBreakIt) {
  const std::vector moves{decision("</title><script>", "a \x01 control character & more")};
  const auto feed = atom_feed(moves, "https://tributary.example.org", {});
  EXPECT_THAT(feed, Not(HasSubstr("<script>")));
  EXPECT_THAT(feed, HasSubstr("a  control character &amp; more"));
}

TEST(AtomFeed, WithoutMovesItIsStillAFeedWithADate) {
  const auto feed = atom_feed({}, "https://tributary.example.org", kMoment);
  EXPECT_THAT(feed, HasSubstr("<updated>" + rfc3339(kMoment) + "</updated>"));
  EXPECT_THAT(feed, Not(HasSubstr("<entry>")));
}

}  // namespace
}  // namespace tributary::http
