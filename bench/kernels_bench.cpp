// How long the inner loops of the engine take, each in every set that this processor runs. Items
// are what the time is worth saying by: numbers, postings, documents, words, bytes. Each row takes
// turns over several random inputs, as a branch predictor learns a single one by heart.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "search/kernels/kernels.h"

namespace {

using namespace tributary::search;

constexpr std::size_t kInputs = 32;

class AnyInput {
 public:
  std::uint32_t number() { return static_cast<std::uint32_t>(random_()); }
  bool once_in(double every) { return std::uniform_real_distribution<>(0, every)(random_) < 1; }

  std::vector<std::uint64_t> mask(std::size_t words, double every) {
    std::vector<std::uint64_t> result(words);
    for (std::size_t i = 0; i < words * 64; ++i) {
      if (once_in(every)) result[i / 64] |= std::uint64_t{1} << i % 64;
    }
    return result;
  }

  template <class T>
  std::vector<T> values(std::size_t count) {
    std::vector<T> result(count);
    for (auto& value : result) value = static_cast<T>(number());
    return result;
  }

  /// Below `bound`, small ones more often: about Zipf's law with exponent 1.
  template <class T>
  std::vector<T> skewed(std::size_t count, double bound) {
    std::vector<T> result(count);
    for (auto& value : result) {
      value = static_cast<T>(std::pow(bound, std::uniform_real_distribution<>(0, 1)(random_)) - 1);
    }
    return result;
  }

 private:
  std::mt19937 random_{1};
};

void items(benchmark::State& state, std::size_t items_an_iteration) {
  state.counters["an_item"] = benchmark::Counter(
      static_cast<double>(items_an_iteration),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void unpack_gaps(benchmark::State& state, const Kernels& set, unsigned bits) {
  AnyInput any;
  const auto packed = any.values<std::byte>(kInputs * 16 * bits);
  std::vector<std::uint32_t> numbers(kBlockPostings);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      set.unpack_gaps(packed.data() + i * 16 * bits, bits, 0, numbers.data());
      benchmark::DoNotOptimize(numbers.data());
      benchmark::ClobberMemory();
    }
  }
  items(state, kInputs * kBlockPostings);
}

/// The lists of whole windows, a block at a time, with one document in `every`.
void accumulate(benchmark::State& state, const Kernels& set, double every) {
  AnyInput any;
  std::vector<std::vector<std::uint32_t>> lists(kInputs);
  std::size_t postings = 0;
  for (auto& list : lists) {
    for (std::uint32_t i = 0; i < kWindowDocuments; ++i) {
      if (any.once_in(every)) list.push_back(i);
    }
    postings += list.size();
  }
  const auto weights = any.values<std::uint8_t>(kWindowDocuments);
  std::vector<std::uint32_t> sums(kWindowDocuments);
  std::vector<std::uint64_t> touched(kWindowWords);
  for (auto _ : state) {
    for (const auto& list : lists) {
      for (std::size_t i = 0; i < list.size(); i += kBlockPostings) {
        set.accumulate(list.data() + i, weights.data() + i,
                       std::min<std::size_t>(kBlockPostings, list.size() - i), 3, 0, sums.data(),
                       touched.data());
      }
      benchmark::ClobberMemory();
    }
  }
  items(state, postings);
}

/// Of the documents in half of the window; one in `every` is above.
void collect_above(benchmark::State& state, const Kernels& set, double every) {
  AnyInput any;
  std::vector<std::vector<std::uint64_t>> masks(kInputs);
  std::vector<std::vector<std::uint32_t>> sums(kInputs);
  for (auto& mask : masks) mask = any.mask(kWindowWords, 2);
  for (auto& list : sums) {
    list = any.values<std::uint32_t>(kWindowDocuments);
    for (auto& sum : list) sum = any.once_in(every) ? 2 : 1;
  }
  std::vector<std::uint32_t> numbers(kWindowDocuments + 16), values(kWindowDocuments + 16);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      benchmark::DoNotOptimize(
          set.collect_above(sums[i].data(), masks[i].data(), 1, 0, numbers.data(), values.data()));
      benchmark::ClobberMemory();
    }
  }
  items(state, kInputs * kWindowDocuments);
}

/// The windows of a bitmap, with one document in `every`.
void accumulate_bits(benchmark::State& state, const Kernels& set, double every) {
  AnyInput any;
  const auto bits = any.mask(kInputs * kWindowWords, every);
  const auto weights = any.values<std::uint8_t>(kWindowDocuments);
  std::vector<std::uint32_t> sums(kWindowDocuments);
  std::vector<std::uint64_t> touched(kWindowWords);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      set.accumulate_bits(reinterpret_cast<const std::byte*>(&bits[i * kWindowWords]),
                          weights.data(), 3, sums.data(), touched.data());
      benchmark::ClobberMemory();
    }
  }
  items(state, set.count_bits(bits.data(), bits.size()));
}

