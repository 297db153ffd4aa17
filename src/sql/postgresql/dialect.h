// sql/postgresql/dialect.h
//
// What is written for SQLite, in the words of PostgreSQL. Quoted texts, quoted names and comments
// stay as they are. Pure; safe from any thread. Not for other layers.
#pragma once

#include <string>
#include <string_view>

namespace tributary::sql {

struct NumberedStatement {
  std::string text;
  int parameters = 0;
};

/// "a = ? AND b = ?" becomes "a = $1 AND b = $2".
NumberedStatement with_numbered_parameters(std::string_view text);

/// Types and clauses of a script that makes tables, as Connection::define() tells.
std::string with_types_of_postgresql(std::string_view script);

}  // namespace tributary::sql
