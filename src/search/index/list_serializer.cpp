#include "search/index/list_serializer.h"

#include <utility>

namespace tributary::search {
namespace {

/// What the processor's second cache holds on any machine of today, less what else is in use.
constexpr std::size_t kCacheBytes = std::size_t{1} << 19U;

}  // namespace

Result<ListSerializer> ListSerializer::create(const Schema& schema, const FieldLengths& lengths,
                                              std::uint32_t documents, const Path& folder,
                                              std::uint64_t generation) {
  return ListSerializer(schema, lengths, documents,
                        TRY(ListWriter::create(documents, folder, generation)));
}

ListSerializer::ListSerializer(const Schema& schema, const FieldLengths& lengths,
                               std::uint32_t documents, std::unique_ptr<ListWriter> writer)
    : schema_(schema),
      lengths_(lengths),
      lengths_fit_cache_(documents * sizeof(std::uint32_t) * lengths.by_field.size() <=
                         kCacheBytes),
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

void ListSerializer::add(std::uint32_t document, const PositionRecord& record) {
  float ranked = 0;
  std::size_t ranked_fields = 0;
  for (const auto& at : record.fields) {
    const auto weighted =
        norms_[at.field].weighted(at.count, lengths_.by_field[at.field][document]);
    if (is_ranked(at.field)) {
      ranked += weighted;
      ++ranked_fields;
    }
    auto& own = sets_[at.field + 1];
    if (!own.is_wanted) continue;
    own.postings.push_back({.document = document, .impact = impact_of(weighted, schema_.k1)});
    if (own.has_positions) own.positions.add_field(at, false);
  }
  if (ranked_fields == 0) return;
  auto& all = sets_[kRankedFields];
  all.postings.push_back({.document = document, .impact = impact_of(ranked, schema_.k1)});
  if (ranked_fields == record.fields.size()) return all.positions.add_record(record.bytes);
  for (const auto& at : record.fields) {
    if (is_ranked(at.field)) all.positions.add_field(at, --ranked_fields > 0);
  }
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
