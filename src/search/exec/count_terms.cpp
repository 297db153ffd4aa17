#include "search/exec/count_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "search/exec/filters.h"

namespace tributary::search {
namespace {

constexpr std::int64_t kMostBins = 200;
constexpr std::uint64_t kFewestOfGroup = 200;
constexpr std::uint64_t kCommonPart = 5;  ///< one fifth
constexpr std::uint32_t kTermsBetweenLooks = 4'096;

/// The place of a document that is in no bin, or in no group.
constexpr std::uint8_t kNowhere = UINT8_MAX;
using Tally = std::array<std::uint32_t, UINT8_MAX + 1>;

/// Of one segment: where each document counts.
struct TermPlaces {
  std::vector<std::uint8_t> bin, group;
};

std::vector<std::uint8_t> bins_of(const IntegerColumn& column, const TermCountsQuery& query,
                                  const PlacedSegment& segment, const DocumentSet& found) {
  std::vector<std::uint8_t> bins(segment.files->documents(), kNowhere);
  for (std::uint32_t document = 0; document < bins.size(); ++document) {
    if (!found.contains(segment.first + document)) continue;
    const auto value = column.value(document);
    if (!value || *value < query.first || *value > query.last) continue;
    bins[document] = static_cast<std::uint8_t>(*value - query.first);
  }
  return bins;
}

/// The values of a labels column, through all segments. Those behind the 255 first are no group.
class Groups {
 public:
  Result<std::vector<std::uint8_t>> places_in(const Segment& segment, std::string_view column) {
    std::vector<std::uint8_t> places(segment.documents(), kNowhere);
    if (column.empty()) return places;
    const auto& labels = *TRY(label_column(segment, column));
    for (std::uint32_t ordinal = 0; ordinal < labels.distinct(); ++ordinal) {
      const auto place = place_of(labels.value(ordinal));
      if (place == kNowhere) continue;
      labels.for_each_document(ordinal, [&](std::uint32_t document) { places[document] = place; });
      sizes_[place] += labels.total(ordinal);
    }
    return places;
  }

  [[nodiscard]] bool is_common(const Tally& documents_by_group) const {
    for (std::size_t group = 0; group < names_.size(); ++group) {
      if (sizes_[group] < kFewestOfGroup) continue;
      if (documents_by_group[group] * kCommonPart > sizes_[group]) return true;
    }
    return false;
  }

 private:
  std::uint8_t place_of(std::string_view name) {
    const auto known = std::ranges::find(names_, name);
    if (known == names_.end()) {
      if (names_.size() == kNowhere) return kNowhere;
      names_.emplace_back(name);
      return static_cast<std::uint8_t>(names_.size() - 1);
    }
    return static_cast<std::uint8_t>(known - names_.begin());
  }

  std::vector<std::string> names_;
  std::array<std::uint64_t, kNowhere> sizes_{};
};

/// The list sets of text fields by their names. Errors: `invalid_argument`.
Result<std::vector<ListSet>> name_lists_of(const std::vector<std::string>& fields,
                                           const Schema& schema) {
  std::vector<ListSet> sets;
  for (const auto& name : fields) {
    const auto field = std::ranges::find(schema.text_fields, name, &TextField::name);
    if (field == schema.text_fields.end() || !has_own_lists(*field)) {
      return fail(ErrorCode::invalid_argument, "there is no field of this name with its own lists",
                  name);
    }
    sets.push_back(static_cast<ListSet>(1 + (field - schema.text_fields.begin())));
  }
  return sets;
}

class TermCounter {
 public:
  static Result<TermCounter> create(const TermCountsQuery& query, const SegmentedIndex& index,
                                    const DocumentSet& found) {
    if (query.last < query.first || query.last - query.first >= kMostBins) {
      return fail(ErrorCode::invalid_argument, "there are 1 to 200 bins", query.column);
    }
    TermCounter counter(query, index);
    counter.name_lists_ = TRY(name_lists_of(query.name_fields, index.schema()));
    counter.answer_.documents.resize(counter.bins());
    counter.answer_.occurrences.resize(counter.bins());
    for (const auto& segment : index.segments()) {
      const auto& column = *TRY(integer_column(*segment.files, query.column));
      auto group = TRY(counter.groups_.places_in(*segment.files, query.groups));
      counter.places_.push_back(
          {.bin = bins_of(column, query, segment, found), .group = std::move(group)});
      for (const auto bin : counter.places_.back().bin) {
        if (bin != kNowhere) ++counter.answer_.documents[bin];
      }
    }
    return counter;
  }

