#include "sql/checkpointer.h"

#include <utility>

#include "base/log.h"

namespace tributary::sql {
namespace {

/// A checkpoint reads no pages through the cache.
constexpr std::int64_t kCacheBytes = std::int64_t{256} << 10U;

/// How long to wait for others before the log is left as it is.
constexpr std::chrono::milliseconds kPatience{500};

/// What is in the way of others is left for the next time.
Result<> checkpoint(Connection& connection, bool shall_empty_log) {
  auto pragma = TRY(connection.statement(shall_empty_log ? "PRAGMA wal_checkpoint(TRUNCATE)"
                                                         : "PRAGMA wal_checkpoint(PASSIVE)"));
  TRY(pragma.step());
  return {};
}

}  // namespace

Result<std::unique_ptr<Checkpointer>> Checkpointer::start(const Path& file) {
  auto connection =
      TRY(Connection::open(file, {.busy_timeout = kPatience, .cache_bytes = kCacheBytes}));
  return std::unique_ptr<Checkpointer>(new Checkpointer(std::move(connection)));
}

Checkpointer::Checkpointer(Connection connection)
    : connection_(std::move(connection)), thread_([this] { run(); }) {}

Checkpointer::~Checkpointer() {
  is_stopping_ = true;
  request();
}

void Checkpointer::request() {
  ++requested_;
  requested_.notify_one();
}

void Checkpointer::request_to_empty_log() {
  shall_empty_log_ = true;
  request();
}

void Checkpointer::run() {
  for (unsigned served = 0;;) {
    requested_.wait(served);
    served = requested_;
    if (is_stopping_) return;
    if (auto made = checkpoint(connection_, shall_empty_log_.exchange(false)); !made)
      log::warning(made.error().text());
  }
}

}  // namespace tributary::sql
