#include "search/index/run_merge.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "search/index/run_codec.h"
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
  [[nodiscard]] std::span<const std::byte> postings() const { return as_bytes(postings_); }
  [[nodiscard]] std::span<const std::byte> positions() const { return as_bytes(positions_); }
  [[nodiscard]] std::unexpected<Error> broken() const {
    return fail(ErrorCode::corrupt, "the run was changed while it was used", path_.string());
  }

  Result<> next() {
    at_end_ = file_.peek() == std::ifstream::traits_type::eof();
    if (at_end_) return {};
    read(term_);
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
