#include "http/delivery.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "http/compression.h"

namespace tributary::http {
namespace {

std::string header_of(const Response& response, std::string_view name) {
  for (const auto& header : response.headers) {
    if (header.name == name) return header.value;
  }
  return "";
}

std::string gunzip(std::string_view bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string plain(1 << 20, '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  plain.resize(stream.total_out);
  inflateEnd(&stream);
  return plain;
}

Request asking(std::vector<Header> headers, Method method = Method::get) {
  Request request;
  request.method = method;
  request.path = "/api/v1/things";
  request.headers = std::move(headers);
  return request;
}

Response delivered(const Request& request, std::string body,
                   std::string type = "application/json") {
  auto response = text_response(std::move(type), std::move(body));
  prepare_for_delivery(request, response);
  return response;
}

TEST(Delivery, AnUnchangedAnswerIs304WithoutBody) {
  const auto first = delivered(asking({}), "{}");
  ASSERT_FALSE(first.entity_tag.empty());
  const auto again = delivered(asking({{"if-none-match", "\"x\", " + first.entity_tag}}), "{}");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, nullptr);
  EXPECT_EQ(again.entity_tag, first.entity_tag);
  EXPECT_EQ(delivered(asking({{"If-None-Match", first.entity_tag}}), "{1}").status, 200);
  EXPECT_EQ(delivered(asking({{"If-None-Match", "*"}}), "{}").status, 304);
}

TEST(Delivery, LargeTextIsCompressedWhereTheClientAcceptsIt) {
  const std::string text(5000, 'a');
  const auto compressed = delivered(asking({{"Accept-Encoding", "br, GZIP;q=0.5"}}), text);
  EXPECT_EQ(header_of(compressed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header_of(compressed, "Vary"), "Accept-Encoding");
  EXPECT_LT(compressed.body->size(), 200U);
  EXPECT_EQ(gunzip(*compressed.body), text);

  const auto plain = delivered(asking({}), text);
  EXPECT_EQ(*plain.body, text);
  EXPECT_EQ(plain.entity_tag, compressed.entity_tag);
  EXPECT_EQ(*delivered(asking({{"Accept-Encoding", "gzip"}}), "small").body, "small");
  EXPECT_EQ(*delivered(asking({{"Accept-Encoding", "gzip"}}), text, "image/png").body, text);
}

TEST(Delivery, EveryAnswerCarriesTheSecurityHeaders) {
  const auto response = delivered(asking({}), "{}");
  EXPECT_NE(header_of(response, "Content-Security-Policy").find("default-src 'self'"),
            std::string::npos);
  EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "*");
  Request page;
  EXPECT_EQ(header_of(delivered(page, "x", "text/html"), "Access-Control-Allow-Origin"), "");
}

TEST(Delivery, HeadHasTheLengthButNotTheBody) {
  const auto response = delivered(asking({}, Method::head), "{\"a\":1}");
  EXPECT_TRUE(response.omit_body);
  const auto head = response_head(response, FixedClock(*Date::from_iso("2026-11-23")).now(), true);
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 00:00:00 GMT\r\n"))
      << head;
  EXPECT_NE(head.find("Content-Length: 7\r\n"), std::string::npos);
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(Compression, QualityDecides) {
  EXPECT_TRUE(accepts_gzip("gzip, deflate, br"));
  EXPECT_TRUE(accepts_gzip("*"));
  EXPECT_TRUE(accepts_gzip("deflate;q=0, gzip;q=0.001"));
  EXPECT_FALSE(accepts_gzip(""));
  EXPECT_FALSE(accepts_gzip("br"));
  EXPECT_FALSE(accepts_gzip("gzip;q=0"));
  EXPECT_FALSE(accepts_gzip("gzip; q=0.0, *"));
  EXPECT_FALSE(accepts_gzip("x-gzipped"));
}

TEST(Delivery, NobodyFramesAnAnswerUnlessItSaysThatTheyMay) {
  const auto policy = [](Framing framing) {
    auto response = text_response("text/html; charset=utf-8", "<!doctype html>");
    response.framing = framing;
    prepare_for_delivery(asking({}), response);
    return header_of(response, "Content-Security-Policy");
  };
  EXPECT_NE(policy(Framing::by_nobody).find("frame-ancestors 'none'"), std::string::npos);
  const auto framed = policy(Framing::by_anybody);
  EXPECT_NE(framed.find("frame-ancestors *"), std::string::npos);
  EXPECT_NE(framed.find("default-src 'none'"), std::string::npos) << "it runs no script";
  EXPECT_NE(framed.find("form-action 'none'"), std::string::npos);
}

}  // namespace
}  // namespace tributary::http
