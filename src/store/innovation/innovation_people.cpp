#include "store/innovation/innovation_people.h"

#include <array>

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

std::string_view name_of(TeamEventKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>({"asked", "joined", "left"});
  return kNames[static_cast<std::size_t>(kind)];
}

Result<> append_team_event(sql::Connection& connection, eco::InnovationId id,
                           const TeamEvent& event) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM innovation_team WHERE innovation = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO innovation_team (innovation, number, person, kind, "
                                  "role, organisation, at, by_person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, event.person.value, name_of(event.kind), name_of(event.role),
           event.organisation, milliseconds(event.at), event.by.value);
}

Result<std::vector<TeamEvent>> team_events(sql::Connection& connection, eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT person, kind, role, organisation, at, by_person "
                               "FROM innovation_team WHERE innovation = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<TeamEvent> events;
  while (TRY(row.step())) {
    events.push_back({.person = {row.integer(0)},
                      .kind = TRY(eco::enum_from_name(row.text(1), TeamEventKind::left)),
                      .role = TRY(eco::enum_from_name(row.text(2), eco::Role::administrator)),
                      .organisation = std::string(row.text(3)),
                      .at = moment_of(row.integer(4)),
                      .by = {row.integer(5)}});
  }
  return events;
}

Result<> support_innovation(sql::Connection& connection, eco::InnovationId id, eco::PersonId by,
                            Timestamp at) {
  return TRY(connection.statement("INSERT INTO innovation_supporters (innovation, person, at) "
                                  "VALUES (?, ?, ?) ON CONFLICT (innovation, person) DO NOTHING"))
      .run(id.value, by.value, milliseconds(at));
}

Result<> pass_supporters_on(sql::Connection& connection, eco::InnovationId from,
                            eco::InnovationId to) {
  return TRY(connection.statement(
                 "INSERT INTO innovation_supporters (innovation, person, at) "
                 "SELECT CAST(? AS BIGINT), person, at FROM innovation_supporters "
                 "WHERE innovation = ? ON CONFLICT (innovation, person) DO NOTHING"))
      .run(to.value, from.value);
}

Result<std::vector<eco::PersonId>> innovation_supporters(sql::Connection& connection,
                                                         eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT person FROM innovation_supporters WHERE innovation = ? "
                               "ORDER BY at, person"));
  TRY(row.bind(id.value));
  std::vector<eco::PersonId> people;
  while (TRY(row.step())) people.push_back({row.integer(0)});
  return people;
}

}  // namespace tributary::store
