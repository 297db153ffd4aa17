// search/similar/term_weight.h
#pragma once

#include <cmath>
#include <cstdint>

namespace tributary::search {

/// A term, by its number in the dictionary, and how much it matters in one document or query.
struct TermWeight {
  std::uint32_t term = 0;
  float weight = 0;
  bool operator==(const TermWeight&) const = default;
};

/// How much a term counts in the latent vector of a document, log(1 + tf~), from its stored BM25F
/// weight u = tf~/(k1 + tf~). u itself levels frequent terms too much: bench/results/similar.md.
/// REQUIRES: 0 <= u < 1.
inline float latent_weight(float u, float k1) { return std::log1p(k1 * u / (1 - u)); }

}  // namespace tributary::search
