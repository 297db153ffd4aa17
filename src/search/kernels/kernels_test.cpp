// Every set of kernels that this processor runs does to the bit what the scalar one does. Buffers
// are as large as the contract says and no larger, so that the address sanitizer sees a read or
// write past them.
#include "search/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace tributary::search {
namespace {

/// Random inputs, the same ones in every run.
class AnyInput {
 public:
  std::uint32_t number() { return static_cast<std::uint32_t>(random_()); }
  std::uint32_t below(std::uint32_t bound) { return number() % bound; }

  template <class T>
  std::vector<T> values(std::size_t count) {
    std::vector<T> result(count);
    for (T& value : result) value = static_cast<T>(number());
    return result;
  }

  /// Each bit set with a probability of `percent`; 0 and 100 make empty and full ones.
  std::vector<std::uint64_t> mask(std::size_t words, std::uint32_t percent) {
    std::vector<std::uint64_t> result(words);
    for (std::size_t i = 0; i < words * 64; ++i) {
      if (below(100) < percent) result[i / 64] |= std::uint64_t{1} << i % 64;
    }
    return result;
  }

  /// 128 gaps of at most `bits` bits, the widest among them.
  std::vector<std::uint32_t> gaps(unsigned bits) {
    const std::uint32_t widest = bits == 0 ? 0 : UINT32_MAX >> (32 - bits);
    auto result = values<std::uint32_t>(kBlockPostings);
    for (auto& gap : result) gap &= widest;
    result[below(kBlockPostings)] = widest;
    return result;
  }

