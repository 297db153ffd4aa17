// Which files belong together, and what they are.
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <set>

#include "catalogue/formats/table_file.h"
#include "catalogue/import_stream.h"
#include "catalogue/importers/import_set.h"
#include "catalogue/importers/table_shape.h"
#include "catalogue/record_codec.h"

namespace tributary::catalogue {
namespace {

constexpr std::array<std::string_view, 2> kSources = {"cordis", "erasmus"};

/// The folder or archive that an input belongs to, and its source.
struct SetName {
  Path label;
  std::string source;
  auto operator<=>(const SetName&) const = default;
};

/// Hashes names, sizes and bytes of files, in the order given.
class InputHash {
 public:
  InputHash() : state_(XXH3_createState()) { XXH3_128bits_reset(state_.get()); }

  /// Reads block by block: a mapped file would count as memory that is held. Errors: `io`.
  Result<> add(const Path& file, std::string_view name) {
    add_bytes(name);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(ErrorCode::io, "cannot be opened", file.string());
    std::vector<char> block(std::size_t{128} << 10U);  // stays in a core's cache
    std::uint64_t size = 0;
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) ||
           stream.gcount() > 0) {
      const auto filled = static_cast<std::size_t>(stream.gcount());
      XXH3_128bits_update(state_.get(), block.data(), filled);
      size += filled;
    }
    if (stream.bad()) return fail(ErrorCode::io, "cannot be read", file.string());
    XXH3_128bits_update(state_.get(), &size, sizeof size);
    return {};
  }

  [[nodiscard]] std::string hex() const {
    const auto digest = XXH3_128bits_digest(state_.get());
    return ContentHash{digest.high64, digest.low64}.hex();
  }

 private:
  void add_bytes(std::string_view bytes) {
    const std::uint64_t size = bytes.size();
    XXH3_128bits_update(state_.get(), &size, sizeof size);
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }

  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
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

  Result<ImportPlan> finish() {
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
      opened.content_hash = TRY(hash_of(files));
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

  /// Also notes the sizes: an archive's is shared out among its entries.
  static Result<std::string> hash_of(std::vector<PlannedFile>& files) {
    InputHash hash;
    for (std::size_t at = 0; at < files.size();) {
      const auto& file = files[at].input.file;
      auto end = at;
      while (end < files.size() && files[end].input.file == file) ++end;
      const auto share = size_of(file) / (end - at);
      TRY(hash.add(file, file.filename().string()));
      for (; at < end; ++at) files[at].size_bytes = share;
    }
    return hash.hex();
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
