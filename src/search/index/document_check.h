// search/index/document_check.h
//
// Whether a document fits the schema of the index that it is written into.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "search/document.h"
#include "search/schema.h"

namespace tributary::search {

/// Errors: `invalid_argument` for a document without an id, a place that the schema lacks, a value
/// of the wrong kind and a second value in a text column.
Result<> check(const Document& document, const Schema& schema);

/// "document cordis-1, column 3": a place as errors name it.
std::string place_name(const Document& document, std::string_view what, std::size_t place);

}  // namespace tributary::search
