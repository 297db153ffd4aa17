#include "search/index/packed_lengths.h"

#include <gtest/gtest.h>

#include <random>

namespace tributary::search {
namespace {

/// A file of the lengths of one field, number 1.
SectionFile written(const Path& folder, std::span<const std::uint32_t> lengths) {
  auto writer = SectionFileWriter::create(folder / "lengths", FileKind::lengths).value();
  EXPECT_TRUE(PackedLengths::write(writer, 1, lengths));
  return SectionFile::open(folder, writer.finish().value(), FileKind::lengths).value();
}

TEST(PackedLengths, AreWhatWasWritten) {
  std::mt19937 random(4);
  const auto folder = TemporaryFolder::create().value();
  for (const std::size_t documents : {0U, 1U, 1'023U, 1'024U, 1'025U, 5'000U}) {
    for (const std::uint32_t greatest : {0U, 1U, 300U, UINT32_MAX}) {
      std::vector<std::uint32_t> lengths(documents);
      for (auto& length : lengths) length = static_cast<std::uint32_t>(random()) & greatest;
      const auto file = written(folder.path(), lengths);
      const auto read = PackedLengths::open(file, 1, static_cast<std::uint32_t>(documents)).value();
      for (std::uint32_t document = 0; document < documents; ++document) {
        ASSERT_EQ(read[document], lengths[document]) << document << " of " << documents;
      }
    }
  }
}

TEST(PackedLengths, OneLongTextWidensItsBlockOnly) {
  std::vector<std::uint32_t> lengths(102'400);
  for (std::uint32_t document = 0; document < lengths.size(); ++document) {
    lengths[document] = 150 + document % 64;
  }
  const auto folder = TemporaryFolder::create().value();
  const auto size = [&] {
    const auto file = written(folder.path(), lengths);
    return file.section(SectionTag::field_lengths, 1).value().size();
  };
  const auto before = size();
  EXPECT_EQ(before, 102'400U * 6 / 8);
  lengths[70'000] = 200'000;
  EXPECT_LT(size(), before + 1'600) << "a block of 1,024 takes 18 bits each and not 6";
}

TEST(PackedLengths, OfAnotherNumberOfDocumentsAreAnErrorThatNamesTheFile) {
  const auto folder = TemporaryFolder::create().value();
  const std::vector<std::uint32_t> lengths(2'000, 7);
  const auto file = written(folder.path(), lengths);
  ASSERT_TRUE(PackedLengths::open(file, 1, 2'000));
  for (const std::uint32_t documents : {0U, 1'000U, 2'049U}) {
    const auto read = PackedLengths::open(file, 1, documents);
    ASSERT_FALSE(read) << documents;
    EXPECT_EQ(read.error().code, ErrorCode::corrupt);
    EXPECT_NE(read.error().text().find("lengths"), std::string::npos);
  }
}

}  // namespace
}  // namespace tributary::search
