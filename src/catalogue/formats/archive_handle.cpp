#include "catalogue/formats/archive_handle.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tributary::catalogue {

Result<std::unique_ptr<ArchiveHandle>> ArchiveHandle::open(const Path& file, ArchiveKind kind,
                                                           std::string name) {
  std::unique_ptr<ArchiveHandle> handle(new ArchiveHandle(std::move(name)));
  handle->descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle->descriptor_ < 0) {
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, std::strerror(errno),
                handle->name_);
  }
  handle->archive_ = archive_read_new();
  if (handle->archive_ == nullptr) throw std::bad_alloc();
  if (kind == ArchiveKind::zip) {
    // Not the streaming kind: it would take a zip that lost its directory for a whole one.
    archive_read_support_format_zip_seekable(handle->archive_);
    archive_read_set_seek_callback(handle->archive_, seek);
  } else {
    archive_read_support_filter_xz(handle->archive_);
    archive_read_support_format_raw(handle->archive_);
  }
  archive_read_set_read_callback(handle->archive_, read);
  archive_read_set_skip_callback(handle->archive_, skip);
  archive_read_set_callback_data(handle->archive_, handle.get());
  if (archive_read_open1(handle->archive_) != ARCHIVE_OK) return handle->failure();
  return handle;
}

ArchiveHandle::~ArchiveHandle() {
  if (archive_ != nullptr) archive_read_free(archive_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<archive_entry*> ArchiveHandle::next_entry() {
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_, &entry);
  if (status == ARCHIVE_EOF) return nullptr;
  if (status < ARCHIVE_WARN) return failure();
  return entry;
}

std::unexpected<Error> ArchiveHandle::failure() const {
  const char* reason = archive_error_string(archive_);
  const int number = archive_errno(archive_);
  const bool from_system = number == EIO || number == EACCES || number == EISDIR;
  return fail(
      from_system ? ErrorCode::io : ErrorCode::corrupt,
      std::string("the archive cannot be read: ") + (reason != nullptr ? reason : "it ends early"),
      name_);
}

la_ssize_t ArchiveHandle::read(archive* of, void* self_pointer, const void** block) {
  auto* self = static_cast<ArchiveHandle*>(self_pointer);
  ssize_t count = 0;
  do {
    count = ::read(self->descriptor_, self->block_.data(), self->block_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) {
    archive_set_error(of, errno, "%s", std::strerror(errno));
    return -1;
  }
  self->packed_bytes_ += static_cast<std::uint64_t>(count);
  *block = self->block_.data();
  return count;
}

la_int64_t ArchiveHandle::seek(archive* of, void* self_pointer, la_int64_t offset, int whence) {
  auto* self = static_cast<ArchiveHandle*>(self_pointer);
  const auto place = ::lseek(self->descriptor_, offset, whence);
  if (place >= 0) return place;
  archive_set_error(of, errno, "%s", std::strerror(errno));
  return ARCHIVE_FATAL;
}

la_int64_t ArchiveHandle::skip(archive*, void* self_pointer, la_int64_t count) {
  auto* self = static_cast<ArchiveHandle*>(self_pointer);
  const auto before = ::lseek(self->descriptor_, 0, SEEK_CUR);
  const auto after = ::lseek(self->descriptor_, count, SEEK_CUR);
  return before < 0 || after < 0 ? 0 : after - before;
}

std::string path_of(archive_entry* entry) {
  if (const char* path = archive_entry_pathname_utf8(entry); path != nullptr) return path;
  if (const char* path = archive_entry_pathname(entry); path != nullptr) return path;
  return {};
}

}  // namespace tributary::catalogue
