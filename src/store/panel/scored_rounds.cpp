#include "store/panel/scored_rounds.h"

namespace tributary::store {

Result<std::vector<ecosystem::InnovationId>> innovations_scored_under(sql::Connection& connection,
                                                                      GateRuleNumber rule) {
  auto row = TRY(connection.statement(
      "SELECT DISTINCT a.innovation FROM gate_assessments a WHERE a.is_recused = 0 AND "
      "(EXISTS (SELECT 1 FROM innovation_moves m WHERE m.innovation = a.innovation "
      "AND m.gate_round = a.gate_round AND m.gate_rule = ?) "
      "OR EXISTS (SELECT 1 FROM innovations i WHERE i.id = a.innovation "
      "AND i.gate_round = a.gate_round AND i.gate_rule = ?)) ORDER BY a.innovation"));
  TRY(row.bind(rule.value, rule.value));
  std::vector<ecosystem::InnovationId> found;
  while (TRY(row.step())) found.push_back({row.integer(0)});
  return found;
}

}  // namespace tributary::store
