#include "search/index/merge_policy.h"

#include <gtest/gtest.h>

namespace tributary::search {
namespace {

using Places = std::vector<std::size_t>;

Places merged(const std::vector<SegmentSize>& segments) { return segments_to_merge(segments); }

TEST(MergePolicy, ThreeSmallSegmentsMayLieBesideALargeOne) {
  EXPECT_EQ(merged({{.documents = 1'000}, {.documents = 5}, {.documents = 9}, {.documents = 7}}),
            Places{});
}

TEST(MergePolicy, AFourthSmallOneMakesThemOne) {
  EXPECT_EQ(
      merged({{.documents = 5}, {.documents = 1'000}, {.documents = 9}, {}, {.documents = 7}}),
      (Places{0, 2, 3, 4}));
}

TEST(MergePolicy, WhenTheSmallOnesAreAFifthAllBecomeOne) {
  EXPECT_EQ(merged({{.documents = 1'000}, {.documents = 200}, {.documents = 40}, {}, {}}),
            (Places{1, 2, 3, 4}));
  EXPECT_EQ(merged({{.documents = 1'000}, {.documents = 200}, {.documents = 60}, {}, {}}),
            (Places{0, 1, 2, 3, 4}));
}

TEST(MergePolicy, WhereAFifthIsNoMoreEverythingIsWrittenAnew) {
  EXPECT_EQ(merged({{.documents = 1'000, .deleted = 200}}), Places{});
  EXPECT_EQ(merged({{.documents = 1'000, .deleted = 201}}), Places{0});
  EXPECT_EQ(merged({{.documents = 800, .deleted = 230}, {.documents = 200}}), (Places{0, 1}));
}

}  // namespace
}  // namespace tributary::search
