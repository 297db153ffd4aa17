#include "app/data_directory.h"

namespace tributary::app {

Result<> DataDirectory::prepare() const {
  std::error_code failure;
  std::filesystem::create_directories(index(), failure);
  if (failure) return fail(ErrorCode::io, failure.message(), root.string());
  return {};
}

}  // namespace tributary::app
