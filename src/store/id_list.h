// store/id_list.h
//
// A list of ids as bytes, as in the column projects.organisations: each id as a little-endian base
// 128 number (seven bits a byte, the high bit set on all bytes but the last).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::store {

std::string pack_ids(std::span<const std::int64_t> ids);

/// Errors: `corrupt` when the bytes end within an id.
Result<std::vector<std::int64_t>> unpack_ids(std::string_view bytes);

}  // namespace tributary::store
