#include "evidence/suppression/cell_suppression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>

namespace tributary::evidence {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kHidden = std::nullopt;

/// The counts with their totals, row after row.
std::vector<std::uint64_t> totalled(const std::vector<std::vector<std::uint64_t>>& counts) {
  std::vector<std::uint64_t> cells, of_columns(counts.front().size() + 1);
  for (const auto& row : counts) {
    std::uint64_t of_row = 0;
    for (std::size_t column = 0; column < row.size(); ++column) {
      cells.push_back(row[column]);
      of_row += row[column];
      of_columns[column] += row[column];
    }
    cells.push_back(of_row);
    of_columns.back() += of_row;
  }
  cells.insert(cells.end(), of_columns.begin(), of_columns.end());
  return cells;
}

/// The cells left out of which a reader can be sure: tries every table whose counts are at most one
/// from the true ones.
class Reader {
 public:
  Reader(const CountTable& table, const PublishedTable& published)
      : published_(published), counts_(table.counts), truth_(totalled(table.counts)) {
    varies_.resize(truth_.size());
    try_from(0);
  }

  [[nodiscard]] std::vector<std::size_t> sure_of() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < truth_.size(); ++i) {
      if (!published_.cells[i] && !varies_[i]) places.push_back(i);
    }
    return places;
  }

 private:
  void try_from(std::size_t index) {
    if (index == published_.rows * published_.columns) {
      compare();
      return;
    }
    const std::size_t row = index / published_.columns, column = index % published_.columns;
    const auto true_count = counts_[row][column];
    if (published_.at(row, column)) {
      try_from(index + 1);
      return;
    }
    for (std::uint64_t count = true_count - std::min<std::uint64_t>(true_count, 1);
         count <= true_count + 1; ++count) {
      counts_[row][column] = count;
      try_from(index + 1);
    }
    counts_[row][column] = true_count;
  }

  void compare() {
    const auto cells = totalled(counts_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (published_.cells[i] && *published_.cells[i] != cells[i]) return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] != truth_[i]) varies_[i] = true;
    }
  }

  const PublishedTable& published_;
  std::vector<std::vector<std::uint64_t>> counts_;
  std::vector<std::uint64_t> truth_;
  std::vector<bool> varies_;
};

CountTable any_count_table() {
  CountTable table;
  const auto columns = *rc::gen::inRange<std::size_t>(1, 4);
  table.counts.resize(*rc::gen::inRange<std::size_t>(1, 4));
  for (auto& row : table.counts) {
    for (std::size_t column = 0; column < columns; ++column) {
      // Half of them empty or small.
      row.push_back(*rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 6),
                                    rc::gen::inRange<std::uint64_t>(5, 60)));
    }
  }
  return table;
}

TEST(CellSuppression, ShowsATableWithoutSmallCellsWhole) {
  const auto table = *suppress_small_cells({.counts = {{5, 10}, {20, 30}}});
  EXPECT_THAT(table.cells, ElementsAre(5, 10, 15, 20, 30, 50, 25, 40, 65));
}

TEST(CellSuppression, HidesASmallCellBehindOthers) {
  const auto table = *suppress_small_cells({.counts = {{3, 10}, {20, 30}}});
  EXPECT_THAT(table.cells, ElementsAre(kHidden, kHidden, 13, kHidden, kHidden, 50, 23, 40, 63));
}

TEST(CellSuppression, NeedsNoMoreWhereSmallCellsHideOneAnother) {
  const auto table = *suppress_small_cells({.counts = {{3, 4, 50}, {2, 1, 60}}});
  EXPECT_THAT(table.cells,
              ElementsAre(kHidden, kHidden, 50, 57, kHidden, kHidden, 60, 63, 5, 5, 110, 120));
}

TEST(CellSuppression, TakesTheNeighboursWithFewestLearners) {
  const auto table = *suppress_small_cells({.counts = {{3, 90, 7}, {80, 90, 95}, {8, 70, 9}}});
  EXPECT_THAT(table.cells, ElementsAre(kHidden, 90, kHidden, 100, 80, 90, 95, 265, kHidden, 70,
                                       kHidden, 87, 91, 250, 111, 452));
}

