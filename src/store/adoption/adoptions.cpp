#include "store/adoption/adoptions.h"

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/one_number.h"
#include "store/stored_day.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kAdoptionColumns =
    "SELECT id, provider, innovation, adopted, stopped, fidelity, source, revision, recorded_at, "
    "recorded_by, changed_at FROM adoptions ";

Result<StoredAdoption> adoption_of_row(const sql::Statement& row) {
  StoredAdoption adoption{.record = {.id = {row.integer(0)},
                                     .provider = {row.integer(1)},
                                     .innovation = {row.integer(2)},
                                     .adopted = day_of_number(row.integer(3)),
                                     .stopped = day_in_column(row, 4),
                                     .fidelity = {}},
                          .source = std::string(row.text(6)),
                          .revision = {row.integer(7)},
                          .recorded = moment_of(row.integer(8)),
                          .recorded_by = {row.integer(9)},
                          .changed = moment_of(row.integer(10))};
  if (!row.is_null(5)) {
    adoption.record.fidelity = TRY(eco::enum_from_name(row.text(5), eco::Fidelity::in_part));
  }
  return adoption;
}

Result<std::vector<StoredAdoption>> adoptions_of_rows(sql::Statement& row) {
  std::vector<StoredAdoption> adoptions;
  while (TRY(row.step())) adoptions.push_back(TRY(adoption_of_row(row)));
  return adoptions;
}

}  // namespace

Result<eco::AdoptionId> insert_adoption(sql::Connection& connection,
                                        const StoredAdoption& adoption) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM adoptions"));
  const auto& record = adoption.record;
  TRY(TRY(connection.statement(
              "INSERT INTO adoptions (id, provider, innovation, adopted, stopped, fidelity, "
              "source, revision, recorded_at, recorded_by, changed_at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?) "
              "ON CONFLICT (innovation, provider, adopted) DO NOTHING"))
          .run(id, record.provider.value, record.innovation.value,
               record.adopted.days_since_epoch(), day_to_bind(record.stopped),
               name_if_any(record.fidelity), adoption.source, milliseconds(adoption.recorded),
               adoption.recorded_by.value, milliseconds(adoption.recorded)));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "there is a record of this provider from this day already",
                "adopted");
  }
  return eco::AdoptionId{id};
}

Result<StoredAdoption> adoption(sql::Connection& connection, eco::AdoptionId id) {
  auto row = TRY(connection.statement(std::string(kAdoptionColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (TRY(row.step())) return adoption_of_row(row);
  return fail(ErrorCode::not_found, "there is no such adoption record", std::to_string(id.value));
}

Result<std::optional<StoredAdoption>> find_adoption(sql::Connection& connection,
                                                    const eco::AdoptionRecord& alike) {
  auto row = TRY(connection.statement(std::string(kAdoptionColumns) +
                                      "WHERE innovation = ? AND provider = ? AND adopted = ?"));
  TRY(row.bind(alike.innovation.value, alike.provider.value, alike.adopted.days_since_epoch()));
  if (!TRY(row.step())) return std::nullopt;
  return TRY(adoption_of_row(row));
}

Result<> update_adoption(sql::Connection& connection, const StoredAdoption& adoption,
                         Timestamp at) {
  return TRY(connection.statement("UPDATE adoptions SET stopped = ?, fidelity = ?, source = ?, "
                                  "changed_at = ?, revision = revision + 1 WHERE id = ?"))
      .run(day_to_bind(adoption.record.stopped), name_if_any(adoption.record.fidelity),
           adoption.source, milliseconds(at), adoption.record.id.value);
}

Result<std::vector<StoredAdoption>> adoptions_of(sql::Connection& connection,
                                                 eco::InnovationId innovation) {
  auto row = TRY(connection.statement(std::string(kAdoptionColumns) +
                                      "WHERE innovation = ? ORDER BY adopted, id"));
  TRY(row.bind(innovation.value));
  return adoptions_of_rows(row);
}

Result<std::vector<StoredAdoption>> adoptions_of(sql::Connection& connection,
                                                 eco::InnovationId innovation,
                                                 eco::ProviderId provider) {
  auto row = TRY(connection.statement(std::string(kAdoptionColumns) +
                                      "WHERE innovation = ? AND provider = ? ORDER BY adopted"));
  TRY(row.bind(innovation.value, provider.value));
  return adoptions_of_rows(row);
}

Result<std::vector<TitledAdoption>> adoptions_in(sql::Connection& connection,
                                                 const eco::StateCode& member_state) {
  auto row = TRY(connection.statement(
      "SELECT a.id, a.provider, a.innovation, a.adopted, a.stopped, a.fidelity, a.source, "
      "a.revision, a.recorded_at, a.recorded_by, a.changed_at, t.title FROM adoptions a "
      "JOIN vet_providers p ON p.id = a.provider JOIN innovations i ON i.id = a.innovation "
      "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number " +
      std::string(member_state.value.empty() ? "" : "WHERE p.member_state = ? ") +
      "ORDER BY a.provider, a.adopted, a.id"));
  TRY(member_state.value.empty() ? row.bind() : row.bind(member_state.value));
  constexpr int kTitle = 11;
  std::vector<TitledAdoption> adoptions;
  while (TRY(row.step())) {
    adoptions.push_back({TRY(adoption_of_row(row)), std::string(row.text(kTitle))});
  }
  return adoptions;
}

Result<bool> has_reply(sql::Connection& connection, const AdoptionReply& alike) {
  auto row =
      TRY(connection.statement("SELECT 1 FROM adoption_replies WHERE innovation = ? "
                               "AND provider = ? AND day = ? LIMIT 1"));
  TRY(row.bind(alike.innovation.value, alike.provider.value, alike.day.days_since_epoch()));
  return row.step();
}

Result<> insert_reply(sql::Connection& connection, const AdoptionReply& reply) {
  const auto number = TRY(number_behind(connection,
                                        "SELECT COALESCE(MAX(number), 0) FROM adoption_replies "
                                        "WHERE innovation = ? AND provider = ?",
                                        reply.innovation.value, reply.provider.value));
  return TRY(connection.statement("INSERT INTO adoption_replies (provider, innovation, number, "
                                  "day, source, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(reply.provider.value, reply.innovation.value, number, reply.day.days_since_epoch(),
           reply.source, milliseconds(reply.at), reply.by.value);
}

Result<std::vector<AdoptionReply>> replies_of(sql::Connection& connection,
                                              eco::InnovationId innovation) {
  auto row =
      TRY(connection.statement("SELECT provider, day, source, at, person FROM adoption_replies "
                               "WHERE innovation = ? ORDER BY day, provider, number"));
  TRY(row.bind(innovation.value));
  std::vector<AdoptionReply> replies;
  while (TRY(row.step())) {
    replies.push_back({.provider = {row.integer(0)},
                       .innovation = innovation,
                       .day = day_of_number(row.integer(1)),
                       .source = std::string(row.text(2)),
                       .at = moment_of(row.integer(3)),
                       .by = {row.integer(4)}});
  }
  return replies;
}

}  // namespace tributary::store
