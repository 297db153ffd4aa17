#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace tributary {
namespace {

std::unexpected<Error> system_failure(const Path& path) {
  const auto code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::io;
  return fail(code, std::strerror(errno), path.string());
}

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

constexpr std::size_t kLargePageBytes = std::size_t{2} << 20U;

/// Smaller files are not worth memory of their own: their pages can be looked up at once.
constexpr std::size_t kWorthLargePages = std::size_t{8} << 20U;

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const Path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return system_failure(path);
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const auto got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure(path);
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

Result<> write_file_atomically(const Path& path, std::string_view bytes) {
  const Path temporary = path.string() + ".new";
  {
    const Descriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file.is_open()) return system_failure(temporary);
    if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0) {
      const auto failure = system_failure(temporary);
      ::unlink(temporary.c_str());
      return failure;
    }
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) return system_failure(path);
  return flush_folder(path.parent_path().empty() ? Path(".") : path.parent_path());
}

Result<> flush_file(const Path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) return system_failure(path);
  return {};
}

void begin_to_flush(int descriptor) {
  ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);  // where it fails, others will see it
}

Result<> flush_folder(const Path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor.is_open() || ::fsync(descriptor.number()) != 0) return system_failure(folder);
  return {};
}

Result<MappedFile> MappedFile::open(const Path& path, PageSize pages) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return system_failure(path);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return system_failure(path);
  const auto size_bytes = static_cast<std::size_t>(status.st_size);
  if (size_bytes == 0) return MappedFile();
  if (pages == PageSize::large && size_bytes >= kWorthLargePages) {
    return copy_of(file.number(), size_bytes, path);
  }
  void* data = ::mmap(nullptr, size_bytes, PROT_READ, MAP_SHARED, file.number(), 0);
  if (data == MAP_FAILED) return system_failure(path);
  return MappedFile(static_cast<std::byte*>(data), size_bytes);
}

Result<MappedFile> MappedFile::copy_of(int descriptor, std::size_t size_bytes, const Path& path) {
  const auto room_bytes = size_bytes + kLargePageBytes;  // for the place where a page begins
  void* room =
      ::mmap(nullptr, room_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) return system_failure(path);
  MappedFile copy(static_cast<std::byte*>(room), room_bytes);
  const auto over = reinterpret_cast<std::uintptr_t>(room) % kLargePageBytes;
  auto* const data = copy.mapping_ + (over == 0 ? 0 : kLargePageBytes - over);
  copy.data_ = data;
  copy.size_bytes_ = size_bytes;
  copy.is_copy_ = true;
  // Without the last piece, which would take a whole page. Where the kernel has none, all is as it
  // would be but slower.
  ::madvise(data, size_bytes / kLargePageBytes * kLargePageBytes, MADV_HUGEPAGE);
  for (std::size_t done = 0; done < size_bytes;) {
    const auto got =
        ::pread(descriptor, data + done, size_bytes - done, static_cast<::off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure(path);
    if (got == 0) return fail(ErrorCode::io, "the file became shorter", path.string());
    done += static_cast<std::size_t>(got);
  }
  return copy;
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_bytes_, other.size_bytes_);
  std::swap(mapping_, other.mapping_);
  std::swap(mapping_bytes_, other.mapping_bytes_);
  std::swap(is_copy_, other.is_copy_);
  return *this;
}

void MappedFile::drop_pages() const {
  if (mapping_ != nullptr && !is_copy_) ::madvise(mapping_, mapping_bytes_, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (mapping_ != nullptr) ::munmap(mapping_, mapping_bytes_);
}

Result<TemporaryFolder> TemporaryFolder::create() {
  std::string pattern = (std::filesystem::temp_directory_path() / "tributary-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return system_failure(pattern);
  return TemporaryFolder(Path(pattern));
}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace tributary
