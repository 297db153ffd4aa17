// SQLite's full-text index, version 5: a contentless table with the columns title and text, the
// labels in tables of their own, ranked by bm25() with equal weights. bm25() has k1 = 1.2 and
// b = 0.75 built in.
#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "rivals/common/rival_program.h"

namespace {

using namespace tributary::bench;

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
}

/// A prepared statement; binds in order, from 1.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) : database_(database) {
    check(database, sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT,
                                       &statement_, nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  Statement& bind(int place, std::int64_t value) {
    check(database_, sqlite3_bind_int64(statement_, place, value));
    return *this;
  }
  Statement& bind(int place, std::string_view value) {
    check(database_, sqlite3_bind_text(statement_, place, value.data(),
                                       static_cast<int>(value.size()), SQLITE_TRANSIENT));
    return *this;
  }

  bool step() {
    const int code = sqlite3_step(statement_);
    check(database_, code);
    return code == SQLITE_ROW;
  }
  void run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
  }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] std::string text(int column) const {
    return reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  }
  void reset() { sqlite3_reset(statement_); }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

class Database {
 public:
  explicit Database(const std::string& path) {
    check(database_, sqlite3_open(path.c_str(), &database_));
    run("PRAGMA mmap_size = 60000000000");
    run("PRAGMA cache_size = -2000000");
    run("PRAGMA temp_store = MEMORY");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close(database_); }

