#include "store/writer_process.h"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "base/file.h"

namespace tributary::store {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

std::string boot() {
  auto id = read_file("/proc/sys/kernel/random/boot_id").value_or("unknown");
  while (id.ends_with('\n')) id.pop_back();
  return id;
}

std::string process_name_space() {
  std::error_code error;
  const auto target = std::filesystem::read_symlink("/proc/self/ns/pid", error);
  return error ? "unknown" : target.string();
}

/// Field 22 of /proc/<id>/stat, in clock ticks since the boot (proc(5)). The second field is the
/// name in parentheses, which may hold blanks and parentheses itself. Empty: no such process, or
/// one that has ended and only waits for its parent to notice.
std::string start_since_boot(std::int64_t process_id) {
  const auto stat = read_file("/proc/" + std::to_string(process_id) + "/stat");
  if (!stat) return {};
  std::size_t at = stat->rfind(')');
  if (at == std::string::npos || at + 2 >= stat->size()) return {};
  if (const char state = (*stat)[at + 2]; state == 'Z' || state == 'X') return {};
  for (int blanks = 0; blanks < 20 && at != std::string::npos; ++blanks)
    at = stat->find(' ', at + 1);
  if (at == std::string::npos) return {};
  return stat->substr(at + 1, stat->find(' ', at + 1) - at - 1);
}

std::string life_of(std::int64_t process_id) {
  const std::string since_boot = start_since_boot(process_id);
  if (since_boot.empty()) return {};
  return boot() + " " + process_name_space() + " " + since_boot;
}

/// The part of `started` up to its blank number `count`.
std::string_view leading_words(std::string_view started, int count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos; --count) at = started.find(' ', at + 1);
  return started.substr(0, at);
}

}  // namespace

WriterProcess WriterProcess::current() { return {host_name(), getpid(), life_of(getpid())}; }

Liveness liveness_of(const WriterProcess& process, Machines machines) {
  const auto here = WriterProcess::current();
  if (process.host != here.host) return Liveness::cannot_tell;
  if (leading_words(process.started, 1) != leading_words(here.started, 1)) {
    return machines == Machines::this_one ? Liveness::dead : Liveness::cannot_tell;
  }
  if (leading_words(process.started, 2) != leading_words(here.started, 2)) {
    return Liveness::cannot_tell;
  }
  return life_of(process.process_id) == process.started ? Liveness::alive : Liveness::dead;
}

}  // namespace tributary::store
