#include "search/index/list_writer.h"

#include <utility>

#include "search/index/manifest.h"

namespace tributary::search {
namespace {

/// So much is handed to the writing thread at a time.
constexpr std::size_t kHandedOverBytes = std::size_t{256} << 10U;

}  // namespace

Result<std::unique_ptr<ListWriter>> ListWriter::create(std::uint32_t documents, const Path& folder,
                                                       std::uint64_t generation) {
  const auto create_file = [&](FileKind kind) {
    return SectionFileWriter::create(folder / file_name(generation, kind), kind);
  };
  auto dictionary = TRY(create_file(FileKind::dictionary));
  auto postings = TRY(create_file(FileKind::postings));
  auto positions = TRY(create_file(FileKind::positions));
  TRY(postings.begin_section(SectionTag::bytes));
  TRY(positions.begin_section(SectionTag::bytes));
  return std::unique_ptr<ListWriter>(new ListWriter(documents, folder, std::move(dictionary),
                                                    std::move(postings), std::move(positions)));
}

ListWriter::ListWriter(std::uint32_t documents, const Path& folder, SectionFileWriter dictionary,
                       SectionFileWriter postings, SectionFileWriter positions)
    : documents_(documents),
      dictionary_file_(std::move(dictionary)),
      postings_file_(std::move(postings)),
      positions_file_(std::move(positions)),
      dictionary_(folder),
      thread_([this] { run(); }) {}

ListWriter::~ListWriter() { waiting_.close(); }

void ListWriter::add_list(ListSet set, std::vector<Posting>& postings, PositionRecords* positions) {
  made_.postings.insert(made_.postings.end(), postings.begin(), postings.end());
  postings.clear();
  if (positions != nullptr) {
    made_.positions += positions->bytes();
    positions->clear();
  }
  made_.lists.push_back({.set = set,
                         .has_positions = positions != nullptr,
                         .postings_end = made_.postings.size(),
                         .positions_end = made_.positions.size()});
}

Result<> ListWriter::end_term(std::string_view term) {
  made_.texts += term;
  made_.terms.push_back({.text_end = made_.texts.size(), .lists_end = made_.lists.size()});
  return made_.size_bytes() < kHandedOverBytes ? Result<>{} : hand_over();
}

Result<> ListWriter::hand_over() {
  if (waiting_.put(std::exchange(made_, {}))) return {};
  if (thread_.joinable()) thread_.join();
  return std::unexpected(*failure_);
}

Result<std::vector<FileSummary>> ListWriter::finish() {
  TRY(hand_over());
  waiting_.close();
  thread_.join();
  if (failure_) return std::unexpected(*failure_);
  TRY(dictionary_.write(dictionary_file_));
  return std::vector{TRY(dictionary_file_.finish()), TRY(postings_file_.finish()),
                     TRY(positions_file_.finish())};
}

void ListWriter::run() {
  while (const auto lists = waiting_.take()) {
    auto written = write(*lists);
    if (written) continue;
    failure_ = std::move(written).error();
    waiting_.close();
    return;
  }
}

Result<> ListWriter::write(const MadeLists& made) {
  std::size_t text = 0, list = 0, posting = 0, position = 0;
  for (const auto& term : made.terms) {
    TRY(dictionary_.add_term(std::string_view(made.texts).substr(text, term.text_end - text)));
    text = term.text_end;
    for (; list < term.lists_end; ++list) {
      const auto& at = made.lists[list];
      TRY(write_list(
          at, std::span(made.postings).subspan(posting, at.postings_end - posting),
          std::string_view(made.positions).substr(position, at.positions_end - position)));
      posting = at.postings_end;
      position = at.positions_end;
    }
  }
  return {};
}

Result<> ListWriter::write_list(const MadeLists::List& list, std::span<const Posting> postings,
                                std::string_view records) {
  ListPlace place{.document_count = static_cast<std::uint32_t>(postings.size()),
                  .single = postings.front()};
  bytes_.clear();
  append_posting_list(bytes_, postings, documents_);
  place.posting_bytes = static_cast<std::uint32_t>(bytes_.size());
  TRY(postings_file_.append(bytes_));
  bytes_.clear();
  if (list.has_positions) append_position_list(bytes_, records, place.document_count);
  place.position_bytes = static_cast<std::uint32_t>(bytes_.size());
  TRY(positions_file_.append(bytes_));
  return dictionary_.add_list(list.set, place);
}

}  // namespace tributary::search
