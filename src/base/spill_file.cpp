#include "base/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tributary {

Result<SpillFile> SpillFile::create(const Path& folder) {
  auto name = (folder / "spill-XXXXXX.new").string();
  SpillFile file(folder, ::mkostemps(name.data(), 4, O_CLOEXEC));
  if (file.descriptor_ < 0) return file.refused("cannot be created");
  ::unlink(name.c_str());
  return file;
}

std::unexpected<Error> SpillFile::refused(std::string_view what) const {
  return fail(ErrorCode::io, std::string(what) + ": " + std::strerror(errno),
              "temporary file in " + folder_.string());
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_bytes_(other.size_bytes_) {}

SpillFile& SpillFile::operator=(SpillFile&& other) noexcept {
  folder_.swap(other.folder_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_bytes_, other.size_bytes_);
  return *this;
}

SpillFile::~SpillFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<> SpillFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return refused("cannot be written");
    size_bytes_ += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<> SpillFile::read_at(std::uint64_t offset, std::span<char> to) const {
  while (!to.empty()) {
    const auto read = ::pread(descriptor_, to.data(), to.size(), static_cast<off_t>(offset));
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) return refused("cannot be read");
    if (read == 0) return fail(ErrorCode::io, "the temporary file ends early");
    offset += static_cast<std::uint64_t>(read);
    to = to.subspan(static_cast<std::size_t>(read));
  }
  return {};
}

}  // namespace tributary
