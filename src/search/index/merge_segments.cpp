#include <algorithm>
#include <numeric>

#include "search/index.h"
#include "search/index/generation_cleanup.h"
#include "search/index/lock_file.h"
#include "search/index/merge_policy.h"
#include "search/index/segment_facts.h"
#include "search/index/segment_merge.h"

namespace tributary::search {
namespace {

/// The manifest with the segments at `places` as one, in the place of the first.
Manifest with_merged(const Manifest& manifest, const std::vector<std::size_t>& places,
                     std::uint64_t generation, const SegmentFiles& merged) {
  Manifest next{.generation = generation, .segments = {}};
  for (std::size_t at = 0; at < manifest.segments.size(); ++at) {
    if (at == places.front()) next.segments.push_back(merged);
    if (!std::ranges::binary_search(places, at)) next.segments.push_back(manifest.segments[at]);
  }
  return next;
}

}  // namespace

Result<bool> merge_segments(const Path& folder, Merge extent) {
  TRY(read_manifest(folder));  // so that nothing is left in a folder without an index
  const auto lock = TRY(LockFile::acquire(folder));
  const auto manifest = TRY(read_manifest(folder));
  std::vector<DocumentSet> deleted;
  std::vector<SegmentSize> sizes;
  for (const auto& files : manifest.segments) {
    const auto documents = TRY(read_facts(folder, files)).documents;
    deleted.push_back(TRY(read_deleted(folder, files, documents)));
    sizes.push_back({.documents = documents, .deleted = deleted.back().count()});
  }
  auto places = segments_to_merge(sizes);
  if (extent == Merge::everything) {
    const bool is_merged = sizes.size() == 1 && sizes.front().deleted == 0;
    places.resize(is_merged ? 0 : sizes.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
  }
  if (places.empty()) return false;
  std::vector<SegmentToMerge> chosen;
  for (const auto place : places) {
    chosen.push_back({.segment = TRY(Segment::open(folder, manifest.segments[place])),
                      .deleted = std::move(deleted[place])});
  }
  const auto generation = TRY(newest_generation(folder)) + 1;
  const auto merged = TRY(write_merged(chosen, folder, generation));
  const auto next = with_merged(manifest, places, generation, merged);
  TRY(write_manifest(folder, next));
  remove_other_files(folder, next);
  return true;
}

Result<IndexState> index_state(const Path& folder) {
  const auto manifest = TRY(read_manifest(folder));
  IndexState state{.generation = manifest.generation, .segments = manifest.segments.size()};
  for (const auto& files : manifest.segments) {
    const auto facts = TRY(read_facts(folder, files));
    const auto deleted = TRY(read_deleted(folder, files, facts.documents));
    state.documents += facts.documents - deleted.count();
    state.built_documents = facts.averaged_documents;
  }
  return state;
}

}  // namespace tributary::search
