#include "search/index/run_merge.h"

#include <algorithm>
#include <string_view>

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

/// Hands the list that `run` stands on to `lists`, renumbered, without the documents left out;
/// whether there was any.
Result<bool> add_renumbered(const RunReader& run, std::span<const std::uint32_t> new_numbers,
                            ListSerializer& lists) {
  PostingReader postings(run.postings(), static_cast<std::uint32_t>(new_numbers.size()));
  PositionReader positions(run.positions());
  std::array<std::vector<std::uint32_t>, kMaximumTextFields> of_field;
  std::vector<FieldOccurrences> fields;
  bool any = false;
  while (postings.next()) {
    fields.clear();
    bool complete = true;
    for_each_field(postings, [&](std::uint32_t field, std::uint32_t frequency) {
      complete = positions.read(frequency, of_field[field]) && complete;
      fields.push_back({field, of_field[field]});
    });
    if (!complete) return run.broken();
    const auto number = new_numbers[postings.document()];
    if (number == kNoDocument) continue;
    lists.add(number, fields);
    any = true;
  }
  if (postings.broken()) return run.broken();
  return any;
}

}  // namespace

Result<> merge_runs(std::span<const Path> runs, std::span<const std::uint32_t> new_numbers,
                    ListSerializer& lists) {
  std::vector<RunReader> readers;
  for (const auto& path : runs) readers.push_back(TRY(RunReader::open(path)));
  while (true) {
    // There are few runs, so the least term is looked for among all of them.
    const RunReader* least = nullptr;
    for (const auto& run : readers) {
      if (!run.at_end() && (least == nullptr || run.term() < least->term())) least = &run;
    }
    if (least == nullptr) return {};
    const std::string term(least->term());
    bool any = false;
    for (auto& run : readers) {
      if (run.at_end() || run.term() != term) continue;
      any = TRY(add_renumbered(run, new_numbers, lists)) || any;
      TRY(run.next());
    }
    if (any) TRY(lists.end_term(term));
  }
}

}  // namespace tributary::search
