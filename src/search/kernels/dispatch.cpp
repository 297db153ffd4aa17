#include <algorithm>
#include <array>
#include <cstdlib>

#include "search/kernels/kernel_sets.h"

namespace tributary::search {
namespace {

#if defined(__x86_64__)
Kernels with_avx2() {
  auto set = kAvx2Kernels;
  set.collect_bits = kScalarKernels.collect_bits;
  set.collect_weights = kScalarKernels.collect_weights;
  set.find_numbers = kScalarKernels.find_numbers;
  set.count_numbers = kScalarKernels.count_numbers;
  set.count_numbers_16 = kScalarKernels.count_numbers_16;
  return set;
}
#endif

struct AvailableKernels {
  std::array<Kernels, 3> sets{kScalarKernels};
  std::size_t count = 1;

  AvailableKernels() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
        !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("popcnt")) {
      return;
    }
    sets[count++] = with_avx2();
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
        !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl")) {
      return;
    }
    auto& set = sets[count++] = with_avx2();
    set.name = "avx512";
    set.unpack_bits = avx512::unpack_bits;
    set.collect_above = avx512::collect_above;
    set.collect_weights = avx512::collect_weights;
    set.find_numbers = avx512::find_numbers;
    set.count_numbers = avx512::count_numbers;
    set.count_numbers_16 = avx512::count_numbers_16;
    set.dot_product = avx512::dot_product;
    if (__builtin_cpu_supports("avx512vbmi2")) {
      set.accumulate_bits = avx512::accumulate_bits;
      set.collect_bits = avx512::collect_bits;
    }
    if (!__builtin_cpu_supports("avx512vpopcntdq")) return;
    set.count_bits = avx512::count_bits;
    set.count_common_bits = avx512::count_common_bits;
#endif
  }
};

/// The set that TRIBUTARY_KERNELS names, if it names an available one; else the last.
const Kernels& choose() {
  const auto sets = available_kernels();
  const char* wanted = std::getenv("TRIBUTARY_KERNELS");
  if (wanted == nullptr) return sets.back();
  const auto found = std::ranges::find(sets, std::string_view(wanted), &Kernels::name);
  return found == sets.end() ? sets.back() : *found;
}

}  // namespace

std::span<const Kernels> available_kernels() {
  static const AvailableKernels available;
  return {available.sets.data(), available.count};
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace tributary::search
