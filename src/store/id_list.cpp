#include "store/id_list.h"

namespace tributary::store {

std::string pack_ids(std::span<const std::int64_t> ids) {
  std::string bytes;
  bytes.reserve(ids.size() * 4);
  for (const auto id : ids) {
    auto rest = static_cast<std::uint64_t>(id);
    while (rest >= 128) {
      bytes += static_cast<char>(rest | 128);
      rest >>= 7;
    }
    bytes += static_cast<char>(rest);
  }
  return bytes;
}

Result<std::vector<std::int64_t>> unpack_ids(std::string_view bytes) {
  std::vector<std::int64_t> ids;
  std::uint64_t id = 0;
  unsigned shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(c));
    if (shift > 63) return fail(ErrorCode::corrupt, "an id of a list of ids is too long");
    id |= (byte & 127) << shift;
    if (byte >= 128) {
      shift += 7;
      continue;
    }
    ids.push_back(static_cast<std::int64_t>(id));
    id = 0;
    shift = 0;
  }
  if (shift != 0) return fail(ErrorCode::corrupt, "a list of ids ends within an id");
  return ids;
}

}  // namespace tributary::store
