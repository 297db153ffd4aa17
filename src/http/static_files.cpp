#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "http/compression.h"
#include "http/delivery.h"

namespace tributary::http {

namespace {

constexpr std::size_t kLimitBytes = std::size_t{256} << 20;
constexpr std::string_view kForever = "public, max-age=31536000, immutable";

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
}};

}  // namespace

std::string_view content_type_of(const Path& file) {
  const auto* const found =
      std::ranges::find(kTypes, file.extension().string(), [](auto& type) { return type.first; });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

Result<StaticFiles> StaticFiles::load(const Path& root) {
  StaticFiles files;
  std::size_t total_bytes = 0;
  std::error_code failure;
  for (std::filesystem::recursive_directory_iterator entry(root, failure), end;
       !failure && entry != end; entry.increment(failure)) {
    if (entry->is_symlink(failure) || !entry->is_regular_file(failure)) continue;
    total_bytes += entry->file_size(failure);
    if (total_bytes > kLimitBytes) {
      return fail(ErrorCode::too_long, "the files of the pages take more than 256 MiB together",
                  root.string());
    }
    auto bytes = TRY(read_file(entry->path()));
    File file{.content_type = std::string(content_type_of(entry->path())),
              .entity_tag = entity_tag_of(bytes)};
    if (is_compressible(file.content_type)) {
      auto compressed = gzip(bytes);
      if (compressed.size() < bytes.size()) {
        file.compressed = std::make_shared<const std::string>(std::move(compressed));
      }
    }
    file.plain = std::make_shared<const std::string>(std::move(bytes));
    files.files_.emplace("/" + entry->path().lexically_relative(root).generic_string(),
                         std::move(file));
  }
  if (failure) return fail(ErrorCode::io, failure.message(), root.string());
  return files;
}

std::optional<Response> StaticFiles::find(std::string_view path, const Request& request) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  const auto& file = found->second;
  Response response{
      .content_type = file.content_type, .body = file.plain, .entity_tag = file.entity_tag};
  if (path.starts_with("/assets/")) response.cache_control = kForever;
  if (file.compressed && accepts_gzip(request.header("Accept-Encoding"))) {
    response.body = file.compressed;
    response.headers.push_back({"Content-Encoding", "gzip"});
  }
  return response;
}

std::shared_ptr<const std::string> StaticFiles::bytes(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second.plain;
}

}  // namespace tributary::http
