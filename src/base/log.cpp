#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace tributary::log {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made = std::make_shared<spdlog::logger>("tributary",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *instance;
}

spdlog::string_view_t view(std::string_view message) { return {message.data(), message.size()}; }

}  // namespace

void set_level(Level level) {
  switch (level) {
    case Level::debug:
      return logger().set_level(spdlog::level::debug);
    case Level::info:
      return logger().set_level(spdlog::level::info);
    case Level::warning:
      return logger().set_level(spdlog::level::warn);
    case Level::error:
      return logger().set_level(spdlog::level::err);
    case Level::off:
      return logger().set_level(spdlog::level::off);
  }
}

void debug(std::string_view message) { logger().debug(view(message)); }
void info(std::string_view message) { logger().info(view(message)); }
void warning(std::string_view message) { logger().warn(view(message)); }
void error(std::string_view message) { logger().error(view(message)); }

}  // namespace tributary::log
