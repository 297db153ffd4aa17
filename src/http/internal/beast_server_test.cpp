// Over real sockets on the loopback, with small handlers.
#include "http/internal/beast_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <latch>
#include <semaphore>
#include <thread>

namespace tributary::http::internal {
namespace {

using namespace std::string_view_literals;

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    timeval patience{.tv_sec = 20, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  Client(const Client&) = delete;
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// Everything until the server closes.
  [[nodiscard]] std::string receive_all() const {
    std::string all;
    char piece[4096];
    for (;;) {
      const auto count = ::recv(socket_, piece, sizeof piece, 0);
      if (count <= 0) return all;
      all.append(piece, static_cast<std::size_t>(count));
    }
  }

  /// Until `ending` has come.
  [[nodiscard]] std::string receive_until(std::string_view ending) const {
    std::string all;
    char letter;
    while (!all.ends_with(ending) && ::recv(socket_, &letter, 1, 0) == 1) all += letter;
    return all;
  }

 private:
  int socket_;
};

class BeastServerTest : public testing::Test {
 protected:
  void start(ServerOptions options = {}) {
    options.port = 0;
    auto started = BeastServer::start(service_, options);
    ASSERT_TRUE(started.has_value()) << started.error().text();
    server_ = *std::move(started);
  }

  std::string ask(std::string_view request) {
    const Client client(server_->port());
    client.send(request);
    return client.receive_all();
  }

  Router router() {
    Router router;
    const auto echo = [](const Request& request) -> Outcome<Response> {
      return text_response("text/plain", request.path_parameter("word") + request.body + "!");
    };
    router.add({.pattern = "/echo/{word}", .handler = echo});
    router.add({.method = Method::post, .pattern = "/echo/{word}", .handler = echo});
    router.add({.pattern = "/now/{word}", .handler = echo, .execution = Execution::immediately});
    router.add({.pattern = "/large", .handler = [](const Request&) -> Outcome<Response> {
                  return text_response("image/png", std::string(3'000'000, 'x'));
                }});
    router.add({.pattern = "/slow", .handler = [this](const Request&) -> Outcome<Response> {
                  entered_.release();
                  gate_.wait();
                  return text_response("text/plain", "slow!");
                }});
    return router;
  }

