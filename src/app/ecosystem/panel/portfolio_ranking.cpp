#include "app/ecosystem/panel/portfolio_ranking.h"

#include <fmt/format.h>

#include <algorithm>

#include "evidence/ranking/promethee.h"
#include "evidence/ranking/topsis.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// The first criterion that keeps the innovation out; nothing where none does.
std::optional<eco::GateShortfall> what_keeps_out(const eco::GateReading& gate) {
  for (const auto& shortfall : gate.missing) {
    if (shortfall.kind == eco::GateShortfallKind::not_judged ||
        shortfall.kind == eco::GateShortfallKind::not_met) {
      return shortfall;
    }
  }
  return std::nullopt;
}

std::vector<double> weighed_values(const eco::GateRule& rule,
                                   const std::vector<eco::GateAssessment>& assessments) {
  std::vector<double> values;
  for (std::size_t at = 0; at < rule.criteria.size(); ++at) {
    if (rule.criteria[at].must_be_met) continue;
    values.push_back(eco::median_score(assessments, at).value_or(0));
  }
  return values;
}

Result<> sort_in(RankedPortfolio& portfolio, const eco::GateRule& rule,
                 std::vector<ScoredInnovation> innovations) {
  for (auto& innovation : innovations) {
    const auto gate = TRY(eco::read_gate(rule, innovation.assessments));
    if (auto why = what_keeps_out(gate)) {
      portfolio.left_out.push_back({std::move(innovation), *std::move(why)});
      continue;
    }
    auto values = weighed_values(rule, innovation.assessments);
    portfolio.options.push_back({std::move(innovation), std::move(values)});
  }
  return {};
}

Opinion opinion_of(Result<std::vector<evidence::Placement>> ranking) {
  if (!ranking) return {.placements = {}, .why_not = ranking.error().message};
  return {.placements = *std::move(ranking), .why_not = {}};
}

std::vector<double> as_real(const std::vector<int>& weights) {
  return {weights.begin(), weights.end()};
}

Result<> check_weights(const RankedPortfolio& portfolio) {
  const auto refuse = [](std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), "weights");
  };
  if (portfolio.weights.size() != portfolio.criteria.size()) {
    return refuse(fmt::format("There is a weight for each of the {} criteria that are weighed.",
                              portfolio.criteria.size()));
  }
  if (std::ranges::all_of(portfolio.weights, [](int weight) { return weight == 0; })) {
    return refuse("One weight at least is above 0.");
  }
  return {};
}

Result<> add_opinions(RankedPortfolio& portfolio, std::uint64_t seed) {
  evidence::DecisionTable table;
  table.directions.assign(portfolio.criteria.size(), evidence::Direction::benefit);
  for (const auto& option : portfolio.options) table.rows.push_back(option.values);
  const auto parts = TRY(evidence::value_contributions(table, evidence::Scaling::as_given));
  const auto weights = as_real(portfolio.weights);
  portfolio.by_own_weights =
      opinion_of(evidence::weighted_ranking(parts, as_real(portfolio.own_weights)));
  portfolio.by_weights = opinion_of(evidence::weighted_ranking(parts, weights));
  portfolio.by_topsis = opinion_of(evidence::topsis_ranking(table, weights));
  // Points of a scale are in an order and no more, so that any difference counts alike.
  const std::vector<evidence::Preference> preferences(portfolio.criteria.size());
  const auto flows = TRY(evidence::net_flow_contributions(table, preferences));
  portfolio.by_promethee = opinion_of(evidence::weighted_ranking(flows, weights));
  portfolio.sensitivity = TRY(evidence::weight_sensitivity(parts, weights));
  if (portfolio.options.size() > kMostForAcceptability) {
    portfolio.why_no_acceptability =
        fmt::format("Rank acceptability is told for up to {} innovations.", kMostForAcceptability);
    return {};
  }
  portfolio.acceptability =
      TRY(evidence::smaa(parts, {.draws = kAcceptabilityDraws, .seed = seed, .importance = {}}));
  return {};
}

}  // namespace

Result<RankedPortfolio> rank_portfolio(const eco::GateRule& rule,
                                       std::vector<ScoredInnovation> innovations,
                                       const std::vector<int>& weights, std::uint64_t seed) {
  RankedPortfolio portfolio;
  for (const auto& criterion : rule.criteria) {
    if (criterion.must_be_met) continue;
    portfolio.criteria.push_back(criterion);
    portfolio.own_weights.push_back(criterion.weight);
  }
  portfolio.weights = weights.empty() ? portfolio.own_weights : weights;
  if (portfolio.criteria.empty()) {
    portfolio.why_not = "This rubric weighs no criterion: all of them have to be met.";
    return portfolio;
  }
  TRY(check_weights(portfolio));
  TRY(sort_in(portfolio, rule, std::move(innovations)));
  if (portfolio.options.size() < 2) {
    portfolio.why_not = "There is nothing to rank before two innovations are scored.";
    return portfolio;
  }
  TRY(add_opinions(portfolio, seed));
  return portfolio;
}

}  // namespace tributary::app
