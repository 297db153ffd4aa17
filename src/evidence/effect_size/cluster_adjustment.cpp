#include "evidence/effect_size/cluster_adjustment.h"

#include <algorithm>
#include <cmath>

namespace tributary::evidence {
namespace {

Result<> check_clustering(const Clustering& clustering, std::int64_t smaller_group) {
  const double m = clustering.learners_in_a_cluster, rho = clustering.intraclass_correlation;
  if (!(m >= 1) || m > static_cast<double>(smaller_group)) {
    return fail(ErrorCode::invalid_argument,
                "a cluster has at least one learner and no more than its group");
  }
  if (!(rho >= 0 && rho <= 1)) {
    return fail(ErrorCode::invalid_argument, "the intraclass correlation lies between 0 and 1");
  }
  return {};
}

}  // namespace

double design_effect(const Clustering& clustering) {
  return 1 + (clustering.learners_in_a_cluster - 1) * clustering.intraclass_correlation;
}

Result<EffectEstimate> cluster_adjusted_g(const GroupSummary& treated, const GroupSummary& control,
                                          const Clustering& clustering) {
  TRY(check_group(treated, "the treated group"));
  TRY(check_group(control, "the control group"));
  TRY(check_clustering(clustering, std::min(treated.learners, control.learners)));
  const double spread = pooled_standard_deviation(treated, control);
  if (!(spread > 0)) {
    return fail(
        ErrorCode::invalid_argument,
        "nobody differs from anybody within the groups, so there is no unit for a difference");
  }
  const auto n1 = static_cast<double>(treated.learners);
  const auto n2 = static_cast<double>(control.learners);
  const double m = clustering.learners_in_a_cluster, rho = clustering.intraclass_correlation;
  const double n = n1 + n2, left = n - 2 - 2 * (m - 1) * rho;
  if (!(left > 0)) {
    return fail(ErrorCode::invalid_argument,
                "the clusters are too few and too alike for a variance to be known");
  }
  const double d = (treated.mean - control.mean) / spread * std::sqrt(left / (n - 2));
  const double within = (n - 2) * (1 - rho) * (1 - rho) + m * (n - 2 * m) * rho * rho +
                        2 * (n - 2 * m) * rho * (1 - rho);
  const double variance =
      n / (n1 * n2) * design_effect(clustering) + d * d * within / (2 * (n - 2) * left);
  const double degrees_of_freedom = left * left / within;
  if (!(degrees_of_freedom > 1)) {
    return fail(ErrorCode::invalid_argument,
                "the clusters are too few and too alike for a variance to be known");
  }
  const double correction = hedges_correction(degrees_of_freedom);
  return EffectEstimate{correction * d, correction * correction * variance};
}

}  // namespace tributary::evidence
