// http/internal/beast_server.h
//
// Sockets: accepts, reads requests within limits, has the Service answer, writes. One thread runs
// all sockets; handlers run on workers.
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.h"
#include "http/server.h"
#include "http/service.h"

namespace tributary::http::internal {

class BeastServer {
 public:
  /// Binds, listens, and serves until stopped. `service` must outlive the server. Errors: `io`.
  static Result<std::unique_ptr<BeastServer>> start(const Service& service,
                                                    const ServerOptions& options);
  ~BeastServer();

  [[nodiscard]] std::uint16_t port() const;
  void stop();  ///< as Server::stop()
  void wait();  ///< as Server::wait()

 private:
  struct State;
  explicit BeastServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::http::internal
