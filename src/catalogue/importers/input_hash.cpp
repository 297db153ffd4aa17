#include "catalogue/importers/input_hash.h"

#include <xxhash.h>

#include <fstream>
#include <memory>
#include <string_view>
#include <vector>

#include "catalogue/record_codec.h"

namespace tributary::catalogue {
namespace {

class InputHash {
 public:
  InputHash() : state_(XXH3_createState()) { XXH3_128bits_reset(state_.get()); }

  /// Reads block by block: a mapped file would count as memory that is held. Errors: `io`.
  Result<> add(const Path& file) {
    add_bytes(file.filename().string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(ErrorCode::io, "cannot be opened", file.string());
    std::vector<char> block(std::size_t{128} << 10U);  // stays in a core's cache
    std::uint64_t size = 0;
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) ||
           stream.gcount() > 0) {
      const auto filled = static_cast<std::size_t>(stream.gcount());
      XXH3_128bits_update(state_.get(), block.data(), filled);
      size += filled;
    }
    if (stream.bad()) return fail(ErrorCode::io, "cannot be read", file.string());
    XXH3_128bits_update(state_.get(), &size, sizeof size);
    return {};
  }

  [[nodiscard]] std::string hex() const {
    const auto digest = XXH3_128bits_digest(state_.get());
    return ContentHash{digest.high64, digest.low64}.hex();
  }

 private:
  void add_bytes(std::string_view bytes) {
    const std::uint64_t size = bytes.size();
    XXH3_128bits_update(state_.get(), &size, sizeof size);
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }

  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

}  // namespace

Result<std::string> hash_of_input(std::span<const PlannedFile> files) {
  InputHash hash;
  const Path* last = nullptr;
  for (const auto& planned : files) {
    const auto& file = planned.input.file;
    if (last == nullptr || *last != file) TRY(hash.add(file));
    last = &file;
  }
  return hash.hex();
}

}  // namespace tributary::catalogue
