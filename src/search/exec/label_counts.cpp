#include "search/exec/label_counts.h"

#include <array>
#include <cstddef>

namespace tributary::search {
namespace {

// Nanoseconds, rounded, as profiles of bench/rivals/tributary over a million documents suggest
// them. Only how they compare matters.
constexpr double kOneOrdinal = 0.8;    ///< of a document in a single column
constexpr double kOneDocument = 5.0;   ///< of any other column, and …
constexpr double kOneOfSeveral = 1.0;  ///< … each of its ordinals
constexpr double kOneBitmapWord = 0.15;
constexpr double kOneListed = 0.5;

void count(const DocumentSet& set, const std::uint8_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_8(set.words(), set.word_count(), codes, counts);
}
void count(const DocumentSet& set, const std::uint16_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_16(set.words(), set.word_count(), codes, counts);
}
void count(const DocumentSet& set, const std::uint32_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_32(set.words(), set.word_count(), codes, counts);
}

/// Places of `counts` behind that for none, which count what is not there.
constexpr std::uint32_t kSpare = 5;

/// Documents that are looked up together: what they read is fetched from memory side by side, since
/// a column is larger than the caches and a set may hold one document in hundreds.
constexpr std::size_t kBatch = 64;

/// So many ordinals of each document are counted without a branch, which the processor could not
/// foresee: those that a document lacks count in a place of their own, the first of them as none.
/// More places than one, since additions to the same one wait for each other.
template <class Ordinal>
void count_several(const Ordinal* ordinals, std::size_t size, const LabelColumn& column,
                   const DocumentSet& set, std::uint32_t* counts) {
  constexpr std::uint32_t kAtOnce = kSpare + 1;
  const std::size_t none = column.none();
  const auto count_one = [&](std::size_t first, std::size_t count) {
    if (first + kAtOnce > size) {  // the last few documents
      for (std::size_t i = 0; i < count; ++i) ++counts[ordinals[first + i]];
      counts[none] += count == 0 ? 1U : 0U;
      return;
    }
    for (std::size_t i = 0; i < kAtOnce; ++i) {
      // As a mask, since the compiler would make a branch of a choice.
      const auto is_there = std::size_t{0} - static_cast<std::size_t>(i < count);
      ++counts[(ordinals[first + i] & is_there) | ((none + i) & ~is_there)];
    }
    for (std::size_t i = kAtOnce; i < count; ++i) ++counts[ordinals[first + i]];
  };
  const auto* offsets = column.offsets().data();
  std::array<std::uint32_t, kBatch> documents;
  std::array<std::uint32_t, kBatch> first, count;
  std::size_t waiting = 0;
  const auto count_batch = [&] {
    for (std::size_t i = 0; i < waiting; ++i) {
      first[i] = offsets[documents[i]];
      count[i] = offsets[documents[i] + 1] - first[i];
      __builtin_prefetch(ordinals + first[i]);
    }
    for (std::size_t i = 0; i < waiting; ++i) count_one(first[i], count[i]);
    waiting = 0;
  };
  set.for_each([&](std::uint32_t document) {
    __builtin_prefetch(offsets + document);
    documents[waiting++] = document;
    if (waiting == kBatch) count_batch();
  });
  count_batch();
}

void count_listed(const LabelColumn& column, const DocumentSet& set,
                  std::vector<std::uint32_t>& counts) {
  const auto* bits = reinterpret_cast<const std::byte*>(set.words());
  for (std::uint32_t ordinal = 0; ordinal <= column.none(); ++ordinal) {
    if (const auto* bitmap = column.bitmap(ordinal)) {
      counts[ordinal] = static_cast<std::uint32_t>(
          kernels().count_common_bits(set.words(), bitmap, set.word_count()));
      continue;
    }
    const auto listed = column.listed(ordinal);
    counts[ordinal] =
        static_cast<std::uint32_t>(kernels().count_numbers(listed.data(), listed.size(), bits));
  }
}

/// Postings of the values without a bitmap.
double listed_postings(const LabelColumn& column, std::uint64_t postings) {
  for (const auto ordinal : column.with_bitmap()) postings -= column.total(ordinal);
  return static_cast<double>(postings);
}

}  // namespace

void count_codes(const NarrowCodes& codes, const DocumentSet& set, std::uint32_t* counts) {
  codes.visit([&]<class Code>(const Code* all) {
    if constexpr (sizeof(Code) < 8) count(set, all, counts);
  });
}

std::vector<std::uint32_t> count_labels(const LabelColumn& column, const DocumentSet& set,
                                        std::uint64_t size) {
  std::vector<std::uint32_t> counts(std::size_t{column.none()} + 1);
  const std::uint64_t documents = set.documents();
  if (size * 2 > documents) {
    if (size < documents) {
      auto rest = set;
      rest.complement();
      counts = count_labels(column, rest, documents - size);
    }
    for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
      counts[ordinal] = column.total(ordinal) - counts[ordinal];
    }
    return counts;
  }
  const auto in_set = static_cast<double>(size);
  const auto postings = column.postings();
  const auto mean = static_cast<double>(postings) / static_cast<double>(documents);
  const auto by_ordinals =
      in_set * (column.is_single() ? kOneOrdinal : kOneDocument + mean * kOneOfSeveral);
  const auto by_lists = kOneBitmapWord * static_cast<double>(column.with_bitmap().size()) *
                            static_cast<double>(set.word_count()) +
                        kOneListed * listed_postings(column, postings);
  if (by_lists < by_ordinals) {
    count_listed(column, set, counts);
  } else if (column.is_single()) {
    count_codes(column.ordinals(), set, counts.data());
  } else {
    counts.resize(counts.size() + kSpare);
    column.ordinals().visit([&](const auto* ordinals) {
      count_several(ordinals, column.ordinals().size(), column, set, counts.data());
    });
    counts.resize(counts.size() - kSpare);
  }
  return counts;
}

}  // namespace tributary::search
