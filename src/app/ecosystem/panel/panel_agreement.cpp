#include "app/ecosystem/panel/panel_agreement.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

evidence::Ratings ratings_of(std::span<const eco::GateAssessment> assessments) {
  evidence::Ratings ratings{.coders = assessments.size(),
                            .units = assessments.empty() ? 0 : assessments[0].scores.size(),
                            .values = {},
                            .scale = {}};
  for (const auto& assessment : assessments) {
    for (const auto& score : assessment.scores) {
      ratings.values.push_back(score ? std::optional<double>(*score) : std::nullopt);
    }
  }
  for (int point = eco::kLowestScore; point <= eco::kHighestScore; ++point) {
    ratings.scale.push_back(point);
  }
  return ratings;
}

}  // namespace

PanelAgreement panel_agreement(std::span<const eco::GateAssessment> assessments,
                               const std::optional<evidence::AlphaBootstrap>& bootstrap) {
  const auto ratings = ratings_of(assessments);
  PanelAgreement agreement{
      .reviewers = ratings.coders, .criteria = ratings.units, .drawn_by = bootstrap};
  const auto counted = evidence::tally(ratings);
  if (!counted) {
    agreement.alpha.why_not = agreement.ac2.why_not = counted.error().message;
    return agreement;
  }
  const auto alpha = evidence::krippendorff_alpha(*counted, evidence::Metric::ordinal);
  if (alpha) {
    agreement.alpha.value = alpha->value;
    const auto drawn = evidence::alpha_interval(*counted, evidence::Metric::ordinal,
                                                bootstrap.value_or(evidence::AlphaBootstrap{}));
    if (drawn) {
      agreement.alpha.interval = drawn->interval;
      agreement.not_defined = drawn->not_defined;
    } else {
      agreement.alpha.why_not = drawn.error().message;
    }
  } else {
    agreement.alpha.why_not = alpha.error().message;
  }
  const auto ac2 = evidence::gwet_coefficient(*counted, evidence::Weighting::ordinal);
  if (ac2) {
    agreement.ac2.value = ac2->value;
    agreement.ac2.interval = ac2->interval;
  } else {
    agreement.ac2.why_not = ac2.error().message;
  }
  return agreement;
}

}  // namespace tributary::app