/// The same, of which a quarter is kept.
void collect_bits(benchmark::State& state, const Kernels& set, double every) {
  AnyInput any;
  const auto bits = any.mask(kInputs * kWindowWords, every);
  const auto weights = any.values<std::uint8_t>(kWindowDocuments);
  std::vector<std::uint32_t> numbers(kWindowDocuments + 16), values(kWindowDocuments + 16);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      benchmark::DoNotOptimize(
          set.collect_bits(reinterpret_cast<const std::byte*>(&bits[i * kWindowWords]),
                           weights.data(), 192, 0, numbers.data(), values.data()));
      benchmark::ClobberMemory();
    }
  }
  items(state, set.count_bits(bits.data(), bits.size()));
}

/// Of a block, a quarter.
void collect_weights(benchmark::State& state, const Kernels& set) {
  AnyInput any;
  const auto numbers = any.values<std::uint32_t>(kBlockPostings);
  const auto weights = any.values<std::uint8_t>(kInputs * kBlockPostings);
  std::vector<std::uint32_t> kept(kBlockPostings + 16), values(kBlockPostings + 16);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      benchmark::DoNotOptimize(set.collect_weights(numbers.data(), &weights[i * kBlockPostings],
                                                   kBlockPostings, 192, kept.data(),
                                                   values.data()));
      benchmark::ClobberMemory();
    }
  }
  items(state, kInputs * kBlockPostings);
}

/// So many of a block's documents and of those between them.
void find_numbers(benchmark::State& state, const Kernels& set, std::size_t count) {
  AnyInput any;
  std::vector<std::uint32_t> among(kBlockPostings);
  for (std::size_t i = 0; i < among.size(); ++i) among[i] = static_cast<std::uint32_t>(8 * i);
  auto asked = any.values<std::uint32_t>(kInputs * count);
  for (auto& number : asked) number %= 8 * kBlockPostings;
  for (std::size_t i = 0; i < kInputs; ++i) {
    std::ranges::sort(std::span(asked).subspan(i * count, count));
  }
  std::vector<std::uint8_t> places(count);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      set.find_numbers(among.data(), &asked[i * count], count, places.data());
      benchmark::ClobberMemory();
    }
  }
  items(state, asked.size());
}

/// Of a block, in a set of a million documents.
void count_numbers(benchmark::State& state, const Kernels& set) {
  AnyInput any;
  const auto bits = any.values<std::byte>(1'000'000 / 8);
  auto numbers = any.values<std::uint32_t>(kInputs * kBlockPostings);
  for (auto& number : numbers) number %= 1'000'000;
  std::ranges::sort(numbers);
  for (auto _ : state) {
    for (std::size_t i = 0; i < kInputs; ++i) {
      benchmark::DoNotOptimize(
          set.count_numbers(&numbers[i * kBlockPostings], kBlockPostings, bits.data()));
    }
  }
  items(state, numbers.size());
}

/// Words of a set of a million documents.
constexpr std::size_t kMillionWords = 1'000'000 / 64;

template <auto Combine>
void combine(benchmark::State& state, const Kernels& set, std::size_t words) {
  AnyInput any;
  auto to = any.values<std::uint64_t>(words);
  const auto from = any.values<std::uint64_t>(words);
  for (auto _ : state) {
    (set.*Combine)(to.data(), from.data(), words);
    benchmark::ClobberMemory();
  }
  items(state, words);
}

void count_bits(benchmark::State& state, const Kernels& set) {
  AnyInput any;
  const auto left = any.values<std::uint64_t>(kMillionWords);
  for (auto _ : state) benchmark::DoNotOptimize(set.count_bits(left.data(), kMillionWords));
  items(state, kMillionWords);
}

void count_common_bits(benchmark::State& state, const Kernels& set) {
  AnyInput any;
  const auto left = any.values<std::uint64_t>(kMillionWords);
  const auto right = any.values<std::uint64_t>(kMillionWords);
  for (auto _ : state) {
    benchmark::DoNotOptimize(set.count_common_bits(left.data(), right.data(), kMillionWords));
  }
  items(state, kMillionWords);
}

