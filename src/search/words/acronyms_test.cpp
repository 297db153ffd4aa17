#include "search/words/acronyms.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> others(const Acronyms& acronyms, std::string_view name) {
  std::vector<std::string> names;
  for (const auto& meaning : acronyms.meanings(name)) names.push_back(meaning.other);
  return names;
}

TEST(AcronymBuffer, CountsThePairsOfADocumentOnce) {
  AcronymBuffer buffer;
  buffer.add("Vocational Training (VT), again vocational training (VT)", 0);
  buffer.add("vocational training (VT)", 0);
  buffer.add("VT (vocational training)", 4);
  EXPECT_THAT(buffer.take(), ElementsAre(ExplainedAcronym{"vt", "vocational training", 2}));
  EXPECT_THAT(buffer.take(), IsEmpty());
}

TEST(AcronymBuffer, ForgetsRarePairsFirst) {
  AcronymBuffer buffer(4);
  for (std::uint32_t document = 0; document < 3; ++document) {
    buffer.add("vocational training (VT)", document);
  }
  for (std::uint32_t document = 3; document < 20; ++document) {
    const auto letter = static_cast<char>('A' + document);
    buffer.add(fmt::format("{0}ill zone ({0}Z)", letter), document);
  }
  const auto pairs = buffer.take();
  EXPECT_LE(pairs.size(), 4U);
  EXPECT_THAT(pairs, testing::Contains(ExplainedAcronym{"vt", "vocational training", 3}));
}

TEST(Acronyms, AreWrittenAndRead) {
  const auto folder = TemporaryFolder::create().value();
  const std::vector<ExplainedAcronym> pairs{{"a", "alpha", 2}, {"a", "amber", 1}, {"b", "beta", 9}};
  auto writer = SectionFileWriter::create(folder.path() / "words", FileKind::words).value();
  ASSERT_TRUE(write_acronyms(pairs, writer));
  const auto file =
      SectionFile::open(folder.path(), writer.finish().value(), FileKind::words).value();
  const auto read = AcronymSection::open(file);
  ASSERT_TRUE(read);
  EXPECT_TRUE(std::ranges::equal(read->pairs(), pairs));
}

TEST(Acronyms, OfSeveralSegmentsAddUp) {
  const std::vector<ExplainedAcronym> one{{"a", "alpha", 2}, {"b", "beta", 1}};
  const std::vector<ExplainedAcronym> two{{"a", "alpha", 3}, {"a", "amber", 1}};
  const std::vector<std::span<const ExplainedAcronym>> parts{one, two};
  EXPECT_THAT(merged_acronyms(parts),
              ElementsAre(ExplainedAcronym{"a", "alpha", 5}, ExplainedAcronym{"a", "amber", 1},
                          ExplainedAcronym{"b", "beta", 1}));
}

TEST(Acronyms, StandForWhatMostTextsSay) {
  const std::vector<ExplainedAcronym> pairs{{"cap", "common agricultural plan", 4},
                                            {"cap", "community action project", 3},
                                            {"ngo", "non governmental organisation", 2},
                                            {"ngo", "non governmental organizations", 3},
                                            {"ngo", "new green order", 1},
                                            {"sut", "seldom used term", 2}};
  const Acronyms acronyms(pairs);
  EXPECT_THAT(others(acronyms, "ngo"), ElementsAre("non governmental organizations"));
  EXPECT_THAT(others(acronyms, "non governmental organisation"), ElementsAre("ngo"));
  EXPECT_THAT(others(acronyms, "new green order"), IsEmpty());
  EXPECT_THAT(others(acronyms, "cap"), IsEmpty()) << "two meanings of equal weight";
  EXPECT_THAT(others(acronyms, "sut"), IsEmpty()) << "two documents are too few";
  EXPECT_EQ(acronyms.longest_name_words(), 3U);
}

}  // namespace
}  // namespace tributary::search
