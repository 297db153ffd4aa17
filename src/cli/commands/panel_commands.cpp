#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/ecosystem/ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/panel_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

std::string weight_in_words(const eco::Criterion& criterion) {
  return criterion.must_be_met ? "must be met" : fmt::format("weight {}", criterion.weight);
}

void print_rubric(const store::StoredRubric& stored, const Terminal& terminal) {
  const auto& rubric = stored.rubric;
  fmt::print("{}\n{} · gate after {} · {} assessments · opens from {:.2f}\n",
             terminal.strong(rubric.title), name_of(stored.state), name_of(rubric.stage),
             rubric.required_assessments, rubric.threshold_hundredths / 100.0);
  for (const auto& [criterion, question, anchors] : rubric.criteria) {
    fmt::print("\n{} · {}\n", terminal.strong(criterion.name), weight_in_words(criterion));
    if (!question.empty()) fmt::print("{}\n", terminal.wrapped(question, 2));
    for (std::size_t point = 0; point < anchors.size(); ++point) {
      fmt::print("  {}  {}\n", point, anchors[point]);
    }
  }
}

std::string coefficient_in_words(const app::Coefficient& coefficient) {
  if (!coefficient.value) return "not defined: " + coefficient.why_not;
  if (!coefficient.interval) return fmt::format("{:.3f}", *coefficient.value);
  return fmt::format("{:.3f} ({:.3f} to {:.3f})", *coefficient.value, coefficient.interval->low,
                     coefficient.interval->high);
}

void print_scoring(const app::Scoring& scoring, const app::RoundView& view) {
  fmt::print("  {}\n", scoring.number == 0 ? std::string("First scoring")
                                           : fmt::format("Calibration {}", scoring.number));
  for (std::size_t at = 0; at < view.rule.rule.criteria.size(); ++at) {
    fmt::print("    {:<28}", view.rule.rule.criteria[at].name);
    for (const auto& sheet : scoring.sheets) {
      if (sheet.is_recused) continue;
      const auto& score = sheet.assessment.scores[at];
      fmt::print(" {:>3}", score ? std::to_string(*score) : "-");
    }
    fmt::print("\n");
  }
  fmt::print("    Krippendorff's alpha {}\n    Gwet's AC2 {}\n",
             coefficient_in_words(scoring.agreement.alpha),
             coefficient_in_words(scoring.agreement.ac2));
  if (const auto& drawn_by = scoring.agreement.drawn_by) {
    fmt::print("    the interval of alpha by {} draws with seed {}\n", drawn_by->draws,
               drawn_by->seed);
  }
}

/// "3,1,2". Errors: `invalid_argument` naming --weights.
Result<std::vector<int>> weights_of(const std::vector<int>& given) {
  constexpr int kGreatestWeight = 100;
  const bool is_sound = std::ranges::all_of(
      given, [](int weight) { return weight >= 0 && weight <= kGreatestWeight; });
  if (is_sound) return given;
  return fail(ErrorCode::invalid_argument, "Weights are numbers from 0 to 100.", "--weights");
}

void print_ranking(const app::RankedPortfolio& portfolio, const Terminal& terminal) {
  if (!portfolio.why_not.empty()) fmt::print("{}\n", portfolio.why_not);
  for (const auto& [option, score, place] : portfolio.by_weights.placements) {
    const auto& innovation = portfolio.options[option].innovation;
    fmt::print("{:>3}.  {:.3f}  {:>6}  {}\n", place, score, innovation.id.value, innovation.title);
  }
  if (!portfolio.sensitivity.empty()) {
    fmt::print("\n{}\n", terminal.strong("The first place stays while the share of a weight is"));
  }
  for (std::size_t at = 0; at < portfolio.sensitivity.size(); ++at) {
    const auto& range = portfolio.sensitivity[at];
    fmt::print("  {:<28} {:.3f}, from {:.3f} to {:.3f}\n", portfolio.criteria[at].name,
               range.weight, range.unchanged.low, range.unchanged.high);
  }
  for (const auto& [innovation, why] : portfolio.left_out) {
    fmt::print("not ranked: {} {}\n", innovation.title, eco::sentence_of(why));
  }
  if (portfolio.hidden > 0) {
    fmt::print("{} at a gate that is not decided\n", portfolio.hidden);
  }
}

