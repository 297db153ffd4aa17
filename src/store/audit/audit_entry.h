// store/audit/audit_entry.h
//
// One line of the audit trail and the hash that chains it to the line before.
//
// What is hashed, integers little-endian:
//
//   u64 number            from 1, without gaps
//   i64 at                milliseconds since 1970, UTC
//   i64 person            0: the installation itself
//   u32 + bytes action    its length and its UTF-8
//   u32 + bytes subject   likewise
//   32 bytes              SHA-256 of the detail
//   32 bytes              hash of the entry before; zeros before the first
//
// The detail enters by its own hash. So a text that has to be forgotten (a person asked for it) can
// be taken out without breaking the chain, and nobody can put another text in its place.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "ecosystem/innovation/innovation.h"

namespace tributary::store {

using Sha256 = std::array<char, 32>;

/// FIPS 180-4.
Sha256 sha256(std::string_view bytes);

/// 64 hexadecimal digits, as printed and compared by people.
std::string hexadecimal(const Sha256& hash);

struct AuditEntry {
  Timestamp at;
  ecosystem::PersonId person;  ///< by number alone: names and addresses are never part of the trail
  std::string action;          ///< "framework_version.consult"
  std::string subject;         ///< "framework_version/3": what it was done to
  std::string detail;          ///< a JSON object: with which words and figures
};

/// The hash of entry `number`, which follows the one with the hash `before`.
Sha256 chained_hash(std::uint64_t number, const AuditEntry& entry, const Sha256& detail_hash,
                    const Sha256& before);

}  // namespace tributary::store
