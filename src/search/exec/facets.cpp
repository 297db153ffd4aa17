#include "search/exec/facets.h"

#include <algorithm>

#include "search/exec/bucket_counts.h"
#include "search/exec/filters.h"
#include "search/exec/histogram.h"
#include "search/exec/label_counts.h"

namespace tributary::search {
namespace {

Result<> add_labels(const Segment& segment, const FacetRequest& request, const DocumentSet& result,
                    std::uint64_t size, Facet& facet) {
  const auto& column = *TRY(label_column(segment, request.column));
  const auto counts = count_labels(column, result, size);
  facet.unknown = counts[column.none()];
  std::vector<std::uint32_t> found;
  for (std::uint32_t ordinal = 0; ordinal < column.distinct(); ++ordinal) {
    if (counts[ordinal] > 0) found.push_back(ordinal);
  }
  facet.distinct = found.size();
  const auto shown =
      request.limit == 0 ? found.size() : std::min<std::size_t>(request.limit, found.size());
  // Equal counts stay in the order of the labels.
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), {},
                            [&](auto ordinal) { return std::pair(~counts[ordinal], ordinal); });
  found.resize(shown);
  for (const auto ordinal : found) {
    facet.counts.push_back(
        {.label = std::string(column.value(ordinal)), .low = 0, .count = counts[ordinal]});
  }
  return {};
}

Result<> add_bins(const Segment& segment, const FacetRequest& request, const DocumentSet& result,
                  std::uint64_t size, Facet& facet) {
  if (request.interval <= 0) {
    return fail(ErrorCode::invalid_argument, "the interval of a histogram is above zero",
                request.name);
  }
  const auto& column = *TRY(integer_column(segment, request.column));
  facet.counts = count_bins(column, request.interval, result, size);
  facet.distinct = facet.counts.size();
  facet.unknown = size;
  for (const auto& bin : facet.counts) facet.unknown -= bin.count;
  return {};
}

Result<> add_buckets(const Segment& segment, const FacetRequest& request, const DocumentSet& result,
                     Facet& facet) {
  const auto found = TRY(count_buckets(segment, request.buckets, result, request.sum));
  for (std::size_t i = 0; i < request.buckets.size(); ++i) {
    facet.counts.push_back({.label = request.buckets[i].label, .low = 0, .count = found.counts[i]});
    if (found.sums.empty()) continue;
    facet.counts.back().sum = found.sums[i].sum;
    facet.counts.back().summed = found.sums[i].documents;
  }
  facet.distinct = facet.counts.size();
  facet.unknown = found.in_none;
  return {};
}

}  // namespace

Result<Facet> count_facet(const Segment& segment, const FacetRequest& request,
                          const DocumentSet& result, std::uint64_t size) {
  Facet facet;
  facet.name = request.name;
  switch (request.kind) {
    case FacetKind::labels:
      TRY(add_labels(segment, request, result, size, facet));
      break;
    case FacetKind::histogram:
      TRY(add_bins(segment, request, result, size, facet));
      break;
    case FacetKind::buckets:
      TRY(add_buckets(segment, request, result, facet));
      break;
  }
  return facet;
}

}  // namespace tributary::search
