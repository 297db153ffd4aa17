// sql/prepared_statement.h: what a connection's cache holds. Not for other layers.
#pragma once

#include <sqlite3.h>

#include <string>

#include "base/result.h"

namespace tributary::sql {

struct PreparedStatement {
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  const std::string* file = nullptr;
  std::string text;
  bool borrowed = false;
  bool kept = true;  ///< false: a second copy, finalised when it is given back
};

/// The engine's own words, with the file and the statement (its first 200 bytes) as the place.
inline Error database_error(sqlite3* database, const std::string& file,
                            std::string_view statement) {
  std::string place = file;
  if (!statement.empty()) {
    place += ": ";
    place += statement.substr(0, 200);
  }
  return {ErrorCode::database, database == nullptr ? "out of memory" : sqlite3_errmsg(database),
          std::move(place)};
}

}  // namespace tributary::sql
