// sql/statement.h
//
// A prepared statement with typed parameters and columns.
//
//   auto statement = TRY(connection.statement("SELECT id, name FROM people WHERE country = ?"));
//   TRY(statement.bind(country));
//   while (TRY(statement.step())) use(statement.integer(0), statement.text(1));
//
// Integers are 64 bits wide on the whole way. Text and bytes are bound as views, which must live
// until the statement is reset, and read as views, which live until the next step.
//
// Thread rule: as its connection, one thread at a time.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace tributary::sql {

class Connection;
struct PreparedStatement;  // in the cache of its connection

/// Bytes to bind or to read; a view.
using Bytes = std::string_view;

/// Marks a view as bytes rather than text when it is bound.
struct Blob {
  Bytes bytes;
};

/// A borrowed statement of the connection's cache: given back, reset, at the end of its life.
/// REQUIRES: the connection outlives it.
class Statement {
 public:
  Statement(Statement&& other) noexcept : prepared_(std::exchange(other.prepared_, nullptr)) {}
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  /// Binds every parameter, from the first; resets the statement before. An empty optional is NULL.
  template <class... Values>
  Result<> bind(const Values&... values) {
    reset();
    int parameter = 0;
    bool bound = true;
    ((bound = bound && bind_one(++parameter, values)), ...);
    return check_bound(bound && parameter == parameter_count());
  }

  /// Binds the parameters from number `first` (from 1) on; what is bound to the others stays.
  /// REQUIRES: reset.
  template <class... Values>
  Result<> bind_from(int first, const Values&... values) {
    bool bound = true;
    ((bound = bound && bind_one(first++, values)), ...);
    return check_bound(bound);
  }

  /// Moves to the next row; false at the end. Errors: `database` naming location and statement.
  Result<bool> step();

  /// Binds and runs to the end, for statements without rows.
  template <class... Values>
  Result<> run(const Values&... values) {
    TRY(bind(values...));
    return run_bound();
  }

  /// Runs to the end with what is bound.
  Result<> run_bound() {
    while (TRY(step())) {
    }
    reset();
    return {};
  }

  void reset();

  // The columns of the present row, from 0. NULL reads as 0, as empty, or as nothing.
  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] Bytes blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] std::optional<double> optional_real(int column) const;

 private:
  friend class Connection;
  explicit Statement(PreparedStatement* prepared) : prepared_(prepared) {}

  bool bind_integer(int parameter, std::int64_t value);
  bool bind_real(int parameter, double value);
  bool bind_text(int parameter, std::string_view value);
  bool bind_blob(int parameter, Bytes value);
  bool bind_null(int parameter);

  bool bind_one(int parameter, std::string_view value) { return bind_text(parameter, value); }
  bool bind_one(int parameter, const Blob& value) { return bind_blob(parameter, value.bytes); }
  bool bind_one(int parameter, double value) { return bind_real(parameter, value); }
  bool bind_one(int parameter, std::nullopt_t) { return bind_null(parameter); }
  /// Unsigned 64-bit values keep their bits.
  template <std::integral Integer>
  bool bind_one(int parameter, Integer value) {
    return bind_integer(parameter, static_cast<std::int64_t>(value));
  }
  template <class Value>
  bool bind_one(int parameter, const std::optional<Value>& value) {
    return value ? bind_one(parameter, *value) : bind_null(parameter);
  }

  [[nodiscard]] int parameter_count() const;
  Result<> check_bound(bool all_bound);

  PreparedStatement* prepared_;
};

}  // namespace tributary::sql
