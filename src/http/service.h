// http/service.h
//
// From a request to a complete answer: routing, timing, delivery. Knows nothing of sockets.
#pragma once

#include "base/clock.h"
#include "http/metrics.h"
#include "http/request.h"
#include "http/response.h"
#include "http/router.h"

namespace tributary::http {

/// Safe from any thread once constructed.
class Service {
 public:
  Service(Router router, const Clock& clock, Metrics& metrics)
      : router_(std::move(router)), clock_(clock), metrics_(metrics) {}

  /// Never fails: what goes wrong is an answer too.
  [[nodiscard]] Response answer(Request& request) const;

  /// The complete answer to what the transport refuses before routing.
  [[nodiscard]] Response refuse(const Problem& problem) const;

  /// What the request sends where that is no body for memory; null otherwise.
  [[nodiscard]] const Upload* upload_of(const Request& request) const;

  /// Whether whoever asks may send the upload, before it is received.
  Outcome<void> admit(const Upload& upload, Request& request) const;

  /// Where the request is to be answered; on a worker what no route matches.
  [[nodiscard]] Execution execution_of(const Request& request) const;

  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] Metrics& metrics() const { return metrics_; }

 private:
  Router router_;
  const Clock& clock_;
  Metrics& metrics_;
};

}  // namespace tributary::http