  SystemClock clock_;
  Metrics metrics_;
  std::counting_semaphore<> entered_{0};
  std::latch gate_{1};
  Service service_{router(), clock_, metrics_};
  std::unique_ptr<BeastServer> server_;
};

constexpr std::string_view kClose = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

std::string get(std::string_view target) {
  return "GET " + std::string(target) + std::string(kClose);
}

TEST_F(BeastServerTest, AnswersAndKeepsPipelinedRequestsInOrder) {
  start();
  const Client client(server_->port());
  client.send(
      "GET /echo/one HTTP/1.1\r\nHost: x\r\n\r\nPOST /echo/two HTTP/1.1\r\nHost: x\r\n"
      "Content-Length: 4\r\n\r\nbodyGET /now/three HTTP/1.1\r\nHost: x\r\n\r\n" +
      get("/echo/four"));
  const auto all = client.receive_all();
  const auto one = all.find("one!"), two = all.find("twobody!"), three = all.find("three!"),
             four = all.find("four!");
  EXPECT_TRUE(one < two && two < three && three < four && four != std::string::npos) << all;
}

TEST_F(BeastServerTest, TakesARequestInPieces) {
  start();
  const Client client(server_->port());
  for (const char letter : get("/echo/slowly")) client.send({&letter, 1});
  EXPECT_TRUE(client.receive_all().ends_with("slowly!"));
}

TEST_F(BeastServerTest, WritesLargeAnswersWhole) {
  start();
  const auto answer = ask(get("/large"));
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 3'000'000U);
}

TEST_F(BeastServerTest, HeadHasNoBody) {
  start();
  const auto answer = ask("HEAD /large" + std::string(kClose));
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
  EXPECT_NE(answer.find("Content-Length: 3000000\r\n"), std::string::npos);
}

TEST_F(BeastServerTest, EveryLimitHasItsAnswer) {
  start();
  const std::string many(100'000, 'a');
  const auto status_of = [](const std::string& answer) { return answer.substr(0, 12); };
  EXPECT_EQ(status_of(ask(get("/echo/a?q=" + many))), "HTTP/1.1 414");
  EXPECT_EQ(status_of(ask(get("/echo/a?q=" + many.substr(0, 9000)))), "HTTP/1.1 414");
  EXPECT_EQ(status_of(ask(get("/now/a?q=" + many.substr(0, 8000)))), "HTTP/1.1 200");
  EXPECT_EQ(status_of(ask("GET /echo/a HTTP/1.1\r\nHost: x\r\nX: " + many + "\r\n\r\n")),
            "HTTP/1.1 431");
  EXPECT_EQ(
      status_of(ask("POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n" + many)),
      "HTTP/1.1 413");
  EXPECT_EQ(status_of(ask("POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "200000\r\n" +
                          std::string(0x200000, 'a') + "\r\n0\r\n\r\n")),
            "HTTP/1.1 413");
}

TEST_F(BeastServerTest, OddRequestsAreToldOff) {
  start();
  const auto status_of = [&](std::string_view request) { return ask(request).substr(0, 12); };
  EXPECT_EQ(status_of("nonsense\r\n\r\n"), "HTTP/1.1 400");
  EXPECT_EQ(status_of("GET /now/a HTTP/1.1\r\n\r\n"), "HTTP/1.1 400") << "no Host";
  EXPECT_EQ(status_of("GET now HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 400");
  EXPECT_EQ(status_of("GET /now/a HTTP/3.0\r\nHost: x\r\n\r\n"), "HTTP/1.1 505");
  EXPECT_EQ(status_of("GET /now/a HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n"), "HTTP/1.1 400");
  EXPECT_EQ(status_of("POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            "HTTP/1.1 400")
      << "two lengths: request smuggling";
  EXPECT_EQ(status_of("GET /now/\0a HTTP/1.1\r\nHost: x\r\n\r\n"sv), "HTTP/1.1 400");
  EXPECT_EQ(status_of("GET /now/a HTTP/1.0\r\n\r\n"), "HTTP/1.1 200");
}

TEST_F(BeastServerTest, AnswersBehind200HalfOpenClients) {
  start();
  std::vector<Client> half_open;
  for (int i = 0; i < 200; ++i) {
    half_open.emplace_back(server_->port());
    half_open.back().send("GET /echo/never HTTP/1.1\r\nHo");
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_TRUE(ask(get("/echo/real")).ends_with("real!"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
}

TEST_F(BeastServerTest, ClosesClientsThatSendTooSlowly) {
  start({.header_timeout_seconds = 1});
  const Client client(server_->port());
  client.send("GET /echo/never HTTP/1.1\r\n");
  EXPECT_EQ(client.receive_all(), "");
}

TEST_F(BeastServerTest, TellsConnectionsBeyondTheLimitToComeBack) {
  start({.max_connections = 1});
  const Client first(server_->port());
  first.send("GET /echo/a HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_TRUE(first.receive_until("a!").ends_with("a!"));
  const auto answer = ask(get("/echo/b"));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503")) << answer;
  EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
}

TEST_F(BeastServerTest, AFullQueueIs503WhileImmediateRoutesStillAnswer) {
  start({.threads = 1, .queue_limit = 0});
  EXPECT_TRUE(ask(get("/echo/b")).starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(ask(get("/now/b")).starts_with("HTTP/1.1 200"));
}

TEST_F(BeastServerTest, ASlowHandlerDoesNotHoldUpOthers) {
  start({.threads = 1});
  const Client slow(server_->port());
  slow.send(get("/slow"));
  entered_.acquire();
  EXPECT_TRUE(ask(get("/now/quick")).ends_with("quick!"));
  gate_.count_down();
  EXPECT_TRUE(slow.receive_all().ends_with("slow!"));
}

TEST_F(BeastServerTest, StopLetsRunningRequestsFinishAndClosesIdleClients) {
  start();
  const Client idle(server_->port());
  idle.send("GET /echo/a HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_TRUE(idle.receive_until("a!").ends_with("a!"));
  const Client running(server_->port());
  running.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  entered_.acquire();

  auto stopped = std::async(std::launch::async, [&] { server_->stop(); });
  EXPECT_EQ(idle.receive_all(), "");
  gate_.count_down();
  const auto answer = running.receive_all();
  EXPECT_TRUE(answer.ends_with("slow!"));
  EXPECT_NE(answer.find("Connection: close"), std::string::npos);
  stopped.get();
}

TEST_F(BeastServerTest, AnAddressInUseIsAnErrorThatNamesIt) {
  start();
  const auto second = BeastServer::start(service_, {.port = server_->port()});
  ASSERT_FALSE(second.has_value());
  EXPECT_NE(second.error().text().find(std::to_string(server_->port())), std::string::npos);
  EXPECT_FALSE(BeastServer::start(service_, {.address = "not-an-address"}).has_value());
}

}  // namespace
}  // namespace tributary::http::internal
