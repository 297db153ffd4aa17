// sql/postgresql/postgresql_engine.h: not for other layers.
#pragma once

#include <memory>

#include "sql/engine.h"

namespace tributary::sql {

/// Connects to a server, with the settings that connection.h explains.
Result<std::unique_ptr<Engine>> open_postgresql(const Location& location, const Settings& settings);

}  // namespace tributary::sql
