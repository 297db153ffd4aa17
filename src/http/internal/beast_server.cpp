// The only translation unit that includes Beast and Asio.
//
// Life of a connection: serve_connection() reads the bytes of one header section itself (so that
// every limit has its own answer), has Beast parse them, reads the body, gives the request to the
// Service (on a worker, or here where that takes microseconds), writes, and begins again. Bytes of
// a pipelined next request wait in the buffer, so answers keep the order of the requests.
#include "http/internal/beast_server.h"

#include <fmt/format.h>

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

#include "base/log.h"
#include "http/delivery.h"
#include "http/worker_pool.h"

namespace tributary::http::internal {

namespace net = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using std::chrono::seconds;
using tcp = net::ip::tcp;
using Parser = beast::http::request_parser<beast::http::string_body>;
using UploadParser = beast::http::request_parser<beast::http::buffer_body>;

namespace {

constexpr std::size_t kReadBytes = 8 * 1024;
constexpr std::size_t kWriteBytes = 64 * 1024;  ///< each piece must leave within the idle timeout
constexpr std::size_t kLingerBytes = 1024 * 1024;
constexpr std::size_t kUploadPieceBytes = 64 * 1024;  ///< each must come within the idle timeout
constexpr auto kLinger = seconds(2);
/// Those who wait sleep, so that a few threads are no burden; a provider that hangs keeps these.
constexpr unsigned kWaitingThreads = 4;
constexpr std::size_t kWaitingQueueLimit = 32;
constexpr auto kAcceptPause = std::chrono::milliseconds(50);

std::string_view text_of(const beast::flat_buffer& buffer) {
  return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

std::string_view text_of(beast::string_view text) { return {text.data(), text.size()}; }

/// What a parse error of Beast means to the client.
Problem problem_of(const error_code& error) {
  if (error == beast::http::error::body_limit) {
    return {413, "The body of the request is too large."};
  }
  if (error == beast::http::error::bad_version) {
    return {505, "This server speaks HTTP/1.1 and HTTP/1.0."};
  }
  return {400, "This is not a well-formed HTTP request: " + error.message() + "."};
}

/// Whether the client says so before it sends it.
bool is_longer(const Parser& parser, std::uint64_t limit_bytes) {
  const auto length = parser.content_length();
  return length && *length > limit_bytes;
}

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}

  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  bool is_idle = true;  ///< waits for the first byte of a request
};

/// One of the uploads that may come at the same time, as long as it lives.
class UploadPlace {
 public:
  UploadPlace(std::size_t& taken, std::size_t limit) : taken_(taken), is_had_(taken < limit) {
    if (is_had_) ++taken_;
  }
  UploadPlace(const UploadPlace&) = delete;
  UploadPlace& operator=(const UploadPlace&) = delete;
  ~UploadPlace() {
    if (is_had_) --taken_;
  }
  [[nodiscard]] bool is_had() const { return is_had_; }

 private:
  std::size_t& taken_;
  bool is_had_;
};

/// A request, or why there is none: a problem to answer before closing, or (neither) a client that
/// is gone.
struct Received {
  std::optional<Request> request;
  std::optional<Problem> problem;
  bool keep_alive = false;
};

}  // namespace

struct BeastServer::State {
  State(const Service& the_service, const ServerOptions& the_options)
      : service(the_service),
        options(the_options),
        context(1),
        acceptor(context),
        drain_timer(context),
        pool(std::make_unique<WorkerPool>(options.threads, options.queue_limit)),
        waiting_pool(std::make_unique<WorkerPool>(kWaitingThreads, kWaitingQueueLimit)) {}

