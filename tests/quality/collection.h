// tests/quality/collection.h
//
// A test collection for ranking: documents, queries and which documents are relevant, as in
// ../shared/data/ir (its README tells the format and the traps).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::quality {

struct CollectionDocument {
  std::string id, title, text;
};

struct CollectionQuery {
  std::string id, text;
};

struct Collection {
  std::vector<CollectionDocument> documents;
  std::vector<CollectionQuery> queries;
  std::map<std::string, std::set<std::string>> relevant;  ///< by query; judged above 0
};

/// Errors: `not_found`, `corrupt` naming the file.
Result<Collection> read_collection(const Path& folder);

}  // namespace tributary::quality
