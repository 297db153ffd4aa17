// evidence/effect_size/months_of_progress.h
//
// A difference in attainment as months of usual progress at school, as it is often asked for.
//
//   months_of_progress(0.30)  →  4
//
// By the table of the Education Endowment Foundation (technical appendix of its Teaching and
// Learning Toolkit, 2018): a standard deviation of attainment is about a year at school. It holds
// for attainment against a control group alone; of anything else it says nothing. A pure function;
// safe to call from any thread.
#pragma once

namespace tributary::evidence {

inline constexpr int kMostMonthsOfProgress = 12;

/// Whole months, from −12 to 12; the ends stand for those and all beyond. `effect` in standard
/// deviations.
[[nodiscard]] int months_of_progress(double effect);

}  // namespace tributary::evidence
