// evidence/agreement/agreement_weights.h
//
// How much two ratings that differ still agree: 1 on the diagonal, down to 0.
//
//   agreement_weights(std::vector{1.0, 2.0, 3.0}, Weighting::linear)  →  1 .5 0 / .5 1 .5 / 0 .5 1
//
// A pure function; safe to call from any thread. Source: Gwet (2014), Handbook of Inter-Rater
// Reliability, ch. 3.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tributary::evidence {

enum class Weighting {
  identity,   ///< 1 where equal, else 0
  ordinal,    ///< 1 − C(d + 1, 2)/C(q, 2), d the steps between the two, q the number of categories
  linear,     ///< 1 − |x − y|/(max − min)
  quadratic,  ///< 1 − (x − y)²/(max − min)²
};

[[nodiscard]] std::string_view name_of(Weighting weighting);

/// A square, row after row, of the categories in ascending order.
[[nodiscard]] std::vector<double> agreement_weights(std::span<const double> categories,
                                                    Weighting weighting);

}  // namespace tributary::evidence
