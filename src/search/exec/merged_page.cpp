#include "search/exec/merged_page.h"

#include <algorithm>

#include "search/exec/segment_order.h"
#include "search/exec/segment_sets.h"

namespace tributary::search {

MergedRelevance::MergedRelevance(const SegmentedIndex& index, const QueryLeaves& leaves,
                                 Ranking ranking, TimeLimit& time)
    : index_(index) {
  const auto segments = index.segments();
  for (std::size_t at = 0; at < segments.size(); ++at) {
    of_segment_.emplace_back(*segments[at].files, leaves.mentioned(at), ranking, time);
  }
}

bool MergedRelevance::has_leaves(std::uint32_t document, Requirement requirement) const {
  const auto at = index_.segment_of(document);
  return of_segment_[at].has_leaves(document - index_.segments()[at].first, requirement);
}

/// Where `after` stands, or would stand, among the documents of a segment.
std::optional<RankedDocument> MergedRelevance::place_in(
    std::size_t segment, const std::optional<std::uint32_t>& after) const {
  if (!after) return std::nullopt;
  const auto own = index_.segment_of(*after);
  auto place = of_segment_[own].place_of(*after - index_.segments()[own].first);
  if (own != segment) {
    place.id_rank = index_.segments()[segment].files->ids().rank_of(index_.id(*after));
  }
  return place;
}

/// `find(segment, after, floor)` gives the page of a segment, which may lack sums below the floor.
template <class Find>
std::vector<PageHit> MergedRelevance::merged(std::uint32_t limit,
                                             const std::optional<std::uint32_t>& after,
                                             Find find) const {
  struct Candidate {
    std::uint32_t sum;
    std::uint32_t document;
  };
  const auto comes_first = [&](const Candidate& one, const Candidate& other) {
    if (one.sum != other.sum) return one.sum > other.sum;
    return index_.id(one.document) < index_.id(other.document);
  };
  std::vector<Candidate> best;
  std::uint32_t floor = 0;
  for (std::size_t at = 0; at < of_segment_.size(); ++at) {
    const auto middle = static_cast<std::ptrdiff_t>(best.size());
    for (const auto& found : find(at, place_in(at, after), floor)) {
      best.push_back({found.sum, found.document + index_.segments()[at].first});
    }
    if (middle > 0)
      std::inplace_merge(best.begin(), best.begin() + middle, best.end(), comes_first);
    if (best.size() > limit) best.resize(limit);
    if (limit > 0 && best.size() == limit) floor = best.back().sum;
  }
  std::vector<PageHit> page;
  page.reserve(best.size());
  for (const auto& [sum, document] : best) {
    page.push_back({.document = document,
                    .score = of_segment_.front().score({.sum = sum, .id_rank = 0, .document = 0})});
  }
  return page;
}

std::vector<PageHit> MergedRelevance::page(const DocumentSet& result, std::uint32_t limit,
                                           const std::optional<std::uint32_t>& after) const {
  const auto segments = index_.segments();
  return merged(limit, after, [&](std::size_t at, const auto& place, std::uint32_t floor) {
    if (segments.size() == 1) return of_segment_[at].page(result, limit, place, floor);
    return of_segment_[at].page(cut_out(result, segments[at]), limit, place, floor);
  });
}

std::vector<PageHit> MergedRelevance::page_of_leaves(
    Requirement requirement, const DocumentSet* allowed, std::uint32_t limit,
    const std::optional<std::uint32_t>& after) const {
  const auto segments = index_.segments();
  return merged(limit, after, [&](std::size_t at, const auto& place, std::uint32_t floor) {
    const auto& relevance = of_segment_[at];
    if (allowed == nullptr || segments.size() == 1) {
      return relevance.page_of_leaves(requirement, allowed, limit, place, floor);
    }
    const auto part = cut_out(*allowed, segments[at]);
    return relevance.page_of_leaves(requirement, &part, limit, place, floor);
  });
}

Result<std::vector<PageHit>> merged_page(const SegmentedIndex& index, const Sort& sort,
                                         const DocumentSet& result, std::uint32_t limit,
                                         const std::optional<std::uint32_t>& after) {
  const auto segments = index.segments();
  std::vector<SegmentOrder> orders;
  for (const auto& segment : segments) {
    orders.push_back(TRY(SegmentOrder::create(*segment.files, sort)));
  }
  std::vector<PageHit> page;
  if (segments.size() == 1) {
    const auto& ordering = orders.front().ordering();
    std::optional<Place> place;
    if (after) place = ordering.place_of(*after);
    for (const auto& found : ordering.page(result, limit, place)) {
      page.push_back({.document = found.document, .score = 0});
    }
    return page;
  }
  const auto standing_of = [&](std::uint32_t document) {
    const auto at = index.segment_of(document);
    return orders[at].standing_of(document - segments[at].first);
  };
  std::optional<Standing> last;
  if (after) last = standing_of(*after);
  std::vector<std::pair<Standing, std::uint32_t>> found;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    std::optional<Place> place;
    if (last) place = orders[at].place_after(*last);
    const auto part = cut_out(result, segments[at]);
    for (const auto& each : orders[at].ordering().page(part, limit, place)) {
      const auto document = each.document + segments[at].first;
      found.emplace_back(standing_of(document), document);
    }
  }
  std::ranges::sort(found, [&](const auto& one, const auto& other) {
    return comes_first(one.first, other.first, sort.direction);
  });
  if (found.size() > limit) found.resize(limit);
  for (const auto& [standing, document] : found) {
    page.push_back({.document = document, .score = 0});
  }
  return page;
}

}  // namespace tributary::search
