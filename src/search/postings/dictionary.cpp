#include "search/postings/dictionary.h"

#include <algorithm>

#include "search/postings/posting_check.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

constexpr std::size_t kBlockTerms = FrontCodedTerms::kBlockTerms;

/// How much is looked at before its pages are let go of, where the files are opened so.
constexpr std::size_t kBlocksAtOnce = 1U << 12U;
constexpr std::uint64_t kPostingBytesAtOnce = 4U << 20U;

/// So much of the terms waits in memory.
constexpr std::size_t kTextBytesAtOnce = std::size_t{32} << 10U;

constexpr std::uint32_t kFollowed = 1, kSingle = 2, kSetFactor = 4;

/// Goes through the lists of one block of terms.
class PlaceReader {
 public:
  /// From the first byte of the block on.
  explicit PlaceReader(std::span<const std::byte> block) : reader_(block) {
    place_.postings = reader_.fixed<std::uint64_t>();
    place_.positions = reader_.fixed<std::uint64_t>();
  }

  struct Read {
    ListSet set = 0;
    bool is_followed = false;
  };
  /// The next list; place() is its place then.
  Read next() {
    place_.postings += place_.posting_bytes;
    place_.positions += place_.position_bytes;
    const auto tag = reader_.varint();
    if ((tag & kSingle) != 0) {
      place_.document_count = 1;
      place_.single.document = reader_.varint();
      place_.single.impact = reader_.fixed<Impact>();
      place_.posting_bytes = 0;
    } else {
      place_.document_count = reader_.varint();
      place_.posting_bytes = reader_.varint();
    }
    place_.position_bytes = reader_.varint();
    return {.set = tag / kSetFactor, .is_followed = (tag & kFollowed) != 0};
  }
  [[nodiscard]] const ListPlace& place() const { return place_; }
  [[nodiscard]] bool broken() const { return reader_.broken(); }
  [[nodiscard]] bool at_end() const { return reader_.at_end(); }

 private:
  ByteReader reader_;
  ListPlace place_;
};

/// What the lists of a dictionary have to fit.
struct Files {
  std::span<const std::byte> postings, positions;
  std::size_t list_sets = 0;
  std::uint32_t documents = 0;
};

bool fits(const ListPlace& place, const Files& files) {
  const auto is_inside = [](std::uint64_t begin, std::uint64_t size, std::size_t all) {
    return begin <= all && size <= all - begin;
  };
  if (!is_inside(place.positions, place.position_bytes, files.positions.size())) return false;
  if (place.document_count == 1) return place.single.document < files.documents;
  return place.document_count > 1 && place.document_count <= files.documents &&
         is_inside(place.postings, place.posting_bytes, files.postings.size()) &&
         is_posting_list(files.postings.subspan(place.postings, place.posting_bytes),
                         place.document_count, files.documents);
}

/// Whether a block holds the lists of `terms` terms and nothing else.
bool fits(std::span<const std::byte> block, std::size_t terms, const Files& files) {
  PlaceReader lists(block);
  for (; terms > 0; --terms) {
    std::optional<ListSet> before;
    for (bool is_followed = true; is_followed;) {
      const auto read = lists.next();
      if (lists.broken() || read.set >= files.list_sets || (before && read.set <= *before) ||
          !fits(lists.place(), files)) {
        return false;
      }
      before = read.set;
      is_followed = read.is_followed;
    }
  }
  return lists.at_end();
}

}  // namespace

DictionaryWriter::DictionaryWriter(const Path& folder)
    : text_bytes_(folder), list_blocks_(folder), list_places_(folder) {}

Result<> DictionaryWriter::append_places(std::string_view bytes) {
  places_bytes_ += bytes.size();
  return list_places_.append(bytes);
}

Result<> DictionaryWriter::end_list(bool is_followed) {
  if (!waiting_) return {};
  std::string bytes;
  append_varint(bytes, waiting_->tag + (is_followed ? kFollowed : 0));
  bytes += waiting_->rest;
  waiting_.reset();
  return append_places(bytes);
}

