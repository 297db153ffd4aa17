// store/open_database.h
#pragma once

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// A connection to the database with the tables that this program knows: made or brought up to date
/// where they are not. Errors: those of sql::Connection::open and sql::migrate.
Result<sql::Connection> open_database(const sql::Location& location);

}  // namespace tributary::store
