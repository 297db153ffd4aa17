#include "search/exec/filters.h"

#include <string>

#include "search/exec/range_match.h"

namespace tributary::search {
namespace {

Result<std::size_t> place_of(const Segment& segment, std::string_view name) {
  const auto& columns = segment.schema().columns;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    if (columns[place].name == name) return place;
  }
  return fail(ErrorCode::invalid_argument, "there is no column of this name", std::string(name));
}

/// Adds the documents with an ordinal, which may be that for none.
void add_documents(const LabelColumn& column, std::uint32_t ordinal, DocumentSet& set) {
  if (const auto* bitmap = column.bitmap(ordinal)) {
    kernels().or_words(set.words(), bitmap, set.word_count());
    return;
  }
  column.for_each_document(ordinal, [&](std::uint32_t document) { set.add(document); });
}

DocumentSet set_of(const DocumentSlice& documents, std::uint32_t documents_in_index) {
  DocumentSet set(documents_in_index);
  documents.for_each([&](auto document) { set.add(document); });
  return set;
}

}  // namespace

Result<const LabelColumn*> label_column(const Segment& segment, std::string_view name) {
  const auto place = TRY(place_of(segment, name));
  if (segment.schema().columns[place].kind == ColumnKind::labels) {
    return &std::get<LabelColumn>(segment.column(place));
  }
  return fail(ErrorCode::invalid_argument, "the column holds no labels", std::string(name));
}

Result<const IntegerColumn*> integer_column(const Segment& segment, std::string_view name) {
  const auto place = TRY(place_of(segment, name));
  const auto* column = std::get_if<IntegerColumn>(&segment.column(place));
  if (column != nullptr) return column;
  return fail(ErrorCode::invalid_argument, "the column holds no integers", std::string(name));
}

Result<DocumentSet> documents_in(const Segment& segment, const LabelFilter& filter) {
  const auto& column = *TRY(label_column(segment, filter.column));
  DocumentSet set(segment.documents());
  for (const auto& value : filter.values) {
    const auto [first, last] = column.find(value);
    for (auto ordinal = first; ordinal < last; ++ordinal) add_documents(column, ordinal, set);
  }
  if (filter.unknown) add_documents(column, column.none(), set);
  return set;
}

Result<DocumentSet> documents_in(const Segment& segment, const RangeFilter& filter) {
  return TRY(RangeMatch::create(segment, filter)).documents(segment.documents());
}

Result<DocumentSet> documents_in(const Segment& segment, const FacetBucket& bucket) {
  auto set = DocumentSet::all(segment.documents());
  for (const auto& range : bucket.ranges) set &= TRY(documents_in(segment, range));
  return set;
}

Result<DocumentSet> documents_in(const Segment& segment, const Selection& selection) {
  if (selection.labels.empty() && selection.ranges.empty() && selection.buckets.empty() &&
      !selection.ids) {
    return DocumentSet::all(segment.documents());
  }
  DocumentSet set(segment.documents());
  for (const auto& filter : selection.labels) set |= TRY(documents_in(segment, filter));
  for (const auto& filter : selection.ranges) set |= TRY(documents_in(segment, filter));
  for (const auto& bucket : selection.buckets) set |= TRY(documents_in(segment, bucket));
  for (const auto& id : selection.ids.value_or(std::vector<std::string>())) {
    if (const auto document = segment.ids().find(id)) set.add(*document);
  }
  return set;
}

Result<DocumentSet> documents_without(const Segment& segment, std::string_view column) {
  const auto& reader = segment.column(TRY(place_of(segment, column)));
  const auto documents = segment.documents();
  if (const auto* labels = std::get_if<LabelColumn>(&reader)) {
    DocumentSet set(documents);
    add_documents(*labels, labels->none(), set);
    return set;
  }
  const auto& sorted =
      std::visit([](const auto& each) -> const auto& { return each.sorted(); }, reader);
  return set_of(sorted.without_value(), documents);
}

}  // namespace tributary::search
