// app/testing/loopback_listener.h
//
// A port of this machine on which a test waits for one client of the program.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>

namespace tributary::app {

/// Listens on 127.0.0.1 as long as it lives, at a port that the system chooses.
class LoopbackListener {
 public:
  LoopbackListener() : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
    listen(socket_, 1);
    socklen_t size = sizeof(address);
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  LoopbackListener(const LoopbackListener&) = delete;
  LoopbackListener& operator=(const LoopbackListener&) = delete;
  ~LoopbackListener() { close(socket_); }

  /// "127.0.0.1:40123"
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  /// Waits for a client; the caller closes what it gets.
  [[nodiscard]] int accept_one() const { return accept(socket_, nullptr, nullptr); }

 private:
  int socket_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace tributary::app
