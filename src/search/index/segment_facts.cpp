#include "search/index/segment_facts.h"

#include "search/index/delete_mask.h"

namespace tributary::search {

Result<IndexFacts> read_facts(const Path& folder, const SegmentFiles& segment) {
  const auto summary = TRY(segment.file(folder, FileKind::schema));
  const auto file = TRY(SectionFile::open(folder, summary, FileKind::schema));
  auto facts = decode_facts(TRY(file.section(SectionTag::bytes)));
  if (!facts) return file.broken("the schema cannot be read");
  return std::move(*facts);
}

Result<DocumentSet> read_deleted(const Path& folder, const SegmentFiles& segment,
                                 std::uint32_t documents) {
  if (!segment.deleted) return DocumentSet(documents);
  return read_delete_mask(folder, *segment.deleted, documents);
}

}  // namespace tributary::search
