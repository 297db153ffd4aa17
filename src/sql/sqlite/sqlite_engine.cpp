#include "sql/sqlite/sqlite_engine.h"

#include <sqlite3.h>

#include <optional>

namespace tributary::sql {
namespace {

class SqliteEngine final : public Engine {
 public:
  explicit SqliteEngine(std::string location) : location_(std::move(location)) {}
  SqliteEngine(const SqliteEngine&) = delete;
  SqliteEngine& operator=(const SqliteEngine&) = delete;
  ~SqliteEngine() override {
    for (auto* kept : {&begin_to_write_, &begin_to_read_, &commit_, &roll_back_}) kept->reset();
    sqlite3_close(database_);
  }

  Result<> open(const Settings& settings) {
    const int outcome = sqlite3_open_v2(
        location_.c_str(), &database_,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
        nullptr);
    if (outcome != SQLITE_OK) return failure({});
    sqlite3_busy_timeout(database_, static_cast<int>(settings.busy_timeout.count()));
    return execute("PRAGMA page_size = " + std::to_string(settings.page_bytes) +
                   "; PRAGMA cache_size = -" + std::to_string(settings.cache_bytes / 1024) +
                   "; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                   "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                   "PRAGMA wal_autocheckpoint = " +
                   std::to_string(settings.log_bytes / settings.page_bytes));
  }

  Result<> execute(const std::string& script) override {
    if (sqlite3_exec(database_, script.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return failure(script);
  }

  Result<> define(const std::string& script) override { return execute(script); }

  Result<EngineStatement> prepare(std::string_view text, Rows) override {
    return EngineStatement(TRY(prepare(text)));
  }

  Result<> begin_to_write(Durability durability) override {
    TRY(set_durability(durability));
    return run(begin_to_write_, "BEGIN IMMEDIATE");
  }
  Result<> begin_to_read() override { return run(begin_to_read_, "BEGIN"); }
  // Ends with the transaction, whose commit checks them.
  Result<> defer_foreign_keys() override { return execute("PRAGMA defer_foreign_keys = ON"); }
  Result<> check_foreign_keys() override { return {}; }
  Result<> commit() override { return run(commit_, "COMMIT"); }
  Result<> roll_back() override { return run(roll_back_, "ROLLBACK"); }

  Result<bool> has_table(std::string_view name) override {
    auto found = TRY(prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"));
    found.bind_text(1, name);
    return found.step();
  }

  [[nodiscard]] std::int64_t changed_rows() const override { return sqlite3_changes64(database_); }
  void release_memory() override { sqlite3_db_release_memory(database_); }
  [[nodiscard]] bool is_alive() override { return true; }

 private:
  Result<SqliteStatement> prepare(std::string_view text) {
    sqlite3_stmt* statement = nullptr;
    const int outcome = sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()),
                                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (outcome != SQLITE_OK) return failure(text);
    return SqliteStatement(statement, location_);
  }

  /// Runs a statement that is asked for again and again.
  Result<> run(std::optional<SqliteStatement>& kept, std::string_view text) {
    if (!kept) kept.emplace(TRY(prepare(text)));
    TRY(kept->step());
    kept->reset();
    return {};
  }

  Result<> set_durability(Durability durability) {
    if (durability == durability_) return {};
    TRY(execute(durability == Durability::power_cut ? "PRAGMA synchronous = FULL"
                                                    : "PRAGMA synchronous = NORMAL"));
    durability_ = durability;
    return {};
  }

  [[nodiscard]] std::unexpected<Error> failure(std::string_view text) const {
    return std::unexpected(sqlite_error(database_, location_, text));
  }

  const std::string location_;
  sqlite3* database_ = nullptr;
  Durability durability_ = Durability::process_kill;
  std::optional<SqliteStatement> begin_to_write_, begin_to_read_, commit_, roll_back_;
};

}  // namespace

Result<std::unique_ptr<Engine>> open_sqlite(const Location& location, const Settings& settings) {
  auto engine = std::make_unique<SqliteEngine>(location.file().string());
  TRY(engine->open(settings));
  return engine;
}

}  // namespace tributary::sql
