#include "store/innovation/met_conditions.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

Result<> insert_met_condition(sql::Connection& connection, eco::InnovationId id,
                              const MetCondition& met) {
  TRY(TRY(connection.statement("INSERT INTO met_conditions (innovation, number, ordinal, shown_by, "
                               "role, at, person) VALUES (?, ?, ?, ?, ?, ?, ?) "
                               "ON CONFLICT (innovation, number, ordinal) DO NOTHING"))
          .run(id.value, met.name.decision.value, met.name.ordinal, met.shown_by, name_of(met.role),
               milliseconds(met.at), met.by.value));
  if (connection.changed_rows() > 0) return {};
  return fail(ErrorCode::conflict, "this condition counts as met already", "condition",
              eco::house_rule(eco::HouseRule::condition_met_already));
}

Result<std::vector<MetCondition>> met_conditions(sql::Connection& connection,
                                                 eco::InnovationId id) {
  auto row = TRY(
      connection.statement("SELECT number, ordinal, shown_by, role, at, person "
                           "FROM met_conditions WHERE innovation = ? ORDER BY number, ordinal"));
  TRY(row.bind(id.value));
  std::vector<MetCondition> met;
  while (TRY(row.step())) {
    met.push_back({.name = {.decision = {row.integer(0)}, .ordinal = row.integer(1)},
                   .shown_by = std::string(row.text(2)),
                   .role = TRY(eco::enum_from_name(row.text(3), eco::Role::administrator)),
                   .at = moment_of(row.integer(4)),
                   .by = {row.integer(5)}});
  }
  return met;
}

}  // namespace tributary::store
