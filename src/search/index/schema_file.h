// search/index/schema_file.h
//
// What a generation must know before it can be read: its schema, and figures about its documents.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/schema.h"

namespace tributary::search {

struct IndexFacts {
  Schema schema;
  std::uint32_t documents = 0;
  std::vector<std::uint64_t> field_words;  ///< by text field: words of all documents together
  /// By text field: the mean length that impacts were computed with. All segments of an index have
  /// that of its last full build, so that their impacts compare.
  std::vector<float> average_lengths;
  std::uint32_t averaged_documents = 0;   ///< how many documents that build had
  std::vector<text::Language> languages;  ///< that texts are in, ascending, without `unknown`
};

/// Bytes for the one section of the schema file; the format stands at the implementation.
std::string encode(const IndexFacts& facts);

/// Nothing when the bytes are not what encode() writes.
std::optional<IndexFacts> decode_facts(std::span<const std::byte> bytes);

/// Whether documents of one may lie in a segment beside those of the other.
bool is_same(const Schema& one, const Schema& other);

/// Errors: `invalid_argument` naming the field, column or alias that breaks a rule of schema.h.
Result<> check(const Schema& schema);

}  // namespace tributary::search
