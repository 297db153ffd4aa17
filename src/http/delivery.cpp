#include "http/delivery.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <xxhash.h>

#include "http/compression.h"

namespace tributary::http {

namespace {

// Smaller bodies fit one packet anyway.
constexpr std::size_t kCompressAboveBytes = 1024;

constexpr std::string_view kContentPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

/// Of a page that others may show within theirs: it runs nothing and sends nothing.
constexpr std::string_view kFramedContentPolicy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *";

std::string_view without_weakness(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

void add_security_headers(Response& response) {
  const auto policy =
      response.framing == Framing::by_anybody ? kFramedContentPolicy : kContentPolicy;
  response.headers.push_back({"Content-Security-Policy", std::string(policy)});
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  response.headers.push_back({"Referrer-Policy", "strict-origin-when-cross-origin"});
}

void add_cross_origin_headers(const Request& request, Response& response) {
  if (!request.path.starts_with("/api/")) return;
  if (request.path.starts_with("/api/v1/account")) return;
  response.headers.push_back({"Access-Control-Allow-Origin", "*"});
  if (request.method == Method::options) {
    response.headers.push_back({"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"});
    response.headers.push_back({"Access-Control-Allow-Headers", "Accept, If-None-Match"});
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
  } else {
    response.headers.push_back({"Access-Control-Expose-Headers", "ETag, Retry-After"});
  }
}

bool has_header(const Response& response, std::string_view name) {
  for (const auto& header : response.headers) {
    if (equal_ignoring_case(header.name, name)) return true;
  }
  return false;
}

void compress(const Request& request, Response& response) {
  if (!is_compressible(response.content_type)) return;
  response.headers.push_back({"Vary", "Accept-Encoding"});
  if (!response.body || response.body->size() <= kCompressAboveBytes) return;
  if (has_header(response, "Content-Encoding")) return;
  if (!accepts_gzip(request.header("Accept-Encoding"))) return;
  response.body = std::make_shared<const std::string>(gzip(*response.body));
  response.headers.push_back({"Content-Encoding", "gzip"});
}

}  // namespace

std::string entity_tag_of(std::string_view bytes) {
  return fmt::format("W/\"{:016x}\"", XXH3_64bits(bytes.data(), bytes.size()));
}

bool names_entity_tag(std::string_view if_none_match, std::string_view entity_tag) {
  const auto wanted = without_weakness(entity_tag);
  while (!if_none_match.empty()) {
    const auto comma = if_none_match.find(',');
    auto item = if_none_match.substr(0, comma);
    if_none_match = comma == std::string_view::npos ? "" : if_none_match.substr(comma + 1);
    const auto begin = item.find_first_not_of(" \t");
    if (begin == std::string_view::npos) continue;
    item = item.substr(begin, item.find_last_not_of(" \t") - begin + 1);
    if (item == "*" || without_weakness(item) == wanted) return true;
  }
  return false;
}

void prepare_for_delivery(const Request& request, Response& response) {
  const bool is_read = request.method == Method::get || request.method == Method::head;
  response.omit_body = request.method == Method::head;
  if (is_read && response.status == 200 && response.cache_control != kNeverCached) {
    if (response.entity_tag.empty() && response.body) {
      response.entity_tag = entity_tag_of(*response.body);
    }
    const auto asked = request.header("If-None-Match");
    if (!asked.empty() && names_entity_tag(asked, response.entity_tag)) {
      response.status = 304;
      response.body = nullptr;
    }
  }
  compress(request, response);
  add_cross_origin_headers(request, response);
  add_security_headers(response);
}

std::string response_head(const Response& response, Timestamp now, bool keep_alive) {
  std::string head;
  const auto out = std::back_inserter(head);
  // IMF-fixdate, RFC 9110 section 5.6.7.
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", response.status,
                 reason_phrase(response.status), fmt::gmtime(static_cast<std::time_t>(seconds)));
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fmt::format_to(out, "{}: {}\r\n", name, value);
  };
  if (response.status != 304 && response.status != 204) {
    line("Content-Type", response.content_type);
    fmt::format_to(out, "Content-Length: {}\r\n", response.body_size_bytes());
  }
  line("Cache-Control", response.cache_control);
  line("ETag", response.entity_tag);
  for (const auto& header : response.headers) line(header.name, header.value);
  line("Connection", keep_alive ? "keep-alive" : "close");
  head += "\r\n";
  return head;
}

}  // namespace tributary::http
