#include "search/words/completion_spill.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <tuple>
#include <utility>

#include "search/postings/varint.h"
#include "search/words/completion_builder.h"
#include "text/fold.h"

namespace tributary::search {
namespace {

struct Offered {
  std::uint32_t kind = 0;
  std::string_view id, text;
};

Offered decode(std::string_view value) {
  ByteReader reader(as_bytes(value));
  Offered offered;
  offered.kind = reader.varint();
  offered.id = reader.string();
  offered.text = value.substr(value.size() - reader.remaining());
  return offered;
}

/// A text in its spellings.
struct Entry {
  std::string_view shown;
  std::uint32_t documents_of_shown = 0;
  std::uint32_t documents = 0;
};

}  // namespace

void CompletionSpill::add(std::uint16_t kind, std::string_view text, std::string_view id) {
  value_.clear();
  append_varint(value_, kind);
  append_string(value_, id);
  value_ += text;
  spill_.add(value_);
}

Result<> CompletionSpill::write(const std::vector<bool>& replaced, SectionFileWriter& file) {
  boost::unordered_flat_map<std::string, std::uint32_t> documents_of;
  std::size_t document = 0;
  TRY(spill_.read([&](std::span<const std::string_view> values) {
    if (replaced[document++]) return;
    for (const auto value : values) ++documents_of[std::string(value)];
  }));
  std::map<std::tuple<std::uint32_t, std::string_view, std::string>, Entry> entries;
  for (const auto& [value, documents] : documents_of) {
    const auto offered = decode(value);
    auto& entry = entries[{offered.kind, offered.id, text::fold(offered.text)}];
    entry.documents += documents;
    // Of spellings in equally many documents the first in the order of bytes: the same every time.
    const bool is_better =
        std::pair(documents, entry.shown) > std::pair(entry.documents_of_shown, offered.text);
    if (entry.shown.empty() || is_better) {
      entry.shown = offered.text;
      entry.documents_of_shown = documents;
    }
  }
  CompletionBuilder builder;
  for (const auto& [key, entry] : entries) {
    builder.add(std::get<0>(key), std::string(entry.shown), entry.documents,
                std::string(std::get<1>(key)));
  }
  entries.clear();
  documents_of.clear();
  return std::move(builder).write(file);
}

}  // namespace tributary::search
