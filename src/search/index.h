// search/index.h
//
// The engine's public face: write documents into a generation, open it, search a snapshot of it.
//
//   auto writer = TRY(IndexWriter::create(folder, schema));
//   TRY(writer.add(document));
//   TRY(writer.commit());                              // a new generation, swapped in atomically
//
//   auto index = TRY(Index::open(folder));
//   const auto snapshot = index.snapshot();            // stays as it is
//   const auto answer = TRY(snapshot->search(request));
//
// A folder holds generations (docs/formats.md): files are written under temporary names, flushed
// and renamed, then one manifest names them; a crash at any point leaves the generation before
// readable.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/document.h"
#include "search/explanation.h"
#include "search/other_names.h"
#include "search/request.h"
#include "search/schema.h"
#include "search/similar_query.h"
#include "search/term_counts.h"
#include "search/words/completion.h"
#include "search/words/spelling.h"
#include "text/snippet.h"

namespace tributary::search {

/// An immutable state of an index. Safe from any thread without a lock.
class Snapshot {
 public:
  virtual ~Snapshot() = default;

  /// Errors: `invalid_argument` for a field, column or cursor that is not there or of the wrong
  /// kind, naming it; `too_deep` for a query tree of over 200 levels; `timed_out` and
  /// `cancelled` as the request says. A cursor belongs to one
  /// generation and one request (only `limit` and `facets` may differ): with another it is
  /// `invalid_argument`, so that no page silently repeats or leaves out documents.
  [[nodiscard]] virtual Result<Answer> search(const Request& request) const = 0;

  /// The ids of all documents of the result, in no order: of the request only query, selections and
  /// time limit count. Errors: as search().
  [[nodiscard]] virtual Result<std::vector<std::string>> ids_of(const Request& request) const = 0;

  /// Why each of the documents with these ids has its score by relevance for `query`: in the order
  /// given, without those that the index lacks. Errors: as search().
  [[nodiscard]] virtual Result<std::vector<Explanation>> explain(
      const QueryTree& query, std::span<const std::string> ids) const = 0;

  /// The documents most like the given one. Errors: `invalid_argument` for a limit or a field that
  /// is out of range.
  [[nodiscard]] virtual Result<SimilarAnswer> similar(const SimilarQuery& query) const = 0;

  /// In how many of the documents found each term stands, by the values of a column. Errors:
  /// `invalid_argument` naming a column or field, `timed_out` and `cancelled`.
  [[nodiscard]] virtual Result<TermCounts> count_terms(const TermCountsQuery& query) const = 0;

  /// The word that people can read of those that became this term: of several that in most
  /// documents, then the first; empty where there is none.
  [[nodiscard]] virtual std::string word_of(std::string_view term) const = 0;

  /// The terms of `query`'s words in this index, for marking them in a text (text/snippet.h).
  [[nodiscard]] virtual std::vector<text::SnippetTerm> marked_terms(
      const QueryTree& query) const = 0;

  /// The query with its rare and unknown words as they were likely meant (words/spelling.h);
  /// nothing where there is nothing better. REQUIRES: valid UTF-8.
  [[nodiscard]] virtual std::optional<BetterText> better_text(std::string_view typed) const = 0;

  /// What the texts of the collection teach of the words of `text`: spellings that stand in
  /// them, abbreviations that they explain, compounds in their parts. By first word; spans may
  /// overlap.
  [[nodiscard]] virtual std::vector<OtherNames> other_names(std::string_view text) const = 0;

  /// The best `count` completions of a kind (words/completion.h). The views live as long as the
  /// snapshot.
  [[nodiscard]] virtual std::vector<Completion> completions(std::uint16_t kind,
                                                            std::string_view typed,
                                                            std::size_t count) const = 0;

  [[nodiscard]] virtual std::uint64_t documents() const = 0;
  [[nodiscard]] virtual std::uint64_t generation() const = 0;
  [[nodiscard]] virtual const Schema& schema() const = 0;
};

/// What a commit makes of the documents that were added.
enum class Commit : std::uint8_t {
  rebuild,  ///< they are the whole of the next generation
  extend,   ///< they come to the current one, each in place of the one with its id
};

/// Where the latent vectors of a generation that is built anew come from (docs/similar.md).
enum class LatentTraining : std::uint8_t {
  anew,       ///< learnt from these documents: the same documents give the same vectors
  if_needed,  ///< by the words' places in the generation before, while those still fit: much faster
  none,       ///< nowhere: the generation is without
};

/// What a writer takes in memory for words on their way into lists; more is written out and merged.
inline constexpr std::size_t kDefaultBuildMemoryBytes = std::size_t{24} << 20U;

/// Writes the next generation beside the current one. One writer a folder, held by a lock file. Not
/// thread-safe.
class IndexWriter {
 public:
  /// Errors: `conflict` while another process writes here, `io`.
  static Result<IndexWriter> create(const Path& folder, Schema schema,
                                    std::size_t memory_bytes = kDefaultBuildMemoryBytes);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();  ///< without commit(), nothing has happened

  /// Errors: `invalid_argument` for a field or column that the schema lacks or a second value in a
  /// text column, after which the writer goes on; `too_long` for 16 million words in one field,
  /// `io`, after which it is closed.
  Result<> add(const Document& document);

  /// The next generation lacks the document with this id, unless it is added after this.
  Result<> remove(std::string_view id);

  /// Puts what was added so far out of memory, where that is much: commit() then has it behind it.
  /// For a pause in which others work. Errors: `io`, after which the writer is closed.
  Result<> write_out();

  /// Writes, flushes and swaps in the new generation, and closes the writer. To extend costs as
  /// much as was added, whatever is there; a search then goes over one segment more until they are
  /// merged (merge_segments), and what was added has no latent vectors. Nothing to do makes no
  /// generation; the number is that in force. Errors: `io`; to extend also `not_found` where there
  /// is no generation, `corrupt`, and `invalid_argument` where it has another schema. The
  /// generation before then stays.
  Result<std::uint64_t> commit(Commit how = Commit::rebuild,
                               LatentTraining training = LatentTraining::anew);

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Which segments are joined.
enum class Merge : std::uint8_t {
  where_needed,  ///< where there are more than three small ones, or many documents are no more
  everything,
};

/// Joins segments of the current generation and swaps the result in, which finds the same
/// documents; readers never wait. Scores may change a little where documents were removed, which
/// until then count in the frequencies of words (docs/decisions/0012-segments.md). True where
/// anything was joined. Errors: `conflict` while a writer holds the folder; `not_found`, `corrupt`,
/// `io`, and the generation before then stays.
Result<bool> merge_segments(const Path& folder, Merge extent = Merge::where_needed);

/// What can be known of a folder without opening it for searching.
struct IndexState {
  std::uint64_t generation = 0;
  std::uint64_t segments = 0;
  std::uint64_t documents = 0;        ///< that are found
  std::uint64_t built_documents = 0;  ///< of the last full build, whose mean lengths all are
                                      ///< weighed by
};

/// Errors: `not_found` when the folder holds no generation, `corrupt` naming the damaged file.
Result<IndexState> index_state(const Path& folder);

/// A folder's current generation. Thread-safe.
class Index {
 public:
  /// Errors: `not_found` when the folder holds no generation, `corrupt` naming the damaged file.
  static Result<Index> open(const Path& folder);
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;

  /// Looks for a newer generation and swaps it in; true when there was one.
  Result<bool> refresh();

 private:
  struct State;
  explicit Index(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::search