  void run(const std::string& sql) {
    check(database_, sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
  }
  [[nodiscard]] sqlite3* get() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

std::string file_in(const std::string& folder) { return folder + "/index.sqlite"; }

void build(const std::string& corpus, const std::string& folder) {
  std::filesystem::create_directories(folder);
  Database database(file_in(folder));
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  database.run(
      "CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='ascii');"
      "CREATE TABLE document(number INTEGER PRIMARY KEY, programme TEXT, year INT, budget INT);"
      "CREATE TABLE country(number INT, label TEXT, PRIMARY KEY(number, label)) WITHOUT ROWID;"
      "CREATE TABLE topic(number INT, label TEXT, PRIMARY KEY(number, label)) WITHOUT ROWID");
  {
    Statement words(database.get(), "INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)");
    Statement row(database.get(), "INSERT INTO document VALUES (?, nullif(?, ''), ?, ?)");
    Statement country(database.get(), "INSERT INTO country VALUES (?, ?)");
    Statement topic(database.get(), "INSERT INTO topic VALUES (?, ?)");
    CorpusFile file(corpus);
    for (CorpusDocument document; file.next(document);) {
      const auto number = std::stoll(std::string(document.id));
      words.bind(1, number).bind(2, document.title).bind(3, document.text).run();
      row.bind(1, number).bind(2, document.programme).bind(3, document.year);
      row.bind(4, static_cast<std::int64_t>(document.budget)).run();
      for (const auto label : document.countries) country.bind(1, number).bind(2, label).run();
      for (const auto label : document.topics) topic.bind(1, number).bind(2, label).run();
    }
  }
  database.run("INSERT INTO words(words) VALUES ('optimize')");
  database.run("COMMIT; ANALYZE");
}

/// "a" OR "b", "a b", "a"*, …
std::string match_of(const RivalQuery& query) {
  if (query.words_operator == Operator::phrase) {
    return fmt::format("\"{}\"", fmt::join(query.words, " "));
  }
  const auto* between = query.words_operator == Operator::any_of ? " OR " : " AND ";
  std::string match;
  for (const auto& word : query.words) {
    match += fmt::format("{}\"{}\"", match.empty() ? "" : between, word);
  }
  const bool ends_open =
      query.words_operator == Operator::prefix || query.words_operator == Operator::typing;
  return ends_open ? match + "*" : match;
}

/// What follows SELECT …: the matching rows, filters applied. Parameter 1 is the match.
std::string rows_of(const RivalQuery& query) {
  std::string sql = " FROM words";
  if (query.years) sql += " JOIN document ON document.number = words.rowid";
  sql += " WHERE words MATCH ?1";
  if (query.years) {
    sql += fmt::format(" AND year BETWEEN {} AND {}", query.years->first, query.years->last);
  }
  if (!query.country.empty()) {
    sql += fmt::format(
        " AND EXISTS (SELECT 1 FROM country WHERE number = words.rowid AND label = '{}')",
        query.country);
  }
  return sql;
}

class SqliteRival final : public Rival {
 public:
  explicit SqliteRival(const std::string& folder) : database_(file_in(folder)) {
    database_.run("CREATE TEMP TABLE hit(number INTEGER PRIMARY KEY)");
  }

  [[nodiscard]] std::optional<std::string> missing(const RivalQuery& query) const override {
    const bool has_typo =
        query.words_operator == Operator::typo || query.words_operator == Operator::typing_typo;
    if (has_typo) return "FTS5 has no search by edit distance";
    return std::nullopt;
  }

  RivalAnswer answer(const RivalQuery& query) override {
    RivalAnswer answer;
    if (query.task == Task::count) {
      answer.total = count(query);
      return answer;
    }
    answer.top = top(query);
    if (query.task == Task::facets) {
      find_hits(query);
      answer.total = hits();
      answer.facets = {facet("country",
                             "SELECT label, count(*) FROM hit JOIN country"
                             " USING (number) GROUP BY label"),
                       facet("programme",
                             "SELECT programme, count(*) FROM hit JOIN document"
                             " USING (number) WHERE programme IS NOT NULL"
                             " GROUP BY programme"),
                       facet("topic",
                             "SELECT label, count(*) FROM hit JOIN topic"
                             " USING (number) GROUP BY label"),
                       facet("year",
                             "SELECT year, count(*) FROM hit JOIN document"
                             " USING (number) GROUP BY year")};
    }
    return answer;
  }

  std::optional<std::uint64_t> count(const RivalQuery& query) override {
    auto& statement = prepared("SELECT count(*)" + rows_of(query));
    statement.bind(1, match_of(query)).step();
    const auto total = static_cast<std::uint64_t>(statement.integer(0));
    statement.reset();
    return total;
  }

 private:
  Statement& prepared(const std::string& sql) {
    return statements_.try_emplace(sql, database_.get(), sql).first->second;
  }

  std::vector<std::string> top(const RivalQuery& query) {
    // Without a filter FTS5 ranks by itself, which is its quickest way.
    const bool is_filtered = query.years || !query.country.empty();
    auto& statement =
        prepared(fmt::format("SELECT words.rowid{} ORDER BY {} LIMIT {}", rows_of(query),
                             is_filtered ? "bm25(words)" : "rank", kTop));
    statement.bind(1, match_of(query));
    std::vector<std::string> ids;
    while (statement.step()) ids.push_back(fmt::format("{:08}", statement.integer(0)));
    statement.reset();
    return ids;
  }

  /// The hits once, for all facets.
  void find_hits(const RivalQuery& query) {
    prepared("DELETE FROM hit").run();
    prepared("INSERT INTO hit SELECT words.rowid" + rows_of(query)).bind(1, match_of(query)).run();
  }

  std::uint64_t hits() {
    auto& statement = prepared("SELECT count(*) FROM hit");
    statement.step();
    const auto total = static_cast<std::uint64_t>(statement.integer(0));
    statement.reset();
    return total;
  }

  FacetCounts facet(const std::string& name, const std::string& sql) {
    FacetCounts counts{.name = name};
    auto& statement = prepared(fmt::format("{} ORDER BY 2 DESC, 1 LIMIT {}", sql, kFacetValues));
    while (statement.step()) {
      counts.values.emplace_back(statement.text(0),
                                 static_cast<std::uint64_t>(statement.integer(1)));
    }
    statement.reset();
    return counts;
  }

  Database database_;
  std::map<std::string, Statement> statements_;
};

}  // namespace

int main(int argc, char** argv) {
  return run_rival(argc, argv, build,
                   [](const std::string& folder) { return std::make_unique<SqliteRival>(folder); });
}
