// http/static_files.h
//
// The built pages, held in memory. What is not found at loading does not exist, so no request can
// reach another file whatever its path.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// Reading is safe from any thread.
class StaticFiles {
 public:
  /// Reads every regular file below `root`; links are not followed. Errors: `not_found` and `io`
  /// naming the file; `too_long` over 256 MiB together.
  static Result<StaticFiles> load(const Path& root);

  /// The file at a decoded path such as "/assets/index-1a2b.js". Files under /assets/ have their
  /// content's hash in their name, so browsers may keep them for ever.
  [[nodiscard]] std::optional<Response> find(std::string_view path, const Request& request) const;

  /// The bytes of a file; null where there is none.
  [[nodiscard]] std::shared_ptr<const std::string> bytes(std::string_view path) const;

 private:
  struct File {
    std::string content_type;
    std::string entity_tag;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> compressed;  ///< null where that does not help
  };

  std::map<std::string, File, std::less<>> files_;
};

/// By the ending of the name; application/octet-stream where it is not known.
std::string_view content_type_of(const Path& file);

}  // namespace tributary::http
