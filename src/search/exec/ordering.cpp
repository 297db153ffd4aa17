#include "search/exec/ordering.h"

#include <algorithm>

namespace tributary::search {
namespace {

/// How many places are kept beyond the page before they are cut back to it.
constexpr std::size_t kSlack = 4'096;

/// A step along the sorted documents costs so many times less than the place of a document found.
constexpr std::uint64_t kStepsForOnePlace = 4;

std::optional<std::int64_t> key_of(const LabelColumn& labels, std::uint32_t document) {
  const auto ordinal = labels.first_ordinal(document);
  return ordinal == labels.none() ? std::nullopt : std::optional<std::int64_t>(ordinal);
}
std::optional<std::int64_t> key_of(const TextColumn& texts, std::uint32_t document) {
  const auto rank = texts.rank(document);
  return rank == 0 ? std::nullopt : std::optional<std::int64_t>(rank);
}
std::optional<std::int64_t> key_of(const IntegerColumn& integers, std::uint32_t document) {
  return integers.value(document);
}

/// Walks the documents of a column in order and picks those of a result until a page is full.
class SortedWalk {
 public:
  SortedWalk(const DocumentSet& result, std::size_t limit, std::uint64_t steps)
      : result_(result), limit_(limit), steps_left_(steps) {}

  /// False where the walk is over.
  bool visit(const DocumentSlice& documents) {
    return documents.for_each_run([&](std::span<const std::uint32_t> run) { return visit(run); });
  }

  [[nodiscard]] bool has_given_up() const { return has_given_up_; }
  [[nodiscard]] const std::vector<std::uint32_t>& found() const { return found_; }

  bool visit(std::span<const std::uint32_t> run) {
    for (const auto document : run) {
      if (found_.size() == limit_) return false;
      if (steps_left_-- == 0) {
        has_given_up_ = true;
        return false;
      }
      if (result_.contains(document)) found_.push_back(document);
    }
    return true;
  }

 private:
  const DocumentSet& result_;
  std::size_t limit_;
  std::uint64_t steps_left_;
  bool has_given_up_ = false;
  std::vector<std::uint32_t> found_;
};

/// Single documents of a slice, at hand where they lie near the one asked for last.
class NearbyDocuments {
 public:
  explicit NearbyDocuments(const DocumentSlice& all) : all_(all) {}

  std::uint32_t operator[](std::size_t place) {
    if (place < first_ || place - first_ >= near_.size()) {
      first_ = place / kBlockPostings * kBlockPostings;
      near_.clear();
      all_.part(first_, std::min<std::size_t>(all_.size(), first_ + kBlockPostings))
          .for_each([&](auto document) { near_.push_back(document); });
    }
    return near_[place - first_];
  }

 private:
  DocumentSlice all_;
  std::size_t first_ = 0;
  std::vector<std::uint32_t> near_;
};

/// Where the documents begin that have the key of the one before `end`.
template <class Column>
std::size_t group_begin(const Column& column, NearbyDocuments& sorted, std::size_t end) {
  const auto key = *key_of(column, sorted[end - 1]);
  std::size_t begin = end - 1, step = 1;
  while (begin >= step && *key_of(column, sorted[begin - step]) == key) {
    begin -= step;
    step *= 2;
  }
  auto low = begin >= step ? begin - step : 0;
  while (low < begin) {
    const auto middle = low + (begin - low) / 2;
    if (*key_of(column, sorted[middle]) < key) {
      low = middle + 1;
    } else {
      begin = middle;
    }
  }
  return begin;
}

}  // namespace

Result<Ordering> Ordering::create(const Segment& segment, const Sort& sort) {
  const auto& columns = segment.schema().columns;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    if (columns[place].name == sort.column) {
      return Ordering(segment, segment.column(place), sort.direction);
    }
  }
  return fail(ErrorCode::invalid_argument, "there is no column to sort by", sort.column);
}

Place Ordering::place_of(std::uint32_t document) const {
  return std::visit([&](const auto& column) { return place_in(column, document); }, *column_);
}

template <class Column>
Place Ordering::place_in(const Column& column, std::uint32_t document) const {
  const auto key = key_of(column, document);
  // The complement turns the order round and, unlike the negative, exists for every integer.
  const auto ascending = key.value_or(0);
  return {.has_no_value = !key.has_value(),
          .key = direction_ == Direction::ascending || !key ? ascending : ~ascending,
          .id_rank = segment_->id_rank(document),
          .document = document};
}

std::vector<Place> Ordering::page(const DocumentSet& result, std::uint32_t limit,
                                  const std::optional<Place>& after) const {
  if (limit == 0) return {};
  const auto size = result.count();
  const auto expected_steps = std::uint64_t{limit} * result.documents() / std::max(size, 1UL);
  const auto most_steps = size * kStepsForOnePlace;
  return std::visit(
      [&](const auto& column) {
        if (expected_steps < most_steps) {
          if (auto found = walked(column, result, limit, after, most_steps)) return *found;
        }
        return scanned(column, result, limit, after);
      },
      *column_);
}

/// Along the sorted column, from behind `after` on; nothing where that takes more than so many
/// steps, as where the result lies at the other end.
template <class Column>
std::optional<std::vector<Place>> Ordering::walked(const Column& column, const DocumentSet& result,
                                                   std::uint32_t limit,
                                                   const std::optional<Place>& after,
                                                   std::uint64_t most_steps) const {
  SortedWalk walk(result, limit, most_steps);
  // Within documents of one key, and without one, places ascend in both directions.
  const auto behind = [&](const DocumentSlice& documents) {
    if (!after) return documents;
    return documents.part(
        documents.count_while([&](auto document) { return place_in(column, document) <= *after; }),
        documents.size());
  };
  const auto with_value = column.sorted().with_value();
  bool goes_on = true;
  if (direction_ == Direction::ascending) {
    goes_on = walk.visit(behind(with_value));
  } else if (!after || !after->has_no_value) {
    auto end = with_value.size();
    if (after) {
      end = with_value.count_while(
          [&](auto document) { return *key_of(column, document) <= ~after->key; });
    }
    NearbyDocuments sorted(with_value);
    while (goes_on && end > 0) {
      const auto begin = group_begin(column, sorted, end);
      const auto first = sorted[begin];
      const bool is_one = end - begin == 1;
      const bool is_shown_already = is_one && after && place_in(column, first) <= *after;
      if (is_one && !is_shown_already) goes_on = walk.visit(std::span(&first, 1));
      if (!is_one) goes_on = walk.visit(behind(with_value.part(begin, end)));
      end = begin;
    }
  }
  if (goes_on) walk.visit(behind(column.sorted().without_value()));
  if (walk.has_given_up()) return std::nullopt;
  std::vector<Place> places;
  for (const auto document : walk.found()) places.push_back(place_in(column, document));
  return places;
}

/// The best of all documents of the result.
template <class Column>
std::vector<Place> Ordering::scanned(const Column& column, const DocumentSet& result,
                                     std::uint32_t limit, const std::optional<Place>& after) const {
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
    const auto place = place_in(column, document);
    if ((after && place <= *after) || (last && place >= *last)) return;
    places.push_back(place);
    if (places.size() == limit + kSlack) cut();
  });
  cut();
  std::ranges::sort(places);
  return places;
}

}  // namespace tributary::search
