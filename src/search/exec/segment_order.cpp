#include "search/exec/segment_order.h"

#include <tuple>

namespace tributary::search {

bool comes_first(const Standing& one, const Standing& other, Direction direction) {
  if (one.has_no_value != other.has_no_value) return other.has_no_value;
  const auto value = [](const Standing& standing) {
    return std::tie(standing.integer, standing.folded, standing.text);
  };
  if (value(one) == value(other)) return one.id < other.id;
  return direction == Direction::ascending ? value(one) < value(other) : value(other) < value(one);
}

Result<SegmentOrder> SegmentOrder::create(const Segment& segment, const Sort& sort) {
  auto ordering = TRY(Ordering::create(segment, sort));
  const auto& columns = segment.schema().columns;
  std::size_t place = 0;
  while (columns[place].name != sort.column) ++place;
  return SegmentOrder(segment, segment.column(place), sort, ordering);
}

Standing SegmentOrder::standing_of(std::uint32_t document) const {
  Standing standing{.has_no_value = true, .folded = {}, .text = {}, .id = segment_->id(document)};
  if (const auto* labels = std::get_if<LabelColumn>(column_)) {
    if (const auto ordinal = labels->first_ordinal(document); ordinal != labels->none()) {
      standing.has_no_value = false;
      standing.text = labels->value(ordinal);
      standing.folded = comparable(standing.text);
    }
  } else if (const auto* texts = std::get_if<TextColumn>(column_)) {
    if (const auto rank = texts->rank(document); rank > 0) {
      standing.has_no_value = false;
      standing.folded = texts->text(rank);
    }
  } else if (const auto value = std::get<IntegerColumn>(*column_).value(document)) {
    standing.has_no_value = false;
    standing.integer = *value;
  }
  return standing;
}

SegmentOrder::Key SegmentOrder::key_of(const Standing& standing) const {
  if (const auto* labels = std::get_if<LabelColumn>(column_)) {
    auto [ordinal, end] = labels->find(standing.text);
    while (ordinal < end && labels->value(ordinal) < standing.text) ++ordinal;
    return {.value = ordinal, .is_same = ordinal < end && labels->value(ordinal) == standing.text};
  }
  if (const auto* texts = std::get_if<TextColumn>(column_)) {
    const auto rank = texts->rank_of(standing.folded);
    return {.value = rank,
            .is_same = rank <= texts->distinct() && texts->text(rank) == standing.folded};
  }
  return {.value = standing.integer, .is_same = true};
}

Place SegmentOrder::place_after(const Standing& standing) const {
  // Ids count from 1, so that so many ids before is a place between two documents.
  const auto ids_before = segment_->ids().rank_of(standing.id);
  const auto is_own = segment_->ids().find(standing.id).has_value();
  const Place same_value{.has_no_value = standing.has_no_value,
                         .key = 0,
                         .id_rank = ids_before + (is_own ? 1 : 0),
                         .document = UINT32_MAX};
  if (standing.has_no_value) return same_value;
  const auto [key, is_same] = key_of(standing);
  const bool ascends = direction_ == Direction::ascending;
  auto place = same_value;
  place.key = ascends ? key : ~key;
  if (is_same) return place;
  // No document has the value: all with a key before it are done, in either direction.
  if (ascends) --place.key;
  place.id_rank = UINT32_MAX;
  return place;
}

}  // namespace tributary::search
