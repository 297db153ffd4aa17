#include "search/columns/text_column.h"

#include <gtest/gtest.h>

namespace tributary::search {
namespace {

TEST(TextColumn, RanksWithoutCaseAccentsAndBlanks) {
  const auto folder = TemporaryFolder::create().value();
  TextColumnBuilder builder;
  for (const auto* text : {"zebra", "", "École", " ecole ", "Abbey", "École supérieure"}) {
    builder.add(text);
  }
  auto writer = SectionFileWriter::create(folder.path() / "columns", FileKind::columns).value();
  ASSERT_TRUE(builder.write(writer, 3, std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0}));
  const auto file =
      SectionFile::open(folder.path(), writer.finish().value(), FileKind::columns).value();
  const auto column = TextColumn::open(file, 3, 6).value();
  std::vector<std::uint32_t> ranks;
  for (std::uint32_t document = 0; document < 6; ++document) ranks.push_back(column.rank(document));
  EXPECT_EQ(ranks, (std::vector<std::uint32_t>{4, 0, 2, 2, 1, 3}));
  const auto sorted = column.sorted().with_value(), rest = column.sorted().without_value();
  EXPECT_EQ(std::vector(sorted.begin(), sorted.end()), (std::vector<std::uint32_t>{4, 3, 2, 5, 0}))
      << "equal ones by id";
  EXPECT_EQ(std::vector(rest.begin(), rest.end()), std::vector<std::uint32_t>{1});
  EXPECT_FALSE(TextColumn::open(file, 3, 7)) << "a document without a place";
}

TEST(TextColumn, TextsLongerThanAChunkKeepTheirPlaces) {
  const auto folder = TemporaryFolder::create().value();
  TextColumnBuilder builder;
  const std::string longer(3'000'000, 'b');
  for (int round = 0; round < 3; ++round) {
    builder.add("c");
    builder.add(longer);
    builder.add("a");
  }
  auto writer = SectionFileWriter::create(folder.path() / "columns", FileKind::columns).value();
  ASSERT_TRUE(builder.write(writer, 0, std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
  const auto file =
      SectionFile::open(folder.path(), writer.finish().value(), FileKind::columns).value();
  const auto column = TextColumn::open(file, 0, 9).value();
  for (std::uint32_t document = 0; document < 9; ++document) {
    EXPECT_EQ(column.rank(document), (std::vector<std::uint32_t>{3, 2, 1}[document % 3]));
  }
}

}  // namespace
}  // namespace tributary::search
