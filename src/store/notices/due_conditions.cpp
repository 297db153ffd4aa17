#include "store/notices/due_conditions.h"

#include "store/one_number.h"
#include "store/stored_day.h"

namespace tributary::store {

Result<std::vector<DueCondition>> unreminded_conditions(sql::Connection& connection, Date first,
                                                        Date last) {
  // A condition whose number is no move's is that of an override which was never confirmed.
  auto row = TRY(connection.statement(
      "SELECT c.innovation, c.number, c.ordinal, c.due FROM decision_conditions c "
      "JOIN innovation_moves m ON m.innovation = c.innovation AND m.number = c.number "
      "JOIN innovations i ON i.id = c.innovation "
      "LEFT JOIN reminded_conditions r ON r.innovation = c.innovation AND r.number = c.number "
      "AND r.ordinal = c.ordinal "
      "LEFT JOIN met_conditions d ON d.innovation = c.innovation AND d.number = c.number "
      "AND d.ordinal = c.ordinal "
      "WHERE c.due >= ? AND c.due <= ? AND i.standing = 'active' AND r.reminder IS NULL "
      "AND d.at IS NULL "
      "ORDER BY c.due, c.innovation, c.number, c.ordinal"));
  TRY(row.bind(first.days_since_epoch(), last.days_since_epoch()));
  std::vector<DueCondition> conditions;
  while (TRY(row.step())) {
    conditions.push_back({.innovation = {row.integer(0)},
                          .number = row.integer(1),
                          .ordinal = row.integer(2),
                          .due = day_of_number(row.integer(3))});
  }
  return conditions;
}

Result<bool> note_reminder(sql::Connection& connection, const DueCondition& condition) {
  const auto reminder =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(reminder), 0) FROM reminded_conditions"));
  TRY(TRY(connection.statement(
              "INSERT INTO reminded_conditions (innovation, number, ordinal, reminder) "
              "VALUES (?, ?, ?, ?) ON CONFLICT (innovation, number, ordinal) DO NOTHING"))
          .run(condition.innovation.value, condition.number, condition.ordinal, reminder));
  return connection.changed_rows() > 0;
}

}  // namespace tributary::store