  Result<> listen();
  net::awaitable<void> accept_connections();
  net::awaitable<void> serve_connection(std::shared_ptr<Connection> connection);
  net::awaitable<Received> receive(Connection& connection);
  net::awaitable<std::optional<Problem>> read_header_bytes(Connection& connection, bool& is_gone);
  net::awaitable<void> receive_upload(Connection& connection, Parser& parser, const Upload& upload,
                                      Request& request, Received& received);
  net::awaitable<void> go_on(Connection& connection, const Request& request);
  net::awaitable<bool> on_worker(WorkerPool& threads, const std::function<void()>& work);
  net::awaitable<Response> answer(Request& request);
  net::awaitable<bool> write(Connection& connection, const Response& response, bool keep_alive);
  net::awaitable<void> turn_away(std::shared_ptr<Connection> connection);
  net::awaitable<void> linger(Connection& connection);
  void forget(const std::shared_ptr<Connection>& connection);
  void begin_stop();

  const Service& service;
  const ServerOptions options;
  net::io_context context;
  tcp::acceptor acceptor;
  net::steady_timer drain_timer;
  std::unordered_set<std::shared_ptr<Connection>> connections;
  bool is_stopping = false;  ///< of the sockets' thread, as the next
  std::size_t uploads = 0;
  std::unique_ptr<WorkerPool> pool;
  std::unique_ptr<WorkerPool> waiting_pool;  ///< of Execution::waiting
  std::thread thread;
  std::uint16_t bound_port = 0;

  std::mutex mutex;
  std::condition_variable ended;
  bool has_ended = false;
};

Result<> BeastServer::State::listen() {
  const auto where = fmt::format("{}:{}", options.address, options.port);
  error_code error;
  const auto address = net::ip::make_address(options.address, error);
  if (error) return fail(ErrorCode::io, "this is not an IP address to listen at", where);
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) return fail(ErrorCode::io, "cannot listen: " + error.message(), where);
  bound_port = acceptor.local_endpoint().port();
  return {};
}

net::awaitable<void> BeastServer::State::accept_connections() {
  net::steady_timer pause(context);
  while (!is_stopping) {
    error_code error;
    auto socket =
        co_await acceptor.async_accept(context, net::redirect_error(net::use_awaitable, error));
    if (is_stopping) break;
    if (error) {
      // Out of descriptors, most likely: those that close make room.
      log::warning("http: cannot accept: " + error.message());
      pause.expires_after(kAcceptPause);
      co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
      continue;
    }
    socket.set_option(tcp::no_delay(true), error);
    auto connection = std::make_shared<Connection>(std::move(socket));
    const bool is_full = connections.size() >= options.max_connections;
    connections.insert(connection);
    service.metrics().connection_opened();
    net::co_spawn(context,
                  is_full ? turn_away(std::move(connection)) : serve_connection(connection),
                  net::detached);
  }
}

net::awaitable<void> BeastServer::State::turn_away(std::shared_ptr<Connection> connection) {
  Problem problem(503, "All connections are taken. Try again in a moment.");
  problem.headers.push_back({"Retry-After", "2"});
  const auto response = service.refuse(problem);
  const bool is_written = co_await write(*connection, response, false);
  if (is_written) co_await linger(*connection);
  forget(connection);
}

net::awaitable<void> BeastServer::State::serve_connection(std::shared_ptr<Connection> connection) {
  for (bool keep_alive = true; keep_alive && !is_stopping;) {
    auto received = co_await receive(*connection);
    if (received.problem) {
      const auto response = service.refuse(*received.problem);
      const bool is_written = co_await write(*connection, response, false);
      if (is_written) co_await linger(*connection);
      break;
    }
    if (!received.request) break;
    const auto response = co_await answer(*received.request);
    keep_alive = received.keep_alive && !is_stopping;
    const bool is_written = co_await write(*connection, response, keep_alive);
    if (!is_written) break;
  }
  forget(connection);
}

void BeastServer::State::forget(const std::shared_ptr<Connection>& connection) {
  error_code ignored;
  connection->stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  connection->stream.close();
  connections.erase(connection);
  service.metrics().connection_closed();
  if (is_stopping && connections.empty()) drain_timer.cancel();
}

