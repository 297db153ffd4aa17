// sql/sqlite/sqlite_engine.h: not for other layers.
#pragma once

#include <memory>

#include "sql/engine.h"

namespace tributary::sql {

/// Opens the file, or creates it, with the settings that connection.h explains.
Result<std::unique_ptr<Engine>> open_sqlite(const Location& location, const Settings& settings);

}  // namespace tributary::sql
