#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "app/archive/archive_writer.h"

namespace tributary::app {
namespace {

/// Deflate's fastest level: the tables are many, and what has to be small is packed once more.
constexpr const char* kOptions = "zip:compression-level=1";
constexpr std::time_t kNoMoment = 315'532'800;  // the first that a zip can say: 1980-01-01

class ZipWriter final : public ArchiveWriter {
 public:
  ZipWriter(Path file, Path temporary, int descriptor)
      : file_(std::move(file)),
        temporary_(std::move(temporary)),
        descriptor_(descriptor),
        archive_(archive_write_new()),
        entry_(archive_entry_new()) {
    if (archive_ == nullptr || entry_ == nullptr) throw std::bad_alloc();
  }
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter() override {
    archive_entry_free(entry_);
    archive_write_free(archive_);
    ::close(descriptor_);
    if (!is_finished_) ::unlink(temporary_.c_str());
  }

  Result<> open() {
    archive_write_set_format_zip(archive_);
    archive_write_set_bytes_in_last_block(archive_, 1);  // no padding behind the end
    if (archive_write_set_options(archive_, kOptions) != ARCHIVE_OK) return refused();
    return accepted(archive_write_open_fd(archive_, descriptor_));
  }

  Result<> begin_file(std::string_view name) override {
    archive_entry_clear(entry_);
    archive_entry_set_pathname(entry_, std::string(name).c_str());
    archive_entry_set_filetype(entry_, AE_IFREG);
    archive_entry_set_perm(entry_, 0600);
    archive_entry_set_mtime(entry_, kNoMoment, 0);
    return accepted(archive_write_header(archive_, entry_));
  }

  Result<> write(std::string_view bytes) override {
    const auto written = archive_write_data(archive_, bytes.data(), bytes.size());
    return written == static_cast<la_ssize_t>(bytes.size()) ? Result<>() : refused();
  }

  Result<> end_file() override { return accepted(archive_write_finish_entry(archive_)); }

  Result<> finish() override {
    TRY(accepted(archive_write_close(archive_)));
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), file_.c_str()) != 0) {
      return fail(ErrorCode::io, std::strerror(errno), file_.string());
    }
    is_finished_ = true;
    return flush_folder(file_.parent_path());
  }

 private:
  Result<> accepted(int status) const { return status == ARCHIVE_OK ? Result<>() : refused(); }

  [[nodiscard]] std::unexpected<Error> refused() const {
    const char* reason = archive_error_string(archive_);
    return fail(ErrorCode::io, reason != nullptr ? reason : "it cannot be written", file_.string());
  }

  Path file_, temporary_;
  int descriptor_;
  archive* archive_;
  archive_entry* entry_;
  bool is_finished_ = false;
};

}  // namespace

Result<std::unique_ptr<ArchiveWriter>> write_zip(const Path& named) {
  std::error_code failure;
  const auto file = std::filesystem::absolute(named, failure).lexically_normal();
  if (std::filesystem::exists(file, failure)) {
    return fail(ErrorCode::conflict, "there is something already; name a new file", named.string());
  }
  auto temporary = file.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return fail(ErrorCode::io, std::strerror(errno), named.string());
  auto writer = std::make_unique<ZipWriter>(file, Path(temporary), descriptor);
  TRY(writer->open());
  return writer;
}

}  // namespace tributary::app