template <class Ordinal, auto Count>
void count_ordinals(benchmark::State& state, const Kernels& set, std::size_t values, double every) {
  AnyInput any;
  const auto mask = any.mask(kMillionWords, every);
  const auto ordinals = any.skewed<Ordinal>(kMillionWords * 64, static_cast<double>(values));
  std::vector<std::uint32_t> counts(values);
  for (auto _ : state) {
    (set.*Count)(mask.data(), kMillionWords, ordinals.data(), counts.data());
    benchmark::ClobberMemory();
  }
  items(state, set.count_bits(mask.data(), kMillionWords));
}

template <class Code, auto Select>
void select_codes(benchmark::State& state, const Kernels& set) {
  AnyInput any;
  const auto codes = any.skewed<Code>(kMillionWords * 64, 250);
  std::vector<std::uint64_t> mask(kMillionWords);
  for (auto _ : state) {
    (set.*Select)(codes.data(), kMillionWords, 10, 40, mask.data());
    benchmark::ClobberMemory();
  }
  items(state, codes.size());
}

void dot_product(benchmark::State& state, const Kernels& set, std::size_t bytes) {
  AnyInput any;
  const auto left = any.values<std::int8_t>(bytes), right = any.values<std::int8_t>(bytes);
  for (auto _ : state) {
    benchmark::DoNotOptimize(set.dot_product(left.data(), right.data(), bytes));
  }
  items(state, bytes);
}

using Row = std::function<void(benchmark::State&, const Kernels&)>;

/// "<kernel>/<set>": rows of one kernel stand together.
void add(const std::string& kernel, const Row& row) {
  for (const Kernels& set : available_kernels()) {
    benchmark::RegisterBenchmark((kernel + "/" + std::string(set.name)).c_str(),
                                 [&set, row](benchmark::State& state) { row(state, set); });
  }
}

void add_rows() {
  using namespace std::placeholders;
  for (const unsigned bits : {1U, 4U, 7U, 12U, 17U, 32U}) {
    add("unpack_gaps/bits:" + std::to_string(bits), std::bind(unpack_gaps, _1, _2, bits));
  }
  for (const int every : {1, 2, 8, 32, 256}) {
    add("accumulate/one_in:" + std::to_string(every), std::bind(accumulate, _1, _2, every));
  }
  for (const int every : {2, 10, 1000}) {
    add("collect_above/one_in:" + std::to_string(every), std::bind(collect_above, _1, _2, every));
  }
  for (const int every : {1, 2, 8}) {
    const std::string suffix = "/one_in:" + std::to_string(every);
    add("accumulate_bits" + suffix, std::bind(accumulate_bits, _1, _2, every));
    add("collect_bits" + suffix, std::bind(collect_bits, _1, _2, every));
  }
  add("collect_weights", collect_weights);
  for (const std::size_t count : {8U, 64U}) {
    add("find_numbers/count:" + std::to_string(count), std::bind(find_numbers, _1, _2, count));
  }
  add("count_numbers", count_numbers);
  for (const std::size_t words : {std::size_t{kWindowWords}, kMillionWords}) {
    const std::string suffix = "/words:" + std::to_string(words);
    add("and_words" + suffix, std::bind(combine<&Kernels::and_words>, _1, _2, words));
    add("or_words" + suffix, std::bind(combine<&Kernels::or_words>, _1, _2, words));
    add("and_not_words" + suffix, std::bind(combine<&Kernels::and_not_words>, _1, _2, words));
  }
  add("count_bits", count_bits);
  add("count_common_bits", count_common_bits);
  for (const int every : {1, 2, 30}) {
    const std::string suffix = "/one_in:" + std::to_string(every);
    for (const std::size_t values : {3U, 40U}) {
      add("count_ordinals_8/values:" + std::to_string(values) + suffix,
          std::bind(count_ordinals<std::uint8_t, &Kernels::count_ordinals_8>, _1, _2, values,
                    every));
    }
    add("count_ordinals_16/values:2000" + suffix,
        std::bind(count_ordinals<std::uint16_t, &Kernels::count_ordinals_16>, _1, _2, 2'000,
                  every));
    add("count_ordinals_32/values:100000" + suffix,
        std::bind(count_ordinals<std::uint32_t, &Kernels::count_ordinals_32>, _1, _2, 100'000,
                  every));
  }
  add("select_codes_8", select_codes<std::uint8_t, &Kernels::select_codes_8>);
  add("select_codes_16", select_codes<std::uint16_t, &Kernels::select_codes_16>);
  add("select_codes_32", select_codes<std::uint32_t, &Kernels::select_codes_32>);
  add("select_codes_64", select_codes<std::uint64_t, &Kernels::select_codes_64>);
  add("dot_product/bytes:200", std::bind(dot_product, _1, _2, 200));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  add_rows();
  benchmark::RunSpecifiedBenchmarks();
}
