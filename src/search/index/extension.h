// search/index/extension.h
//
// The generation that a writer extends: its segments stay, but for the documents that are replaced
// or removed.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "search/exec/document_set.h"
#include "search/index/document_ids.h"
#include "search/index/manifest.h"
#include "search/index/schema_file.h"

namespace tributary::search {

/// Not thread-safe. REQUIRES: the caller holds the lock.
class Extension {
 public:
  /// Errors: `not_found` where there is no generation, `corrupt`; `invalid_argument` where it has
  /// another schema.
  static Result<Extension> open(const Path& folder, const Schema& schema);

  [[nodiscard]] std::uint64_t generation() const { return manifest_.generation; }

  /// Of the last full build: `average_lengths` and `averaged_documents` go into every segment.
  [[nodiscard]] const IndexFacts& facts() const { return facts_; }

  /// Leaves out the document with this id, where there is one.
  void remove(std::string_view id);
  [[nodiscard]] bool has_removed_any() const;

  /// Writes the masks of the segments that lost documents; what `generation` consists of so far.
  Result<std::vector<SegmentFiles>> finish(std::uint64_t generation);

 private:
  struct ThinnedSegment {
    SegmentFiles files;
    SectionFile documents;  ///< holds what `ids` views
    DocumentIds ids;
    DocumentSet deleted;
    bool has_lost = false;
  };
  Extension(Path folder, Manifest manifest)
      : folder_(std::move(folder)), manifest_(std::move(manifest)) {}

  Path folder_;
  Manifest manifest_;
  IndexFacts facts_;
  std::vector<ThinnedSegment> segments_;
};

}  // namespace tributary::search
