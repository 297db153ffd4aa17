#include "evidence/design/pilot_design.h"

#include <fmt/core.h>

#include <cmath>
#include <string_view>

namespace tributary::evidence {

namespace {

/// Without 1 at the upper end, where the variance would be 0.
Result<> check_share(double value, std::string_view name) {
  if (value >= 0 && value < 1) return {};
  return fail(ErrorCode::invalid_argument, fmt::format("the {} lies from 0 to below 1", name));
}

Result<> check_correlation(double value, std::string_view name) {
  if (value > -1 && value < 1) return {};
  return fail(ErrorCode::invalid_argument, fmt::format("the {} lies between -1 and 1", name));
}

Result<> check_clustering(double size, double correlation, double variation) {
  if (!std::isfinite(size) || size < 1) {
    return fail(ErrorCode::invalid_argument, "a cluster has at least one learner");
  }
  if (!(correlation >= 0 && correlation <= 1)) {
    return fail(ErrorCode::invalid_argument, "the intraclass correlation lies from 0 to 1");
  }
  if (!std::isfinite(variation) || variation < 0) {
    return fail(ErrorCode::invalid_argument,
                "the variation of cluster sizes is a number from 0 on");
  }
  return {};
}

Result<> check_count(std::uint64_t count, std::string_view what) {
  if (count >= 2) return {};
  return fail(ErrorCode::unmet, fmt::format("it takes at least two {}", what));
}

/// 1/n_t + 1/n_c.
Result<double> reciprocal_sum(const Arms& arms, std::string_view what) {
  TRY(check_count(arms.treated, fmt::format("{} in the treated arm", what)));
  TRY(check_count(arms.control, fmt::format("{} in the control arm", what)));
  return 1 / static_cast<double>(arms.treated) + 1 / static_cast<double>(arms.control);
}

double between_arms(const Arms& arms) {
  return static_cast<double>(arms.treated) + static_cast<double>(arms.control) - 2;
}

Result<Precision> precision_of_differences(std::uint64_t count, double correlation) {
  const auto n = static_cast<double>(count);
  return Precision{std::sqrt(2 * (1 - correlation) / n), n - 1};
}

Result<Precision> precision_in(const SingleGroup& design) {
  TRY(check_correlation(design.pre_post_correlation, "correlation of before and after"));
  TRY(check_count(design.learners, "learners"));
  return precision_of_differences(design.learners, design.pre_post_correlation);
}

Result<Precision> precision_in(const MatchedPairs& design) {
  TRY(check_correlation(design.pair_correlation, "correlation within pairs"));
  TRY(check_count(design.pairs, "pairs"));
  return precision_of_differences(design.pairs, design.pair_correlation);
}

Result<Precision> precision_in(const PrePostControlled& design) {
  TRY(check_correlation(design.pre_post_correlation, "correlation of before and after"));
  const double reciprocals = TRY(reciprocal_sum(design.learners, "learners"));
  return Precision{std::sqrt(2 * (1 - design.pre_post_correlation) * reciprocals),
                   between_arms(design.learners)};
}

Result<Precision> precision_in(const IndividuallyRandomised& design) {
  TRY(check_share(design.explained, "share explained by earlier measures"));
  const double reciprocals = TRY(reciprocal_sum(design.learners, "learners"));
  return Precision{std::sqrt((1 - design.explained) * reciprocals), between_arms(design.learners)};
}

Result<Precision> precision_in(const ClusterRandomised& design) {
  const double size = design.learners_per_cluster, correlation = design.intraclass_correlation;
  TRY(check_clustering(size, correlation, design.size_variation));
  TRY(check_share(design.explained_between, "share explained between clusters"));
  TRY(check_share(design.explained_within, "share explained within clusters"));
  const double reciprocals = TRY(reciprocal_sum(design.clusters, "clusters"));
  const double between = correlation * (1 + design.size_variation * design.size_variation) *
                         (1 - design.explained_between);
  const double within = (1 - correlation) * (1 - design.explained_within) / size;
  return Precision{std::sqrt(reciprocals * (between + within)), between_arms(design.clusters)};
}

}  // namespace

Result<Precision> precision_of(const PilotDesign& design) {
  return std::visit([](const auto& one) { return precision_in(one); }, design);
}

Result<double> design_effect(double learners_per_cluster, double intraclass_correlation,
                             double size_variation) {
  TRY(check_clustering(learners_per_cluster, intraclass_correlation, size_variation));
  return 1 + ((1 + size_variation * size_variation) * learners_per_cluster - 1) *
                 intraclass_correlation;
}

Result<double> effective_learners(std::uint64_t learners, double learners_per_cluster,
                                  double intraclass_correlation, double size_variation) {
  return static_cast<double>(learners) /
         TRY(design_effect(learners_per_cluster, intraclass_correlation, size_variation));
}

}  // namespace tributary::evidence
