#include "search/index/segmented_index.h"

#include <algorithm>
#include <iterator>

#include "search/index/segment_facts.h"

namespace tributary::search {
namespace {

Result<std::shared_ptr<const Segment>> open_segment(const Path& folder, const SegmentFiles& names,
                                                    const SegmentedIndex* before) {
  if (before != nullptr) {
    for (const auto& segment : before->segments()) {
      if (segment.files->number() == names.number) return segment.files;
    }
  }
  return Segment::open(folder, names);
}

}  // namespace

Result<std::shared_ptr<const SegmentedIndex>> SegmentedIndex::open(const Path& folder,
                                                                   const Manifest& manifest,
                                                                   const SegmentedIndex* before) {
  std::shared_ptr<SegmentedIndex> index(new SegmentedIndex);
  index->number_ = manifest.generation;
  std::uint64_t end = 0;
  std::vector<DocumentSet> live;
  for (const auto& names : manifest.segments) {
    auto files = TRY(open_segment(folder, names, before));
    const auto documents = files->documents();
    const auto first = (end + kWindowDocuments - 1) / kWindowDocuments * kWindowDocuments;
    end = first + documents;
    const bool fits = end < kNoDocument &&
                      (index->segments_.empty() || is_same(files->schema(), index->schema()));
    if (!fits) {
      return fail(ErrorCode::corrupt, "the segments do not belong together",
                  (folder / kManifestName).string());
    }
    live.push_back(DocumentSet::all(documents));
    live.back() -= TRY(read_deleted(folder, names, documents));
    const auto left = live.back().count();
    index->live_documents_ += left;
    index->stored_documents_ += documents;
    std::vector<text::Language> languages;
    std::ranges::set_union(index->languages_, files->languages(), std::back_inserter(languages));
    index->languages_ = std::move(languages);
    index->vocabulary_.add(files->vocabulary());
    index->segments_.push_back({.files = std::move(files),
                                .first = static_cast<std::uint32_t>(first),
                                .has_deleted = left < documents});
  }
  std::vector<std::span<const ExplainedAcronym>> explained;
  for (const auto& segment : index->segments_)
    explained.push_back(segment.files->acronyms().pairs());
  index->acronyms_ = Acronyms(merged_acronyms(explained));
  index->live_ = DocumentSet(static_cast<std::uint32_t>(end));
  for (std::size_t at = 0; at < live.size(); ++at) {
    std::copy_n(live[at].words(), live[at].word_count(),
                index->live_.words() + index->segments_[at].first_word());
  }
  return index;
}

std::size_t SegmentedIndex::segment_of(std::uint32_t document) const {
  const auto after = std::ranges::upper_bound(segments_, document, {}, &PlacedSegment::first);
  return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

std::string SegmentedIndex::id(std::uint32_t document) const {
  const auto& segment = segments_[segment_of(document)];
  return segment.files->id(document - segment.first);
}

std::optional<std::uint32_t> SegmentedIndex::find(std::string_view id) const {
  for (const auto& segment : segments_) {
    const auto number = segment.files->ids().find(id);
    if (number && live_.contains(segment.first + *number)) return segment.first + *number;
  }
  return std::nullopt;
}

}  // namespace tributary::search
