// search/index/delete_mask.h
//
// Which documents of a segment are no more, because they were removed or because a later segment
// has a document with the same id. A file of its own, since the segment's files never change; each
// generation in which more are gone writes the whole mask anew. One section:
//
//   deleted   u64 each: bit d % 64 of word d / 64 is document d; whole windows of 4,096 documents
#pragma once

#include "search/exec/document_set.h"
#include "search/index/section_file.h"

namespace tributary::search {

Result<FileSummary> write_delete_mask(const Path& path, const DocumentSet& deleted);

/// Errors: `not_found`; `corrupt` naming the file, also where it belongs to a segment with another
/// number of documents.
Result<DocumentSet> read_delete_mask(const Path& folder, const FileSummary& file,
                                     std::uint32_t documents);

}  // namespace tributary::search
