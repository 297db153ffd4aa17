#include "search/index/delete_mask.h"

#include <algorithm>

namespace tributary::search {

Result<FileSummary> write_delete_mask(const Path& path, const DocumentSet& deleted) {
  auto file = TRY(SectionFileWriter::create(path, FileKind::deleted));
  TRY(file.section(SectionTag::deleted, 0, std::span(deleted.words(), deleted.word_count())));
  return file.finish();
}

Result<DocumentSet> read_delete_mask(const Path& folder, const FileSummary& summary,
                                     std::uint32_t documents) {
  const auto file = TRY(SectionFile::open(folder, summary, FileKind::deleted));
  const auto words = TRY(file.array<std::uint64_t>(SectionTag::deleted));
  DocumentSet deleted(documents);
  const bool fits = words.size() == deleted.word_count();
  if (fits) std::ranges::copy(words, deleted.words());
  auto outside = deleted;
  outside -= DocumentSet::all(documents);
  if (!fits || outside.count() > 0) return file.broken("the mask does not fit the segment");
  return deleted;
}

}  // namespace tributary::search