TEST(CellSuppression, HidesEmptyCellsThatTwoOfThemWouldTellOf) {
  // Two empty cells alone in their row would be known to be empty: their sum is 0.
  const CountTable table{.counts = {{0, 0, 50}, {40, 40, 40}}};
  const auto published = *suppress_small_cells(table);
  EXPECT_FALSE(published.at(0, 2));
  EXPECT_THAT(Reader(table, published).sure_of(), IsEmpty());
}

TEST(CellSuppression, HidesASmallCategoryOfAListBehindTheNextSmallest) {
  const auto list =
      *suppress_small_cells({.counts = {{3, 30, 12}}, .totals = PublishedTotals::of_rows});
  EXPECT_THAT(list.cells,
              ElementsAre(kHidden, 30, kHidden, 45, kHidden, kHidden, kHidden, kHidden));
}

TEST(CellSuppression, HidesTheTotalWhereNothingElseCanHideACell) {
  EXPECT_THAT(suppress_small_cells({.counts = {{3}}})->cells, Each(kHidden));
  EXPECT_THAT(suppress_small_cells({.counts = {{0, 0}}})->cells, Each(kHidden));
}

TEST(CellSuppression, HidesSmallTotals) {
  const auto table = *suppress_small_cells({.counts = {{2, 1}, {50, 60}, {70, 80}}});
  EXPECT_FALSE(table.at(0, 2));
}

TEST(CellSuppression, WithNothingTooSmallShowsAll) {
  EXPECT_THAT(suppress_small_cells({.counts = {{0, 1}}}, 0)->cells, ElementsAre(0, 1, 1, 0, 1, 1));
}

TEST(CellSuppression, RefusesWhatIsNoTable) {
  EXPECT_EQ(suppress_small_cells({}).error().message, "the table has no cells");
  EXPECT_EQ(suppress_small_cells({.counts = {{1, 2}, {3}}}).error().text(),
            "row 2: 1 counts, the first row has 2");
  const auto most = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(suppress_small_cells({.counts = {{most, 1}}}).error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(suppress_small_cells({.counts = {std::vector<std::uint64_t>(2500)}}).error().code,
            ErrorCode::too_long);
}

TEST(CellSuppression, TheReaderOfTheseTestsFindsWhatIsLeftOutAlone) {
  const CountTable table{.counts = {{3, 10}, {20, 30}}};
  const PublishedTable careless{2, 2, {kHidden, 10, 13, 20, 30, 50, 23, 40, 63}};
  EXPECT_THAT(Reader(table, careless).sure_of(), ElementsAre(0));
}

RC_GTEST_PROP(CellSuppression, LeavesNoCellThatAReaderCanBeSureOf, ()) {
  const auto table = any_count_table();
  const auto published = *suppress_small_cells(table);
  RC_ASSERT(Reader(table, published).sure_of().empty());
}

RC_GTEST_PROP(CellSuppression, OfRowTotalsLeavesNoCellThatAReaderCanBeSureOf, ()) {
  auto table = any_count_table();
  table.totals = PublishedTotals::of_rows;
  const auto published = *suppress_small_cells(table);
  for (const auto place : Reader(table, published).sure_of()) {
    // Totals of columns are not published; they may follow from what is shown.
    RC_ASSERT(place / (published.columns + 1) == published.rows);
  }
}

RC_GTEST_PROP(CellSuppression, ShowsNoSmallCountAndOnlyTrueOnes, ()) {
  const auto table = any_count_table();
  const auto published = *suppress_small_cells(table);
  const auto truth = totalled(table.counts);
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if (published.cells[i]) RC_ASSERT(*published.cells[i] == truth[i] && truth[i] >= 5);
  }
}

}  // namespace
}  // namespace tributary::evidence
