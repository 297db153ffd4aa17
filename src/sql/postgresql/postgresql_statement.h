// sql/postgresql/postgresql_statement.h: a statement of PostgreSQL, as statement.h promises it. Not
// for other layers.
//
// Numbers are bound as text, of whatever type the server has inferred for the parameter; texts and
// bytes in binary, so that nothing is quoted, copied or cut at a zero byte. Values come back in
// binary. The server refuses a text that is no UTF-8 or has a zero byte in it.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/postgresql/postgresql_session.h"
#include "sql/rows.h"

namespace tributary::sql {

class PostgresqlStatement {
 public:
  /// REQUIRES: `session` outlives it.
  static Result<PostgresqlStatement> prepare(PostgresqlSession& session, std::string_view text,
                                             Rows rows);
  PostgresqlStatement(PostgresqlStatement&&) noexcept = default;
  PostgresqlStatement& operator=(PostgresqlStatement&&) = delete;
  ~PostgresqlStatement() { reset(); }

  void reset();
  void forget_values();
  Result<bool> step();
  [[nodiscard]] Error error() const { return session_->error(nullptr, text_); }

  [[nodiscard]] int column_count() const { return PQnfields(result_.get()); }
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const { return text(column); }
  [[nodiscard]] bool is_null(int column) const {
    return PQgetisnull(result_.get(), row_, column) != 0;
  }

  [[nodiscard]] int parameter_count() const { return static_cast<int>(values_.size()); }
  bool bind_integer(int parameter, std::int64_t value);
  bool bind_real(int parameter, double value);
  bool bind_text(int parameter, std::string_view value);
  bool bind_blob(int parameter, std::string_view value) { return bind_text(parameter, value); }
  bool bind_null(int parameter);

 private:
  /// The longest number in text, with its end.
  using Digits = std::array<char, 32>;

  PostgresqlStatement(PostgresqlSession& session, std::string text, int parameters);

  template <class Number>
  bool bind_number(int parameter, Number value);
  [[nodiscard]] bool has(int parameter) const {
    return parameter >= 1 && parameter <= parameter_count();
  }
  Result<> next_portion();
  Result<PostgresqlResult> execute();
  Result<> check_columns() const;
  [[nodiscard]] std::string_view bytes(int column) const;

  PostgresqlSession* session_;
  std::string text_;
  std::string name_;    // of the prepared statement
  std::string cursor_;  // empty: all rows come together
  bool is_declared_ = false;

  // Parallel, by parameter, as libpq wants them.
  std::vector<const char*> values_;
  std::vector<int> lengths_, formats_;
  std::vector<Digits> digits_;

  PostgresqlResult result_;  // the present portion
  int row_ = 0, rows_ = 0;
  int portion_ = std::numeric_limits<int>::max();  // rows of a full one
  mutable std::vector<Digits> read_digits_;        // of numbers read as text, by column
};

}  // namespace tributary::sql
