#include "app/ecosystem/panel/kept_agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "ecosystem/pilot/exact_number.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

bool is_recused_in(const InnovationFile& file, std::int64_t round, eco::PersonId reviewer) {
  return std::ranges::any_of(file.assessments, [&](const store::StoredAssessment& stored) {
    return stored.gate_round == round && stored.is_recused &&
           stored.assessment.reviewer == reviewer;
  });
}

/// Those whose figures are kept, as it was then; else those who are not recused now.
bool counts_in(const InnovationFile& file, const store::AgreementDraw& draw,
               eco::PersonId reviewer) {
  if (draw.figures) return std::ranges::find(draw.reviewers, reviewer) != draw.reviewers.end();
  return !is_recused_in(file, draw.gate_round, reviewer);
}

/// The scores that count in the scoring of this draw, as they were given in it.
Result<std::vector<eco::GateAssessment>> counted_scores(sql::Connection& connection,
                                                        const InnovationFile& file,
                                                        const store::AgreementDraw& draw) {
  std::vector<eco::GateAssessment> counted;
  const auto take = [&](const eco::GateAssessment& assessment) {
    if (counts_in(file, draw, assessment.reviewer)) counted.push_back(assessment);
  };
  if (draw.calibration == 0) {
    const auto given = TRY(store::gate_assessments(connection, file.now.id));
    for (const auto& stored : given) {
      if (stored.gate_round == draw.gate_round) take(stored.assessment);
    }
    return counted;
  }
  for (const auto& stored : file.panel_record.calibrated) {
    if (stored.gate_round == draw.gate_round && stored.calibration == draw.calibration) {
      take(stored.assessment);
    }
  }
  return counted;
}

evidence::AlphaBootstrap bootstrap_by(const store::AgreementDraw& draw) {
  return {.draws = draw.draws, .seed = draw.seed, .level = draw.level};
}

std::string coefficient_text(const Coefficient& coefficient) {
  if (!coefficient.value) return "not defined";
  const auto value = eco::exact_text(*coefficient.value);
  if (!coefficient.interval) return value + " without an interval";
  return fmt::format("{} from {} to {}", value, eco::exact_text(coefficient.interval->low),
                     eco::exact_text(coefficient.interval->high));
}

}  // namespace

Result<> keep_draw(sql::Connection& connection, const store::SheetKey& scoring) {
  const evidence::AlphaBootstrap usual;
  // 32 bits: short enough to be typed, and whole in JSON.
  return store::insert_agreement_draw(connection, scoring.innovation,
                                      {.gate_round = scoring.gate_round,
                                       .calibration = scoring.calibration,
                                       .seed = std::random_device{}(),
                                       .draws = usual.draws,
                                       .level = usual.level,
                                       .figures = {}});
}

Result<> keep_figures(sql::Connection& connection, const InnovationFile& file) {
  auto draws = TRY(store::agreement_draws(connection, file.now.id));
  for (auto& draw : draws) {
    if (draw.gate_round != file.now.gate_round) continue;
    const auto counted = TRY(counted_scores(connection, file, draw));
    for (const auto& assessment : counted) draw.reviewers.push_back(assessment.reviewer);
    draw.figures = figures_text(panel_agreement(counted, bootstrap_by(draw)));
    TRY(store::keep_agreement_figures(connection, file.now.id, draw));
  }
  return {};
}

Result<PanelAgreement> kept_agreement(sql::Connection& connection, const InnovationFile& file,
                                      const std::vector<store::AgreementDraw>& draws,
                                      std::int64_t round, std::int64_t calibration) {
  const auto found = std::ranges::find_if(draws, [&](const store::AgreementDraw& draw) {
    return draw.gate_round == round && draw.calibration == calibration;
  });
  if (found == draws.end()) return panel_agreement({}, std::nullopt);
  const auto counted = TRY(counted_scores(connection, file, *found));
  return panel_agreement(counted, bootstrap_by(*found));
}

std::string figures_text(const PanelAgreement& agreement) {
  return fmt::format("{} reviewers, {} criteria; alpha {}, {} draws left out; AC2 {}",
                     agreement.reviewers, agreement.criteria, coefficient_text(agreement.alpha),
                     agreement.not_defined, coefficient_text(agreement.ac2));
}

Result<std::vector<AgreementReproduction>> reproduce_agreements(sql::Connection& connection,
                                                                eco::InnovationId id) {
  const auto file = TRY(read_innovation_file(connection, id));
  const auto draws = TRY(store::agreement_draws(connection, id));
  std::vector<AgreementReproduction> reproductions;
  for (const auto& draw : draws) {
    if (!draw.figures) continue;
    const auto counted = TRY(counted_scores(connection, file, draw));
    reproductions.push_back(
        {.innovation = id,
         .kept = draw,
         .figures_now = figures_text(panel_agreement(counted, bootstrap_by(draw)))});
  }
  return reproductions;
}

}  // namespace tributary::app
