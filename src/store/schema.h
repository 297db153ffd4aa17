// store/schema.h
#pragma once

#include <span>

#include "sql/migration.h"

namespace tributary::store {

/// The steps that make the tables of this layer, oldest first; each table is explained there.
std::span<const sql::Migration> migrations();

}  // namespace tributary::store
