// search/index/section_file.h
//
// The container of every index file: named sections, each with its checksum, readable in place.
//
//   byte 0   8  "TRIBINDX"
//        8   4  format version, 7
//       12   4  file kind (FileKind)
//       16   8  size of the file in bytes
//       24   8  where the section table begins
//       32   4  number of sections
//       36   4  CRC-32C of the section table
//       40   4  CRC-32C of bytes 0..39
//       44  20  zero
//   sections    each at a multiple of 64, zero bytes between
//   table       32 bytes a section, at a multiple of 64:
//               tag u32, number u32, offset u64, size in bytes u64, CRC-32C u32, zero u32
//
// All integers are little-endian.
#pragma once

#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/file.h"
#include "base/result.h"

namespace tributary::search {

enum class FileKind : std::uint32_t {
  schema = 1,
  dictionary = 2,
  postings = 3,
  positions = 4,
  lengths = 5,
  columns = 6,
  documents = 7,
  deleted = 8,
  completions = 40,
  words = 41,
  pairs = 42,
  latent_vectors = 60,
};

/// What a section holds; `number` beside it tells which field or column.
enum class SectionTag : std::uint32_t {
  bytes = 1,           ///< the one run of bytes of a file of postings, positions or the schema
  string_offsets = 2,  ///< u64 × (n + 1)
  string_bytes = 3,    ///< n strings, one after another
  length_blocks = 4,   ///< 4 and 5: index/packed_lengths.h
  field_lengths = 5,
  folded_offsets = 6,  ///< as 2, of the folded values of a column
  folded_bytes = 7,    ///< as 3
  value_offsets = 8,   ///< columns/value_places.h
  value_ordinals = 9,  ///< columns/label_column.h
  integers = 10,       ///< columns/integer_column.h
  presence = 11,       ///< one bit a document, in u64 words
  id_ranks = 12,       ///< u32 × documents: place of the document in the order of ids
  list_blocks = 13,    ///< 13 and 16: postings/dictionary.h
  list_counts = 14,    ///< 14 and 15: postings/word_pairs.h
  list_postings = 15,
  list_places = 16,
  text_ranks = 17,    ///< columns/text_column.h
  value_starts = 18,  ///< 18 to 20: columns/label_column.h
  value_documents = 19,
  value_bitmaps = 20,
  sorted_documents = 21,  ///< columns/sorted_documents.h
  integer_frame = 22,     ///< 22 to 24: columns/integer_column.h
  integer_zones = 23,
  integer_totals = 24,
  value_chunk_ends = 25,  ///< this and the next: columns/label_chunks.h
  value_chunks = 26,
  deleted = 30,       ///< one bit a document: index/delete_mask.h
  term_blocks = 40,   ///< u64 × blocks: words/front_coded_terms.h
  term_bytes = 41,    ///< front-coded terms
  word_lists = 42,    ///< u32 × (words + 1), and all that follow: words/completion_builder.h
  list_entries = 43,  ///< u32 each: entries with a word, ascending
  list_minima = 44,   ///< u32 each: words/ranked_runs.h
  text_order = 45,    ///< u32 × entries: entries by their words
  order_minima = 46,  ///< u32 each
  entry_words = 47,   ///< u32 × (entries + 1)
  word_numbers = 48,  ///< u32 each: words of an entry in the order of its text
  weights = 49,       ///< u32 × entries, descending
  text_offsets = 50,  ///< string table of the texts
  text_bytes = 51,
  key_offsets = 52,  ///< string table of the ids
  key_bytes = 53,
  kinds = 54,           ///< u32 each: the kinds of a file of completions
  word_documents = 55,  ///< u32 × words: words/vocabulary.h
  word_terms_blocks = 56,
  word_terms = 57,
  acronyms = 58,      ///< words/acronyms.h
  latent_shape = 60,  ///< this and what follows: similar/latent_vectors.cpp
  latent_terms = 61,
  latent_term_directions = 62,
  latent_term_lengths = 63,
  latent_document_directions = 64,
  latent_inverse_lengths = 65,
  id_order = 66,           ///< u32 × documents: documents in the order of their ids
  compound_lexicon = 70,   ///< words/compound_lexicons.h
  part_stem_offsets = 71,  ///< 71 to 80: words/compound_table.h
  part_stem_bytes = 72,
  part_word_offsets = 73,
  part_word_bytes = 74,
  part_documents = 75,
  part_lists = 76,
  part_compounds = 77,
  compound_words = 78,
  compound_lists = 79,
  compound_parts = 80,
};

struct SectionEntry {
  std::uint32_t tag = 0;
  std::uint32_t number = 0;
  std::uint64_t offset = 0;
  std::uint64_t size_bytes = 0;
  std::uint32_t checksum = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(SectionEntry) == 32);

/// What the manifest remembers of a finished file.
struct FileSummary {
  std::string name;
  std::uint64_t size_bytes = 0;
  std::uint32_t header_checksum = 0;  ///< covers the table, which covers every section
  bool operator==(const FileSummary&) const = default;
};

/// Writes a file under a temporary name; finish() gives it its name. It is on its way to the disk
/// then, where write_manifest() waits for it. Without finish() nothing remains. Not thread-safe.
class SectionFileWriter {
 public:
  static Result<SectionFileWriter> create(const Path& path, FileKind kind);
  SectionFileWriter(SectionFileWriter&&) noexcept = default;
  SectionFileWriter& operator=(SectionFileWriter&&) = delete;
  ~SectionFileWriter();

