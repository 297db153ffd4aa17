#include "search/index/list_merge.h"

#include <memory>

#include "search/index/list_writer.h"
#include "search/postings/position_list.h"

namespace tributary::search {
namespace {

/// The lists of one set for the term at hand.
struct JoinedList {
  bool has_positions = false;
  std::vector<Posting> postings;
  PositionRecords positions;
};

/// Walks all dictionaries at once, term after term. Not thread-safe.
class ListMerge {
 public:
  ListMerge(std::span<const MergeInput> inputs, std::unique_ptr<ListWriter> writer)
      : inputs_(inputs), writer_(std::move(writer)), sets_(schema().text_fields.size() + 1) {
    for (const auto& input : inputs) next_.emplace_back(input.segment->dictionary().terms());
    sets_[kRankedFields].has_positions = true;
    for (std::size_t field = 0; field < schema().text_fields.size(); ++field) {
      sets_[field + 1].has_positions = schema().text_fields[field].weight == 0.0F;
    }
  }

  Result<std::vector<FileSummary>> run() {
    while (const auto term = least_term()) TRY(join(*term));
    return writer_->finish();
  }

 private:
  [[nodiscard]] const Schema& schema() const { return inputs_.front().segment->schema(); }
  [[nodiscard]] const Dictionary& dictionary(std::size_t input) const {
    return inputs_[input].segment->dictionary();
  }

  [[nodiscard]] std::optional<std::string> least_term() const {
    const TermCursor* least = nullptr;
    for (const auto& next : next_) {
      if (!next.at_end() && (least == nullptr || next.term() < least->term())) least = &next;
    }
    return least == nullptr ? std::nullopt : std::optional(std::string(least->term()));
  }

  Result<> join(std::string_view term) {
    bool is_left = false;
    for (std::size_t at = 0; at < inputs_.size(); ++at) {
      auto& next = next_[at];
      if (next.at_end() || next.term() != term) continue;
      for (ListSet set = 0; set < sets_.size(); ++set) add(at, set);
      next.next();
    }
    for (ListSet number = 0; number < sets_.size(); ++number) {
      auto& [has_positions, postings, positions] = sets_[number];
      if (postings.empty()) continue;
      is_left = true;
      writer_->add_list(number, postings, has_positions ? &positions : nullptr);
    }
    return is_left ? writer_->end_term(term) : Result<>{};
  }

  void add(std::size_t input, ListSet number) {
    const auto place =
        dictionary(input).place(static_cast<std::uint32_t>(next_[input].number()), number);
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

  std::span<const MergeInput> inputs_;
  std::vector<TermCursor> next_;  ///< by input: the next term
  std::unique_ptr<ListWriter> writer_;
  std::vector<JoinedList> sets_;  ///< by ListSet
};

}  // namespace

Result<std::vector<FileSummary>> merge_lists(std::span<const MergeInput> inputs,
                                             std::uint32_t documents, const Path& folder,
                                             std::uint64_t number) {
  auto writer = TRY(ListWriter::create(documents, folder, number));
  return ListMerge(inputs, std::move(writer)).run();
}

}  // namespace tributary::search
