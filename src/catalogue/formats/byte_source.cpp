#include "catalogue/formats/byte_source.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "catalogue/formats/archive_handle.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kBlockBytes = 256 * 1024;

class PlainSource final : public ByteSource {
 public:
  static Result<std::unique_ptr<PlainSource>> open(const Input& input) {
    const int descriptor = ::open(input.file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, std::strerror(errno),
                  input.name());
    }
    return std::make_unique<PlainSource>(descriptor, input.name());
  }

  PlainSource(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)), block_(kBlockBytes) {}
  PlainSource(const PlainSource&) = delete;
  PlainSource& operator=(const PlainSource&) = delete;
  ~PlainSource() override { ::close(descriptor_); }

  Result<std::string_view> next_block() override {
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, block_.data(), block_.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) return fail(ErrorCode::io, std::strerror(errno), name_);
    bytes_read_ += static_cast<std::uint64_t>(count);
    return std::string_view(block_.data(), static_cast<std::size_t>(count));
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return bytes_read_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  void rewind() {
    ::lseek(descriptor_, 0, SEEK_SET);
    bytes_read_ = 0;
  }

 private:
  int descriptor_;
  std::string name_;
  std::vector<char> block_;
  std::uint64_t bytes_read_ = 0;
};

/// gzip through zlib, because libarchive does not check the checksum at the end of a member.
class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<PlainSource> packed)
      : packed_(std::move(packed)), block_(kBlockBytes) {
    constexpr int kGzipOnly = 15 + 16;
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override { inflateEnd(&stream_); }

  Result<std::string_view> next_block() override {
    for (;;) {
      if (stream_.avail_in == 0) {
        const auto more = TRY(packed_->next_block());
        if (more.empty() && !between_members_) return broken("it ends early");
        if (more.empty()) return std::string_view{};
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(more.data()));
        stream_.avail_in = static_cast<uInt>(more.size());
      }
      if (between_members_ && members_ > 0) inflateReset(&stream_);
      between_members_ = false;
      stream_.next_out = reinterpret_cast<Bytef*>(block_.data());
      stream_.avail_out = static_cast<uInt>(block_.size());
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END) {
        between_members_ = true;
        ++members_;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return broken(stream_.msg != nullptr ? stream_.msg : "the data is not gzip");
      }
      const std::size_t count = block_.size() - stream_.avail_out;
      if (count > 0) return std::string_view(block_.data(), count);
    }
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return packed_->bytes_read(); }

 private:
  [[nodiscard]] std::unexpected<Error> broken(const char* reason) const {
    return fail(ErrorCode::corrupt, std::string("the gzip file cannot be read: ") + reason,
                packed_->name());
  }

  std::unique_ptr<PlainSource> packed_;
  std::vector<char> block_;
  z_stream stream_{};
  bool between_members_ = false;
  std::uint64_t members_ = 0;
};

class ArchiveSource final : public ByteSource {
 public:
  explicit ArchiveSource(std::unique_ptr<ArchiveHandle> handle) : handle_(std::move(handle)) {}

  Result<std::string_view> next_block() override {
    for (;;) {
      const void* block = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle_->get(), &block, &size, &offset);
      if (status == ARCHIVE_EOF) return std::string_view{};
      // A warning is a checksum that does not match: the bytes are not what was packed.
      if (status != ARCHIVE_OK) return handle_->failure();
      if (size > 0) return std::string_view(static_cast<const char*>(block), size);
    }
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return handle_->packed_bytes(); }

 private:
  std::unique_ptr<ArchiveHandle> handle_;
};

class MemorySource final : public ByteSource {
 public:
  MemorySource(std::string text, std::size_t block_bytes)
      : text_(std::move(text)), block_bytes_(std::max<std::size_t>(block_bytes, 1)) {}

  Result<std::string_view> next_block() override {
    const auto block = std::string_view(text_).substr(place_, block_bytes_);
    place_ += block.size();
    return block;
  }

  [[nodiscard]] std::uint64_t bytes_read() const override { return place_; }

 private:
  std::string text_;
  std::size_t block_bytes_;
  std::size_t place_ = 0;
};

Result<std::unique_ptr<ByteSource>> open_entry(const Input& input) {
  auto handle = TRY(ArchiveHandle::open(input.file, ArchiveKind::zip, input.name()));
  while (auto* entry = TRY(handle->next_entry())) {
    if (path_of(entry) != input.entry) continue;
    if (archive_entry_is_encrypted(entry) != 0) {
      return fail(ErrorCode::unsupported, "the entry is encrypted", input.name());
    }
    handle->restart_count();
    return std::make_unique<ArchiveSource>(std::move(handle));
  }
  return fail(ErrorCode::not_found, "the zip has no such entry", input.name());
}

}  // namespace

std::string Input::name() const {
  const std::string shown = copy_of.empty() ? file.string() : copy_of;
  return entry.empty() ? shown : shown + "!" + entry;
}

Result<std::unique_ptr<ByteSource>> open_bytes(const Input& input) {
  if (!input.entry.empty()) return open_entry(input);
  auto plain = TRY(PlainSource::open(input));
  const std::string head(TRY(plain->next_block()).substr(0, 6));
  plain->rewind();
  if (head.starts_with("\x1f\x8b")) return std::make_unique<GzipSource>(std::move(plain));
  if (head == std::string_view("\xfd"
                               "7zXZ\0",
                               6)) {
    auto handle = TRY(ArchiveHandle::open(input.file, ArchiveKind::xz, input.name()));
    if (TRY(handle->next_entry()) == nullptr) return source_of("");
    return std::make_unique<ArchiveSource>(std::move(handle));
  }
  return plain;
}

std::unique_ptr<ByteSource> source_of(std::string text, std::size_t block_bytes) {
  return std::make_unique<MemorySource>(std::move(text), block_bytes);
}

Result<std::vector<ArchiveEntry>> list_zip(const Path& file) {
  auto handle = TRY(ArchiveHandle::open(file, ArchiveKind::zip, file.string()));
  std::vector<ArchiveEntry> entries;
  while (auto* entry = TRY(handle->next_entry())) {
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    entries.push_back({.path = path_of(entry),
                       .size_bytes = archive_entry_size_is_set(entry) != 0
                                         ? static_cast<std::uint64_t>(archive_entry_size(entry))
                                         : 0});
  }
  std::ranges::sort(entries, {}, &ArchiveEntry::path);
  return entries;
}

}  // namespace tributary::catalogue
