#include "search/index/list_serializer.h"

#include <utility>

namespace tributary::search {

Result<ListSerializer> ListSerializer::create(const Schema& schema, const FieldLengths& lengths,
                                              std::uint32_t documents, const Path& folder,
                                              std::uint64_t generation) {
  return ListSerializer(schema, lengths, TRY(ListWriter::create(documents, folder, generation)));
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
  for (ListSet number = 0; number < sets_.size(); ++number) {
    auto& [is_wanted, has_positions, postings, positions] = sets_[number];
    if (postings.empty()) continue;
    writer_->add_list(number, postings, has_positions ? &positions : nullptr);
  }
  return writer_->end_term(term);
}

Result<std::vector<FileSummary>> ListSerializer::finish() { return writer_->finish(); }

}  // namespace tributary::search
