#include "search/index/segment_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "search/index/generation_cleanup.h"
#include "search/index/list_merge.h"
#include "search/words/acronyms.h"
#include "search/words/completion_merge.h"
#include "search/words/compound_lexicons.h"
#include "search/words/compound_merge.h"
#include "search/words/word_buffer.h"

namespace tributary::search {
namespace {

/// Calls take(ordinal) for each label of the document.
template <class Take>
void for_each_ordinal(const LabelColumn& column, std::uint32_t document, Take take) {
  if (column.is_single()) {
    const auto ordinal = column.first_ordinal(document);
    if (ordinal != column.none()) take(ordinal);
    return;
  }
  const auto end = column.places()[document + std::size_t{1}];
  for (auto at = column.places()[document]; at < end; ++at) take(column.all_ordinals()[at]);
}

Result<> add_texts(const TextColumn& column, std::span<const std::uint32_t> new_numbers,
                   TextColumnBuilder& builder) {
  for (std::uint32_t document = 0; document < new_numbers.size(); ++document) {
    if (new_numbers[document] == kNoDocument) continue;
    const auto rank = column.rank(document);
    TRY(builder.add(rank == 0 ? std::string() : column.text(rank)));
  }
  return {};
}

class SegmentMerge {
 public:
  SegmentMerge(std::span<const SegmentToMerge> segments, const Path& folder, std::uint64_t number)
      : folder_(folder), number_(number) {
    for (const auto& [segment, deleted] : segments) {
      auto& input = inputs_.emplace_back();
      input.segment = segment;
      input.new_numbers.resize(segment->documents(), kNoDocument);
      for (std::uint32_t document = 0; document < segment->documents(); ++document) {
        if (!deleted.contains(document)) input.new_numbers[document] = documents_++;
      }
    }
  }

  Result<SegmentFiles> write() {
    SegmentFiles files{.number = number_, .files = {}, .deleted = {}};
    files.files = TRY(merge_lists(inputs_, documents_, folder_, number_));
    files.files.push_back(TRY(write_words()));
    files.files.push_back(TRY(write_lengths()));  // counts the words that the schema file tells
    files.files.push_back(TRY(write_schema()));
    files.files.push_back(TRY(write_columns()));
    files.files.push_back(TRY(write_ids()));
    files.files.push_back(TRY(write_completions()));
    return files;
  }

 private:
  [[nodiscard]] const Schema& schema() const { return inputs_.front().segment->schema(); }
  [[nodiscard]] Result<SectionFileWriter> create(FileKind kind) const {
    return SectionFileWriter::create(folder_ / file_name(number_, kind), kind);
  }

  /// Calls take(segment, document) for every document that is left, in the new order.
  template <class Take>
  void for_each_document(Take take) const {
    for (const auto& [segment, new_numbers] : inputs_) {
      for (std::uint32_t document = 0; document < new_numbers.size(); ++document) {
        if (new_numbers[document] != kNoDocument) take(*segment, document);
      }
    }
  }

  Result<FileSummary> write_words() {
    std::vector<Path> runs;
    const auto merged = [&]() -> Result<FileSummary> {
      for (const auto& input : inputs_) {
        runs.push_back(folder_ / fmt::format("words-{:04}.new", runs.size()));
        TRY(write_word_run(input.segment->vocabulary(), runs.back()));
      }
      auto file = TRY(create(FileKind::words));
      CompoundMerge compounds(parts_of_segments());
      TRY(merge_word_runs(runs, file, [&](std::uint32_t number, std::string_view word, auto) {
        compounds.take(number, word);
      }));
      TRY(compounds.write(file));
      TRY(write_lexicons(file));
      TRY(write_acronyms(acronyms(), file));
      return file.finish();
    }();
    for (const auto& run : runs) remove_file(run);
    return merged;
  }

  [[nodiscard]] std::vector<CompoundsOfSegment> parts_of_segments() const {
    std::vector<CompoundsOfSegment> parts;
    for (const auto& input : inputs_) {
      parts.push_back({&input.segment->vocabulary().words(), &input.segment->compounds()});
    }
    return parts;
  }

  Result<> write_lexicons(SectionFileWriter& file) const {
    CompoundLexicons lexicons(text::CompoundLexicon::kDefaultLimitWords);
    for (const auto& input : inputs_) TRY(lexicons.add_all(input.segment->words_file()));
    return lexicons.write(file);
  }

