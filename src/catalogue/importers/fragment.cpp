// A fragment:
//
//   kind            1 byte: TableKind, bit 7 set for the main part
//   file            varint
//   head            as in record_codec.cpp
//   participations  varint count, then each as in record_codec.cpp
//   topics          likewise
//   links           likewise
#include "catalogue/importers/fragment.h"

#include "catalogue/record_codec.h"

namespace tributary::catalogue {
namespace {

constexpr std::uint8_t kMainPartBit = 0x80;

template <class Part>
void append_parts(std::string& to, const std::vector<Part>& parts) {
  append_varint(to, parts.size());
  for (const auto& part : parts) append_part(to, part);
}

}  // namespace

void append_fragment(std::string& to, TableKind kind, std::uint32_t file,
                     const Statement& statement) {
  const auto raw_kind = static_cast<std::uint8_t>(kind);
  to.push_back(static_cast<char>(statement.is_main_part ? raw_kind | kMainPartBit : raw_kind));
  append_varint(to, file);
  append_head(to, statement.head);
  append_parts(to, statement.participations);
  append_parts(to, statement.topics);
  append_parts(to, statement.links);
}

bool read_fragment(std::string_view bytes, Fragment& fragment) {
  WireReader from(bytes);
  std::uint8_t kind = 0;
  std::uint64_t file = 0;
  if (!from.byte(kind) || !from.varint(file)) return false;
  fragment.is_main_part = (kind & kMainPartBit) != 0;
  fragment.kind = static_cast<TableKind>(kind & ~kMainPartBit);
  fragment.file = static_cast<std::uint32_t>(file);
  fragment.body = bytes.substr(bytes.size() - from.remaining());
  return true;
}

}  // namespace tributary::catalogue
