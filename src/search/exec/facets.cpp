#include "search/exec/facets.h"

#include <algorithm>
#include <map>

#include "search/exec/filters.h"

namespace tributary::search {
namespace {

Result<> count_labels(const Generation& generation, const FacetRequest& request,
                      const DocumentSet& result, Facet& facet) {
  const auto& column = *TRY(label_column(generation, request.column));
  std::vector<std::uint64_t> counts(column.distinct());
  result.for_each([&](std::uint32_t document) {
    const auto ordinals = column.ordinals(document);
    if (ordinals.empty()) ++facet.unknown;
    for (const auto ordinal : ordinals) ++counts[ordinal];
  });
  std::vector<std::uint32_t> found;
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    if (counts[ordinal] > 0) found.push_back(ordinal);
  }
  facet.distinct = found.size();
  // Stable, so that equal counts stay in the order of the labels.
  std::ranges::stable_sort(found, std::greater<>(), [&](auto ordinal) { return counts[ordinal]; });
  if (request.limit != 0 && found.size() > request.limit) found.resize(request.limit);
  for (const auto ordinal : found) {
    facet.counts.push_back(
        {.label = std::string(column.value(ordinal)), .low = 0, .count = counts[ordinal]});
  }
  return {};
}

/// The greatest multiple of `interval` that is not above `value`; the lowest integer where that
/// would be below it.
std::int64_t bin_of(std::int64_t value, std::int64_t interval) {
  auto remainder = value % interval;
  if (remainder < 0) remainder += interval;
  const auto room = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(INT64_MIN);
  return static_cast<std::uint64_t>(remainder) > room ? INT64_MIN : value - remainder;
}

Result<> count_bins(const Generation& generation, const FacetRequest& request,
                    const DocumentSet& result, Facet& facet) {
  if (request.interval <= 0) {
    return fail(ErrorCode::invalid_argument, "the interval of a histogram is above zero",
                request.name);
  }
  const auto& column = *TRY(integer_column(generation, request.column));
  std::map<std::int64_t, std::uint64_t> bins;
  result.for_each([&](std::uint32_t document) {
    if (const auto value = column.value(document)) {
      ++bins[bin_of(*value, request.interval)];
    } else {
      ++facet.unknown;
    }
  });
  for (const auto& [low, count] : bins) {
    facet.counts.push_back({.label = {}, .low = low, .count = count});
  }
  return {};
}

Result<> count_buckets(const Generation& generation, const FacetRequest& request,
                       const DocumentSet& result, Facet& facet) {
  DocumentSet in_none = result;
  for (const auto& bucket : request.buckets) {
    auto inside = TRY(documents_in(generation, bucket));
    inside &= result;
    facet.counts.push_back({.label = bucket.label, .low = 0, .count = inside.count()});
    inside.complement();
    in_none &= inside;
  }
  facet.unknown = in_none.count();
  return {};
}

}  // namespace

Result<Facet> count_facet(const Generation& generation, const FacetRequest& request,
                          const DocumentSet& result) {
  Facet facet;
  facet.name = request.name;
  switch (request.kind) {
    case FacetKind::labels:
      TRY(count_labels(generation, request, result, facet));
      break;
    case FacetKind::histogram:
      TRY(count_bins(generation, request, result, facet));
      facet.distinct = facet.counts.size();
      break;
    case FacetKind::buckets:
      TRY(count_buckets(generation, request, result, facet));
      facet.distinct = facet.counts.size();
      break;
  }
  return facet;
}

}  // namespace tributary::search
