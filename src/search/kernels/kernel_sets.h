// search/kernels/kernel_sets.h
//
// What dispatch.cpp makes the sets of: the scalar one, the AVX2 one, and what AVX-512 adds to it.
//
// The files named avx2_*.cpp and avx512_*.cpp are compiled for those processors, so a function that
// the linker may merge with a copy from elsewhere must not come out of them: they call no inline
// function or template of the standard library, and keep their own in unnamed namespaces.
#pragma once

#include "search/kernels/kernels.h"

namespace tributary::search {

extern const Kernels kScalarKernels;

#if defined(__x86_64__)

/// Needs AVX2, BMI, BMI2 and POPCNT. What is null in it is taken from the scalar set.
extern const Kernels kAvx2Kernels;

namespace avx2 {

void unpack_gaps(const std::byte* packed, unsigned bits, std::uint32_t base,
                 std::uint32_t* numbers);
void unpack_bits(const std::byte* bits, std::size_t words, std::uint32_t first,
                 std::uint32_t* numbers);
void accumulate(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                std::uint64_t* touched);
void accumulate_bits(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                     std::uint32_t* sums, std::uint64_t* touched);
void count_ordinals_8(const std::uint64_t* mask, std::size_t words, const std::uint8_t* ordinals,
                      std::uint32_t* counts);
void count_ordinals_16(const std::uint64_t* mask, std::size_t words, const std::uint16_t* ordinals,
                       std::uint32_t* counts);
void count_ordinals_32(const std::uint64_t* mask, std::size_t words, const std::uint32_t* ordinals,
                       std::uint32_t* counts);
void select_codes_8(const std::uint8_t* codes, std::size_t words, std::uint8_t least,
                    std::uint8_t span, std::uint64_t* mask);
void select_codes_16(const std::uint16_t* codes, std::size_t words, std::uint16_t least,
                     std::uint16_t span, std::uint64_t* mask);
void select_codes_32(const std::uint32_t* codes, std::size_t words, std::uint32_t least,
                     std::uint32_t span, std::uint64_t* mask);
void select_codes_64(const std::uint64_t* codes, std::size_t words, std::uint64_t least,
                     std::uint64_t span, std::uint64_t* mask);

}  // namespace avx2

/// Needs AVX-512 F, BW, DQ and VL too; the counts need VPOPCNTDQ besides, and what has bits with
/// weights VBMI2.
namespace avx512 {

void unpack_bits(const std::byte* bits, std::size_t words, std::uint32_t first,
                 std::uint32_t* numbers);
std::size_t collect_above(const std::uint32_t* sums, const std::uint64_t* mask,
                          std::uint32_t threshold, std::uint32_t first, std::uint32_t* numbers,
                          std::uint32_t* values);
std::size_t collect_weights(const std::uint32_t* numbers, const std::uint8_t* weights,
                            std::size_t count, std::uint8_t least, std::uint32_t* kept,
                            std::uint32_t* values);
void find_numbers(const std::uint32_t* among, const std::uint32_t* numbers, std::size_t count,
                  std::uint8_t* places);
std::uint64_t count_numbers(const std::uint32_t* numbers, std::size_t count, const std::byte* bits);
std::uint64_t count_numbers_16(const std::uint16_t* numbers, std::size_t count,
                               const std::byte* bits);
void accumulate_bits(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                     std::uint32_t* sums, std::uint64_t* touched);
std::size_t collect_bits(const std::byte* bits, const std::uint8_t* weights, std::uint8_t least,
                         std::uint32_t first, std::uint32_t* numbers, std::uint32_t* values);
std::uint64_t count_bits(const std::uint64_t* left, std::size_t words);
std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words);
std::int32_t dot_product(const std::int8_t* left, const std::int8_t* right, std::size_t count);

}  // namespace avx512

#endif

}  // namespace tributary::search
