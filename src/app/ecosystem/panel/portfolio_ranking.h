// app/ecosystem/panel/portfolio_ranking.h
//
// Ranks innovations that were scored under one rubric: by the weighted sum, with TOPSIS and
// PROMETHEE II as second opinions, and says how firm the first place is.
//
//   const auto ranked = TRY(rank_portfolio(rule, options, {3, 1, 2}, 7));
//
// A criterion's value is the median that its gate reads. Criteria that must be met are not weighed:
// who does not meet one is left out, as is who could not be judged on one. A pure function; safe
// from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ecosystem/innovation/gate_rule.h"
#include "ecosystem/innovation/stage.h"
#include "evidence/ranking/smaa.h"
#include "evidence/ranking/weight_sensitivity.h"

namespace tributary::app {

/// An innovation and the scores of the round that counts.
struct ScoredInnovation {
  ecosystem::InnovationId id;
  std::string title;
  ecosystem::PipelineState state;
  std::int64_t round = 1;
  bool is_decided = false;
  std::vector<ecosystem::GateAssessment> assessments;
};

struct RankedOption {
  ScoredInnovation innovation;
  std::vector<double> values;  ///< of the criteria that are weighed
};

struct NotRanked {
  ScoredInnovation innovation;
  ecosystem::GateShortfall why;  ///< not_met or not_judged
};

/// Places by option, in the order of `options`; nothing where the method is not defined.
struct Opinion {
  std::vector<evidence::Placement> placements;  ///< the best first
  std::string why_not;
};

struct RankedPortfolio {
  std::vector<ecosystem::Criterion> criteria;  ///< those that are weighed
  std::vector<int> own_weights;                ///< of the rubric
  std::vector<int> weights;                    ///< that were asked for
  std::vector<RankedOption> options;
  std::vector<NotRanked> left_out;
  std::size_t hidden = 0;  ///< at hand, and not for the one who asks
  std::string why_not;     ///< there is no ranking, in a sentence; then all below is empty
  Opinion by_own_weights;  ///< the weighted sum
  Opinion by_weights;      ///< the weighted sum
  Opinion by_topsis, by_promethee;
  std::vector<evidence::WeightRange> sensitivity;  ///< by criterion, of the weighted sum
  std::optional<evidence::Smaa> acceptability;     ///< of the weighted sum
  std::string why_no_acceptability;
};

/// Rank acceptability tries so many weights, and is left out for more options.
inline constexpr std::uint32_t kAcceptabilityDraws = 10'000;
inline constexpr std::size_t kMostForAcceptability = 40;

/// `weights` are of the criteria that are weighed, or none for the rubric's own. Errors:
/// `invalid_argument` naming `weights`.
Result<RankedPortfolio> rank_portfolio(const ecosystem::GateRule& rule,
                                       std::vector<ScoredInnovation> innovations,
                                       const std::vector<int>& weights, std::uint64_t seed);

}  // namespace tributary::app
