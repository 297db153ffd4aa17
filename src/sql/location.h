// sql/location.h
//
// Where a database is: in a file (SQLite), or with a PostgreSQL server.
//
//   auto location = TRY(Location::parse("postgresql://tributary@db.example.org/tributary"));
//   const Location file = Path("data/tributary.db");
#pragma once

#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace tributary::sql {

class Location {
 public:
  /// A file; a path may stand wherever a location is asked for.
  Location(Path file) : file_(std::move(file)), shown_(file_.string()) {}

  /// "postgresql://…" or "postgres://…", as libpq reads it, or else the path of a file. Errors:
  /// `invalid_argument`, which repeats nothing of the text, as a password may be in it.
  static Result<Location> parse(std::string_view text);

  [[nodiscard]] bool is_file() const { return address_.empty(); }

  /// Empty where it is no file.
  [[nodiscard]] const Path& file() const { return file_; }

  /// With the password, if it has one: for the server alone. Empty where it is a file.
  [[nodiscard]] const std::string& address() const { return address_; }

  /// For people, in messages and logs: never with a password.
  [[nodiscard]] const std::string& shown() const { return shown_; }

  bool operator==(const Location&) const = default;

 private:
  Location() = default;

  Path file_;
  std::string address_, shown_;
};

}  // namespace tributary::sql