/// Fills the buffer until it holds a whole header section.
net::awaitable<std::optional<Problem>> BeastServer::State::read_header_bytes(Connection& connection,
                                                                             bool& is_gone) {
  auto& buffer = connection.buffer;
  connection.is_idle = buffer.size() == 0;
  connection.stream.expires_after(seconds(options.idle_timeout_seconds));
  std::size_t searched = 0;
  for (;;) {
    const auto text = text_of(buffer);
    const auto end = text.find("\r\n\r\n", searched < 3 ? 0 : searched - 3);
    const auto line_end = text.find("\r\n");
    // Method and version take less than 32 bytes beside the target.
    if (std::min(line_end, text.size()) > options.target_limit_bytes + 32) {
      co_return Problem(
          414, fmt::format("The address is longer than {} bytes.", options.target_limit_bytes));
    }
    if (std::min(end, text.size()) > options.header_limit_bytes) {
      co_return Problem(431, fmt::format("The header of the request is longer than {} bytes.",
                                         options.header_limit_bytes));
    }
    if (end != std::string_view::npos) co_return std::nullopt;
    searched = text.size();

    error_code error;
    const auto read_bytes = co_await connection.stream.async_read_some(
        buffer.prepare(kReadBytes), net::redirect_error(net::use_awaitable, error));
    if (error) {
      is_gone = true;
      co_return std::nullopt;
    }
    buffer.commit(read_bytes);
    if (std::exchange(connection.is_idle, false)) {
      connection.stream.expires_after(seconds(options.header_timeout_seconds));
    }
  }
}

net::awaitable<Received> BeastServer::State::receive(Connection& connection) {
  Received received;
  bool is_gone = false;
  received.problem = co_await read_header_bytes(connection, is_gone);
  if (received.problem || is_gone) co_return received;

  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options.header_limit_bytes + 64));
  parser.body_limit(boost::none);  // what it is depends on the header
  error_code error;
  co_await beast::http::async_read_header(connection.stream, connection.buffer, parser,
                                          net::redirect_error(net::use_awaitable, error));
  if (error) {
    received.problem = problem_of(error);
    co_return received;
  }

  auto& message = parser.get();
  Request request;
  const auto peer = connection.stream.socket().remote_endpoint(error);
  if (!error) request.remote_address = peer.address().to_string();
  request.method = method_from(text_of(message.method_string()));
  if (message.target().size() > options.target_limit_bytes) {
    received.problem = Problem(
        414, fmt::format("The address is longer than {} bytes.", options.target_limit_bytes));
  } else if (!set_target(request, text_of(message.target()))) {
    received.problem = Problem(400, "The request names no path.");
  } else if (message.version() >= 11 && message.find(beast::http::field::host) == message.end()) {
    received.problem = Problem(400, "The request has no Host header.");
  }
  if (received.problem) co_return received;
  for (const auto& field : message) {
    request.headers.push_back(
        {std::string(text_of(field.name_string())), std::string(text_of(field.value()))});
  }

  if (const auto* const upload = service.upload_of(request)) {
    co_await receive_upload(connection, parser, *upload, request, received);
    co_return received;
  }
  if (is_longer(parser, options.body_limit_bytes)) {
    received.problem = problem_of(beast::http::error::body_limit);
    co_return received;
  }
  parser.body_limit(options.body_limit_bytes);
  if (!parser.is_done()) {
    co_await go_on(connection, request);
    connection.stream.expires_after(seconds(options.header_timeout_seconds));
    co_await beast::http::async_read(connection.stream, connection.buffer, parser,
                                     net::redirect_error(net::use_awaitable, error));
    if (error == beast::http::error::body_limit) received.problem = problem_of(error);
    if (error) co_return received;
  }
  request.body = std::move(message.body());
  received.keep_alive = message.keep_alive();
  received.request = std::move(request);
  co_return received;
}

