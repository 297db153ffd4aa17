#include "app/partners/partner_network_follower.h"

#include "base/log.h"

namespace tributary::app {

PartnerNetworkFollower::PartnerNetworkFollower(Portal& portal,
                                               std::chrono::milliseconds between_looks)
    : portal_(portal),
      between_looks_(between_looks),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void PartnerNetworkFollower::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    // A database that is down: the next look may do better.
    if (const auto read = portal_.read_partners_ahead(stop);
        !read && read.error().code != ErrorCode::cancelled) {
      log::warning("partners: " + read.error().text());
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, between_looks_, [] { return false; });
  }
}

}  // namespace tributary::app
