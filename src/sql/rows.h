// sql/rows.h
#pragma once

#include <cstdint>

namespace tributary::sql {

/// How many rows a statement may have.
enum class Rows : std::uint8_t {
  few,   ///< PostgreSQL's lie in memory together
  many,  ///< they come in portions. REQUIRES: an open transaction or snapshot; no parameters
};

}  // namespace tributary::sql