 private:
  std::mt19937 random_{20240229};
};

struct EveryKernelSet : testing::TestWithParam<Kernels> {
  const Kernels& set = GetParam();
  const Kernels& scalar = available_kernels().front();
  AnyInput any;
};

const std::vector<std::size_t> kWordCounts{0,  1,  2,  3,  4,  5,  7,  8,   9,
                                           15, 16, 31, 33, 63, 64, 65, 130, 1023};
const std::vector<std::uint32_t> kPercents{0, 1, 20, 50, 97, 100};

TEST_P(EveryKernelSet, UnpacksWhatWasPackedAtEveryWidth) {
  for (unsigned bits = 0; bits <= 32; ++bits) {
    for (const std::uint32_t base : {UINT32_MAX, 0U, 77U, UINT32_MAX - 50}) {
      const auto gaps = any.gaps(bits);
      // One byte off any alignment, and nothing behind.
      const auto memory = std::make_unique<std::byte[]>(1 + 16 * bits);
      pack_gaps(gaps.data(), bits, memory.get() + 1);
      std::vector<std::uint32_t> numbers(kBlockPostings);
      set.unpack_gaps(memory.get() + 1, bits, base, numbers.data());
      std::uint32_t before = base;
      for (std::size_t i = 0; i < kBlockPostings; ++i) {
        ASSERT_EQ(numbers[i], before + gaps[i] + 1) << "bits " << bits << " number " << i;
        before = numbers[i];
      }
    }
  }
}

TEST_P(EveryKernelSet, UnpacksAnyBytesAsTheScalarOneDoes) {
  for (unsigned bits = 0; bits <= 32; ++bits) {
    const auto packed = any.values<std::byte>(16 * bits);
    std::vector<std::uint32_t> numbers(kBlockPostings), expected(kBlockPostings);
    set.unpack_gaps(packed.data(), bits, 5, numbers.data());
    scalar.unpack_gaps(packed.data(), bits, 5, expected.data());
    ASSERT_EQ(numbers, expected) << "bits " << bits;
  }
}

TEST_P(EveryKernelSet, AddsPostingsIntoTheWindowAndMarksThem) {
  for (const std::uint32_t percent : kPercents) {
    for (const std::uint32_t first : {0U, 8U * kWindowDocuments, UINT32_MAX - kWindowDocuments}) {
      std::vector<std::uint32_t> numbers;
      for (std::uint32_t i = 0; i < kWindowDocuments; ++i) {
        if (any.below(100) < percent) numbers.push_back(first + i);
      }
      const auto weights = any.values<std::uint8_t>(numbers.size());
      const std::uint32_t factor = any.number();
      auto sums = any.values<std::uint32_t>(kWindowDocuments);
      auto touched = any.mask(kWindowWords, 10);
      auto expected_sums = sums;
      auto expected_touched = touched;
      set.accumulate(numbers.data(), weights.data(), numbers.size(), factor, first, sums.data(),
                     touched.data());
      scalar.accumulate(numbers.data(), weights.data(), numbers.size(), factor, first,
                        expected_sums.data(), expected_touched.data());
      ASSERT_EQ(sums, expected_sums) << percent << " % from " << first;
      ASSERT_EQ(touched, expected_touched) << percent << " % from " << first;
    }
  }
}

TEST_P(EveryKernelSet, AddsAnyNumberOfPostings) {
  for (std::uint32_t count = 0; count < 200; ++count) {
    std::vector<std::uint32_t> numbers(count);
    std::uint32_t number = any.below(20);
    for (auto& value : numbers) value = number += 1 + any.below(20);
    const auto weights = any.values<std::uint8_t>(count);
    std::vector<std::uint32_t> sums(kWindowDocuments), expected_sums(kWindowDocuments);
    std::vector<std::uint64_t> touched(kWindowWords), expected_touched(kWindowWords);
    set.accumulate(numbers.data(), weights.data(), count, 3, 0, sums.data(), touched.data());
    scalar.accumulate(numbers.data(), weights.data(), count, 3, 0, expected_sums.data(),
                      expected_touched.data());
    ASSERT_EQ(sums, expected_sums) << count << " postings";
    ASSERT_EQ(touched, expected_touched) << count << " postings";
  }
}

TEST_P(EveryKernelSet, CollectsTheDocumentsAboveTheThreshold) {
  for (const std::uint32_t percent : kPercents) {
    for (const std::uint32_t threshold : {0U, 1U, INT32_MAX + 0U, 0xF0000000U, UINT32_MAX}) {
      const auto mask = any.mask(kWindowWords, percent);
      auto sums = any.values<std::uint32_t>(kWindowDocuments);
      for (int i = 0; i < 100; ++i) sums[any.below(kWindowDocuments)] = threshold;
      constexpr std::size_t kRoom = kWindowDocuments + 16;
      std::vector<std::uint32_t> numbers(kRoom), values(kRoom);
      std::vector<std::uint32_t> expected_numbers(kRoom), expected_values(kRoom);
      const auto count = set.collect_above(sums.data(), mask.data(), threshold, 12'288,
                                           numbers.data(), values.data());
      const auto expected = scalar.collect_above(sums.data(), mask.data(), threshold, 12'288,
                                                 expected_numbers.data(), expected_values.data());
      ASSERT_EQ(count, expected) << percent << " % above " << threshold;
      numbers.resize(count), values.resize(count);
      expected_numbers.resize(count), expected_values.resize(count);
      ASSERT_EQ(numbers, expected_numbers) << percent << " % above " << threshold;
      ASSERT_EQ(values, expected_values) << percent << " % above " << threshold;
    }
  }
}

TEST_P(EveryKernelSet, AddsAndCollectsTheWeightsOfBits) {
  for (const std::uint32_t percent : kPercents) {
    for (const std::uint8_t least : std::vector<std::uint8_t>{0, 1, 128, 255}) {
      const auto mask = any.mask(kWindowWords, percent);
      const auto* bits = reinterpret_cast<const std::byte*>(mask.data());
      const auto weights = any.values<std::uint8_t>(scalar.count_bits(mask.data(), kWindowWords));
      const std::uint32_t factor = any.number();
      auto sums = any.values<std::uint32_t>(kWindowDocuments);
      auto touched = any.mask(kWindowWords, 10);
      auto expected_sums = sums;
      auto expected_touched = touched;
      set.accumulate_bits(bits, weights.data(), factor, sums.data(), touched.data());
      scalar.accumulate_bits(bits, weights.data(), factor, expected_sums.data(),
                             expected_touched.data());
      ASSERT_EQ(sums, expected_sums) << percent << " %";
      ASSERT_EQ(touched, expected_touched) << percent << " %";
      constexpr std::size_t kRoom = kWindowDocuments + 16;
      std::vector<std::uint32_t> numbers(kRoom), values(kRoom);
      std::vector<std::uint32_t> expected_numbers(kRoom), expected_values(kRoom);
      const auto count =
          set.collect_bits(bits, weights.data(), least, 8'192, numbers.data(), values.data());
      const auto expected = scalar.collect_bits(bits, weights.data(), least, 8'192,
                                                expected_numbers.data(), expected_values.data());
      ASSERT_EQ(count, expected) << percent << " % from " << +least;
      numbers.resize(count), values.resize(count);
      expected_numbers.resize(count), expected_values.resize(count);
      ASSERT_EQ(numbers, expected_numbers) << percent << " % from " << +least;
      ASSERT_EQ(values, expected_values) << percent << " % from " << +least;
    }
  }
}

TEST_P(EveryKernelSet, CollectsByWeightAndFindsNumbers) {
  for (std::uint32_t count = 0; count <= 200; ++count) {
    const auto numbers = any.values<std::uint32_t>(count);
    const auto weights = any.values<std::uint8_t>(count);
    for (const std::uint8_t least : std::vector<std::uint8_t>{0, 1, 128, 255}) {
      std::vector<std::uint32_t> kept(count + 16), values(count + 16);
      std::vector<std::uint32_t> expected_kept(count + 16), expected_values(count + 16);
      const auto found = set.collect_weights(numbers.data(), weights.data(), count, least,
                                             kept.data(), values.data());
      const auto expected = scalar.collect_weights(numbers.data(), weights.data(), count, least,
                                                   expected_kept.data(), expected_values.data());
      ASSERT_EQ(found, expected) << count << " from " << +least;
      kept.resize(found), values.resize(found);
      expected_kept.resize(found), expected_values.resize(found);
      ASSERT_EQ(kept, expected_kept) << count << " from " << +least;
      ASSERT_EQ(values, expected_values) << count << " from " << +least;
    }
    std::vector<std::uint32_t> among(kBlockPostings), asked(count);
    std::uint32_t number = any.below(20);
    for (auto& value : among) value = number += 1 + any.below(3);
    for (auto& value : asked) value = any.below(number + 10);
    std::ranges::sort(asked);
    std::vector<std::uint8_t> places(count);
    set.find_numbers(among.data(), asked.data(), count, places.data());
    for (std::size_t i = 0; i < count; ++i) {
      const auto place = std::ranges::find(among, asked[i]) - among.begin();
      ASSERT_EQ(places[i], place) << asked[i];
    }
  }
}

TEST_P(EveryKernelSet, CountsNumbersThatHaveTheirBit) {
  for (std::uint32_t count = 0; count < 70; ++count) {
    const auto mask = any.mask(20, 40);
    std::vector<std::byte> bytes(mask.size() * 8 + 1);  // so that the bits lie at an odd address
    std::memcpy(bytes.data() + 1, mask.data(), mask.size() * 8);
    std::vector<std::uint32_t> numbers(count);
    for (auto& number : numbers) number = any.below(20 * 64);
    ASSERT_EQ(set.count_numbers(numbers.data(), count, bytes.data() + 1),
              scalar.count_numbers(numbers.data(), count, bytes.data() + 1));
    std::vector<std::uint16_t> narrow(count);
    std::ranges::transform(numbers, narrow.begin(),
                           [](auto number) { return static_cast<std::uint16_t>(number); });
    ASSERT_EQ(set.count_numbers_16(narrow.data(), count, bytes.data() + 1),
              scalar.count_numbers(numbers.data(), count, bytes.data() + 1));
  }
}

TEST_P(EveryKernelSet, UnpacksBits) {
  for (const std::size_t words : {0U, 1U, 2U, 15U}) {
    for (const std::uint32_t percent : kPercents) {
      const auto mask = any.mask(words, percent);
      const auto count = scalar.count_bits(mask.data(), words);
      std::vector<std::byte> bytes(words * 8 + 1);  // so that the bits lie at an odd address
      if (words > 0) std::memcpy(bytes.data() + 1, mask.data(), words * 8);
      std::vector<std::uint32_t> numbers(count + 16), expected(count + 16);
      set.unpack_bits(bytes.data() + 1, words, 640, numbers.data());
      scalar.unpack_bits(bytes.data() + 1, words, 640, expected.data());
      numbers.resize(count), expected.resize(count);
      ASSERT_EQ(numbers, expected) << words << " words, " << percent << " %";
    }
  }
}

TEST_P(EveryKernelSet, CombinesAndCountsWords) {
  for (const std::size_t words : kWordCounts) {
    for (const std::uint32_t percent : kPercents) {
      const auto left = any.mask(words, percent);
      const auto right = any.mask(words, 40);
      for (const auto combine :
           {&Kernels::and_words, &Kernels::or_words, &Kernels::and_not_words}) {
        auto result = left, expected = left;
        (set.*combine)(result.data(), right.data(), words);
        (scalar.*combine)(expected.data(), right.data(), words);
        ASSERT_EQ(result, expected) << words << " words, " << percent << " %";
      }
      ASSERT_EQ(set.count_bits(left.data(), words), scalar.count_bits(left.data(), words));
      ASSERT_EQ(set.count_common_bits(left.data(), right.data(), words),
                scalar.count_common_bits(left.data(), right.data(), words));
    }
  }
}

template <class Ordinal, class Count>
void expect_same_counts(AnyInput& any, Count counted, Count expected, std::uint32_t values) {
  for (const std::size_t words : kWordCounts) {
    for (const std::uint32_t percent : kPercents) {
      const auto mask = any.mask(words, percent);
      // The last word may stand for fewer documents than 64: no ordinal behind the last is read.
      std::size_t documents = 64 * words;
      while (documents > 0 && (mask[(documents - 1) / 64] >> (documents - 1) % 64 & 1) == 0) {
        --documents;
      }
      std::vector<Ordinal> ordinals(documents);
      for (auto& ordinal : ordinals) ordinal = static_cast<Ordinal>(any.below(values));
      auto counts = any.values<std::uint32_t>(values);
      auto expected_counts = counts;
      counted(mask.data(), words, ordinals.data(), counts.data());
      expected(mask.data(), words, ordinals.data(), expected_counts.data());
      ASSERT_EQ(counts, expected_counts) << words << " words, " << percent << " %";
    }
  }
}

TEST_P(EveryKernelSet, CountsOrdinals) {
  for (const std::uint32_t values : {1U, 2U, 37U, 256U}) {
    expect_same_counts<std::uint8_t>(any, set.count_ordinals_8, scalar.count_ordinals_8, values);
  }
  for (const std::uint32_t values : {3U, 2'000U, 65'536U}) {
    expect_same_counts<std::uint16_t>(any, set.count_ordinals_16, scalar.count_ordinals_16, values);
  }
  for (const std::uint32_t values : {5U, 100'000U}) {
    expect_same_counts<std::uint32_t>(any, set.count_ordinals_32, scalar.count_ordinals_32, values);
  }
}

template <class Code, class Select>
void expect_same_selection(AnyInput& any, Select selected, Select expected) {
  const auto greatest = std::numeric_limits<Code>::max();
  for (const std::size_t words : kWordCounts) {
    auto codes = any.values<Code>(words * 64);
    for (std::size_t i = 0; i < codes.size(); i += 3) codes[i] = static_cast<Code>(i);
    for (const Code least : {Code{0}, Code{3}, any.values<Code>(1).front(), greatest}) {
      for (const Code span : {Code{0}, Code{60}, any.values<Code>(1).front(), greatest}) {
        std::vector<std::uint64_t> mask(words, 1), expected_mask(words);
        selected(codes.data(), words, least, span, mask.data());
        expected(codes.data(), words, least, span, expected_mask.data());
        ASSERT_EQ(mask, expected_mask) << words << " words from " << +least << " for " << +span;
      }
    }
  }
}

TEST_P(EveryKernelSet, SelectsCodesOfARange) {
  expect_same_selection<std::uint8_t>(any, set.select_codes_8, scalar.select_codes_8);
  expect_same_selection<std::uint16_t>(any, set.select_codes_16, scalar.select_codes_16);
  expect_same_selection<std::uint32_t>(any, set.select_codes_32, scalar.select_codes_32);
  expect_same_selection<std::uint64_t>(any, set.select_codes_64, scalar.select_codes_64);
}

TEST_P(EveryKernelSet, MultipliesSignedBytes) {
  for (std::size_t count = 0; count < 300; ++count) {
    const auto left = any.values<std::int8_t>(count), right = any.values<std::int8_t>(count);
    ASSERT_EQ(set.dot_product(left.data(), right.data(), count),
              scalar.dot_product(left.data(), right.data(), count));
  }
  const std::vector<std::int8_t> lowest(131'071, std::int8_t{-128});
  EXPECT_EQ(set.dot_product(lowest.data(), lowest.data(), lowest.size()), 131'071 * 16'384);
}

INSTANTIATE_TEST_SUITE_P(Kernels, EveryKernelSet, testing::ValuesIn(available_kernels()),
                         [](const auto& set) { return std::string(set.param.name); });

TEST(Kernels, AreAmongTheAvailableOnes) {
  EXPECT_EQ(available_kernels().front().name, "scalar");
  EXPECT_EQ(std::ranges::count(available_kernels(), kernels().name, &Kernels::name), 1);
}

TEST(KernelsDeathTest, AreTheOnesThatTheEnvironmentNames) {
  // The choice is made once a process, so another process looks.
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto exit_with_choice = [](const char* name) {
    setenv("TRIBUTARY_KERNELS", name, 1);
    std::exit(kernels().name == name ? 0 : 1);
  };
  for (const Kernels& set : available_kernels()) {
    EXPECT_EXIT(exit_with_choice(std::string(set.name).c_str()), testing::ExitedWithCode(0), "");
  }
  EXPECT_EXIT(exit_with_choice("abacus"), testing::ExitedWithCode(1), "");
}

}  // namespace
}  // namespace tributary::search
