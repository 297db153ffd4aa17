// search/index/segmented_index.h
//
// A whole generation, opened: its segments side by side, without the documents that are no more.
//
// Documents are numbered through all segments. Each segment begins at a whole window
// (kWindowDocuments), so that a set over all of them is the sets of its segments one after another;
// the numbers between are of no document.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "search/exec/document_set.h"
#include "search/index/manifest.h"
#include "search/index/segment.h"
#include "search/words/acronyms.h"
#include "search/words/vocabularies.h"

namespace tributary::search {

struct PlacedSegment {
  std::shared_ptr<const Segment> files;
  std::uint32_t first = 0;   ///< the number of its first document
  bool has_deleted = false;  ///< it holds documents that are no more

  [[nodiscard]] std::size_t first_word() const { return first / 64; }
};

/// Immutable; safe from any thread. Its files may be unlinked while it lives.
class SegmentedIndex {
 public:
  /// Segments that `before` (may be null) has open are shared with it. Errors: `not_found` when a
  /// file is gone (a newer generation replaced this one), `corrupt` naming the damaged file.
  static Result<std::shared_ptr<const SegmentedIndex>> open(const Path& folder,
                                                            const Manifest& manifest,
                                                            const SegmentedIndex* before);

  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] const Schema& schema() const { return segments_.front().files->schema(); }
  [[nodiscard]] std::span<const text::Language> languages() const { return languages_; }
  [[nodiscard]] std::span<const PlacedSegment> segments() const { return segments_; }
  [[nodiscard]] const Vocabularies& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const Acronyms& acronyms() const { return acronyms_; }

  /// Document numbers are below this.
  [[nodiscard]] std::uint32_t end() const { return live_.documents(); }
  [[nodiscard]] const DocumentSet& live() const { return live_; }
  [[nodiscard]] bool has_deleted() const { return live_documents_ < stored_documents_; }
  [[nodiscard]] std::uint64_t live_documents() const { return live_documents_; }
  /// With those that are no more but still lie in a segment: what counts of documents refer to.
  [[nodiscard]] std::uint64_t stored_documents() const { return stored_documents_; }

  /// The segment of a document, as a place in segments(). REQUIRES: document < end().
  [[nodiscard]] std::size_t segment_of(std::uint32_t document) const;
  [[nodiscard]] std::string id(std::uint32_t document) const;
  /// The document with this id that is there.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

 private:
  SegmentedIndex() : live_(0) {}

  std::uint64_t number_ = 0;
  std::vector<PlacedSegment> segments_;
  Vocabularies vocabulary_;
  Acronyms acronyms_;
  std::vector<text::Language> languages_;  ///< of all segments, ascending
  DocumentSet live_;
  std::uint64_t live_documents_ = 0, stored_documents_ = 0;
};

}  // namespace tributary::search
