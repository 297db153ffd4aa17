#include "sql/postgresql/postgresql_session.h"

#include "sql/engine_error.h"

namespace tributary::sql {

Error PostgresqlSession::error(const PGresult* result, std::string_view statement) const {
  std::string message;
  if (const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)) message = primary;
  if (const char* detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL)) {
    message.append(" (").append(detail).append(")");
  }
  if (message.empty()) message = PQerrorMessage(connection);  // the connection is lost
  while (message.ends_with('\n')) message.pop_back();
  return engine_error(std::move(message), location, statement);
}

Result<PostgresqlResult> PostgresqlSession::accepted(PGresult* result,
                                                     std::string_view statement) const {
  PostgresqlResult owned(result);
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
      return owned;
    default:
      return std::unexpected(error(result, statement));
  }
}

Result<PostgresqlResult> PostgresqlSession::run(const std::string& script) const {
  return accepted(PQexec(connection, script.c_str()), script);
}

}  // namespace tributary::sql
