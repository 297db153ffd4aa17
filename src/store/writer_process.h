// store/writer_process.h
//
// Which process holds a lease, and whether it still lives.
#pragma once

#include <cstdint>
#include <string>

namespace tributary::store {

/// Names a process beyond doubt: ids of processes are given again, the moment of the start is not.
struct WriterProcess {
  std::string host;  ///< name of the machine
  std::int64_t process_id = 0;
  std::string started;  ///< boot of the machine, name space of process ids, start since boot
  bool operator==(const WriterProcess&) const = default;

  static WriterProcess current();
};

enum class Liveness : std::uint8_t {
  alive,
  dead,
  cannot_tell,  ///< on another machine or in another container: only time tells
};

/// Which machines a process may be of.
enum class Machines : std::uint8_t {
  this_one,  ///< the database is a file: of one machine with this name another boot is an earlier
             ///< one
  any,       ///< the database is with a server: two machines may have one name
};

/// Reads /proc.
Liveness liveness_of(const WriterProcess& process, Machines machines);

}  // namespace tributary::store