  [[nodiscard]] std::vector<ExplainedAcronym> acronyms() const {
    std::vector<std::span<const ExplainedAcronym>> parts;
    for (const auto& input : inputs_) parts.push_back(input.segment->acronyms().pairs());
    return merged_acronyms(parts);
  }

  Result<FileSummary> write_completions() {
    std::vector<const Completions*> parts;
    for (const auto& input : inputs_) parts.push_back(&input.segment->completions());
    auto file = TRY(create(FileKind::completions));
    TRY(write_merged_completions(parts, file));
    return file.finish();
  }

  Result<FileSummary> write_lengths() {
    auto file = TRY(create(FileKind::lengths));
    for (std::uint32_t field = 0; field < schema().text_fields.size(); ++field) {
      std::vector<std::uint32_t> lengths;
      lengths.reserve(documents_);
      for_each_document([&](const Segment& segment, std::uint32_t document) {
        lengths.push_back(segment.lengths(field)[document]);
      });
      field_words_.push_back(std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0}));
      TRY(PackedLengths::write(file, field, lengths));
    }
    return file.finish();
  }

  Result<FileSummary> write_schema() {
    auto facts = inputs_.front().segment->facts();
    facts.documents = documents_;
    facts.field_words = field_words_;
    for (const auto& input : inputs_) {
      std::vector<text::Language> languages;
      std::ranges::set_union(facts.languages, input.segment->languages(),
                             std::back_inserter(languages));
      facts.languages = std::move(languages);
    }
    auto file = TRY(create(FileKind::schema));
    TRY(file.begin_section(SectionTag::bytes));
    TRY(file.append(encode(facts)));
    return file.finish();
  }

  Result<FileSummary> write_columns() {
    std::vector<std::uint32_t> all(documents_);
    std::iota(all.begin(), all.end(), 0U);
    const auto ids = new_ids();
    const auto by_id = in_order(ids);
    auto file = TRY(create(FileKind::columns));
    for (std::uint32_t place = 0; place < schema().columns.size(); ++place) {
      switch (schema().columns[place].kind) {
        case ColumnKind::labels: {
          LabelColumnBuilder builder;
          for_each_document([&](const Segment& segment, std::uint32_t document) {
            const auto& column = std::get<LabelColumn>(segment.column(place));
            for_each_ordinal(column, document,
                             [&](std::uint32_t ordinal) { builder.add(column.value(ordinal)); });
            builder.end_document();
          });
          TRY(builder.write(file, place, all, by_id));
          break;
        }
        case ColumnKind::integer: {
          IntegerColumnBuilder builder;
          for_each_document([&](const Segment& segment, std::uint32_t document) {
            const auto value = std::get<IntegerColumn>(segment.column(place)).value(document);
            if (value) builder.set(*value);
            builder.end_document();
          });
          TRY(builder.write(file, place, all, by_id));
          break;
        }
        case ColumnKind::text: {
          TextColumnBuilder builder(folder_);
          for (const auto& [segment, new_numbers] : inputs_) {
            TRY(add_texts(std::get<TextColumn>(segment->column(place)), new_numbers, builder));
          }
          TRY(builder.write(file, place, by_id));
          break;
        }
      }
    }
    return file.finish();
  }

  [[nodiscard]] std::vector<std::string> new_ids() const {
    std::vector<std::string> ids;
    ids.reserve(documents_);
    for_each_document([&](const Segment& segment, std::uint32_t document) {
      ids.push_back(segment.id(document));
    });
    return ids;
  }

  static std::vector<std::uint32_t> in_order(std::span<const std::string> ids) {
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {},
                      [&](std::uint32_t document) { return std::string_view(ids[document]); });
    return order;
  }

  Result<FileSummary> write_ids() {
    const auto ids = new_ids();
    const std::vector<std::string_view> views(ids.begin(), ids.end());
    return DocumentIds::write(TRY(create(FileKind::documents)), views, in_order(ids));
  }

  const Path& folder_;
  std::uint64_t number_;
  std::vector<MergeInput> inputs_;
  std::uint32_t documents_ = 0;
  std::vector<std::uint64_t> field_words_;
};

}  // namespace

Result<SegmentFiles> write_merged(std::span<const SegmentToMerge> segments, const Path& folder,
                                  std::uint64_t number) {
  return SegmentMerge(segments, folder, number).write();
}

}  // namespace tributary::search
