// tests/quality/collection_test.h
//
// What tests on the collections begin with: read one of ../shared/data/ir, or skip loudly.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "collection.h"

namespace tributary::quality {

class CollectionTest : public testing::Test {
 protected:
  /// The collection, or nothing when the test is to be skipped.
  static std::optional<Collection> collection(const std::string& name) {
    const Path folder = Path(TRIBUTARY_SOURCE_DIR).parent_path() / "shared/data/ir" / name;
    if (!std::filesystem::exists(folder)) return std::nullopt;
    auto read = read_collection(folder);
    if (!read) ADD_FAILURE() << read.error().text();
    return read ? std::optional(std::move(*read)) : std::nullopt;
  }
};

#define COLLECTION_OR_SKIP(variable, name) \
  const auto variable = collection(name);  \
  if (HasFailure()) return;                \
  if (!(variable)) GTEST_SKIP() << "skipped: no ../shared/data";

}  // namespace tributary::quality
