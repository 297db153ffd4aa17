#include "catalogue/packed_record.h"

#include <lz4.h>

#include "catalogue/record_wire.h"

namespace tributary::catalogue {
namespace {

/// A byte of a block stands for no more than this many: who announces more is not believed.
constexpr std::size_t kMostBytesOfOne = 255;

}  // namespace

std::string pack_record(std::string_view payload) {
  std::string packed(1, kPackedVersion);
  append_varint(packed, payload.size());
  const auto begin = packed.size();
  if (payload.size() <= begin || payload.size() > LZ4_MAX_INPUT_SIZE) return std::string(payload);
  packed.resize(payload.size());  // longer than that is not wanted
  const int written =
      LZ4_compress_default(payload.data(), packed.data() + begin, static_cast<int>(payload.size()),
                           static_cast<int>(packed.size() - begin));
  if (written == 0) return std::string(payload);
  return packed.substr(0, begin + static_cast<std::size_t>(written));
}

Result<std::string> unpack_record(std::string_view packed) {
  WireReader head(packed.substr(1));
  std::uint64_t size = 0;
  if (!head.varint(size) || size > head.remaining() * kMostBytesOfOne ||
      size > LZ4_MAX_INPUT_SIZE) {
    return fail(ErrorCode::corrupt, "the packed record has no reading");
  }
  const auto block = packed.substr(packed.size() - head.remaining());
  std::string payload(size, '\0');
  const int read = LZ4_decompress_safe(block.data(), payload.data(), static_cast<int>(block.size()),
                                       static_cast<int>(size));
  if (read < 0 || static_cast<std::uint64_t>(read) != size) {
    return fail(ErrorCode::corrupt, "the packed record does not unpack");
  }
  return payload;
}

}  // namespace tributary::catalogue
