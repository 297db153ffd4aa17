#include "sql/connection.h"

#include <functional>
#include <unordered_map>

#include "sql/engine.h"
#include "sql/postgresql/postgresql_engine.h"
#include "sql/sqlite/sqlite_engine.h"

namespace tributary::sql {
struct Connection::State {
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  Location location;
  std::unique_ptr<Engine> engine;
  std::unordered_map<std::string, PreparedStatement, TextHash, std::equal_to<>> prepared;
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const Location& location, const Settings& settings) {
  auto engine = TRY(location.is_file() ? open_sqlite(location, settings)
                                       : open_postgresql(location, settings));
  return Connection(std::make_unique<State>(location, std::move(engine)));
}

Result<> Connection::execute(const std::string& script) { return state_->engine->execute(script); }

Result<> Connection::define(const std::string& script) { return state_->engine->define(script); }

Result<Statement> Connection::statement(std::string_view text, Rows rows) {
  auto& prepared = state_->prepared;
  const auto found = prepared.find(text);
  if (found == prepared.end() && rows == Rows::few) {
    auto made = TRY(state_->engine->prepare(text, rows));
    auto& kept =
        prepared.emplace(std::string(text), PreparedStatement(std::move(made))).first->second;
    kept.borrowed = true;
    return Statement(&kept);
  }
  if (rows == Rows::few && !found->second.borrowed) {
    found->second.borrowed = true;
    return Statement(&found->second);
  }
  auto once = TRY(state_->engine->prepare(text, rows));
  return Statement(new PreparedStatement{.engine = std::move(once), .kept = false});
}

Result<bool> Connection::has_table(std::string_view name) {
  return state_->engine->has_table(name);
}

std::int64_t Connection::changed_rows() const { return state_->engine->changed_rows(); }

void Connection::release_memory() { state_->engine->release_memory(); }

bool Connection::is_alive() { return state_->engine->is_alive(); }

const Location& Connection::location() const { return state_->location; }

Engine& Connection::engine() { return *state_->engine; }

}  // namespace tributary::sql
