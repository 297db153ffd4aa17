#include "sql/connection.h"

#include <functional>
#include <unordered_map>

#include "sql/prepared_statement.h"

namespace tributary::sql {
struct Connection::State {
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  Path path;
  std::string file;
  sqlite3* database = nullptr;
  Durability durability = Durability::process_kill;
  std::unordered_map<std::string, PreparedStatement, TextHash, std::equal_to<>> prepared;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    for (auto& [text, entry] : prepared) sqlite3_finalize(entry.statement);
    sqlite3_close(database);
  }

  Result<PreparedStatement> prepare(std::string_view text) {
    PreparedStatement made{.database = database, .file = &file, .text = std::string(text)};
    const int outcome = sqlite3_prepare_v3(database, text.data(), static_cast<int>(text.size()),
                                           SQLITE_PREPARE_PERSISTENT, &made.statement, nullptr);
    if (outcome != SQLITE_OK) return std::unexpected(database_error(database, file, text));
    return made;
  }
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const Path& file, const Settings& settings) {
  auto state = std::make_unique<State>();
  state->path = file;
  state->file = file.string();
  const int outcome = sqlite3_open_v2(
      state->file.c_str(), &state->database,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      nullptr);
  if (outcome != SQLITE_OK) {
    return std::unexpected(database_error(state->database, state->file, {}));
  }
  sqlite3_busy_timeout(state->database, static_cast<int>(settings.busy_timeout.count()));

  Connection connection(std::move(state));
  TRY(connection.execute("PRAGMA page_size = " + std::to_string(settings.page_bytes) +
                         "; PRAGMA cache_size = -" + std::to_string(settings.cache_bytes / 1024) +
                         "; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                         "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                         "PRAGMA wal_autocheckpoint = " +
                         std::to_string(settings.log_bytes / settings.page_bytes)));
  return connection;
}

Result<> Connection::execute(const std::string& script) {
  if (sqlite3_exec(state_->database, script.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) {
    return {};
  }
  return std::unexpected(database_error(state_->database, state_->file, script));
}

Result<Statement> Connection::statement(std::string_view text) {
  const auto found = state_->prepared.find(text);
  if (found == state_->prepared.end()) {
    auto made = TRY(state_->prepare(text));
    auto& kept = state_->prepared.emplace(std::string(text), std::move(made)).first->second;
    kept.borrowed = true;
    return Statement(&kept);
  }
  if (!found->second.borrowed) {
    found->second.borrowed = true;
    return Statement(&found->second);
  }
  auto second = std::make_unique<PreparedStatement>(TRY(state_->prepare(text)));
  second->kept = false;
  return Statement(second.release());
}

std::int64_t Connection::changed_rows() const { return sqlite3_changes64(state_->database); }

void Connection::release_memory() { sqlite3_db_release_memory(state_->database); }

Result<> Connection::set_durability(Durability durability) {
  if (durability == state_->durability) return {};
  TRY(execute(durability == Durability::power_cut ? "PRAGMA synchronous = FULL"
                                                  : "PRAGMA synchronous = NORMAL"));
  state_->durability = durability;
  return {};
}

const Path& Connection::file() const { return state_->path; }

}  // namespace tributary::sql
