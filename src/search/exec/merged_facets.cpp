#include "search/exec/merged_facets.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "search/columns/label_column.h"
#include "search/exec/facets.h"
#include "search/exec/segment_sets.h"

namespace tributary::search {
namespace {

/// Bins and labels of the same name become one; which of the two a count has tells its facet.
std::vector<FacetCount> joined_counts(const std::vector<Facet>& parts) {
  std::map<std::pair<std::string, std::int64_t>, std::uint64_t> sums;
  for (const auto& part : parts) {
    for (const auto& each : part.counts) sums[{each.label, each.low}] += each.count;
  }
  std::vector<FacetCount> counts;
  for (const auto& [name, count] : sums) {
    counts.push_back({.label = name.first, .low = name.second, .count = count});
  }
  return counts;
}

void order_labels(std::vector<FacetCount>& counts) {
  std::vector<std::tuple<std::uint64_t, std::string, FacetCount>> keyed;
  for (auto& each : counts) {
    keyed.emplace_back(~each.count, comparable(each.label), std::move(each));
  }
  std::ranges::sort(keyed, {}, [](const auto& each) {
    return std::tuple<std::uint64_t, std::string_view, std::string_view>(
        std::get<0>(each), std::get<1>(each), std::get<2>(each).label);
  });
  std::ranges::transform(keyed, counts.begin(),
                         [](auto& each) { return std::move(std::get<2>(each)); });
}

void add_buckets(Facet& facet, const Facet& part) {
  facet.counts.resize(part.counts.size());
  for (std::size_t bucket = 0; bucket < part.counts.size(); ++bucket) {
    facet.counts[bucket].label = part.counts[bucket].label;
    facet.counts[bucket].count += part.counts[bucket].count;
    facet.counts[bucket].sum += part.counts[bucket].sum;
    facet.counts[bucket].summed += part.counts[bucket].summed;
  }
}

}  // namespace

Result<Facet> count_in_all(const SegmentedIndex& index, const FacetRequest& request,
                           const DocumentSet& result) {
  const auto segments = index.segments();
  if (segments.size() == 1) {
    return count_facet(*segments.front().files, request, result, result.count());
  }
  auto whole = request;
  whole.limit = 0;  // what is frequent in all may be rare in each
  Facet facet;
  facet.name = request.name;
  std::vector<Facet> parts;
  for (const auto& segment : segments) {
    const auto part = cut_out(result, segment);
    parts.push_back(TRY(count_facet(*segment.files, whole, part, part.count())));
    facet.unknown += parts.back().unknown;
    if (request.kind == FacetKind::buckets) add_buckets(facet, parts.back());
  }
  if (request.kind != FacetKind::buckets) facet.counts = joined_counts(parts);
  facet.distinct = facet.counts.size();
  if (request.kind != FacetKind::labels) return facet;
  order_labels(facet.counts);
  if (request.limit != 0 && facet.counts.size() > request.limit) {
    facet.counts.resize(request.limit);
  }
  return facet;
}

}  // namespace tributary::search