  /// Where the file will be.
  [[nodiscard]] Path folder() const { return path_.parent_path(); }

  Result<> begin_section(SectionTag tag, std::uint32_t number = 0);

  /// Adds to the section begun last.
  Result<> append(std::span<const std::byte> bytes);
  Result<> append(std::string_view bytes) { return append(as_bytes(bytes)); }

  /// A whole section from an array.
  template <class T>
  Result<> section(SectionTag tag, std::uint32_t number, std::span<const T> values) {
    TRY(begin_section(tag, number));
    return append(std::as_bytes(values));
  }

  Result<FileSummary> finish();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  SectionFileWriter(Path path, FileKind kind, std::unique_ptr<std::FILE, CloseFile> file)
      : path_(std::move(path)), kind_(kind), file_(std::move(file)) {}
  Result<> write(std::span<const std::byte> bytes);
  Result<> pad();
  [[nodiscard]] Path temporary_path() const { return path_.string() + ".new"; }

  Path path_;
  FileKind kind_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t written_bytes_ = 0;
  std::uint64_t flushing_bytes_ = 0;  ///< of those, sent to the disk while others are written
  std::vector<SectionEntry> sections_;
};

/// A file opened for reading: everything is checked once, here. Safe from any thread.
class SectionFile {
 public:
  /// Whether what was read to check it stays in memory; in_large: as MappedFile::PageSize says.
  enum class Pages : std::uint8_t { kept, dropped, kept_in_large };

  /// Errors: `corrupt` naming the file where size, header, table or a section is not as written.
  static Result<SectionFile> open(const Path& folder, const FileSummary& expected, FileKind kind,
                                  Pages pages = Pages::kept);

  /// Errors: `corrupt` when the file lacks the section or it is not a whole number of values.
  template <class T>
  [[nodiscard]] Result<std::span<const T>> array(SectionTag tag, std::uint32_t number = 0) const {
    const auto bytes = TRY(section(tag, number));
    if (bytes.size() % sizeof(T) != 0) return broken("a section has an odd size");
    return std::span(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
  }

  [[nodiscard]] Result<std::span<const std::byte>> section(SectionTag tag,
                                                           std::uint32_t number = 0) const;

  /// As MappedFile::drop_pages().
  void drop_pages() const { file_.drop_pages(); }
  /// The same where the file was opened with Pages::dropped: for who reads everything once.
  void pass_by() const {
    if (pages_ == Pages::dropped) drop_pages();
  }

  /// The error for whatever a reader finds wrong inside.
  [[nodiscard]] std::unexpected<Error> broken(std::string message) const {
    return fail(ErrorCode::corrupt, std::move(message), path_.string());
  }

 private:
  SectionFile(Path path, MappedFile file, Pages pages)
      : path_(std::move(path)), file_(std::move(file)), pages_(pages) {}
  [[nodiscard]] std::uint32_t checksum_of(std::span<const std::byte> section) const;

  Path path_;
  MappedFile file_;
  Pages pages_;
  std::vector<SectionEntry> sections_;
};

}  // namespace tributary::search
