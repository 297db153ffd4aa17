#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "app/archive/archive_writer.h"

namespace tributary::app {
namespace {

class FolderWriter final : public ArchiveWriter {
 public:
  FolderWriter(Path folder, Path temporary)
      : folder_(std::move(folder)), temporary_(std::move(temporary)) {}
  FolderWriter(const FolderWriter&) = delete;
  FolderWriter& operator=(const FolderWriter&) = delete;
  ~FolderWriter() override {
    if (file_ != nullptr) std::fclose(file_);
    std::error_code ignored;
    if (!is_finished_) std::filesystem::remove_all(temporary_, ignored);
  }

  Result<> begin_file(std::string_view name) override {
    path_ = temporary_ / name;
    file_ = std::fopen(path_.c_str(), "wxe");
    return file_ != nullptr ? Result<>() : refused();
  }

  Result<> write(std::string_view bytes) override {
    const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size();
    return is_written ? Result<>() : refused();
  }

  Result<> end_file() override {
    const bool is_flushed = std::fflush(file_) == 0 && ::fsync(::fileno(file_)) == 0;
    if (!is_flushed) return refused();
    const bool is_closed = std::fclose(std::exchange(file_, nullptr)) == 0;
    return is_closed ? Result<>() : refused();
  }

  Result<> finish() override {
    TRY(flush_folder(temporary_));
    path_ = folder_;
    if (::rename(temporary_.c_str(), folder_.c_str()) != 0) return refused();
    is_finished_ = true;
    return flush_folder(folder_.parent_path());
  }

 private:
  [[nodiscard]] std::unexpected<Error> refused() const {
    return fail(ErrorCode::io, std::strerror(errno), path_.string());
  }

  Path folder_, temporary_;
  Path path_;  // of what is being written
  std::FILE* file_ = nullptr;
  bool is_finished_ = false;
};

}  // namespace

Result<std::unique_ptr<ArchiveWriter>> write_folder(const Path& named) {
  std::error_code failure;
  auto folder = std::filesystem::absolute(named, failure).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // "export/"
  if (std::filesystem::exists(folder, failure) && !std::filesystem::is_empty(folder, failure)) {
    return fail(ErrorCode::conflict, "there is something already; name a new folder",
                named.string());
  }
  auto temporary = folder.string() + ".XXXXXX";
  if (::mkdtemp(temporary.data()) == nullptr) {
    return fail(ErrorCode::io, std::strerror(errno), named.string());
  }
  return std::make_unique<FolderWriter>(std::move(folder), Path(temporary));
}

}  // namespace tributary::app
