#include "search/index/generation_cleanup.h"

#include <algorithm>
#include <string>
#include <vector>

#include "search/index/manifest.h"

namespace tributary::search {
namespace {

Result<std::vector<std::string>> names_in(const Path& folder) {
  std::error_code failure;
  std::vector<std::string> names;
  std::filesystem::directory_iterator entry(folder, failure);
  for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  if (failure) return fail(ErrorCode::io, failure.message(), folder.string());
  return names;
}

}  // namespace

Result<std::uint64_t> newest_generation(const Path& folder) {
  std::uint64_t newest = 0;
  for (const auto& name : TRY(names_in(folder))) newest = std::max(newest, generation_of(name));
  if (const auto manifest = read_manifest(folder)) newest = std::max(newest, manifest->generation);
  return newest;
}

void remove_other_generations(const Path& folder, std::uint64_t kept) {
  const auto names = names_in(folder);
  if (!names) return;
  for (const auto& name : *names) {
    const auto generation = generation_of(name);
    const bool is_left_over = name.ends_with(".new");
    if ((generation != 0 && generation != kept) || is_left_over) remove_file(folder / name);
  }
}

void remove_file(const Path& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

}  // namespace tributary::search
