#include "search/exec/cursor.h"

#include <fmt/format.h>

#include <charconv>

#include "search/postings/varint.h"

namespace tributary::search {
namespace {

/// Writes requests as bytes, each part with its length or count, so that no two are alike.
class RequestBytes {
 public:
  void add(const std::string& text) { append_string(bytes, text); }
  void add(std::uint32_t number) { append_varint(bytes, number); }
  void add(bool flag) { append_varint(bytes, flag ? 1 : 0); }
  void add(const std::optional<std::int64_t>& number) {
    add(number.has_value());
    append(bytes, number.value_or(0));
  }
  void add(const QueryNode& node) {
    add(static_cast<std::uint32_t>(node.kind));
    add(node.field);
    add(node.text);
    add(node.low);
    add(node.high);
    add(node.children);
    add(node.equivalents);
    add(node.has_compounds);
  }
  void add(const LabelFilter& filter) {
    add(filter.column);
    add(filter.values);
    add(filter.unknown);
  }
  void add(const RangeFilter& filter) {
    add(filter.column);
    add(filter.low);
    add(filter.high);
    add(filter.unknown);
  }
  void add(const FacetBucket& bucket) { add(bucket.ranges); }
  void add(const Selection& selection) {
    add(selection.labels);
    add(selection.ranges);
    add(selection.buckets);
    add(selection.ids.has_value());
    if (selection.ids) add(*selection.ids);
  }
  template <class T>
  void add(const std::vector<T>& list) {
    add(static_cast<std::uint32_t>(list.size()));
    for (const auto& item : list) add(item);
  }

  std::string bytes;
};

template <class T>
bool read_part(std::string_view& rest, T& value, int base) {
  const auto end = rest.find('.');
  const auto digits = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc{} && stop == digits.data() + digits.size();
}

}  // namespace

std::uint32_t fingerprint_of(const Request& request) {
  RequestBytes request_bytes;
  request_bytes.add(request.query.root);
  request_bytes.add(request.selections);
  request_bytes.add(request.sort.column);
  request_bytes.add(static_cast<std::uint32_t>(request.sort.direction));
  request_bytes.add(static_cast<std::uint32_t>(request.company));
  return crc32c(request_bytes.bytes);
}

std::string encode_cursor(std::uint64_t generation, std::uint32_t fingerprint,
                          std::uint32_t document) {
  return fmt::format("{}.{:08x}.{}", generation, fingerprint, document);
}

Result<std::uint32_t> decode_cursor(const std::string& cursor, std::uint64_t generation,
                                    std::uint32_t fingerprint) {
  std::string_view rest = cursor;
  std::uint64_t cursor_generation = 0;
  std::uint32_t cursor_fingerprint = 0, document = 0;
  if (!read_part(rest, cursor_generation, 10) || !read_part(rest, cursor_fingerprint, 16) ||
      !read_part(rest, document, 10) || !rest.empty()) {
    return fail(ErrorCode::invalid_argument, "this is not a cursor", "cursor");
  }
  if (cursor_generation != generation) {
    return fail(ErrorCode::invalid_argument,
                "the index has changed since this page; begin again at the first", "cursor");
  }
  if (cursor_fingerprint != fingerprint) {
    return fail(ErrorCode::invalid_argument, "the cursor belongs to another search", "cursor");
  }
  return document;
}

}  // namespace tributary::search
