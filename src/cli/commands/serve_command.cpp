#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>
#include <thread>

#include "app/accounts/people.h"
#include "app/data_directory.h"
#include "app/ecosystem/ecosystem.h"
#include "app/index_follower.h"
#include "app/portal.h"
#include "base/memory.h"
#include "base/repeated_task.h"
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

  const auto public_url = options.public_url.empty()
                              ? fmt::format("http://{}:{}", options.address, options.port)
                              : options.public_url;
  const auto mail = TRY(options.mail.settings());
  const auto provider = TRY(options.provider.settings(options.public_url));
  const auto people = TRY(app::People::open(data, clock, mail, public_url, provider));

  http::ServerOptions server_options;
  server_options.public_url = public_url;
  server_options.address = options.address;
  server_options.port = options.port;
  server_options.web_root =
      options.web_root.empty() ? web_root_beside_program() : Path(options.web_root);
  server_options.threads =
      options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());

  const StopSignals stop;
  std::optional<app::IndexFollower> follower;
  if (data.elsewhere) follower.emplace(data, clock);
  const auto server = TRY(http::Server::start(*portal, *ecosystem, *people, server_options));
  const RepeatedTask courier("notices", std::chrono::minutes(1),
                             [&](const std::stop_token& token) -> Result<> {
                               TRY(people->mailer().run(token));
                               return {};
                             });
  const RepeatedTask partner_follower(
      "partners", std::chrono::seconds(1),
      [&](const std::stop_token& token) { return portal->read_partners_ahead(token); });
  if (options.common.json) {
    fmt::print("{{\"address\":\"{}\",\"port\":{}}}\n", options.address, server->port());
  } else {
    fmt::print("Tributary is at http://{}:{}/\n", options.address, server->port());
  }
  if (const auto link = TRY(people->desk().first_administrator_link())) {
    const auto base = options.public_url.empty()
                          ? fmt::format("http://{}:{}", options.address, server->port())
                          : options.public_url;
    fmt::print(fmt::runtime(options.common.json
                                ? "{{\"first_administrator\":\"{}{}\"}}\n"
                                : "There is no administrator yet. Who opens this once, within a "
                                  "day, becomes it:\n{}{}\n"),
               base, *link);
  }
  std::fflush(stdout);
  stop.wait();
  server->stop();
  server->wait();
  return kSuccess;
}

}  // namespace tributary::cli
