// store/prepared_record.h
//
// A record with what the store computes of it before it asks the database, so that another thread
// than the one that writes can do that part.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/import_stream.h"
#include "catalogue/record_codec.h"

namespace tributary::store {

/// A place in the list of a record, which stands for an organisation that has neither name nor
/// number. Views.
struct ParticipationPlace {
  std::string_view source, key;
  std::int64_t ordinal = 0;
};

struct PreparedRecord {
  catalogue::ImportRecord record;
  std::string payload;                  ///< encode(record.project), packed (packed_record.h)
  catalogue::ContentHash content_hash;  ///< of encode(record.project)
  /// By participation: XXH3 of all that is stated of the organisation; of one that has neither name
  /// nor number, of its place too.
  std::vector<std::uint64_t> statements;
};

/// Pure; safe from any thread.
PreparedRecord prepare(catalogue::ImportRecord record);
std::vector<PreparedRecord> prepare(std::vector<catalogue::ImportRecord> records);

/// "place:<source>-<key>#<ordinal>".
std::string place_words(const ParticipationPlace& place);

}  // namespace tributary::store
