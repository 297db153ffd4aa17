#include "versioned_index.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace tributary::search_cases {
namespace {

constexpr int kDocuments = 150;
constexpr int kVersionsFromBuildToBuild = 9;

bool builds_anew(int version) { return version % kVersionsFromBuildToBuild == 1; }

/// What a version does with a document.
enum class Deed : std::uint8_t { leaves, changes, removes };

Deed deed_of(int version, int document) {
  if (builds_anew(version)) return Deed::changes;
  if ((document * 7 + version) % 11 == 0) return Deed::changes;
  return (document * 5 + version) % 23 == 0 ? Deed::removes : Deed::leaves;
}

search::Schema schema() {
  search::Schema schema;
  schema.text_fields = {{.name = "text"}};
  schema.columns = {{.name = "changed_in"}, {.name = "version"}};
  return schema;
}

search::Document document(std::string id, int version) {
  search::Document made;
  made.id = std::move(id);
  made.texts.push_back({.field = 0, .text = fmt::format("all changed v{}", version)});
  made.labels.push_back({.column = 0, .value = fmt::format("{}", version)});
  return made;
}

/// How many documents a version has of each version in which they were changed last.
std::map<std::string, std::uint64_t> expected_counts(int version) {
  std::map<std::string, std::uint64_t> counts;
  for (int number = 0; number < kDocuments; ++number) {
    int last = version;
    while (deed_of(last, number) == Deed::leaves) --last;
    if (deed_of(last, number) == Deed::changes) ++counts[fmt::format("{}", last)];
  }
  ++counts[fmt::format("{}", version)];  // the document that says the version
  return counts;
}

}  // namespace

Result<> write_version(const Path& folder, int version) {
  {
    auto writer = TRY(search::IndexWriter::create(folder, schema()));
    for (int number = 0; number < kDocuments; ++number) {
      const auto id = fmt::format("d{}", number);
      const auto deed = deed_of(version, number);
      if (deed == Deed::changes) TRY(writer.add(document(id, version)));
      if (deed == Deed::removes) TRY(writer.remove(id));
    }
    auto marker = document("marker", version);
    marker.labels.push_back({.column = 1, .value = fmt::format("{}", version)});
    TRY(writer.add(marker));
    TRY(writer.commit(builds_anew(version) ? search::Commit::rebuild : search::Commit::extend));
  }
  if (version % 2 == 0) {
    TRY(search::merge_segments(
        folder, version % 4 == 0 ? search::Merge::everything : search::Merge::where_needed));
  }
  return {};
}

Result<search::Answer> look(const search::Snapshot& snapshot) {
  search::Request request{.limit = 1'000};
  request.query.root = {.kind = search::NodeKind::word, .text = "all"};
  request.facets = {{.name = "changed_in", .column = "changed_in", .limit = 0},
                    {.name = "version", .column = "version", .limit = 0}};
  return snapshot.search(request);
}

std::optional<int> version_of(const search::Answer& answer) {
  const auto& versions = answer.facets[1].counts;
  if (versions.size() != 1 || versions.front().count != 1) return std::nullopt;
  int version = 0;
  const auto& label = versions.front().label;
  std::from_chars(label.data(), label.data() + label.size(), version);
  std::map<std::string, std::uint64_t> counts;
  std::uint64_t total = 0;
  for (const auto& each : answer.facets[0].counts) {
    counts[each.label] = each.count;
    total += each.count;
  }
  const bool is_whole =
      counts == expected_counts(version) && answer.total == total && answer.hits.size() == total;
  return is_whole ? std::optional(version) : std::nullopt;
}

}  // namespace tributary::search_cases
