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
  [[nodiscard]] std::span<const std::byte> documents() const { return as_bytes(documents_); }
  [[nodiscard]] std::span<const std::byte> records() const { return as_bytes(records_); }
  [[nodiscard]] std::unexpected<Error> broken() const {
    return fail(ErrorCode::corrupt, "the run was changed while it was used", path_.string());
  }

  Result<> next() {
    at_end_ = file_.peek() == std::ifstream::traits_type::eof();
    if (at_end_) return {};
    read(term_);
    read(documents_);
    read(records_);
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
  std::string term_, documents_, records_;
  bool at_end_ = false;
};

/// Hands the list that `run` stands on to `lists`, renumbered, without the documents left out;
/// whether there was any.
Result<bool> add_renumbered(const RunReader& run, std::span<const std::uint32_t> new_numbers,
                            ListSerializer& lists) {
  TermDecoder list(run.documents(), run.records(), static_cast<std::uint32_t>(new_numbers.size()));
  std::array<std::uint32_t, TermDecoder::kAtOnce> numbers{};
  bool any = false;
  while (true) {
    const auto documents = list.next_documents();
    if (documents.empty()) break;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      numbers[i] = new_numbers[documents[i]];
      if (numbers[i] != kNoDocument) lists.expect(numbers[i]);
    }
    for (const auto number : std::span(numbers).first(documents.size())) {
      const auto* record = list.next_record();
      if (record == nullptr) return run.broken();
      if (number == kNoDocument) continue;
      lists.add(number, *record);
      any = true;
    }
  }
  if (list.broken()) return run.broken();
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
