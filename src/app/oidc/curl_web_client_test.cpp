#include "app/oidc/curl_web_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <thread>

#include "app/testing/loopback_listener.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A web server for one request, which is answered whatever it is.
class WebSink {
 public:
  explicit WebSink(std::string answer)
      : answer_(std::move(answer)), thread_([this] { received_.set_value(serve()); }) {}

  [[nodiscard]] std::string address() const { return "http://" + listener_.address() + "/token"; }
  /// The request, head and body.
  std::string received() { return received_.get_future().get(); }

 private:
  std::string serve() const {
    const int connection = listener_.accept_one();
    std::string all;
    for (char letter = 0; !is_whole(all) && read(connection, &letter, 1) == 1;) all += letter;
    // What the client does not want to read is none of the test's business.
    [[maybe_unused]] const auto sent =
        send(connection, answer_.data(), answer_.size(), MSG_NOSIGNAL);
    close(connection);
    return all;
  }

  static bool is_whole(const std::string& request) {
    const auto end = request.find("\r\n\r\n");
    if (end == std::string::npos) return false;
    constexpr std::string_view kLength = "Content-Length: ";
    const auto length = request.find(kLength);
    const auto body =
        length == std::string::npos ? 0 : std::stoul(request.substr(length + kLength.size()));
    return request.size() >= end + 4 + body;
  }

  const std::string answer_;
  const LoopbackListener listener_;
  std::promise<std::string> received_;
  std::jthread thread_;  // last: it uses all of the above
};

std::string answer_with(const std::string& head, const std::string& body) {
  return "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

TEST(CurlWebClient, SendsAFormWithNameAndPassword) {
  WebSink sink(answer_with("400 Bad Request", R"({"error":"invalid_grant"})"));
  CurlWebClient client;
  const auto answer = client.ask({.address = sink.address(),
                                  .form = {{"code", "a&b"}, {"verifier", "x y"}},
                                  .name = "tributary",
                                  .password = "secret"});
  ASSERT_TRUE(answer) << answer.error().text();
  EXPECT_EQ(answer->status, 400);
  EXPECT_EQ(answer->body, R"({"error":"invalid_grant"})");
  const auto request = sink.received();
  EXPECT_THAT(request, StartsWith("POST /token HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("Authorization: Basic dHJpYnV0YXJ5OnNlY3JldA==\r\n"));
  EXPECT_THAT(request, HasSubstr("Content-Type: application/x-www-form-urlencoded\r\n"));
  EXPECT_THAT(request, HasSubstr("\r\n\r\ncode=a%26b&verifier=x%20y"));
}

TEST(CurlWebClient, ShowsAToken) {
  WebSink sink(answer_with("200 OK", "{}"));
  CurlWebClient client;
  ASSERT_TRUE(client.ask({.address = sink.address(), .form = {}, .bearer = "a-1"}));
  const auto request = sink.received();
  EXPECT_THAT(request, StartsWith("GET /token HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("Authorization: Bearer a-1\r\n"));
}

TEST(CurlWebClient, FollowsNoRedirect) {
  WebSink elsewhere(answer_with("200 OK", "{}"));
  WebSink sink(answer_with("302 Found\r\nLocation: " + elsewhere.address(), ""));
  CurlWebClient client;
  const auto answer = client.ask({.address = sink.address(), .form = {}});
  ASSERT_TRUE(answer) << answer.error().text();
  EXPECT_EQ(answer->status, 302);
  // So the other one still waits for its one request.
  EXPECT_TRUE(client.ask({.address = elsewhere.address(), .form = {}}));
}

TEST(CurlWebClient, TakesAQuarterOfAMebibyteAndNoMore) {
  constexpr std::size_t kMostBytes = 256UL * 1024;
  CurlWebClient client;
  WebSink fits(answer_with("200 OK", std::string(kMostBytes, 'x')));
  EXPECT_TRUE(client.ask({.address = fits.address(), .form = {}}));
  WebSink too_long(answer_with("200 OK", std::string(kMostBytes + 1, 'x')));
  const auto refused = client.ask({.address = too_long.address(), .form = {}});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("longer than 256 KiB"));
}

TEST(CurlWebClient, TellsThatNobodyAnswers) {
  CurlWebClient client;
  const auto refused = client.ask({.address = "http://127.0.0.1:1/", .form = {}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::io);
}

TEST(CurlWebClient, AsksNoAddressThatIsNotSafe) {
  CurlWebClient client;
  for (const auto* const address :
       {"http://login.example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", "127.0.0.1:1", ""}) {
    const auto refused = client.ask({.address = address, .form = {}});
    ASSERT_FALSE(refused) << address;
    EXPECT_THAT(refused.error().message, HasSubstr("no address")) << address;
  }
}

}  // namespace
}  // namespace tributary::app
