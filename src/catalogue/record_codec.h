// catalogue/record_codec.h
//
// A SourceProject as bytes: what the store keeps of each source record, and what the external sort
// spills.
//
//   const auto payload = encode(project);
//   const auto again = TRY(decode_project(payload));   // again == project
//   const auto hash = content_hash(payload);           // equal records, equal hash
//
// The byte format is written down in record_codec.cpp. Pure functions; safe to call from any
// thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "catalogue/project.h"

namespace tributary::catalogue {

/// The payload of one record. Deterministic: equal records give equal bytes.
std::string encode(const SourceProject& project);

/// Appends what encode() returns.
void append_encoded(std::string& to, const SourceProject& project);

/// The record that encode() was given, from its payload as it was or packed (packed_record.h).
/// Errors: `corrupt` where the payload is truncated, damaged or followed by other bytes;
/// `unsupported` for a payload of a later version.
Result<SourceProject> decode_project(std::string_view payload);

/// XXH3 (128 bits, seed 0) of a payload: tells whether two records are the same.
struct ContentHash {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const ContentHash&) const = default;

  /// 32 hexadecimal digits, `high` first.
  [[nodiscard]] std::string hex() const;
};
ContentHash content_hash(std::string_view payload);

class WireReader;  // record_wire.h

/// The parts of a record, without version and checksum. A read function is false where the bytes
/// are no such part; its target is then in an unspecified state. `append_head` leaves out the
/// three lists.
void append_head(std::string& to, const SourceProject& project);
void append_part(std::string& to, const Participation& participation);
void append_part(std::string& to, const Topic& topic);
void append_part(std::string& to, const Link& link);
bool read_head(WireReader& from, SourceProject& project);
bool read_part(WireReader& from, Participation& participation);
bool read_part(WireReader& from, Topic& topic);
bool read_part(WireReader& from, Link& link);

}  // namespace tributary::catalogue
