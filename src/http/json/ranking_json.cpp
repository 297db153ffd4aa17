// What panel_json.h says of rankings.
#include "http/json/innovation_parts_json.h"
#include "http/json/panel_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::object scored_json(const app::ScoredInnovation& innovation) {
  return {{"id", innovation.id.value},
          {"title", innovation.title},
          {"stage", name_of(innovation.state.stage)},
          {"standing", name_of(innovation.state.standing)},
          {"round", innovation.round},
          {"is_decided", innovation.is_decided},
          {"assessments", innovation.assessments.size()}};
}

/// The score and the place of one option; nulls where the method has no answer.
json::object place_json(const app::Opinion& opinion, std::size_t option) {
  for (const auto& placement : opinion.placements) {
    if (placement.option == option) {
      return {{"score", placement.score}, {"place", placement.place}};
    }
  }
  return {{"score", nullptr}, {"place", nullptr}};
}

/// Those in the first place: several where they are level.
json::object opinion_json(const app::RankedPortfolio& portfolio, const app::Opinion& opinion) {
  json::array first;
  for (const auto& placement : opinion.placements) {
    if (placement.place == 1) {
      first.push_back(portfolio.options[placement.option].innovation.id.value);
    }
  }
  return {{"first", first}, {"why_not", text_or_null(opinion.why_not)}};
}

json::array ranked_options_json(const app::RankedPortfolio& portfolio) {
  json::array array;
  for (std::size_t at = 0; at < portfolio.options.size(); ++at) {
    const auto& option = portfolio.options[at];
    auto line = scored_json(option.innovation);
    json::array values;
    for (const auto value : option.values) values.push_back(value);
    line["values"] = values;
    line["own_weights"] = place_json(portfolio.by_own_weights, at);
    line["weighted_sum"] = place_json(portfolio.by_weights, at);
    line["topsis"] = place_json(portfolio.by_topsis, at);
    line["promethee"] = place_json(portfolio.by_promethee, at);
    line["acceptability"] = nullptr;
    if (portfolio.acceptability) {
      json::array shares;
      for (std::size_t place = 0; place < portfolio.options.size(); ++place) {
        shares.push_back(portfolio.acceptability->acceptability_of(at, place));
      }
      line["acceptability"] = shares;
    }
    array.push_back(std::move(line));
  }
  return array;
}

json::array sensitivity_json(const app::RankedPortfolio& portfolio) {
  const auto option_id = [&](const std::optional<std::size_t>& option) {
    return option ? json::value(portfolio.options[*option].innovation.id.value)
                  : json::value(nullptr);
  };
  json::array array;
  for (std::size_t at = 0; at < portfolio.sensitivity.size(); ++at) {
    const auto& range = portfolio.sensitivity[at];
    array.push_back({{"criterion", portfolio.criteria[at].name},
                     {"share", range.weight},
                     {"unchanged", json::array{range.unchanged.low, range.unchanged.high}},
                     {"first_below", option_id(range.below)},
                     {"first_above", option_id(range.above)}});
  }
  return array;
}

}  // namespace

json::object ranked_portfolio_json(const app::RankedPortfolio& portfolio,
                                   const app::RankPortfolio& request, Date as_of) {
  json::array criteria, left_out;
  for (std::size_t at = 0; at < portfolio.criteria.size(); ++at) {
    criteria.push_back({{"name", portfolio.criteria[at].name},
                        {"own_weight", portfolio.own_weights[at]},
                        {"weight", portfolio.weights[at]}});
  }
  for (const auto& [innovation, why] : portfolio.left_out) {
    auto line = scored_json(innovation);
    line["why"] = shortfall_json(why);
    left_out.push_back(std::move(line));
  }
  json::value acceptability = nullptr;
  if (portfolio.acceptability) {
    acceptability = {{"draws", portfolio.acceptability->drawn_by.draws},
                     {"seed", portfolio.acceptability->drawn_by.seed},
                     {"largest_standard_error", portfolio.acceptability->largest_standard_error()}};
  }
  json::object document{{"rubric", request.id.value},
                        {"criteria", criteria},
                        {"options", ranked_options_json(portfolio)},
                        {"left_out", left_out},
                        {"hidden", portfolio.hidden},
                        {"why_not", text_or_null(portfolio.why_not)},
                        {"opinions",
                         {{"own_weights", opinion_json(portfolio, portfolio.by_own_weights)},
                          {"weighted_sum", opinion_json(portfolio, portfolio.by_weights)},
                          {"topsis", opinion_json(portfolio, portfolio.by_topsis)},
                          {"promethee", opinion_json(portfolio, portfolio.by_promethee)}}},
                        {"sensitivity", sensitivity_json(portfolio)},
                        {"acceptability", acceptability},
                        {"why_no_acceptability", text_or_null(portfolio.why_no_acceptability)}};
  tell_origin(document, as_of, "assessments by this rubric that were handed in");
  return document;
}

}  // namespace tributary::http
