// Which files belong together, and what they are.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "catalogue/formats/table_file.h"
#include "catalogue/import_stream.h"
#include "catalogue/importers/import_set.h"
#include "catalogue/importers/table_shape.h"

namespace tributary::catalogue {
namespace {

constexpr std::array<std::string_view, 2> kSources = {"cordis", "erasmus"};

/// The folder or archive that an input belongs to, and its source.
struct SetName {
  Path label;
  std::string source;
  auto operator<=>(const SetName&) const = default;
};

std::uint64_t size_of(const Path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error ? 0 : size;
}

class Planner {
 public:
  explicit Planner(std::string source_override) : only_source_(std::move(source_override)) {}

  Result<> add_path(const Path& path) {
    auto inputs = list_inputs(path);
    if (!inputs && inputs.error().code == ErrorCode::corrupt) {
      refuse(path.string(), inputs.error().message);
      return {};
    }
    for (auto& input : TRY(std::move(inputs))) {
      if (seen_.insert(input.name()).second) add_input(std::move(input));
    }
    return {};
  }

  ImportPlan finish() {
    for (auto& [name, files] : sets_) {
      std::ranges::sort(files, {}, [](const PlannedFile& file) {
        return std::pair(file.input.file, file.input.entry);
      });
      OpenedImport opened;
      opened.source = name.source;
      opened.label =
          (files.size() == 1 && files.front().input.entry.empty() ? files.front().input.file
                                                                  : name.label)
              .string();
      share_sizes(files);
      opened.stream = open_import_set(name.source, std::move(files));
      plan_.imports.push_back(std::move(opened));
    }
    return std::move(plan_);
  }

 private:
  void add_input(Input input) {
    auto reader = open_table(input);
    if (!reader) return refuse(input.name(), reader.error().message);
    const auto shape = recognise((*reader)->header(), only_source_);
    if (!shape) return refuse(input.name(), refusal((*reader)->header()));
    SetName name{input.entry.empty() ? input.file.parent_path() : input.file,
                 std::string(source_of(shape->kind))};
    sets_[std::move(name)].push_back({std::move(input), 0});
  }

  void refuse(std::string file, std::string reason) {
    auto& tally = plan_.refused.emplace_back();
    tally.file = std::move(file);
    tally.refused = std::move(reason);
  }

  /// An archive's size is shared out among its entries.
  static void share_sizes(std::vector<PlannedFile>& files) {
    for (std::size_t at = 0; at < files.size();) {
      const auto& file = files[at].input.file;
      auto end = at;
      while (end < files.size() && files[end].input.file == file) ++end;
      const auto share = size_of(file) / (end - at);
      for (; at < end; ++at) files[at].size_bytes = share;
    }
  }

  std::string only_source_;
  std::set<std::string> seen_;
  std::map<SetName, std::vector<PlannedFile>> sets_;
  ImportPlan plan_;
};

}  // namespace

Result<ImportPlan> plan_import(const std::vector<Path>& paths, const std::string& source_override) {
  if (!source_override.empty() && std::ranges::find(kSources, source_override) == kSources.end()) {
    return fail(ErrorCode::invalid_argument,
                "\"" + source_override + "\" is no source; known are cordis and erasmus");
  }
  Planner planner(source_override);
  for (const auto& path : paths) TRY(planner.add_path(path));
  return planner.finish();
}

}  // namespace tributary::catalogue