/// Nothing for "all". Errors: `invalid_argument`.
Result<std::optional<eco::InnovationId>> innovation_or_all(const std::string& given) {
  if (given == "all") return std::nullopt;
  std::int64_t number = 0;
  const auto* end = given.data() + given.size();
  const auto [rest, error] = std::from_chars(given.data(), end, number);
  if (error != std::errc() || rest != end || number < 1) {
    return fail(ErrorCode::invalid_argument, "it is the number of an innovation, or all", given);
  }
  return eco::InnovationId{number};
}

}  // namespace

Result<int> rubric_list_command(const RubricOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto list = TRY(ecosystem->rubrics().list());
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::rubrics_json(list)));
    return kSuccess;
  }
  for (const auto& stored : list) {
    fmt::print("{:>6}  {:<10} {:<12} {}\n", stored.id.value, name_of(stored.state),
               name_of(stored.rubric.stage), stored.rubric.title);
  }
  return kSuccess;
}

Result<int> rubric_show_command(const RubricOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto stored = TRY(ecosystem->rubrics().view({options.id}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::rubric_json(stored)));
  } else {
    print_rubric(stored, Terminal::standard_output());
  }
  return kSuccess;
}

Result<int> rubric_rank_command(const RubricOptions& options) {
  const SystemClock clock;
  const app::RankPortfolio request{
      .id = {options.id}, .weights = TRY(weights_of(options.weights)), .seed = options.seed};
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto portfolio = TRY(ecosystem->rubrics().rank({}, request));
  if (options.common.json) {
    fmt::print("{}\n",
               http::serialize(http::ranked_portfolio_json(portfolio, request, clock.today())));
  } else {
    fmt::print("As of {}, from the assessments by this rubric that were handed in\n",
               clock.today().iso());
    print_ranking(portfolio, Terminal::standard_output());
  }
  return kSuccess;
}

Result<int> panel_show_command(const PanelShowOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto view = TRY(ecosystem->panels().view({}, {options.innovation}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::panel_json(view, {})));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  fmt::print("{}\n", terminal.strong(view.file.text.text.title));
  for (const auto& round : view.rounds) {
    fmt::print("\nRound {} · gate after {} · {}\n", round.round, name_of(round.stage),
               round.outcome ? name_of(*round.outcome) : "at hand");
    if (!round.outcome) {
      fmt::print("  {} reviewers so far. {}\n", view.reviewers.size(), view.why_scores_hidden);
      continue;
    }
    const auto shown = TRY(ecosystem->panels().round({}, {options.innovation}, round.round));
    for (const auto& scoring : shown.scorings) print_scoring(scoring, shown);
  }
  return kSuccess;
}

Result<int> panel_reproduce_command(const PanelReproduceOptions& options) {
  const auto innovation = TRY(innovation_or_all(options.innovation));
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto reproductions = TRY(ecosystem->panels().reproduce(innovation));
  const auto is_same = [](const app::AgreementReproduction& one) {
    return one.figures_now == one.kept.figures;
  };
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::agreement_reproductions_json(reproductions)));
  } else {
    for (const auto& one : reproductions) {
      fmt::print("innovation {}, round {}, {} (seed {}): {}\n", one.innovation.value,
                 one.kept.gate_round,
                 one.kept.calibration == 0 ? std::string("first scoring")
                                           : fmt::format("calibration {}", one.kept.calibration),
                 one.kept.seed, is_same(one) ? "the same to the last bit" : "it differs");
      if (is_same(one)) continue;
      fmt::print("  kept: {}\n  now:  {}\n", *one.kept.figures, one.figures_now);
    }
    fmt::print("{} agreements computed again\n", reproductions.size());
  }
  return std::ranges::all_of(reproductions, is_same) ? kSuccess : kFailure;
}

}  // namespace tributary::cli
