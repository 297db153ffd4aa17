#include "search/exec/ordering.h"

#include <bit>
#include <optional>

namespace tributary::search {
namespace {

/// Scores are never negative, and such floats compare as their bits do.
std::int64_t key_of(float score) { return std::bit_cast<std::int32_t>(score); }

std::optional<std::int64_t> key_of(const ColumnReader& column, std::uint32_t document) {
  if (const auto* labels = std::get_if<LabelColumn>(&column)) {
    const auto ordinals = labels->ordinals(document);
    return ordinals.empty() ? std::nullopt : std::optional<std::int64_t>(ordinals.front());
  }
  return std::get<IntegerColumn>(column).value(document);
}

}  // namespace

Result<Ordering> Ordering::create(const Generation& generation, const Sort& sort,
                                  std::span<const float> scores) {
  if (sort.column.empty()) return Ordering(generation, Direction::descending, scores);
  Ordering ordering(generation, sort.direction, scores);
  const auto& columns = generation.schema().columns;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    if (columns[place].name == sort.column) ordering.column_ = &generation.column(place);
  }
  if (ordering.column_ == nullptr) {
    return fail(ErrorCode::invalid_argument, "there is no column to sort by", sort.column);
  }
  return ordering;
}

Place Ordering::place_of(std::uint32_t document) const {
  const auto key =
      is_by_relevance() ? std::optional(key_of(scores_[document])) : key_of(*column_, document);
  // The complement turns the order round and, unlike the negative, exists for every integer.
  const auto ascending = key.value_or(0);
  return {.has_no_value = !key.has_value(),
          .key = direction_ == Direction::ascending || !key ? ascending : ~ascending,
          .id_rank = generation_->id_rank(document),
          .document = document};
}

}  // namespace tributary::search
