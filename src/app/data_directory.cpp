#include "app/data_directory.h"

namespace tributary::app {

bool DataDirectory::has_database() const {
  std::error_code failure;
  const auto location = database();
  return !location.is_file() || std::filesystem::exists(location.file(), failure);
}

Result<> DataDirectory::prepare() const {
  std::error_code failure;
  std::filesystem::create_directories(index(), failure);
  if (failure) return fail(ErrorCode::io, failure.message(), root.string());
  return {};
}

}  // namespace tributary::app
