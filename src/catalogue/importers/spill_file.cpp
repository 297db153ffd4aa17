#include "catalogue/importers/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tributary::catalogue {
namespace {

std::unexpected<Error> refused(std::string_view what) {
  return fail(ErrorCode::io, std::string(what) + ": " + std::strerror(errno),
              "temporary file in " + std::filesystem::temp_directory_path().string());
}

}  // namespace

Result<SpillFile> SpillFile::create() {
  auto name = (std::filesystem::temp_directory_path() / "tributary-sort-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return refused("cannot be created");
  ::unlink(name.c_str());
  return SpillFile(descriptor);
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_bytes_(other.size_bytes_) {}

SpillFile& SpillFile::operator=(SpillFile&& other) noexcept {
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

}  // namespace tributary::catalogue
