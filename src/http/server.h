// http/server.h
//
// Serves a Portal over HTTP: pages, API, health. The only place that knows Beast is
// internal/beast_server.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "app/accounts/people.h"
#include "app/ecosystem/ecosystem.h"
#include "app/portal.h"
#include "base/file.h"
#include "base/result.h"

namespace tributary::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;          ///< 0: any free port
  std::string public_url;             ///< where people reach it: "https://tributary.example.org"
  Path web_root;                      ///< the built pages; empty: API only
  unsigned threads = 2;               ///< that run handlers; the sockets have one of their own
  std::size_t queue_limit = 256;      ///< requests that may wait for them; more are told 503
  std::size_t max_connections = 512;  ///< more are told 503
  std::size_t header_limit_bytes = 16 * 1024;
  std::size_t body_limit_bytes = 1024 * 1024;
  std::size_t max_uploads = 4;  ///< files that may come at the same time; more are told 503
  std::size_t target_limit_bytes = 8 * 1024;
  unsigned header_timeout_seconds = 15;  ///< a client that sends slower than this is closed
  unsigned idle_timeout_seconds = 60;
  unsigned drain_timeout_seconds = 10;  ///< how long running requests may finish after a stop
};

class Server {
 public:
  /// Binds and listens; returns once connections are accepted. Errors: `io` naming address and
  /// port; those of the pages under `web_root`, naming the file.
  static Result<std::unique_ptr<Server>> start(app::Portal& portal, app::Ecosystem& ecosystem,
                                               app::People& people, const ServerOptions& options);
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

  /// Stops accepting, lets running requests finish, then returns. Safe from any thread.
  void stop();

  /// Returns when stopped.
  void wait();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::http
