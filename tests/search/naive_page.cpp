#include "naive_page.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

#include "text/fold.h"

namespace tributary::search_cases {
namespace {

bool in_range(const Page& page, const search::RangeFilter& filter) {
  if (!page.year) return filter.unknown;
  return (!filter.low || *page.year >= *filter.low) && (!filter.high || *page.year <= *filter.high);
}

bool in_bucket(const Page& page, const search::FacetBucket& bucket) {
  return std::ranges::all_of(bucket.ranges,
                             [&](const auto& range) { return in_range(page, range); });
}

bool in_labels(const Page& page, const search::LabelFilter& filter) {
  if (page.countries.empty()) return filter.unknown;
  return std::ranges::any_of(filter.values, [&](const auto& value) {
    return std::ranges::any_of(page.countries, [&](const auto& country) {
      return text::fold(country) == text::fold(value);
    });
  });
}

}  // namespace

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    if (word != "!") words.push_back(word);
  }
  return words;
}

Page page_of(const search::Document& document, std::size_t fields) {
  Page page{.id = document.id, .fields = {}, .countries = {}, .year = {}, .name = {}};
  page.fields.resize(fields);
  for (const auto& text : document.texts) page.fields[text.field].push_back(words_of(text.text));
  for (const auto& label : document.labels) {
    if (label.column == 0) page.countries.insert(label.value);
    if (label.column == 2) page.name = label.value;
  }
  for (const auto& integer : document.integers) page.year = integer.value;
  return page;
}

bool is_selected(const Page& page, const search::Request& request, const std::string* but_for) {
  return std::ranges::all_of(request.selections, [&](const search::Selection& selection) {
    if (but_for != nullptr && selection.facet == *but_for) return true;
    const auto any = [&](const auto& list, auto test) {
      return std::ranges::any_of(list, [&](const auto& item) { return test(page, item); });
    };
    return any(selection.labels, in_labels) || any(selection.ranges, in_range) ||
           any(selection.buckets, in_bucket);
  });
}

search::Facet count_facet(const search::FacetRequest& request,
                          const std::vector<const Page*>& pages) {
  search::Facet facet;
  facet.name = request.name;
  std::map<std::string, std::uint64_t> labels;
  std::map<std::int64_t, std::uint64_t> bins;
  for (const auto& bucket : request.buckets) {
    facet.counts.push_back({.label = bucket.label, .low = 0, .count = 0});
  }
  for (const auto* at : pages) {
    const auto& page = *at;
    bool is_known = false;
    switch (request.kind) {
      case search::FacetKind::labels:
        for (const auto& country : page.countries) ++labels[country];
        is_known = !page.countries.empty();
        break;
      case search::FacetKind::histogram:
        is_known = page.year.has_value();
        if (is_known) {
          const auto bin =
              std::floor(static_cast<double>(*page.year) / static_cast<double>(request.interval));
          ++bins[static_cast<std::int64_t>(bin) * request.interval];
        }
        break;
      case search::FacetKind::buckets:
        for (std::size_t i = 0; i < request.buckets.size(); ++i) {
          if (!in_bucket(page, request.buckets[i])) continue;
          ++facet.counts[i].count;
          is_known = true;
        }
    }
    facet.unknown += is_known ? 0 : 1;
  }
  for (const auto& [low, number] : bins) {
    facet.counts.push_back({.label = {}, .low = low, .count = number});
  }
  for (const auto& [label, number] : labels) {
    facet.counts.push_back({.label = label, .low = 0, .count = number});
  }
  if (request.kind == search::FacetKind::labels) {
    std::ranges::sort(facet.counts, {}, [](const auto& each) {
      return std::tuple(~each.count, text::fold(each.label), each.label);
    });
  }
  facet.distinct = facet.counts.size();
  const bool is_limited = request.kind == search::FacetKind::labels && request.limit > 0;
  if (is_limited && facet.counts.size() > request.limit) facet.counts.resize(request.limit);
  return facet;
}

}  // namespace tributary::search_cases