Result<> DictionaryWriter::add_term(std::string_view term) {
  TRY(end_list(false));
  if (terms_++ % kBlockTerms == 0) {
    TRY(list_blocks_.append(places_bytes_));
    std::string begins;
    append(begins, postings_bytes_);
    append(begins, positions_bytes_);
    TRY(append_places(begins));
  }
  texts_.add(term);
  if (texts_.bytes().size() < kTextBytesAtOnce) return {};
  TRY(text_bytes_.append(texts_.bytes()));
  texts_.take_bytes();
  return {};
}

Result<> DictionaryWriter::add_list(ListSet set, const ListPlace& list) {
  TRY(end_list(true));
  auto& [tag, rest] = waiting_.emplace(Waiting{});
  tag = set * kSetFactor;
  if (list.document_count == 1) {
    tag += kSingle;
    append_varint(rest, list.single.document);
    rest.push_back(static_cast<char>(list.single.impact));
  } else {
    append_varint(rest, list.document_count);
    append_varint(rest, list.posting_bytes);
    postings_bytes_ += list.posting_bytes;
  }
  append_varint(rest, list.position_bytes);
  positions_bytes_ += list.position_bytes;
  return {};
}

Result<> DictionaryWriter::write(SectionFileWriter& file) {
  TRY(end_list(false));
  TRY(text_bytes_.append(texts_.bytes()));
  TRY(text_bytes_.write(file, SectionTag::term_bytes));
  TRY(file.section(SectionTag::term_blocks, 0, texts_.blocks()));
  TRY(list_blocks_.write(file, SectionTag::list_blocks));
  return list_places_.write(file, SectionTag::list_places);
}

Result<Dictionary> Dictionary::open(const SectionFile& dictionary, const SectionFile& postings,
                                    const SectionFile& positions, std::size_t list_sets,
                                    std::uint32_t documents) {
  auto terms = TRY(FrontCodedTerms::open(dictionary));
  dictionary.pass_by();
  const Files files{.postings = TRY(postings.section(SectionTag::bytes)),
                    .positions = TRY(positions.section(SectionTag::bytes)),
                    .list_sets = list_sets,
                    .documents = documents};
  const auto blocks = TRY(dictionary.array<std::uint64_t>(SectionTag::list_blocks));
  const auto places = TRY(dictionary.section(SectionTag::list_places));
  const auto broken = [&] { return dictionary.broken("the entries do not fit the lists"); };
  if (blocks.size() != (terms.size() + kBlockTerms - 1) / kBlockTerms) return broken();
  std::uint64_t read_bytes = 0;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const auto end = block + 1 < blocks.size() ? blocks[block + 1] : places.size();
    if (blocks[block] > end || end > places.size()) return broken();
    const auto bytes = places.subspan(blocks[block], end - blocks[block]);
    if (!fits(bytes, std::min(kBlockTerms, terms.size() - block * kBlockTerms), files)) {
      return broken();
    }
    const auto begin = load<std::uint64_t>(bytes.data());
    if (block % kBlocksAtOnce == 0 || begin - read_bytes > kPostingBytesAtOnce) {
      dictionary.pass_by();
      postings.pass_by();
      read_bytes = begin;
    }
  }
  return Dictionary(std::move(terms), blocks, places, files.postings, files.positions, documents);
}

std::optional<std::uint32_t> Dictionary::find(std::string_view term) const {
  const auto number = terms_.find(term);
  return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

std::optional<ListPlace> Dictionary::place(std::uint32_t term, ListSet set) const {
  PlaceReader lists(list_places_.subspan(list_blocks_[term / kBlockTerms]));
  for (auto before = term % kBlockTerms; before > 0;) {
    if (!lists.next().is_followed) --before;
  }
  for (bool is_followed = true; is_followed;) {
    const auto read = lists.next();
    if (read.set == set) return lists.place();
    is_followed = read.is_followed;
  }
  return std::nullopt;
}

std::uint32_t Dictionary::document_count(std::uint32_t term, ListSet set) const {
  const auto found = place(term, set);
  return found ? found->document_count : 0;
}

PostingList Dictionary::postings(const ListPlace& place) const {
  if (place.document_count == 1) return PostingList(place.single);
  return PostingList(postings_.subspan(place.postings, place.posting_bytes), place.document_count,
                     documents_);
}

}  // namespace tributary::search
