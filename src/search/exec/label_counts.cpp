#include "search/exec/label_counts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tributary::search {
namespace {

// Nanoseconds, rounded, as measured over a million documents. Only how they compare matters.
constexpr double kOneOrdinal = 0.6;    ///< of a document in a single column, and …
constexpr double kOneLine = 7.0;       ///< … each piece of it that comes from memory
constexpr double kOneDocument = 10.0;  ///< of any other column, and …
constexpr double kOneOfSeveral = 2.0;  ///< … each of its ordinals
constexpr double kOneBitmapWord = 0.3;
constexpr double kOneChunked = 0.25;
constexpr double kOneListed = 0.65;

constexpr double kLineBytes = 64;

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

/// Some documents on their way: where their ordinals lie is asked for when they are added, the
/// ordinals when that is there; so each has a batch's time to come.
struct Batch {
  std::array<std::uint32_t, kBatch> documents, first, count;
  std::size_t size = 0;
};

/// Words of a set that stay in the processor's nearest cache while all bitmaps are held against
/// them: those of a chunk.
constexpr std::size_t kWordsAtOnce = kChunkDocuments / 64;

/// The first kAtOnce ordinals of each document are counted without a branch, which the processor
/// could not foresee: those that a document lacks count in a place of their own, the first of them
/// as none. More places than one, since additions to the same one wait for each other.
template <unsigned kAtOnce>
void count_several(const LabelColumn& column, const DocumentSet& set, std::uint32_t* counts) {
  const auto codes = column.all_ordinals();
  const auto places = column.places();
  const std::uint64_t none = column.none();
  const auto count_one = [&](std::size_t first, std::size_t count) {
    auto word = codes.word(first);
    for (std::size_t i = 0; i < kAtOnce; ++i, word >>= codes.bits()) {
      // As a mask, since the compiler would make a branch of a choice.
      const auto is_there = std::uint64_t{0} - static_cast<std::uint64_t>(i < count);
      ++counts[(word & codes.mask() & is_there) | ((none + i) & ~is_there)];
    }
    for (std::size_t i = kAtOnce; i < count; ++i) ++counts[codes[first + i]];
  };
  std::array<Batch, 2> batches;
  auto *added = &batches[0], *located = &batches[1];
  const auto count_located = [&] {
    for (std::size_t i = 0; i < located->size; ++i) count_one(located->first[i], located->count[i]);
    located->size = 0;
  };
  const auto locate_added = [&] {
    for (std::size_t i = 0; i < added->size; ++i) {
      const std::size_t document = added->documents[i];
      added->first[i] = places[document];
      added->count[i] = places[document + 1] - added->first[i];
      codes.prefetch(added->first[i]);
    }
    count_located();
    std::swap(added, located);
  };
  set.for_each([&](std::uint32_t document) {
    places.prefetch(document);
    added->documents[added->size++] = document;
    if (added->size == kBatch) locate_added();
  });
  locate_added();
  count_located();
}

/// With as many at once as lie in one word of codes.
void count_several(const LabelColumn& column, const DocumentSet& set, std::uint32_t* counts) {
  switch (PackedCodes::kWordBits / column.all_ordinals().bits()) {
    case 1:
      return count_several<1>(column, set, counts);
    case 2:
      return count_several<2>(column, set, counts);
    case 3:
      return count_several<3>(column, set, counts);
    case 4:
      return count_several<4>(column, set, counts);
    case 5:
      return count_several<5>(column, set, counts);
    default:
      return count_several<kSpare + 1>(column, set, counts);
  }
}

void count_listed(const LabelColumn& column, const DocumentSet& set,
                  std::vector<std::uint32_t>& counts) {
  for (std::size_t word = 0; word < set.word_count(); word += kWordsAtOnce) {
    const auto words = std::min(kWordsAtOnce, set.word_count() - word);
    for (const auto ordinal : column.with_bitmap()) {
      counts[ordinal] += static_cast<std::uint32_t>(
          kernels().count_common_bits(set.words() + word, column.bitmap(ordinal) + word, words));
    }
  }
  if (const auto chunked = column.chunked(); !chunked.empty()) {
    std::vector<std::uint32_t> of_chunked(chunked.size());
    column.chunks().count(set.words(), of_chunked.data());
    for (std::size_t at = 0; at < chunked.size(); ++at) counts[chunked[at]] = of_chunked[at];
  }
  const auto* bits = reinterpret_cast<const std::byte*>(set.words());
  for (const auto ordinal : column.listed()) {
    column.listed(ordinal).for_each_run([&](std::span<const std::uint32_t> run) {
      counts[ordinal] +=
          static_cast<std::uint32_t>(kernels().count_numbers(run.data(), run.size(), bits));
      return true;
    });
  }
}

std::uint64_t postings_of(const LabelColumn& column, std::span<const std::uint32_t> ordinals) {
  std::uint64_t postings = 0;
  for (const auto ordinal : ordinals) postings += column.total(ordinal);
  return postings;
}

double time_by_lists(const LabelColumn& column, const DocumentSet& set) {
  const auto words = static_cast<double>(column.with_bitmap().size() * set.word_count());
  return kOneBitmapWord * words +
         kOneChunked * static_cast<double>(postings_of(column, column.chunked())) +
         kOneListed * static_cast<double>(postings_of(column, column.listed()));
}

double time_by_ordinals(const LabelColumn& column, const DocumentSet& set, std::uint64_t size) {
  const auto in_set = static_cast<double>(size), documents = static_cast<double>(set.documents());
  if (!column.is_single()) {
    const auto mean = static_cast<double>(column.postings()) / documents;
    return in_set * (kOneDocument + mean * kOneOfSeveral);
  }
  const auto bytes = documents * static_cast<double>(column.ordinals().bytes_each());
  return in_set * kOneOrdinal + std::min(in_set, bytes / kLineBytes) * kOneLine;
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
  if (time_by_lists(column, set) < time_by_ordinals(column, set, size)) {
    count_listed(column, set, counts);
  } else if (column.is_single()) {
    count_codes(column.ordinals(), set, counts.data());
  } else {
    counts.resize(counts.size() + kSpare);
    count_several(column, set, counts.data());
    counts.resize(counts.size() - kSpare);
  }
  return counts;
}

}  // namespace tributary::search
