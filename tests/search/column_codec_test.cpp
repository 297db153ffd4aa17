// What a column packs is read back as it was, by every way of reading it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "search/columns/label_chunks.h"
#include "search/columns/label_column.h"
#include "search/columns/packed_codes.h"
#include "search/columns/packed_documents.h"
#include "search/columns/value_places.h"

namespace tributary::search {
namespace {

using Numbers = std::vector<std::uint32_t>;
constexpr auto kTag = SectionTag::sorted_documents;

/// A file with what `write` puts into it, opened again.
template <class Write>
SectionFile written(const Path& folder, Write write) {
  auto writer = SectionFileWriter::create(folder / "columns", FileKind::columns).value();
  EXPECT_TRUE(write(writer));
  return SectionFile::open(folder, writer.finish().value(), FileKind::columns).value();
}

Numbers numbers_in(const DocumentSlice& slice) {
  Numbers numbers;
  slice.for_each([&](auto document) { numbers.push_back(document); });
  return numbers;
}

/// Runs that ascend, in small and large steps, and some in no order.
rc::Gen<Numbers> any_documents() {
  return rc::gen::exec([] {
    Numbers documents;
    for (auto runs = *rc::gen::inRange(0, 5); runs > 0; --runs) {
      const auto widest = std::uint32_t{1} << *rc::gen::inRange(0U, 21U);
      const bool ascends = *rc::gen::inRange(0, 4) != 0;
      std::uint32_t next = *rc::gen::inRange(0U, 1U << 28U);
      for (auto left = *rc::gen::inRange(0, 400); left > 0; --left) {
        next += 1 + *rc::gen::inRange(0U, widest);
        documents.push_back(ascends ? next : next * 2'654'435'761U % (1U << 30U));
      }
    }
    return documents;
  });
}

RC_GTEST_PROP(PackedDocuments, DecodesWhatItEncoded, ()) {
  const auto documents = *any_documents();
  const auto folder = TemporaryFolder::create().value();
  const auto file = written(
      folder.path(), [&](auto& writer) { return write_documents(writer, kTag, 1, documents); });
  const auto packed = PackedDocuments::open(file, kTag, 1, documents.size(), UINT32_MAX).value();
  const auto all = packed.slice(0, packed.size());
  RC_ASSERT(numbers_in(all) == documents);
  const auto from = *rc::gen::inRange<std::size_t>(0, documents.size() + 1);
  const auto to = *rc::gen::inRange<std::size_t>(from, documents.size() + 1);
  const auto part = all.part(from, to);
  RC_ASSERT(numbers_in(part) == Numbers(documents.begin() + static_cast<std::ptrdiff_t>(from),
                                        documents.begin() + static_cast<std::ptrdiff_t>(to)));
  for (std::size_t place = 0; place < part.size(); place += 1 + place / 7) {
    RC_ASSERT(part[place] == documents[from + place]);
  }
  if (documents.empty()) return;
  RC_ASSERT(!PackedDocuments::open(file, kTag, 1, documents.size(), std::ranges::max(documents)));
  RC_ASSERT(!PackedDocuments::open(file, kTag, 1, documents.size() + 128, UINT32_MAX));
}

RC_GTEST_PROP(PackedCodes, DecodesWhatItEncoded, ()) {
  const auto bits = *rc::gen::inRange(0U, 33U);
  const auto greatest = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - 1);
  auto codes = *rc::gen::container<Numbers>(rc::gen::arbitrary<std::uint32_t>());
  for (auto& code : codes) code &= greatest;
  const auto folder = TemporaryFolder::create().value();
  const auto file = written(folder.path(), [&](auto& writer) {
    return write_packed_codes(writer, kTag, 1, codes, greatest);
  });
  const auto packed = PackedCodes::open(file, kTag, 1, codes.size(), greatest).value();
  for (std::size_t place = 0; place < codes.size(); ++place) {
    RC_ASSERT(packed[place] == codes[place]);
    auto word = packed.word(place);
    for (auto at = place; at < codes.size() && (at + 1 - place) * bits <= PackedCodes::kWordBits;
         ++at, word >>= bits) {
      RC_ASSERT((word & packed.mask()) == codes[at]);
    }
  }
  RC_ASSERT(packed.word(codes.size()) == 0U);
  RC_ASSERT(!PackedCodes::open(file, kTag, 1, codes.size() + 500, greatest) || bits == 0U);
}

RC_GTEST_PROP(ValuePlaces, DecodeWhatTheyEncoded, ()) {
  // From columns with few values each, whose groups are large, to ones that have no groups.
  const auto most = std::uint32_t{1} << *rc::gen::inRange(0U, 12U);
  const auto counts = *rc::gen::container<Numbers>(rc::gen::inRange(0U, most + 1));
  Numbers offsets{0};
  for (const auto count : counts) offsets.push_back(offsets.back() + count);
  const auto documents = static_cast<std::uint32_t>(counts.size());
  const auto folder = TemporaryFolder::create().value();
  const auto file = written(
      folder.path(), [&](auto& writer) { return write_value_places(writer, kTag, 1, offsets); });
  const auto places = ValuePlaces::open(file, kTag, 1, documents, offsets.back()).value();
  RC_ASSERT(!places.empty());
  for (std::size_t at = 0; at < offsets.size(); ++at) RC_ASSERT(places[at] == offsets[at]);
  RC_ASSERT(!ValuePlaces::open(file, kTag, 1, documents, offsets.back() + 1));
  RC_ASSERT(!ValuePlaces::open(file, kTag, 1, documents + 1, offsets.back()));
}

TEST(LabelChunks, DecodeAndCountWhatTheyEncoded) {
  constexpr std::uint32_t kDocuments = 3 * kChunkDocuments - 1'000;
  std::mt19937 random(11);
  std::vector<Numbers> documents_of(5);
  for (std::size_t label = 0; label < documents_of.size(); ++label) {
    // The last one has nothing in the second chunk, the third nothing anywhere.
    for (std::uint32_t document = 0; document < kDocuments && label != 2; ++document) {
      const bool is_left_out = label == 4 && document / kChunkDocuments == 1;
      if (!is_left_out && random() % (60 << label) == 0) documents_of[label].push_back(document);
    }
  }
  documents_of[0].back() = kDocuments - 1;
  Numbers totals;
  std::vector<std::span<const std::uint32_t>> views;
  for (const auto& documents : documents_of) {
    totals.push_back(static_cast<std::uint32_t>(documents.size()));
    views.emplace_back(documents);
  }
  const auto folder = TemporaryFolder::create().value();
  const auto file = written(folder.path(), [&](auto& writer) {
    return write_label_chunks(writer, 1, views, kDocuments);
  });
  const auto chunks = LabelChunks::open(file, 1, totals, kDocuments).value();
  std::vector<std::uint64_t> words(words_in_windows(kDocuments));
  for (std::uint32_t document = 0; document < kDocuments; ++document) {
    if (random() % 3 == 0) words[document / 64] |= std::uint64_t{1} << document % 64;
  }
  Numbers counts(totals.size(), 1), expected(totals.size(), 1);
  chunks.count(words.data(), counts.data());
  for (std::size_t label = 0; label < totals.size(); ++label) {
    Numbers found;
    chunks.for_each(label, [&](auto document) { found.push_back(document); });
    EXPECT_EQ(found, documents_of[label]);
    for (const auto document : found) {
      expected[label] += (words[document / 64] >> document % 64 & 1) != 0 ? 1U : 0U;
    }
  }
  EXPECT_EQ(counts, expected) << "added to what was there";
  EXPECT_FALSE(LabelChunks::open(file, 1, totals, kDocuments - 1)) << "a document too many";
  EXPECT_FALSE(LabelChunks::open(file, 1, totals, kDocuments + kChunkDocuments));
  std::swap(totals[0], totals[1]);
  EXPECT_FALSE(LabelChunks::open(file, 1, totals, kDocuments)) << "totals of others";
}

/// A column over more than a chunk whose labels are kept in each of the three ways.
TEST(LabelColumn, FindsFrequentRareAndOtherLabels) {
  constexpr std::uint32_t kDocuments = 2 * kChunkDocuments + 77;
  const std::vector<std::pair<std::string, std::uint32_t>> every{
      {"frequent", 3}, {"other", 100}, {"rare", 20'000}, {"second", 31}};
  LabelColumnBuilder builder;
  Numbers all, by_id;
  for (std::uint32_t document = 0; document < kDocuments; ++document) {
    for (const auto& [label, step] : every) {
      if (document % step == 0) builder.add(label);
    }
    builder.end_document();
    all.push_back(document);
    by_id.push_back(kDocuments - 1 - document);
  }
  const auto folder = TemporaryFolder::create().value();
  const auto file =
      written(folder.path(), [&](auto& writer) { return builder.write(writer, 0, all, by_id); });
  const auto column = LabelColumn::open(file, 0, kDocuments).value();
  EXPECT_EQ(column.with_bitmap().size(), 3U) << "frequent, second and none";
  EXPECT_EQ(column.chunked().size(), 1U);
  EXPECT_EQ(column.listed().size(), 1U);
  for (std::uint32_t ordinal = 0; ordinal < column.distinct(); ++ordinal) {
    Numbers found, expected;
    column.for_each_document(ordinal, [&](auto document) { found.push_back(document); });
    for (std::uint32_t at = 0; at < kDocuments; at += every[ordinal].second) expected.push_back(at);
    EXPECT_EQ(found, expected) << column.value(ordinal);
  }
  const auto sorted = numbers_in(column.sorted().with_value());
  EXPECT_TRUE(std::ranges::is_sorted(sorted, {}, [&](auto document) {
    return std::pair(column.first_ordinal(document), kDocuments - document);
  }));
  EXPECT_EQ(column.sorted().with_value().size() + column.sorted().without_value().size(),
            kDocuments);
}

}  // namespace
}  // namespace tributary::search
