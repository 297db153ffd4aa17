#include "store/panel/agreement_draws.h"

namespace tributary::store {

namespace eco = ecosystem;

Result<std::vector<AgreementDraw>> agreement_draws(sql::Connection& connection,
                                                   eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT gate_round, calibration, seed, draws, level, figures FROM panel_agreements "
      "WHERE innovation = ? ORDER BY gate_round, calibration"));
  auto reviewer = TRY(connection.statement(
      "SELECT reviewer FROM panel_agreement_reviewers WHERE innovation = ? AND gate_round = ? "
      "AND calibration = ? ORDER BY reviewer"));
  TRY(row.bind(id.value));
  std::vector<AgreementDraw> draws;
  while (TRY(row.step())) {
    AgreementDraw draw{.gate_round = row.integer(0),
                       .calibration = row.integer(1),
                       .seed = static_cast<std::uint64_t>(row.integer(2)),
                       .draws = static_cast<std::uint32_t>(row.integer(3)),
                       .level = row.real(4)};
    if (!row.is_null(5)) draw.figures = std::string(row.text(5));
    TRY(reviewer.bind(id.value, draw.gate_round, draw.calibration));
    while (TRY(reviewer.step())) draw.reviewers.push_back({reviewer.integer(0)});
    draws.push_back(std::move(draw));
  }
  return draws;
}

Result<std::vector<eco::InnovationId>> innovations_with_draws(sql::Connection& connection) {
  auto row = TRY(
      connection.statement("SELECT DISTINCT innovation FROM panel_agreements ORDER BY innovation"));
  TRY(row.bind());
  std::vector<eco::InnovationId> found;
  while (TRY(row.step())) found.push_back({row.integer(0)});
  return found;
}

Result<> insert_agreement_draw(sql::Connection& connection, eco::InnovationId id,
                               const AgreementDraw& draw) {
  return TRY(connection.statement(
                 "INSERT INTO panel_agreements (innovation, gate_round, calibration, seed, draws, "
                 "level, figures) VALUES (?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (innovation, gate_round, calibration) DO NOTHING"))
      .run(id.value, draw.gate_round, draw.calibration, static_cast<std::int64_t>(draw.seed),
           static_cast<std::int64_t>(draw.draws), draw.level, draw.figures);
}

Result<> keep_agreement_figures(sql::Connection& connection, eco::InnovationId id,
                                const AgreementDraw& draw) {
  TRY(TRY(connection.statement(
              "UPDATE panel_agreements SET figures = ? WHERE innovation = ? AND gate_round = ? "
              "AND calibration = ? AND figures IS NULL"))
          .run(draw.figures, id.value, draw.gate_round, draw.calibration));
  if (connection.changed_rows() == 0) return {};
  auto insert = TRY(connection.statement(
      "INSERT INTO panel_agreement_reviewers (innovation, gate_round, calibration, reviewer) "
      "VALUES (?, ?, ?, ?)"));
  for (const auto reviewer : draw.reviewers) {
    TRY(insert.run(id.value, draw.gate_round, draw.calibration, reviewer.value));
  }
  return {};
}

}  // namespace tributary::store
