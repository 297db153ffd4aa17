#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <optional>
#include <thread>

#include "app/data_directory.h"
#include "app/ecosystem/ecosystem.h"
#include "app/index_follower.h"
#include "app/portal.h"
#include "base/memory.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "http/server.h"

namespace tributary::cli {
namespace {

/// Where `cmake --install` and the build put the pages: ../share/tributary/web, seen from the
/// program.
Path web_root_beside_program() {
  std::error_code failure;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failure);
  const auto root = program.parent_path().parent_path() / "share" / "tributary" / "web";
  return std::filesystem::exists(root / "index.html", failure) ? root : Path();
}

/// The signals that stop the server, held back from every thread so that one place can wait for
/// them.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int received = 0;
    sigwait(&set_, &received);
  }

 private:
  sigset_t set_{};
};

}  // namespace

Result<int> serve_command(const ServeOptions& options) {
  keep_freed_memory();
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));

  http::ServerOptions server_options;
  server_options.address = options.address;
  server_options.port = options.port;
  server_options.web_root =
      options.web_root.empty() ? web_root_beside_program() : Path(options.web_root);
  server_options.threads =
      options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());

  const StopSignals stop;
  std::optional<app::IndexFollower> follower;
  if (data.elsewhere) follower.emplace(data, clock);
  const auto server = TRY(http::Server::start(*portal, *ecosystem, server_options));
  if (options.common.json) {
    fmt::print("{{\"address\":\"{}\",\"port\":{}}}\n", options.address, server->port());
  } else {
    fmt::print("Tributary is at http://{}:{}/\n", options.address, server->port());
  }
  std::fflush(stdout);
  stop.wait();
  server->stop();
  server->wait();
  return kSuccess;
}

}  // namespace tributary::cli