/// Tells a client that waits for it to send the body.
net::awaitable<void> BeastServer::State::go_on(Connection& connection, const Request& request) {
  if (!equal_ignoring_case(request.header("Expect"), "100-continue")) co_return;
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  error_code error;
  co_await net::async_write(connection.stream, net::buffer(kContinue),
                            net::redirect_error(net::use_awaitable, error));
}

/// How long so much may take: one who sends a byte now and then keeps a place from others.
std::chrono::seconds longest_upload(std::uint64_t received_bytes) {
  constexpr std::chrono::minutes kToBegin{5};
  constexpr std::uint64_t kSlowestBytesASecond = 32 * 1024;
  return kToBegin + std::chrono::seconds(received_bytes / kSlowestBytesASecond);
}

/// Reads a file to the disk, under no name, so that whatever ends this leaves nothing there. Who
/// may not send it is told before.
net::awaitable<void> BeastServer::State::receive_upload(Connection& connection, Parser& parser,
                                                        const Upload& upload, Request& request,
                                                        Received& received) {
  const UploadPlace place(uploads, options.max_uploads);
  Outcome<void> admitted;
  bool accepted = place.is_had();
  if (accepted) {
    const std::function<void()> ask = [&] { admitted = service.admit(upload, request); };
    accepted = co_await on_worker(*pool, ask);
  }
  if (!accepted) {
    received.problem = Problem(503, "Too many files come already. Try again in a moment.");
    received.problem->headers.push_back({"Retry-After", "10"});
  } else if (!admitted) {
    received.problem = admitted.error();
  }
  if (received.problem) co_return;
  if (is_longer(parser, upload.limit_bytes)) {
    received.problem = problem_of(beast::http::error::body_limit);
    co_return;
  }
  auto file = SpillFile::create(std::filesystem::temp_directory_path());
  UploadParser rest(std::move(parser));
  rest.body_limit(upload.limit_bytes);
  if (!rest.is_done()) co_await go_on(connection, request);
  std::vector<char> piece(kUploadPieceBytes);
  const auto begin = std::chrono::steady_clock::now();
  std::uint64_t received_bytes = 0;
  while (file && !rest.is_done()) {
    auto& body = rest.get().body();
    body.data = piece.data();
    body.size = piece.size();
    error_code error;
    connection.stream.expires_after(seconds(options.idle_timeout_seconds));
    co_await beast::http::async_read(connection.stream, connection.buffer, rest,
                                     net::redirect_error(net::use_awaitable, error));
    if (error == beast::http::error::body_limit) received.problem = problem_of(error);
    if (error && error != beast::http::error::need_buffer) co_return;
    received_bytes += piece.size() - body.size;
    if (std::chrono::steady_clock::now() - begin > longest_upload(received_bytes)) {
      received.problem = Problem(408, "The file comes too slowly.");
      co_return;
    }
    const auto kept = file->append({piece.data(), piece.size() - body.size});
    if (!kept) file = std::unexpected(kept.error());
  }
  if (!file) {
    received.problem = Problem(file.error());
    co_return;
  }
  request.upload = std::make_shared<const SpillFile>(*std::move(file));
  received.keep_alive = rest.get().keep_alive();
  received.request = std::move(request);
}

/// False where too much waits already. The timer is the signal: the worker posts its cancellation
/// to this thread, which can run it only once this coroutine waits.
net::awaitable<bool> BeastServer::State::on_worker(WorkerPool& threads,
                                                   const std::function<void()>& work) {
  net::steady_timer done(context, net::steady_timer::time_point::max());
  const bool accepted = threads.submit([this, &work, &done] {
    work();
    net::post(context, [&done] { done.cancel(); });
  });
  if (!accepted) co_return false;
  error_code cancelled;
  co_await done.async_wait(net::redirect_error(net::use_awaitable, cancelled));
  co_return true;
}

