#include "search/exec/label_counts.h"

namespace tributary::search {
namespace {

// Nanoseconds, rounded (bench/results/engine.md). Only how they compare matters.
constexpr double kOneOrdinal = 0.8;       ///< of a document in a single column
constexpr double kOneDocument = 2.5;      ///< of any other column, and …
constexpr double kOneOfSeveral = 1.0;     ///< … each of its ordinals
constexpr double kOneBitmapWord = 0.15;
constexpr double kOneListed = 0.9;

void count(const DocumentSet& set, const std::uint8_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_8(set.words(), set.word_count(), codes, counts);
}
void count(const DocumentSet& set, const std::uint16_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_16(set.words(), set.word_count(), codes, counts);
}
void count(const DocumentSet& set, const std::uint32_t* codes, std::uint32_t* counts) {
  kernels().count_ordinals_32(set.words(), set.word_count(), codes, counts);
}

void count_several(const LabelColumn& column, const DocumentSet& set, std::uint32_t* counts) {
  const auto* offsets = column.offsets().data();
  auto& none = counts[column.none()];
  column.ordinals().visit([&](const auto* ordinals) {
    set.for_each([&](std::uint32_t document) {
      const auto first = offsets[document], last = offsets[document + 1];
      for (auto at = first; at < last; ++at) ++counts[ordinals[at]];
      none += first == last ? 1U : 0U;
    });
  });
}

void count_listed(const LabelColumn& column, const DocumentSet& set,
                  std::vector<std::uint32_t>& counts) {
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    if (const auto* bitmap = column.bitmap(ordinal)) {
      counts[ordinal] = static_cast<std::uint32_t>(
          kernels().count_common_bits(set.words(), bitmap, set.word_count()));
      continue;
    }
    std::uint32_t count = 0;
    for (const auto document : column.documents(ordinal)) count += set.contains(document) ? 1U : 0U;
    counts[ordinal] = count;
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
    count_several(column, set, counts.data());
  }
  return counts;
}

}  // namespace tributary::search
