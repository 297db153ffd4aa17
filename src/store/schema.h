// store/schema.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "sql/made_tables.h"
#include "sql/migration.h"

namespace tributary::store {

/// The steps that make the tables of this layer, oldest first; each table is explained there.
std::span<const sql::Migration> migrations();

/// Those that a database of schema `number` has. Errors: `unsupported` where the program does not
/// know as many.
Result<std::span<const sql::Migration>> migrations_up_to(std::int64_t number);

/// The tables of a database of schema `number`. Errors: likewise.
Result<std::vector<sql::MadeTable>> tables_of_schema(std::int64_t number);

}  // namespace tributary::store
