#include "search/exec/filters.h"

#include <string>

namespace tributary::search {
namespace {

Result<std::size_t> place_of(const Generation& generation, std::string_view name) {
  const auto& columns = generation.schema().columns;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    if (columns[place].name == name) return place;
  }
  return fail(ErrorCode::invalid_argument, "there is no column of this name", std::string(name));
}

template <class Holds>
DocumentSet documents_where(const Generation& generation, Holds holds) {
  DocumentSet set(generation.documents());
  for (std::uint32_t document = 0; document < generation.documents(); ++document) {
    if (holds(document)) set.add(document);
  }
  return set;
}

}  // namespace

Result<const LabelColumn*> label_column(const Generation& generation, std::string_view name) {
  const auto place = TRY(place_of(generation, name));
  if (generation.schema().columns[place].kind == ColumnKind::labels) {
    return &std::get<LabelColumn>(generation.column(place));
  }
  return fail(ErrorCode::invalid_argument, "the column holds no labels", std::string(name));
}

Result<const IntegerColumn*> integer_column(const Generation& generation, std::string_view name) {
  const auto place = TRY(place_of(generation, name));
  const auto* column = std::get_if<IntegerColumn>(&generation.column(place));
  if (column != nullptr) return column;
  return fail(ErrorCode::invalid_argument, "the column holds no integers", std::string(name));
}

Result<DocumentSet> documents_in(const Generation& generation, const LabelFilter& filter) {
  const auto& column = *TRY(label_column(generation, filter.column));
  std::vector<bool> is_chosen(column.distinct());
  for (const auto& value : filter.values) {
    const auto [first, last] = column.find(value);
    for (auto ordinal = first; ordinal < last; ++ordinal) is_chosen[ordinal] = true;
  }
  return documents_where(generation, [&](std::uint32_t document) {
    const auto ordinals = column.ordinals(document);
    for (const auto ordinal : ordinals) {
      if (is_chosen[ordinal]) return true;
    }
    return filter.unknown && ordinals.empty();
  });
}

Result<DocumentSet> documents_in(const Generation& generation, const RangeFilter& filter) {
  const auto& column = *TRY(integer_column(generation, filter.column));
  return documents_where(generation, [&](std::uint32_t document) {
    const auto value = column.value(document);
    if (!value) return filter.unknown;
    return (!filter.low || *value >= *filter.low) && (!filter.high || *value <= *filter.high);
  });
}

Result<DocumentSet> documents_in(const Generation& generation, const FacetBucket& bucket) {
  auto set = DocumentSet::all(generation.documents());
  for (const auto& range : bucket.ranges) set &= TRY(documents_in(generation, range));
  return set;
}

Result<DocumentSet> documents_in(const Generation& generation, const Selection& selection) {
  if (selection.labels.empty() && selection.ranges.empty() && selection.buckets.empty()) {
    return DocumentSet::all(generation.documents());
  }
  DocumentSet set(generation.documents());
  for (const auto& filter : selection.labels) set |= TRY(documents_in(generation, filter));
  for (const auto& filter : selection.ranges) set |= TRY(documents_in(generation, filter));
  for (const auto& bucket : selection.buckets) set |= TRY(documents_in(generation, bucket));
  return set;
}

Result<DocumentSet> documents_without(const Generation& generation, std::string_view column) {
  const auto& reader = generation.column(TRY(place_of(generation, column)));
  return documents_where(generation, [&](std::uint32_t document) {
    if (const auto* labels = std::get_if<LabelColumn>(&reader)) {
      return labels->ordinals(document).empty();
    }
    if (const auto* texts = std::get_if<TextColumn>(&reader)) return texts->rank(document) == 0;
    return !std::get<IntegerColumn>(reader).value(document).has_value();
  });
}

}  // namespace tributary::search
