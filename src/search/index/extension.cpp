#include "search/index/extension.h"

#include <algorithm>

#include "search/index/delete_mask.h"
#include "search/index/segment_facts.h"

namespace tributary::search {
Result<Extension> Extension::open(const Path& folder, const Schema& schema) {
  Extension extension(folder, TRY(read_manifest(folder)));
  for (const auto& files : extension.manifest_.segments) {
    auto facts = TRY(read_facts(folder, files));
    if (!is_same(facts.schema, schema)) {
      return fail(ErrorCode::invalid_argument, "the index has another schema", folder.string());
    }
    const auto summary = TRY(files.file(folder, FileKind::documents));
    auto documents = TRY(SectionFile::open(folder, summary, FileKind::documents));
    const auto ids = TRY(DocumentIds::open(documents, facts.documents));
    auto deleted = files.deleted ? TRY(read_delete_mask(folder, *files.deleted, facts.documents))
                                 : DocumentSet(facts.documents);
    extension.segments_.push_back({.files = files,
                                   .documents = std::move(documents),
                                   .ids = ids,
                                   .deleted = std::move(deleted)});
    extension.facts_ = std::move(facts);
  }
  return extension;
}

void Extension::remove(std::string_view id) {
  for (auto& segment : segments_) {
    const auto document = segment.ids.find(id);
    if (!document || segment.deleted.contains(*document)) continue;
    segment.deleted.add(*document);
    segment.has_lost = true;
  }
}

bool Extension::has_removed_any() const {
  return std::ranges::any_of(segments_, &ThinnedSegment::has_lost);
}

Result<std::vector<SegmentFiles>> Extension::finish(std::uint64_t generation) {
  std::vector<SegmentFiles> all;
  for (auto& segment : segments_) {
    if (segment.has_lost) {
      const auto name = mask_name(generation, segment.files.number);
      segment.files.deleted = TRY(write_delete_mask(folder_ / name, segment.deleted));
    }
    all.push_back(segment.files);
  }
  return all;
}

}  // namespace tributary::search
