// sql/postgresql/postgresql_session.h: not for other layers.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace tributary::sql {

struct ResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlResult = std::unique_ptr<PGresult, ResultDeleter>;

/// What the engine and its statements share. Thread rule: as its connection.
struct PostgresqlSession {
  explicit PostgresqlSession(std::string shown) : location(std::move(shown)) {}
  PostgresqlSession(const PostgresqlSession&) = delete;
  PostgresqlSession& operator=(const PostgresqlSession&) = delete;
  ~PostgresqlSession() { PQfinish(connection); }

  PGconn* connection = nullptr;
  const std::string location;  ///< for people
  std::int64_t changed_rows = 0;
  std::unordered_map<std::string, std::string> prepared;  ///< text to name, as the server knows it
  std::uint64_t cursors = 0;                              ///< that were named

  /// The server's words on its last refusal, with the detail that it gives.
  [[nodiscard]] Error error(const PGresult* result, std::string_view statement) const;

  /// Errors where the server refused. `statement` is for the error.
  Result<PostgresqlResult> accepted(PGresult* result, std::string_view statement) const;

  /// Runs statements without parameters.
  Result<PostgresqlResult> run(const std::string& script) const;
};

}  // namespace tributary::sql
