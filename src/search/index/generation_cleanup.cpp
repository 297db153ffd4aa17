#include "search/index/generation_cleanup.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

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

void remove_other_files(const Path& folder, const Manifest& kept) {
  std::set<std::string_view> wanted;
  for (const auto& segment : kept.segments) {
    for (const auto& file : segment.files) wanted.insert(file.name);
    if (segment.deleted) wanted.insert(segment.deleted->name);
  }
  const auto names = names_in(folder);
  if (!names) return;
  for (const auto& name : *names) {
    const bool is_ours = generation_of(name) != 0 || name.ends_with(".new");
    if (is_ours && !wanted.contains(name)) remove_file(folder / name);
  }
}

void remove_file(const Path& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

}  // namespace tributary::search
