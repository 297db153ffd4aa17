#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <iterator>
#include <numeric>
#include <thread>

#include "base/memory.h"
#include "search/index.h"
#include "search/index/added_documents.h"
#include "search/index/column_spill.h"
#include "search/index/document_check.h"
#include "search/index/document_ids.h"
#include "search/index/extension.h"
#include "search/index/generation_cleanup.h"
#include "search/index/lock_file.h"
#include "search/index/manifest.h"
#include "search/index/occurrence_buffer.h"
#include "search/index/packed_lengths.h"
#include "search/index/pair_spill.h"
#include "search/index/run_codec.h"
#include "search/index/run_merge.h"
#include "search/index/schema_file.h"
#include "search/index/spilled_column.h"
#include "search/similar/latent_file.h"
#include "search/words/collected_words.h"
#include "search/words/completion_spill.h"

namespace tributary::search {
namespace {

/// Between two texts of one field, so that no phrase runs from one into the next; small, since
/// every position behind it takes the more bits.
constexpr std::uint32_t kPositionGap = 16;

/// The segment of the current generation that has latent vectors; null where none does. Whatever is
/// wrong with that generation, the next one does without it.
std::shared_ptr<const Segment> segment_with_vectors(const Path& folder) {
  const auto manifest = read_manifest(folder);
  if (!manifest) return nullptr;
  for (const auto& segment : manifest->segments) {
    if (!segment.has(FileKind::latent_vectors)) continue;
    if (auto opened = Segment::open(folder, segment)) return std::move(*opened);
  }
  return nullptr;
}

}  // namespace

struct IndexWriter::State {
  State(Path folder_path, LockFile held, Schema given, std::size_t memory_bytes)
      : folder(std::move(folder_path)),
        lock(std::move(held)),
        schema(std::move(given)),
        analyzer(schema.analysis),
        completions(folder),
        lengths(schema.text_fields.size()),
        occurrences(memory_bytes),
        pairs(folder, schema),
        collected(memory_bytes) {
    for (std::size_t column = 0; column < schema.columns.size(); ++column) {
      columns.emplace_back(folder / fmt::format("column-{:04}.new", column));
    }
  }

  ~State() {
    for (const auto& run : runs) remove_file(run);
  }

  Result<> add_texts(const Document& document);
  Result<> add_values(const Document& document);
  Result<> spill();

  /// A segment of the documents kept; with the averages of the index that it extends, or its own.
  Result<SegmentFiles> write_segment(std::span<const std::uint32_t> kept, std::uint64_t generation,
                                     const IndexFacts* extended, LatentTraining training);
  /// All but lists and latent vectors, from nothing that those are made from.
  Result<std::vector<FileSummary>> write_beside_lists(std::span<const std::uint32_t> kept,
                                                      const FieldLengths& of_kept,
                                                      std::uint64_t generation,
                                                      const IndexFacts* extended);
  /// Dictionary, postings and positions. What it takes in memory is free again afterwards.
  Result<std::vector<FileSummary>> write_lists(std::span<const std::uint32_t> kept,
                                               const FieldLengths& of_kept,
                                               std::uint64_t generation);
  Result<FileSummary> write_pairs(std::span<const std::uint32_t> kept, std::uint64_t generation);
  Result<FileSummary> write_words(std::uint64_t generation);
  Result<FileSummary> write_completions(std::uint64_t generation);
  /// From the lists just written.
  Result<FileSummary> write_latent(const SegmentFiles& written, std::uint32_t documents,
                                   LatentTraining training) const;
  Result<FileSummary> write_schema(const FieldLengths& of_kept, std::uint32_t documents,
                                   std::uint32_t averaged_documents, std::uint64_t generation);
  /// By the new numbers; leaves none behind.
  FieldLengths take_lengths(std::span<const std::uint32_t> kept);
  Result<FileSummary> write_lengths(const FieldLengths& of_kept, std::uint64_t generation);
  Result<FileSummary> write_columns(std::span<const std::uint32_t> kept,
                                    std::span<const std::uint32_t> by_id, std::uint64_t generation);
  Result<FileSummary> write_ids(std::span<const std::uint32_t> kept,
                                std::span<const std::uint32_t> by_id, std::uint64_t generation);
  [[nodiscard]] Result<SectionFileWriter> create(FileKind kind, std::uint64_t generation) const {
    return SectionFileWriter::create(folder / file_name(generation, kind), kind);
  }

