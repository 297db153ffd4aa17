#include "search/index/list_serializer.h"

#include "search/index/manifest.h"

namespace tributary::search {

Result<ListSerializer> ListSerializer::create(const Schema& schema, const FieldLengths& lengths,
                                              std::uint32_t documents, const Path& folder,
                                              std::uint64_t generation) {
  const auto create_file = [&](FileKind kind) {
    return SectionFileWriter::create(folder / file_name(generation, kind), kind);
  };
  auto dictionary = TRY(create_file(FileKind::dictionary));
  auto postings = TRY(create_file(FileKind::postings));
  auto positions = TRY(create_file(FileKind::positions));
  TRY(postings.begin_section(SectionTag::bytes));
  TRY(positions.begin_section(SectionTag::bytes));
  return ListSerializer(schema, lengths, documents, std::move(dictionary), std::move(postings),
                        std::move(positions));
}

ListSerializer::ListSerializer(const Schema& schema, const FieldLengths& lengths,
                               std::uint32_t documents, SectionFileWriter dictionary,
                               SectionFileWriter postings, SectionFileWriter positions)
    : schema_(schema),
      lengths_(lengths),
      documents_(documents),
      dictionary_file_(std::move(dictionary)),
      postings_file_(std::move(postings)),
      positions_file_(std::move(positions)),
      dictionary_(schema.text_fields.size() + 1),
      sets_(schema.text_fields.size() + 1) {
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
  const auto number = dictionary_.add_term(term);
  for (ListSet set = 0; set < sets_.size(); ++set) TRY(write(set, number));
  return {};
}

Result<> ListSerializer::write(ListSet number, std::uint32_t term) {
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

Result<std::vector<FileSummary>> ListSerializer::finish() {
  TRY(dictionary_.write(dictionary_file_));
  return std::vector{TRY(dictionary_file_.finish()), TRY(postings_file_.finish()),
                     TRY(positions_file_.finish())};
}

}  // namespace tributary::search
