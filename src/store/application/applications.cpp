#include "store/application/applications.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kApplicationColumns =
    "SELECT a.id, a.state, a.region, a.version_id, a.type, a.stage, a.revision, a.carried_from, "
    "a.begun_at, a.begun_by FROM applications a ";

Result<Application> application_of_row(const sql::Statement& row) {
  Application application{
      .id = {row.integer(0)},
      .jurisdiction = {.state = {std::string(row.text(1))}, .region = std::string(row.text(2))},
      .version = {row.integer(3)},
      .type = TRY(eco::enum_from_name(row.text(4), eco::ApplicationType::practical_measure)),
      .stage = TRY(eco::enum_from_name(row.text(5), eco::ApplicationStage::discontinued)),
      .revision = {row.integer(6)},
      .begun = moment_of(row.integer(8)),
      .begun_by = {row.integer(9)}};
  if (const auto id = row.optional_integer(7)) application.carried_from = ApplicationId{*id};
  return application;
}

Result<std::vector<Application>> applications_of_rows(sql::Statement& row) {
  std::vector<Application> found;
  while (TRY(row.step())) found.push_back(TRY(application_of_row(row)));
  return found;
}

}  // namespace

Result<ApplicationId> insert_application(sql::Connection& connection,
                                         const Application& application) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM applications"));
  const auto& jurisdiction = application.jurisdiction;
  const auto carried_from =
      application.carried_from ? std::optional(application.carried_from->value) : std::nullopt;
  TRY(TRY(connection.statement(
              "INSERT INTO applications (id, state, region, version_id, type, stage, revision, "
              "carried_from, begun_at, begun_by) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) "
              "ON CONFLICT (state, region, version_id) DO NOTHING"))
          .run(id, jurisdiction.state.value, jurisdiction.region, application.version.value,
               name_of(application.type), name_of(application.stage), carried_from,
               milliseconds(application.begun), application.begun_by.value));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "this version is applied there already", name_of(jurisdiction),
                eco::house_rule(eco::HouseRule::version_applied_already));
  }
  return ApplicationId{id};
}

Result<Application> application(sql::Connection& connection, ApplicationId id) {
  auto row = TRY(connection.statement(std::string(kApplicationColumns) + "WHERE a.id = ?"));
  TRY(row.bind(id.value));
  if (TRY(row.step())) return application_of_row(row);
  return fail(ErrorCode::not_found, "there is no such application", std::to_string(id.value));
}

Result<std::optional<Application>> find_application(sql::Connection& connection,
                                                    const eco::Jurisdiction& jurisdiction,
                                                    FrameworkVersionId version) {
  auto row = TRY(connection.statement(std::string(kApplicationColumns) +
                                      "WHERE a.state = ? AND a.region = ? AND a.version_id = ?"));
  TRY(row.bind(jurisdiction.state.value, jurisdiction.region, version.value));
  if (!TRY(row.step())) return std::nullopt;
  return TRY(application_of_row(row));
}

Result<std::vector<Application>> applications_of_version(sql::Connection& connection,
                                                         FrameworkVersionId version) {
  auto row = TRY(connection.statement(std::string(kApplicationColumns) +
                                      "WHERE a.version_id = ? ORDER BY a.state, a.region"));
  TRY(row.bind(version.value));
  return applications_of_rows(row);
}

Result<std::vector<Application>> applications_of_state(sql::Connection& connection,
                                                       const eco::StateCode& state) {
  auto row =
      TRY(connection.statement(std::string(kApplicationColumns) +
                               "JOIN framework_versions v ON v.id = a.version_id WHERE a.state = ? "
                               "ORDER BY v.major DESC, v.minor DESC, v.patch DESC, a.region"));
  TRY(row.bind(state.value));
  return applications_of_rows(row);
}

Result<> raise_revision(sql::Connection& connection, ApplicationId id) {
  return TRY(connection.statement("UPDATE applications SET revision = revision + 1 WHERE id = ?"))
      .run(id.value);
}

Result<> record_application_move(sql::Connection& connection, const Application& application,
                                 const ApplicationMove& move) {
  TRY(TRY(connection.statement("UPDATE applications SET stage = ?, revision = revision + 1 "
                               "WHERE id = ?"))
          .run(name_of(move.to), application.id.value));
  return TRY(connection.statement("INSERT INTO application_moves (application_id, number, act, "
                                  "to_stage, at, person, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(application.id.value, application.revision.value, name_of(move.act), name_of(move.to),
           milliseconds(move.at), move.by.value, move.reasons);
}

Result<std::vector<ApplicationMove>> application_moves(sql::Connection& connection,
                                                       ApplicationId id) {
  auto row = TRY(connection.statement(
      "SELECT act, to_stage, at, person, reasons FROM application_moves WHERE application_id = ? "
      "ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<ApplicationMove> moves;
  while (TRY(row.step())) {
    moves.push_back(
        {.act = TRY(eco::enum_from_name(row.text(0), eco::ApplicationAct::begin_anew)),
         .to = TRY(eco::enum_from_name(row.text(1), eco::ApplicationStage::discontinued)),
         .at = moment_of(row.integer(2)),
         .by = {row.integer(3)},
         .reasons = std::string(row.text(4))});
  }
  return moves;
}

}  // namespace tributary::store
