#include "search/exec/ordering.h"

#include <algorithm>

namespace tributary::search {
namespace {

/// How many places are kept beyond the page before they are cut back to it.
constexpr std::size_t kSlack = 4'096;

std::optional<std::int64_t> key_of(const ColumnReader& column, std::uint32_t document) {
  if (const auto* labels = std::get_if<LabelColumn>(&column)) {
    const auto ordinals = labels->ordinals(document);
    return ordinals.empty() ? std::nullopt : std::optional<std::int64_t>(ordinals.front());
  }
  if (const auto* texts = std::get_if<TextColumn>(&column)) {
    const auto rank = texts->rank(document);
    return rank == 0 ? std::nullopt : std::optional<std::int64_t>(rank);
  }
  return std::get<IntegerColumn>(column).value(document);
}

}  // namespace

Result<Ordering> Ordering::create(const Generation& generation, const Sort& sort) {
  const auto& columns = generation.schema().columns;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    if (columns[place].name == sort.column) {
      return Ordering(generation, generation.column(place), sort.direction);
    }
  }
  return fail(ErrorCode::invalid_argument, "there is no column to sort by", sort.column);
}

Place Ordering::place_of(std::uint32_t document) const {
  const auto key = key_of(*column_, document);
  // The complement turns the order round and, unlike the negative, exists for every integer.
  const auto ascending = key.value_or(0);
  return {.has_no_value = !key.has_value(),
          .key = direction_ == Direction::ascending || !key ? ascending : ~ascending,
          .id_rank = generation_->id_rank(document),
          .document = document};
}

std::vector<Place> Ordering::page(const DocumentSet& result, std::uint32_t limit,
                                  const std::optional<Place>& after) const {
  std::vector<Place> places;
  std::optional<Place> last;  // of the best so many: what does not come before it is left out
  const auto cut = [&] {
    if (places.size() <= limit) return;
    const auto end = places.begin() + limit;
    std::ranges::nth_element(places, end);
    last = *end;
    places.erase(end, places.end());
  };
  result.for_each([&](std::uint32_t document) {
    const auto place = place_of(document);
    if ((after && place <= *after) || (last && place >= *last)) return;
    places.push_back(place);
    if (places.size() == limit + kSlack) cut();
  });
  cut();
  std::ranges::sort(places);
  return places;
}

}  // namespace tributary::search
