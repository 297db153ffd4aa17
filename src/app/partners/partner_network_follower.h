// app/partners/partner_network_follower.h: the thread of a server that reads who took part in what.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/portal.h"

namespace tributary::app {

/// Reads once it is made, and again soon after an import or a merge changed the catalogue, so that
/// nobody who asks for partners has to wait for it. Its end stops what is being read. REQUIRES: the
/// portal outlives it.
class PartnerNetworkFollower {
 public:
  explicit PartnerNetworkFollower(
      Portal& portal, std::chrono::milliseconds between_looks = std::chrono::seconds(1));

 private:
  void run(const std::stop_token& stop);

  Portal& portal_;
  const std::chrono::milliseconds between_looks_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary::app
