#include "search/index/section_spill.h"

#include <gtest/gtest.h>

#include <random>

namespace tributary::search {
namespace {

TEST(SectionSpill, SectionsMadeAtOnceAreWhatWasAppendedToEach) {
  std::mt19937 random(3);
  for (const std::size_t pieces : {0U, 5U, 4'000U}) {  // nothing, in memory, in a file
    const auto folder = TemporaryFolder::create().value();
    std::vector<SectionSpill> spills;
    for (int each = 0; each < 3; ++each) spills.emplace_back(folder.path());
    std::vector<std::string> expected(spills.size());
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const auto place = random() % spills.size();
      const std::string bytes(random() % 100, static_cast<char>(random()));
      ASSERT_TRUE(spills[place].append(bytes));
      ASSERT_TRUE(spills[place].append(std::uint32_t{7}));
      expected[place] += bytes + std::string("\7\0\0\0", 4);
    }
    auto writer = SectionFileWriter::create(folder.path() / "file", FileKind::words).value();
    for (std::uint32_t number = 0; number < spills.size(); ++number) {
      ASSERT_TRUE(spills[number].write(writer, SectionTag::bytes, number));
    }
    const auto file =
        SectionFile::open(folder.path(), writer.finish().value(), FileKind::words).value();
    for (std::uint32_t number = 0; number < spills.size(); ++number) {
      const auto bytes = file.array<char>(SectionTag::bytes, number).value();
      EXPECT_EQ(std::string(bytes.begin(), bytes.end()), expected[number]);
    }
  }
}

}  // namespace
}  // namespace tributary::search
