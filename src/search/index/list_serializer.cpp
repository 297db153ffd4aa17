#include "search/index/list_serializer.h"

#include <utility>

namespace tributary::search {

namespace {

/// So much is handed to the writing thread at a time.
constexpr std::size_t kHandedOverBytes = std::size_t{256} << 10U;

}  // namespace

Result<ListSerializer> ListSerializer::create(const Schema& schema, const FieldLengths& lengths,
                                              std::uint32_t documents, const Path& folder,
                                              std::uint64_t generation) {
  return ListSerializer(
      schema, lengths,
      TRY(ListWriter::create(schema.text_fields.size() + 1, documents, folder, generation)));
}

ListSerializer::ListSerializer(const Schema& schema, const FieldLengths& lengths,
                               std::unique_ptr<ListWriter> writer)
    : schema_(schema),
      lengths_(lengths),
      sets_(schema.text_fields.size() + 1),
      writer_(std::move(writer)) {
  sets_[kRankedFields].is_wanted = true;
  sets_[kRankedFields].has_positions = true;
  for (std::size_t field = 0; field < schema.text_fields.size(); ++field) {
    const auto& own = schema.text_fields[field];
    norms_.push_back(FieldNorm::create(own.weight > 0.0F ? own.weight : 1.0F,
                                       own.length_normalisation, lengths.averages[field]));
    sets_[field + 1].is_wanted = has_own_lists(own);
    sets_[field + 1].has_positions = own.weight == 0.0F;
  }
}

void ListSerializer::add(std::uint32_t document, std::span<const FieldOccurrences> fields) {
  ranked_.clear();
  float ranked = 0;
  for (const auto& occurrences : fields) {
    const auto field = occurrences.field;
    const auto weighted =
        norms_[field].weighted(static_cast<std::uint32_t>(occurrences.positions.size()),
                               lengths_.by_field[field][document]);
    if (schema_.text_fields[field].weight > 0.0F) {
      ranked += weighted;
      ranked_.push_back(occurrences);
    }
    auto& own = sets_[field + 1];
    if (!own.is_wanted) continue;
    own.postings.push_back({.document = document, .impact = impact_of(weighted, schema_.k1)});
    if (own.has_positions) own.positions.add(std::span(&occurrences, 1));
  }
  if (ranked_.empty()) return;
  auto& all = sets_[kRankedFields];
  all.postings.push_back({.document = document, .impact = impact_of(ranked, schema_.k1)});
  all.positions.add(ranked_);
}

Result<> ListSerializer::end_term(std::string_view term) {
  made_.texts += term;
  for (ListSet number = 0; number < sets_.size(); ++number) {
    auto& set = sets_[number];
    if (set.postings.empty()) continue;
    made_.postings.insert(made_.postings.end(), set.postings.begin(), set.postings.end());
    set.postings.clear();
    if (set.has_positions) set.positions.finish(made_.positions);
    made_.lists.push_back({.set = number,
                           .has_positions = set.has_positions,
                           .postings_end = made_.postings.size(),
                           .positions_end = made_.positions.size()});
  }
  made_.terms.push_back({.text_end = made_.texts.size(), .lists_end = made_.lists.size()});
  return made_.size_bytes() < kHandedOverBytes ? Result<>{}
                                               : writer_->add(std::exchange(made_, {}));
}

Result<std::vector<FileSummary>> ListSerializer::finish() {
  TRY(writer_->add(std::exchange(made_, {})));
  return writer_->finish();
}

}  // namespace tributary::search