  Path folder;
  LockFile lock;
  Schema schema;
  text::Analyzer analyzer;
  std::vector<text::Token> tokens;
  CompletionSpill completions;

  AddedDocuments added;
  std::vector<std::vector<std::uint32_t>> lengths;  ///< by text field, document
  std::vector<ColumnSpill> columns;
  std::vector<std::string> removed;  ///< ids
  std::bitset<256> languages;

  OccurrenceBuffer occurrences;
  PairSpill pairs;
  std::vector<Path> runs;
  CollectedWords collected;
  bool is_closed = false;  ///< committed, or failed half way through a document
};

Result<IndexWriter> IndexWriter::create(const Path& folder, Schema schema,
                                        std::size_t memory_bytes) {
  TRY(search::check(schema));
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return fail(ErrorCode::io, failure.message(), folder.string());
  auto lock = TRY(LockFile::acquire(folder));
  return IndexWriter(
      std::make_unique<State>(folder, std::move(lock), std::move(schema), memory_bytes));
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

Result<> IndexWriter::add(const Document& document) {
  auto& state = *state_;
  if (state.is_closed) return fail(ErrorCode::invalid_argument, "the writer is closed");
  TRY(check(document, state.schema));
  auto added = state.add_texts(document);
  if (added) added = state.add_values(document);
  if (added) state.added.add(document.id);
  if (added && state.occurrences.is_full()) added = state.spill();
  state.is_closed = !added;
  return added;
}

Result<> IndexWriter::State::add_texts(const Document& document) {
  const auto number = added.count();
  // Occurrences go in field by field, whatever the order in which the document names its texts.
  for (std::uint32_t field = 0; field < schema.text_fields.size(); ++field) {
    std::uint32_t length = 0, next_position = 0;
    for (const auto& text : document.texts) {
      if (text.field != field) continue;
      analyzer.analyze(text.text, text.language, tokens);
      languages.set(static_cast<std::size_t>(text.language));
      if (tokens.empty()) continue;
      if (next_position + std::uint64_t{tokens.back().position} > kMaximumPosition) {
        return fail(ErrorCode::too_long, "a field holds more than 16 million words",
                    place_name(document, "text field", field));
      }
      collected.begin_text(text.text, text.language, tokens, number);
      for (const auto& token : tokens) {
        occurrences.add(token.term, *token.mark, number, field, next_position + token.position);
        collected.add(token, number);
      }
      length += static_cast<std::uint32_t>(tokens.size());
      next_position += tokens.back().position + kPositionGap;
    }
    lengths[field].push_back(length);
  }
  return {};
}

Result<> IndexWriter::State::add_values(const Document& document) {
  for (const auto& label : document.labels) columns[label.column].add(label.value);
  for (const auto& [column, value] : document.integers) {
    columns[column].add({reinterpret_cast<const char*>(&value), sizeof value});
  }
  for (auto& column : columns) TRY(column.end_document());
  for (const auto& [kind, text, id] : document.completions) {
    TRY(completions.add(kind, text, id));
  }
  return completions.end_document();
}

Result<> IndexWriter::remove(std::string_view id) {
  auto& state = *state_;
  if (state.is_closed) return fail(ErrorCode::invalid_argument, "the writer is closed");
  state.added.forget(id);
  state.removed.emplace_back(id);
  return {};
}

Result<> IndexWriter::State::spill() {
  const Path path = folder / fmt::format("run-{:04}.new", runs.size());
  runs.push_back(path);
  TRY(pairs.take(occurrences));
  TRY(occurrences.write_run(path));
  return collected.write_run(folder / fmt::format("words-{:04}.new", runs.size()));
}

Result<> IndexWriter::write_out() {
  auto& state = *state_;
  if (state.is_closed) return fail(ErrorCode::invalid_argument, "the writer is closed");
  if (!state.occurrences.is_quarter_full()) return {};
  auto spilled = state.spill();
  state.is_closed = !spilled;
  return spilled;
}

Result<std::uint64_t> IndexWriter::commit(Commit how, LatentTraining training) {
  auto& state = *state_;
  if (state.is_closed) return fail(ErrorCode::invalid_argument, "the writer is closed");
  state.is_closed = true;
  std::optional<Extension> extended;
  if (how == Commit::extend) extended = TRY(Extension::open(state.folder, state.schema));
  if (!state.occurrences.is_empty()) TRY(state.spill());
  state.occurrences = OccurrenceBuffer(0);
  state.collected.close();
  state.analyzer = text::Analyzer(state.schema.analysis);  // without the words that it remembers
  state.added.close();
  const auto kept = state.added.kept();
  Manifest manifest{.generation = TRY(newest_generation(state.folder)) + 1, .segments = {}};
  if (extended) {
    for (const auto& id : state.removed) extended->remove(id);
    for (const auto document : kept) extended->remove(state.added.id(document));
    if (kept.empty() && !extended->has_removed_any()) return extended->generation();
    manifest.segments = TRY(extended->finish(manifest.generation));
    TRY(state.collected.learn_from(state.folder, manifest.segments));
  }
  if (!extended || !kept.empty()) {
    manifest.segments.push_back(TRY(state.write_segment(
        kept, manifest.generation, extended ? &extended->facts() : nullptr, training)));
  }
  TRY(write_manifest(state.folder, manifest));
  remove_other_files(state.folder, manifest);
  return manifest.generation;
}

Result<SegmentFiles> IndexWriter::State::write_segment(std::span<const std::uint32_t> kept,
                                                       std::uint64_t generation,
                                                       const IndexFacts* extended,
                                                       LatentTraining training) {
  const auto documents = static_cast<std::uint32_t>(kept.size());
  SegmentFiles segment{.number = generation, .files = {}, .deleted = {}};
  auto of_kept = take_lengths(kept);
  if (extended != nullptr) of_kept.averages = extended->average_lengths;
  Result<std::vector<FileSummary>> others;
  {
    const std::jthread beside(
        [&] { others = write_beside_lists(kept, of_kept, generation, extended); });
    segment.files = TRY(write_lists(kept, of_kept, generation));
  }
  auto rest = TRY(std::move(others));
  // Not beside them: each takes much memory.
  if (extended == nullptr && training != LatentTraining::none &&
      has_latent_vectors(schema, documents)) {
    release_freed_memory();
    segment.files.push_back(TRY(write_latent(segment, documents, training)));
  }
  std::ranges::move(rest, std::back_inserter(segment.files));
  return segment;
}

Result<std::vector<FileSummary>> IndexWriter::State::write_beside_lists(
    std::span<const std::uint32_t> kept, const FieldLengths& of_kept, std::uint64_t generation,
    const IndexFacts* extended) {
  const auto documents = static_cast<std::uint32_t>(kept.size());
  const auto averaged = extended != nullptr ? extended->averaged_documents : documents;
  const auto by_id = added.by_id(kept);
  std::vector files{TRY(write_completions(generation))};
  release_freed_memory();  // each of these takes much
  if (extended == nullptr && !pairs.is_empty()) files.push_back(TRY(write_pairs(kept, generation)));
  files.push_back(TRY(write_words(generation)));
  files.push_back(TRY(write_schema(of_kept, documents, averaged, generation)));
  files.push_back(TRY(write_lengths(of_kept, generation)));
  files.push_back(TRY(write_columns(kept, by_id, generation)));
  release_freed_memory();
  files.push_back(TRY(write_ids(kept, by_id, generation)));
  return files;
}

Result<std::vector<FileSummary>> IndexWriter::State::write_lists(
    std::span<const std::uint32_t> kept, const FieldLengths& of_kept, std::uint64_t generation) {
  const auto new_numbers = added.new_numbers(kept);
  auto lists = TRY(ListSerializer::create(schema, of_kept, static_cast<std::uint32_t>(kept.size()),
                                          folder, generation));
  TRY(merge_runs(runs, new_numbers, lists));
  return lists.finish();
}

Result<FileSummary> IndexWriter::State::write_pairs(std::span<const std::uint32_t> kept,
                                                    std::uint64_t generation) {
  return pairs.write(added.new_numbers(kept), static_cast<std::uint32_t>(kept.size()),
                     TRY(create(FileKind::pairs, generation)));
}

Result<FileSummary> IndexWriter::State::write_words(std::uint64_t generation) {
  auto file = TRY(create(FileKind::words, generation));
  TRY(collected.write(file));
  return file.finish();
}

Result<FileSummary> IndexWriter::State::write_completions(std::uint64_t generation) {
  auto file = TRY(create(FileKind::completions, generation));
  TRY(completions.write(added.replaced(), file));
  return file.finish();
}

Result<FileSummary> IndexWriter::State::write_latent(const SegmentFiles& written,
                                                     std::uint32_t documents,
                                                     LatentTraining training) const {
  const auto open = [&](FileKind kind) -> Result<SectionFile> {
    return SectionFile::open(folder, TRY(written.file(folder, kind)), kind,
                             SectionFile::Pages::dropped);
  };
  const auto dictionary = TRY(open(FileKind::dictionary)), postings = TRY(open(FileKind::postings)),
             positions = TRY(open(FileKind::positions));
  const auto lists = TRY(
      Dictionary::open(dictionary, postings, positions, schema.text_fields.size() + 1, documents));
  std::shared_ptr<const Segment> before;
  if (training == LatentTraining::if_needed) before = segment_with_vectors(folder);
  return write_latent_vectors({.dictionary = lists,
                               .schema = schema,
                               .documents = documents,
                               .before = before.get(),
                               .drop_pages =
                                   [&] {
                                     for (const auto* file : {&dictionary, &postings, &positions})
                                       file->drop_pages();
                                   }},
                              folder / file_name(written.number, FileKind::latent_vectors));
}

Result<FileSummary> IndexWriter::State::write_schema(const FieldLengths& of_kept,
                                                     std::uint32_t documents,
                                                     std::uint32_t averaged_documents,
                                                     std::uint64_t generation) {
  IndexFacts facts{.schema = schema,
                   .documents = documents,
                   .field_words = {},
                   .average_lengths = of_kept.averages,
                   .averaged_documents = averaged_documents,
                   .languages = {}};
  for (const auto& field : of_kept.by_field) {
    facts.field_words.push_back(std::accumulate(field.begin(), field.end(), std::uint64_t{0}));
  }
  for (std::size_t language = 0; language < languages.size(); ++language) {
    const auto value = static_cast<text::Language>(language);
    if (languages.test(language) && value != text::Language::unknown) {
      facts.languages.push_back(value);
    }
  }
  auto file = TRY(create(FileKind::schema, generation));
  TRY(file.begin_section(SectionTag::bytes));
  TRY(file.append(encode(facts)));
  return file.finish();
}

FieldLengths IndexWriter::State::take_lengths(std::span<const std::uint32_t> kept) {
  FieldLengths of_kept;
  for (auto& field : lengths) {
    for (std::size_t number = 0; number < kept.size(); ++number) {
      field[number] = field[kept[number]];  // never a place that is still to be read
    }
    field.resize(kept.size());
    const auto words = std::accumulate(field.begin(), field.end(), std::uint64_t{0});
    of_kept.averages.push_back(mean_length(words, static_cast<std::uint32_t>(kept.size())));
    of_kept.by_field.push_back(std::move(field));
  }
  return of_kept;
}

Result<FileSummary> IndexWriter::State::write_lengths(const FieldLengths& of_kept,
                                                      std::uint64_t generation) {
  auto file = TRY(create(FileKind::lengths, generation));
  for (std::uint32_t field = 0; field < of_kept.by_field.size(); ++field) {
    TRY(PackedLengths::write(file, field, of_kept.by_field[field]));
  }
  return file.finish();
}

Result<FileSummary> IndexWriter::State::write_columns(std::span<const std::uint32_t> kept,
                                                      std::span<const std::uint32_t> by_id,
                                                      std::uint64_t generation) {
  auto file = TRY(create(FileKind::columns, generation));
  const KeptDocuments documents{.replaced = added.replaced(), .kept = kept, .by_id = by_id};
  for (std::uint32_t column = 0; column < schema.columns.size(); ++column) {
    TRY(write_spilled_column(file, column, schema.columns[column].kind, columns[column],
                             documents));
  }
  return file.finish();
}

Result<FileSummary> IndexWriter::State::write_ids(std::span<const std::uint32_t> kept,
                                                  std::span<const std::uint32_t> by_id,
                                                  std::uint64_t generation) {
  std::vector<std::string_view> ids;
  ids.reserve(kept.size());
  for (const auto document : kept) ids.push_back(added.id(document));
  return DocumentIds::write(TRY(create(FileKind::documents, generation)), ids, by_id);
}

}  // namespace tributary::search
