#include "search/index/run_merge.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

#include "search/index/manifest.h"
#include "search/postings/dictionary.h"
#include "search/postings/posting_codec.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

/// One run, read from the front: of each there is one term in memory, and a small piece of the
/// file.
class RunReader {
 public:
  static Result<RunReader> open(const Path& path) {
    RunReader run(path);
    if (!run.file_) return fail(ErrorCode::io, "the run cannot be opened", path.string());
    TRY(run.next());
    return run;
  }

  [[nodiscard]] bool at_end() const { return at_end_; }
  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] std::uint32_t last_document() const { return last_document_; }
  [[nodiscard]] std::span<const std::byte> postings() const { return as_bytes(postings_); }
  [[nodiscard]] std::span<const std::byte> positions() const { return as_bytes(positions_); }
  [[nodiscard]] std::unexpected<Error> broken() const {
    return fail(ErrorCode::corrupt, "the run was changed while it was used", path_.string());
  }

  Result<> next() {
    at_end_ = file_.peek() == std::ifstream::traits_type::eof();
    if (at_end_) return {};
    read(term_);
    documents_ = varint();
    last_document_ = varint();
    read(postings_);
    read(positions_);
    return file_ ? Result<>() : Result<>(broken());
  }

 private:
  explicit RunReader(Path path) : path_(std::move(path)), file_(path_, std::ios::binary) {}

  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const auto byte = static_cast<std::uint32_t>(file_.get());
      if (!file_) return 0;
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  void read(std::string& text) {
    text.resize(varint());
    file_.read(text.data(), static_cast<std::streamsize>(text.size()));
  }

  Path path_;
  std::ifstream file_;
  std::string term_, postings_, positions_;
  std::uint32_t documents_ = 0, last_document_ = 0;
  bool at_end_ = false;
};

/// Puts the lists of one term behind one another as they are, where no document is left out and so
/// none is renumbered: only the first gap of each is another one.
class ListChain {
 public:
  void clear() {
    postings_.clear();
    positions_.clear();
    document_count_ = 0;
    gap_base_ = kNoDocument;
  }

  Result<> append(const RunReader& run) {
    ByteReader list(run.postings());
    const auto first_document = list.varint() - 1;
    if (list.broken()) return run.broken();
    append_varint(postings_, first_document - gap_base_);
    const auto rest = run.postings().last(list.remaining());
    postings_.append(reinterpret_cast<const char*>(rest.data()), rest.size());
    positions_.append(reinterpret_cast<const char*>(run.positions().data()),
                      run.positions().size());
    document_count_ += run.documents();
    gap_base_ = run.last_document();
    return {};
  }

  [[nodiscard]] const std::string& postings() const { return postings_; }
  [[nodiscard]] const std::string& positions() const { return positions_; }
  [[nodiscard]] std::uint32_t document_count() const { return document_count_; }

 private:
  std::string postings_, positions_;
  std::uint32_t document_count_ = 0;
  std::uint32_t gap_base_ = kNoDocument;  ///< wraps, as in PostingEncoder
};

/// Adds the list that `run` stands on to `encoder`, renumbered, without the documents left out.
Result<> append_renumbered(const RunReader& run, std::span<const std::uint32_t> new_numbers,
                           PostingEncoder& encoder) {
  PostingReader postings(run.postings(), static_cast<std::uint32_t>(new_numbers.size()));
  PositionReader positions(run.positions());
  std::array<std::vector<std::uint32_t>, kMaximumTextFields> of_field;
  std::vector<FieldOccurrences> fields;
  while (postings.next()) {
    fields.clear();
    bool complete = true;
    for_each_field(postings, [&](std::uint32_t field, std::uint32_t frequency) {
      complete = positions.read(frequency, of_field[field]) && complete;
      fields.push_back({field, of_field[field]});
    });
    if (!complete) return run.broken();
    const auto number = new_numbers[postings.document()];
    if (number != kNoDocument) encoder.add(number, fields);
  }
  return postings.broken() ? Result<>(run.broken()) : Result<>();
}

}  // namespace

Result<std::vector<FileSummary>> merge_runs(std::span<const Path> runs,
                                            std::span<const std::uint32_t> new_numbers,
                                            const Path& folder, std::uint64_t generation) {
  const auto create = [&](FileKind kind) {
    return SectionFileWriter::create(folder / file_name(generation, kind), kind);
  };
  auto postings = TRY(create(FileKind::postings));
  auto positions = TRY(create(FileKind::positions));
  TRY(postings.begin_section(SectionTag::bytes));
  TRY(positions.begin_section(SectionTag::bytes));

  std::vector<RunReader> readers;
  for (const auto& path : runs) readers.push_back(TRY(RunReader::open(path)));

  const bool all_are_kept = std::ranges::find(new_numbers, kNoDocument) == new_numbers.end();
  DictionaryBuilder dictionary;
  PostingEncoder encoder;
  ListChain chain;
  const auto write = [&](const std::string& term, const auto& list) -> Result<> {
    if (list.document_count() == 0) return {};
    TRY(postings.append(list.postings()));
    TRY(positions.append(list.positions()));
    dictionary.add(term, list.document_count(), list.postings().size(), list.positions().size());
    return {};
  };
  while (true) {
    // There are few runs, so the least term is looked for among all of them.
    const RunReader* least = nullptr;
    for (const auto& run : readers) {
      if (!run.at_end() && (least == nullptr || run.term() < least->term())) least = &run;
    }
    if (least == nullptr) break;
    const std::string term(least->term());
    encoder.clear();
    chain.clear();
    for (auto& run : readers) {
      if (run.at_end() || run.term() != term) continue;
      TRY(all_are_kept ? chain.append(run) : append_renumbered(run, new_numbers, encoder));
      TRY(run.next());
    }
    TRY(all_are_kept ? write(term, chain) : write(term, encoder));
  }
  auto terms = TRY(create(FileKind::dictionary));
  TRY(dictionary.write(terms));
  return std::vector{TRY(terms.finish()), TRY(postings.finish()), TRY(positions.finish())};
}

}  // namespace tributary::search
