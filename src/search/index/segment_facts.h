// search/index/segment_facts.h
#pragma once

#include "search/exec/document_set.h"
#include "search/index/manifest.h"
#include "search/index/schema_file.h"

namespace tributary::search {

/// What a segment says of itself, without opening the rest of it. Errors: `not_found`, `corrupt`
/// naming the file.
Result<IndexFacts> read_facts(const Path& folder, const SegmentFiles& segment);

/// The documents of a segment that are no more; none where it has no mask. Errors: likewise.
Result<DocumentSet> read_deleted(const Path& folder, const SegmentFiles& segment,
                                 std::uint32_t documents);

}  // namespace tributary::search
