// catalogue/packed_record.h
//
// The payload of a record (record_codec.h) with its repetitions taken out: what the store keeps. A
// record is written two or three times on its way into the database (log, table, page cache), so
// that bytes saved here are saved several times (docs/decisions/0039-import-in-fewer-bytes.md).
//
// The bytes, where they are fewer than the payload's, which else stays as it is:
//
//   version   1 byte, 2
//   size      varint: bytes of the payload
//   block     LZ4 block (lz4_Block_format.md of LZ4 1.9) of the whole payload
//
// Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::catalogue {

inline constexpr char kPackedVersion = 2;

/// `payload` or its packed form, whichever is shorter.
std::string pack_record(std::string_view payload);

/// The payload that was packed. REQUIRES: `packed` begins with kPackedVersion. Errors: `corrupt`
/// where the bytes have no reading or announce more than they can hold.
Result<std::string> unpack_record(std::string_view packed);

}  // namespace tributary::catalogue