  Result<TermCounts> count(TimeLimit& time) {
    const auto segments = index_.segments();
    for (std::size_t at = 0; at < segments.size(); ++at) {
      const auto& dictionary = segments[at].files->dictionary();
      for (std::uint32_t number = 0; number < dictionary.size(); ++number) {
        if (number % kTermsBetweenLooks == 0) TRY(time.result());
        add_term(at, number);
      }
    }
    std::ranges::sort(answer_.terms, {}, &CountedTerm::term);
    return std::move(answer_);
  }

 private:
  TermCounter(const TermCountsQuery& query, const SegmentedIndex& index)
      : query_(query), index_(index) {}

  [[nodiscard]] std::size_t bins() const {
    return static_cast<std::size_t>(query_.last - query_.first) + 1;
  }

  /// Counts the term in all segments, where `first` is the first that has it.
  void add_term(std::size_t first, std::uint32_t number) {
    const auto segments = index_.segments();
    const auto& dictionary = segments[first].files->dictionary();
    numbers_.assign(segments.size(), std::nullopt);
    numbers_[first] = number;
    for (std::size_t at = 0; at < segments.size(); ++at) {
      if (at == first) continue;
      numbers_[at] = segments[at].files->dictionary().find(dictionary.term(number));
      if (at < first && numbers_[at]) return;
    }
    if (documents_in(kRankedFields) < query_.fewest_documents) return;

    Tally by_bin{}, by_group{};
    for (std::size_t at = 0; at < segments.size(); ++at) tally(at, by_bin, by_group);
    std::uint64_t documents = 0;
    for (std::size_t bin = 0; bin < bins(); ++bin) documents += by_bin[bin];
    if (documents < query_.fewest_documents) return;
    if (groups_.is_common(by_group) || is_name()) return;
    for (std::size_t bin = 0; bin < bins(); ++bin) answer_.occurrences[bin] += by_bin[bin];
    answer_.terms.push_back(
        {.term = dictionary.term(number),
         .counts = {by_bin.begin(), by_bin.begin() + static_cast<std::ptrdiff_t>(bins())}});
  }

  void tally(std::size_t segment, Tally& by_bin, Tally& by_group) const {
    if (!numbers_[segment]) return;
    const auto& dictionary = index_.segments()[segment].files->dictionary();
    const auto place = dictionary.place(*numbers_[segment], kRankedFields);
    if (!place) return;
    const auto& [bin, group] = places_[segment];
    dictionary.postings(*place).for_each([&](std::uint32_t document) {
      ++by_bin[bin[document]];
      ++by_group[group[document]];
    });
  }

  [[nodiscard]] std::uint64_t documents_in(ListSet set) const {
    std::uint64_t documents = 0;
    for (std::size_t at = 0; at < numbers_.size(); ++at) {
      if (!numbers_[at]) continue;
      documents += index_.segments()[at].files->dictionary().document_count(*numbers_[at], set);
    }
    return documents;
  }

  [[nodiscard]] bool is_name() const {
    const auto everywhere = documents_in(kRankedFields);
    return std::ranges::any_of(name_lists_,
                               [&](ListSet set) { return documents_in(set) * 2 >= everywhere; });
  }

  const TermCountsQuery& query_;
  const SegmentedIndex& index_;
  std::vector<ListSet> name_lists_;
  std::vector<TermPlaces> places_;  ///< by segment
  Groups groups_;
  std::vector<std::optional<std::uint32_t>> numbers_;  ///< of the present term, by segment
  TermCounts answer_;
};

}  // namespace

Result<TermCounts> count_terms(const TermCountsQuery& query, const SegmentedIndex& index,
                               const DocumentSet& found, TimeLimit& time) {
  return TRY(TermCounter::create(query, index, found)).count(time);
}

}  // namespace tributary::search
