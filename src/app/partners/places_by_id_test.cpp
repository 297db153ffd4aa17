#include "app/partners/places_by_id.h"

#include <gtest/gtest.h>

#include "store/catalogue_store.h"

namespace tributary::app {
namespace {

using Ids = std::vector<store::ProjectId>;

void expect_places(const Ids& ids, std::initializer_list<std::int64_t> missing) {
  const PlacesById places(ids);
  for (std::uint32_t place = 0; place < ids.size(); ++place) {
    EXPECT_EQ(places.of(ids[place]), place) << ids[place].value;
  }
  for (const auto id : missing) EXPECT_EQ(places.of({id}), std::nullopt) << id;
}

TEST(PlacesById, AreFoundWhereIdsLieCloseAndWhereTheyLieFarApart) {
  expect_places({{3}, {4}, {7}, {9}}, {0, 2, 5, 6, 8, 10, -1});
  expect_places({{3}, {4'000'000'000}, {9'000'000'000'000'000'000}},
                {0, 2, 4, 3'999'999'999, 4'000'000'001, 9'100'000'000'000'000'000});
  expect_places({{5}}, {4, 6});
  expect_places({}, {0, 1});
}

}  // namespace
}  // namespace tributary::app
