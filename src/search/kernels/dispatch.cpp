#include <algorithm>
#include <array>
#include <cstdlib>

#include "search/kernels/kernel_sets.h"

namespace tributary::search {
namespace {

struct KernelChoice {
  std::array<Kernels, 3> sets{kScalarKernels};
  std::size_t count = 1;

  KernelChoice() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                          __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    const bool has_avx512 =
        __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (!has_avx2) return;
    sets[count++] = kAvx2Kernels;
    if (!has_avx512) return;
    auto& best = sets[count++] = kAvx512Kernels;
    if (!__builtin_cpu_supports("avx512vpopcntdq")) {
      best.count_bits = kAvx2Kernels.count_bits;
      best.count_common_bits = kAvx2Kernels.count_common_bits;
    }
#endif
  }
};

const KernelChoice& choice() {
  static const KernelChoice choice;
  return choice;
}

const Kernels& wanted_or_fastest() {
  const auto sets = available_kernels();
  const char* name = std::getenv("TRIBUTARY_KERNELS");
  const auto wanted = name == nullptr
                          ? sets.end()
                          : std::ranges::find(sets, std::string_view(name), &Kernels::name);
  return wanted == sets.end() ? sets.back() : *wanted;
}

}  // namespace

std::span<const Kernels> available_kernels() { return {choice().sets.data(), choice().count}; }

const Kernels& kernels() {
  static const Kernels& chosen = wanted_or_fastest();
  return chosen;
}

}  // namespace tributary::search
