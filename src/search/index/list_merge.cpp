#include "search/index/list_merge.h"

#include <string>

#include "search/postings/position_list.h"

namespace tributary::search {
namespace {

/// The lists of one set for the term at hand.
struct JoinedList {
  bool has_positions = false;
  std::vector<Posting> postings;
  PositionListBuilder positions;
};

/// Walks all dictionaries at once, term after term. Not thread-safe.
class ListMerge {
 public:
  ListMerge(std::span<const MergeInput> inputs, std::uint32_t documents,
            SectionFileWriter dictionary, SectionFileWriter postings, SectionFileWriter positions)
      : inputs_(inputs),
        documents_(documents),
        next_(inputs.size()),
        dictionary_file_(std::move(dictionary)),
        postings_file_(std::move(postings)),
        positions_file_(std::move(positions)),
        dictionary_(schema().text_fields.size() + 1),
        sets_(schema().text_fields.size() + 1) {
    sets_[kRankedFields].has_positions = true;
    for (std::size_t field = 0; field < schema().text_fields.size(); ++field) {
      sets_[field + 1].has_positions = schema().text_fields[field].weight == 0.0F;
    }
  }

  Result<std::vector<FileSummary>> run() {
    TRY(postings_file_.begin_section(SectionTag::bytes));
    TRY(positions_file_.begin_section(SectionTag::bytes));
    while (const auto term = least_term()) TRY(join(*term));
    TRY(dictionary_.write(dictionary_file_));
    return std::vector{TRY(dictionary_file_.finish()), TRY(postings_file_.finish()),
                       TRY(positions_file_.finish())};
  }

 private:
  [[nodiscard]] const Schema& schema() const { return inputs_.front().segment->schema(); }
  [[nodiscard]] const Dictionary& dictionary(std::size_t input) const {
    return inputs_[input].segment->dictionary();
  }

  [[nodiscard]] std::optional<std::string_view> least_term() const {
    std::optional<std::string_view> least;
    for (std::size_t at = 0; at < inputs_.size(); ++at) {
      if (next_[at] == dictionary(at).size()) continue;
      const auto term = dictionary(at).term(next_[at]);
      if (!least || term < *least) least = term;
    }
    return least;
  }

  Result<> join(std::string_view term) {
    bool is_left = false;
    for (std::size_t at = 0; at < inputs_.size(); ++at) {
      if (next_[at] == dictionary(at).size() || dictionary(at).term(next_[at]) != term) continue;
      for (ListSet set = 0; set < sets_.size(); ++set) add(at, set);
      ++next_[at];
    }
    for (const auto& set : sets_) is_left = is_left || !set.postings.empty();
    if (!is_left) return {};
    const auto number = dictionary_.add_term(term);
    for (ListSet set = 0; set < sets_.size(); ++set) TRY(write(set, number));
    return {};
  }

  void add(std::size_t input, ListSet number) {
    const auto place = dictionary(input).place(next_[input], number);
    if (!place) return;
    auto& set = sets_[number];
    std::optional<PositionCursor> positions;
    if (set.has_positions) {
      positions.emplace(dictionary(input).positions(*place), place->document_count);
    }
    std::uint32_t index = 0;
    for (auto posting : dictionary(input).postings(*place).decode()) {
      const auto at = index++;
      posting.document = inputs_[input].new_numbers[posting.document];
      if (posting.document == kNoDocument) continue;
      set.postings.push_back(posting);
      if (positions) set.positions.add_record(positions->record(at));
    }
  }

  Result<> write(ListSet number, std::uint32_t term) {
    auto& set = sets_[number];
    if (set.postings.empty()) return {};
    const auto& first = set.postings.front();
    ListPlace place{.term = term,
                    .document_count = static_cast<std::uint32_t>(set.postings.size()),
                    .postings = first.document | std::uint64_t{first.impact} << 32,
                    .positions = positions_bytes_};
    if (place.document_count > 1) place.postings = postings_bytes_;
    dictionary_.add_list(number, place);
    bytes_.clear();
    append_posting_list(bytes_, set.postings, documents_);
    postings_bytes_ += bytes_.size();
    TRY(postings_file_.append(bytes_));
    set.postings.clear();
    if (!set.has_positions) return {};
    bytes_.clear();
    set.positions.finish(bytes_);
    positions_bytes_ += bytes_.size();
    return positions_file_.append(bytes_);
  }

  std::span<const MergeInput> inputs_;
  std::uint32_t documents_;
  std::vector<std::uint32_t> next_;  ///< by input: the next term
  SectionFileWriter dictionary_file_, postings_file_, positions_file_;
  std::uint64_t postings_bytes_ = 0, positions_bytes_ = 0;
  DictionaryBuilder dictionary_;
  std::vector<JoinedList> sets_;  ///< by ListSet
  std::string bytes_;
};

}  // namespace

Result<std::vector<FileSummary>> merge_lists(std::span<const MergeInput> inputs,
                                             std::uint32_t documents, const Path& folder,
                                             std::uint64_t number) {
  const auto create = [&](FileKind kind) {
    return SectionFileWriter::create(folder / file_name(number, kind), kind);
  };
  auto dictionary = TRY(create(FileKind::dictionary));
  auto postings = TRY(create(FileKind::postings));
  auto positions = TRY(create(FileKind::positions));
  return ListMerge(inputs, documents, std::move(dictionary), std::move(postings),
                   std::move(positions))
      .run();
}

}  // namespace tributary::search
