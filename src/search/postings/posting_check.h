#pragma once

#include <cstdint>
#include <span>

#include "search/postings/posting_list.h"

namespace tributary::search {

/// Whether `bytes` begin with a list of `document_count` ≥ 2 postings of documents below
/// `documents`, in the format of posting_list.h: then nothing that reads it leaves the bytes, and
/// its documents ascend. Unpacks the whole list once.
bool is_posting_list(std::span<const std::byte> bytes, std::uint32_t document_count,
                     std::uint32_t documents, Impacts impacts = Impacts::stored);

}  // namespace tributary::search
