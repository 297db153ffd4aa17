#include "search/columns/text_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "search/columns/label_column.h"

namespace tributary::search {
namespace {

/// A column of `texts`, sorted in so much memory, with what holds it.
class WrittenColumn {
 public:
  WrittenColumn(const std::vector<std::string>& texts, std::span<const std::uint32_t> by_id,
                std::size_t sort_memory_bytes = TextColumnBuilder::kSortMemoryBytes)
      : documents_(static_cast<std::uint32_t>(texts.size())),
        file_(write(texts, by_id, sort_memory_bytes)) {}

  [[nodiscard]] TextColumn column() const { return TextColumn::open(file_, 3, documents_).value(); }
  [[nodiscard]] const SectionFile& file() const { return file_; }

  [[nodiscard]] std::vector<std::uint32_t> ranks() const {
    std::vector<std::uint32_t> ranks;
    for (std::uint32_t document = 0; document < documents_; ++document) {
      ranks.push_back(column().rank(document));
    }
    return ranks;
  }

 private:
  SectionFile write(const std::vector<std::string>& texts, std::span<const std::uint32_t> by_id,
                    std::size_t sort_memory_bytes) const {
    TextColumnBuilder builder(folder_.path(), sort_memory_bytes);
    for (const auto& text : texts) EXPECT_TRUE(builder.add(text));
    auto writer = SectionFileWriter::create(folder_.path() / "columns", FileKind::columns).value();
    EXPECT_TRUE(builder.write(writer, 3, by_id));
    return SectionFile::open(folder_.path(), writer.finish().value(), FileKind::columns).value();
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  std::uint32_t documents_;
  SectionFile file_;
};

std::vector<std::uint32_t> vector_of(const DocumentSlice& documents) {
  std::vector<std::uint32_t> numbers;
  documents.for_each([&](auto document) { numbers.push_back(document); });
  return numbers;
}

TEST(TextColumn, RanksWithoutCaseAccentsAndBlanks) {
  const WrittenColumn written({"zebra", "", "École", " ecole ", "Abbey", "École supérieure"},
                              std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0});
  EXPECT_EQ(written.ranks(), (std::vector<std::uint32_t>{4, 0, 2, 2, 1, 3}));
  const auto column = written.column();
  EXPECT_EQ(vector_of(column.sorted().with_value()), (std::vector<std::uint32_t>{4, 3, 2, 5, 0}))
      << "equal ones by id";
  EXPECT_EQ(vector_of(column.sorted().without_value()), std::vector<std::uint32_t>{1});
  EXPECT_FALSE(TextColumn::open(written.file(), 3, 70)) << "documents without a place";
}

TEST(TextColumn, TextsAreComparedByTheirBeginnings) {
  const std::string longest(kComparedBytes, 'b');
  const WrittenColumn written({"c", std::string(3'000'000, 'b'), longest, longest + "a", "ba", "a"},
                              std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
  EXPECT_EQ(written.ranks(), (std::vector<std::uint32_t>{4, 3, 3, 3, 2, 1}));
  EXPECT_EQ(written.column().text(3), longest);
}

TEST(TextColumn, SortedInLittleMemoryIsAsSortedInMuch) {
  std::mt19937 random(7);
  for (const std::size_t documents : {0U, 1U, 300U, 3'000U}) {
    std::vector<std::string> texts(documents);
    for (auto& text : texts) {
      if (random() % 20 == 0) continue;  // none
      text = random() % 2 == 0 ? "Strategic Partnership " : random() % 2 == 0 ? "É" : "";
      text += std::to_string(random() % (documents + 1)) + std::string(random() % 60, 'x');
    }
    std::vector<std::uint32_t> by_id(documents);
    std::iota(by_id.begin(), by_id.end(), 0U);
    std::ranges::shuffle(by_id, random);

    std::vector<std::string> distinct;
    for (const auto& text : texts) {
      if (!text.empty()) distinct.push_back(comparable(text));
    }
    std::ranges::sort(distinct);
    const auto repeated = std::ranges::unique(distinct);
    distinct.erase(repeated.begin(), repeated.end());
    const auto rank_of = [&](const std::string& text) -> std::uint32_t {
      if (text.empty()) return 0;
      const auto place = std::ranges::lower_bound(distinct, comparable(text));
      return static_cast<std::uint32_t>(place - distinct.begin()) + 1;
    };
    auto sorted = by_id;
    std::erase_if(sorted, [&](auto document) { return texts[document].empty(); });
    std::ranges::stable_sort(sorted, {}, [&](auto document) { return rank_of(texts[document]); });

    for (const std::size_t memory_bytes : {std::size_t{8} << 10U, std::size_t{8} << 20U}) {
      const WrittenColumn written(texts, by_id, memory_bytes);
      const auto column = written.column();
      ASSERT_EQ(column.distinct(), distinct.size());
      for (std::uint32_t document = 0; document < documents; ++document) {
        ASSERT_EQ(column.rank(document), rank_of(texts[document])) << texts[document];
      }
      for (std::size_t place = 0; place < distinct.size(); ++place) {
        ASSERT_EQ(column.text(static_cast<std::uint32_t>(place + 1)), distinct[place]);
      }
      ASSERT_EQ(vector_of(column.sorted().with_value()), sorted);
    }
  }
}

}  // namespace
}  // namespace tributary::search
