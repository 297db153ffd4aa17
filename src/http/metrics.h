// http/metrics.h
//
// What `/metrics` tells a Prometheus server. Safe from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "http/request.h"

namespace tributary::http {

class Metrics {
 public:
  Metrics();
  ~Metrics();

  /// A request that reached the router. `route` is the pattern, never the path: labels stay few.
  void count_request(std::string_view route, Method method, int status,
                     std::chrono::duration<double> took);

  /// A request that the transport refused before routing (limits, overload).
  void count_refusal(int status);

  void connection_opened();
  void connection_closed();
  void set_projects(std::uint64_t count);

  /// The Prometheus text exposition format, version 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tributary::http
