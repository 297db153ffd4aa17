#include "http/compression.h"

#include <zlib.h>

#include <new>
#include <optional>

#include "http/request.h"

namespace tributary::http {

namespace {

// Level 5 costs about half of level 9 and is within a few per cent of its size on JSON.
constexpr int kLevel = 5;
constexpr int kWindowBits = 15 + 16;  // 16: a gzip frame
constexpr int kMemoryLevel = 8;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// "q=0", "q=0.0", "q=0.000" refuse; every other quality accepts.
bool is_refused(std::string_view parameters) {
  const auto quality = parameters.find("q=");
  if (quality == std::string_view::npos) return false;
  const auto value = trimmed(parameters.substr(quality + 2));
  return !value.empty() && value.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> named, any;
  while (!accept_encoding.empty()) {
    const auto comma = accept_encoding.find(',');
    const auto item = trimmed(accept_encoding.substr(0, comma));
    accept_encoding = comma == std::string_view::npos ? "" : accept_encoding.substr(comma + 1);
    const auto semicolon = item.find(';');
    const auto coding = trimmed(item.substr(0, semicolon));
    const auto parameters = semicolon == std::string_view::npos ? "" : item.substr(semicolon);
    if (equal_ignoring_case(coding, "gzip")) named = !is_refused(parameters);
    if (coding == "*") any = !is_refused(parameters);
  }
  return named.value_or(any.value_or(false));
}

bool is_compressible(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("javascript") ||
         type == "image/svg+xml" || type == "application/manifest+json";
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::string compressed(deflateBound(&stream, bytes.size()), '\0');
  // zlib never writes to next_in; its interface predates const.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  deflate(&stream, Z_FINISH);  // deflateBound() made room for all of it
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  return compressed;
}

}  // namespace tributary::http
