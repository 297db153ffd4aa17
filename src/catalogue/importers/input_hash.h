// catalogue/importers/input_hash.h
//
// One hash for all that an import reads, by which a run names its input.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "catalogue/importers/import_set.h"

namespace tributary::catalogue {

/// XXH3 of 128 bits, as 32 hexadecimal digits, over name, bytes and size of each file, in the order
/// given; an archive counts once, as it lies on the disk. `files` lie together by archive. Reads
/// all of them. Errors: `io`.
Result<std::string> hash_of_input(std::span<const PlannedFile> files);

}  // namespace tributary::catalogue
