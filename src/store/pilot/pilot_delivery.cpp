#include "store/pilot/pilot_delivery.h"

#include "ecosystem/enum_names.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

Result<> write_delivery(sql::Connection& connection, PilotId id, const eco::PilotDelivery& delivery,
                        Timestamp at, eco::PersonId by) {
  TRY(TRY(connection.statement(
              "INSERT INTO pilot_delivery (pilot, sessions_planned, sessions_delivered, context, "
              "at, person) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (pilot) DO UPDATE SET "
              "sessions_planned = excluded.sessions_planned, "
              "sessions_delivered = excluded.sessions_delivered, context = excluded.context, "
              "at = excluded.at, person = excluded.person"))
          .run(id.value, delivery.sessions_planned, delivery.sessions_delivered, delivery.context,
               milliseconds(at), by.value));
  TRY(TRY(connection.statement("DELETE FROM pilot_costs WHERE pilot = ?")).run(id.value));
  auto put =
      TRY(connection.statement("INSERT INTO pilot_costs (pilot, ordinal, kind, what, cents, hours) "
                               "VALUES (?, ?, ?, ?, ?, ?)"));
  std::int64_t ordinal = 0;
  for (const auto& [kind, what, amount, hours] : delivery.costs) {
    TRY(put.run(id.value, ++ordinal, name_of(kind), what, amount.cents, hours));
  }
  return {};
}

Result<std::optional<eco::PilotDelivery>> pilot_delivery(sql::Connection& connection, PilotId id) {
  eco::PilotDelivery delivery;
  {
    auto row = TRY(connection.statement(
        "SELECT sessions_planned, sessions_delivered, context FROM pilot_delivery "
        "WHERE pilot = ?"));
    TRY(row.bind(id.value));
    if (!TRY(row.step())) return std::nullopt;
    delivery.sessions_planned = row.optional_integer(0);
    delivery.sessions_delivered = row.optional_integer(1);
    delivery.context = std::string(row.text(2));
  }
  auto row = TRY(connection.statement(
      "SELECT kind, what, cents, hours FROM pilot_costs WHERE pilot = ? ORDER BY ordinal"));
  TRY(row.bind(id.value));
  while (TRY(row.step())) {
    eco::CostLine line{.what = std::string(row.text(1)),
                       .amount = {row.integer(2)},
                       .hours = row.optional_real(3)};
    line.kind = TRY(eco::enum_from_name(row.text(0), eco::CostKind::staff_time));
    delivery.costs.push_back(std::move(line));
  }
  return delivery;
}

}  // namespace tributary::store