net::awaitable<Response> BeastServer::State::answer(Request& request) {
  const auto execution = service.execution_of(request);
  if (execution == Execution::immediately) co_return service.answer(request);

  Response response;
  auto& threads = execution == Execution::waiting ? *waiting_pool : *pool;
  const std::function<void()> work = [&] { response = service.answer(request); };
  const bool accepted = co_await on_worker(threads, work);
  if (accepted) co_return response;
  Problem problem(503, "Too many requests wait already. Try again in a moment.");
  problem.headers.push_back({"Retry-After", "1"});
  co_return service.refuse(problem);
}

net::awaitable<bool> BeastServer::State::write(Connection& connection, const Response& response,
                                               bool keep_alive) {
  const auto head = response_head(response, service.clock().now(), keep_alive);
  const std::string_view body =
      response.body && !response.omit_body ? std::string_view(*response.body) : "";
  const std::size_t first_bytes = std::min(body.size(), kWriteBytes);
  const std::array<net::const_buffer, 2> first{net::buffer(head),
                                               net::buffer(body.data(), first_bytes)};
  error_code error;
  connection.stream.expires_after(seconds(options.idle_timeout_seconds));
  co_await net::async_write(connection.stream, first,
                            net::redirect_error(net::use_awaitable, error));
  for (std::size_t sent = first_bytes; sent < body.size() && !error;) {
    const auto piece = body.substr(sent, kWriteBytes);
    connection.stream.expires_after(seconds(options.idle_timeout_seconds));
    co_await net::async_write(connection.stream, net::buffer(piece.data(), piece.size()),
                              net::redirect_error(net::use_awaitable, error));
    sent += piece.size();
  }
  co_return !error;
}

/// Takes in what a refused client still sends: closing over unread bytes would reset the connection
/// and could destroy the answer before it is read.
net::awaitable<void> BeastServer::State::linger(Connection& connection) {
  error_code error;
  connection.stream.socket().shutdown(tcp::socket::shutdown_send, error);
  connection.stream.expires_after(kLinger);
  std::array<char, kReadBytes> discarded;
  for (std::size_t taken = 0; taken < kLingerBytes && !error;) {
    taken += co_await connection.stream.async_read_some(
        net::buffer(discarded), net::redirect_error(net::use_awaitable, error));
  }
}

void BeastServer::State::begin_stop() {
  if (std::exchange(is_stopping, true)) return;
  error_code ignored;
  acceptor.close(ignored);
  for (const auto& connection : connections) {
    if (connection->is_idle) connection->stream.cancel();
  }
  if (connections.empty()) return;
  drain_timer.expires_after(seconds(options.drain_timeout_seconds));
  drain_timer.async_wait([this](const error_code& cancelled) {
    if (cancelled) return;
    for (const auto& connection : connections) connection->stream.cancel();
  });
}

Result<std::unique_ptr<BeastServer>> BeastServer::start(const Service& service,
                                                        const ServerOptions& options) {
  auto state = std::make_unique<State>(service, options);
  TRY(state->listen());
  net::co_spawn(state->context, state->accept_connections(), net::detached);
  state->thread = std::thread([state = state.get()] {
    state->context.run();
    const std::lock_guard lock(state->mutex);
    state->has_ended = true;
    state->ended.notify_all();
  });
  return std::unique_ptr<BeastServer>(new BeastServer(std::move(state)));
}

BeastServer::BeastServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

BeastServer::~BeastServer() {
  stop();
  state_->thread.join();
}

std::uint16_t BeastServer::port() const { return state_->bound_port; }

void BeastServer::stop() {
  net::post(state_->context, [state = state_.get()] { state->begin_stop(); });
  wait();
}

void BeastServer::wait() {
  std::unique_lock lock(state_->mutex);
  state_->ended.wait(lock, [this] { return state_->has_ended; });
}

}  // namespace tributary::http::internal
