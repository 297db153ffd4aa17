#include "search/index/run_merge.h"

#include <algorithm>
#include <string_view>

#include "search/index/manifest.h"
#include "search/postings/dictionary.h"
#include "search/postings/posting_codec.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

/// One run, read from the front.
class RunReader {
 public:
  static Result<RunReader> open(const Path& path) {
    RunReader run(path, TRY(MappedFile::open(path)));
    TRY(run.next());
    return run;
  }

  [[nodiscard]] bool at_end() const { return at_end_; }
  [[nodiscard]] std::string_view term() const { return term_; }
  [[nodiscard]] std::span<const std::byte> postings() const { return as_bytes(postings_); }
  [[nodiscard]] std::span<const std::byte> positions() const { return as_bytes(positions_); }
  [[nodiscard]] std::unexpected<Error> broken() const {
    return fail(ErrorCode::corrupt, "the run was changed while it was used", path_.string());
  }

  Result<> next() {
    at_end_ = reader_.at_end();
    if (at_end_) return {};
    term_ = reader_.string();
    reader_.varint();
    postings_ = reader_.string();
    positions_ = reader_.string();
    return reader_.broken() ? Result<>(broken()) : Result<>();
  }

 private:
  RunReader(Path path, MappedFile file)
      : path_(std::move(path)), file_(std::move(file)), reader_(file_.bytes()) {}

  Path path_;
  MappedFile file_;
  ByteReader reader_;
  std::string_view term_, postings_, positions_;
  bool at_end_ = false;
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

  DictionaryBuilder dictionary;
  PostingEncoder encoder;
  while (true) {
    // There are few runs, so the least term is looked for among all of them.
    const RunReader* least = nullptr;
    for (const auto& run : readers) {
      if (!run.at_end() && (least == nullptr || run.term() < least->term())) least = &run;
    }
    if (least == nullptr) break;
    const std::string term(least->term());
    encoder.clear();
    for (auto& run : readers) {
      if (run.at_end() || run.term() != term) continue;
      TRY(append_renumbered(run, new_numbers, encoder));
      TRY(run.next());
    }
    if (encoder.document_count() == 0) continue;
    TRY(postings.append(encoder.postings()));
    TRY(positions.append(encoder.positions()));
    dictionary.add(term, encoder.document_count(), encoder.postings().size(),
                   encoder.positions().size());
  }
  auto terms = TRY(create(FileKind::dictionary));
  TRY(dictionary.write(terms));
  return std::vector{TRY(terms.finish()), TRY(postings.finish()), TRY(positions.finish())};
}

}  // namespace tributary::search
