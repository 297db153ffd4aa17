#include "sql/postgresql/postgresql_engine.h"

#include <libpq-fe.h>
#include <poll.h>

#include <array>

#include "base/log.h"
#include "sql/engine_error.h"
#include "sql/postgresql/dialect.h"

namespace tributary::sql {
namespace {

// Writers of a schema take turns, each holding this lock to the end of its transaction. Behind it
// READ COMMITTED is enough: every statement sees all that was committed before the lock was had,
// and nobody commits meanwhile, so none can fail with a serialisation failure (40001).
constexpr const char* kBeginToWrite =
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock("
    "hashtextextended('tributary writers of ' || coalesce(current_schema(), ''), 0))";
constexpr const char* kBeginToRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Alters the foreign keys of the present schema. As a change of tables it is undone with its
/// transaction.
std::string every_foreign_key(const std::string& mode) {
  return "DO $$ DECLARE foreign_key record; BEGIN"
         " FOR foreign_key IN SELECT conrelid::regclass AS table_name, conname"
         " FROM pg_catalog.pg_constraint WHERE contype = 'f'"
         " AND connamespace = current_schema()::regnamespace LOOP"
         " EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I " +
         mode + "', foreign_key.table_name, foreign_key.conname); END LOOP; END $$";
}

void log_notice(void*, const char* message) { log::debug(message); }

class PostgresqlEngine final : public Engine {
 public:
  explicit PostgresqlEngine(const Location& location) : session_(location.shown()) {}

  Result<> connect(const std::string& address, const Settings& settings) {
    // The address overrides what stands before it, and is overridden by what stands behind it.
    constexpr const char* kEnd = nullptr;
    constexpr std::array kNames{"connect_timeout",           "keepalives_idle", "dbname",
                                "fallback_application_name", "client_encoding", kEnd};
    const std::array values{"10", "60", address.c_str(), "tributary", "UTF8", kEnd};
    session_.connection = PQconnectdbParams(kNames.data(), values.data(), 1);
    if (PQstatus(session_.connection) != CONNECTION_OK) {
      return std::unexpected(session_.error(nullptr, {}));
    }
    PQsetNoticeProcessor(session_.connection, &log_notice, nullptr);
    const char* encoding = PQparameterStatus(session_.connection, "server_encoding");
    if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
      return fail(ErrorCode::database, "the database must be made with ENCODING 'UTF8'",
                  session_.location);
    }
    // Keepalives: a writer whose machine is gone leaves its place within two minutes.
    return execute("SET lock_timeout = " + std::to_string(settings.busy_timeout.count()) +
                   "; SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10;"
                   "SET tcp_keepalives_count = 6");
  }

  Result<> execute(const std::string& script) override {
    TRY(session_.run(script));
    return {};
  }

  Result<> define(const std::string& script) override {
    return execute(with_types_of_postgresql(script));
  }

  Result<EngineStatement> prepare(std::string_view text, Rows rows) override {
    return EngineStatement(TRY(PostgresqlStatement::prepare(session_, text, rows)));
  }

  Result<> begin_to_write(Durability) override { return begin(kBeginToWrite); }
  Result<> begin_to_read() override { return begin(kBeginToRead); }

  Result<> defer_foreign_keys() override {
    return execute(every_foreign_key("DEFERRABLE INITIALLY DEFERRED"));
  }
  Result<> check_foreign_keys() override {
    TRY(execute("SET CONSTRAINTS ALL IMMEDIATE"));
    return execute(every_foreign_key("NOT DEFERRABLE"));
  }

  // To COMMIT what has failed is answered by rolling it back, which is no error to PostgreSQL.
  Result<> commit() override {
    const auto done = TRY(session_.run("COMMIT"));
    if (std::string_view(PQcmdStatus(done.get())) == "COMMIT") return {};
    return fail(ErrorCode::database, "a statement of the transaction has failed: it is rolled back",
                session_.location);
  }
  Result<> roll_back() override { return execute("ROLLBACK"); }

  Result<bool> has_table(std::string_view name) override {
    auto found = TRY(PostgresqlStatement::prepare(
        session_,
        "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = ?",
        Rows::few));
    found.bind_text(1, name);
    return found.step();
  }

  [[nodiscard]] std::int64_t changed_rows() const override { return session_.changed_rows; }
  void release_memory() override {}

  // Nothing arrives between statements but the server's farewell, or a notice.
  [[nodiscard]] bool is_alive() override {
    pollfd socket{.fd = PQsocket(session_.connection), .events = POLLIN, .revents = 0};
    while (PQstatus(session_.connection) == CONNECTION_OK && poll(&socket, 1, 0) > 0) {
      if (PQconsumeInput(session_.connection) == 0) return false;
    }
    return PQstatus(session_.connection) == CONNECTION_OK;
  }

 private:
  Result<> begin(const char* words) {
    if (PQtransactionStatus(session_.connection) == PQTRANS_INTRANS) {
      return fail(ErrorCode::database, "there is a transaction already", session_.location);
    }
    auto begun = execute(words);
    // The wait for other writers may have failed after the beginning.
    if (!begun && PQtransactionStatus(session_.connection) == PQTRANS_INERROR) TRY(roll_back());
    return begun;
  }

  PostgresqlSession session_;
};

}  // namespace

Result<std::unique_ptr<Engine>> open_postgresql(const Location& location,
                                                const Settings& settings) {
  auto engine = std::make_unique<PostgresqlEngine>(location);
  TRY(engine->connect(location.address(), settings));
  return engine;
}

}  // namespace tributary::sql
