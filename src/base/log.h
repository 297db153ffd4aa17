// base/log.h
//
// What the program says about itself, to standard error: one line an event, with time and level.
// Safe from any thread. Progress and results for people do not go here; they are the command line's
// own output.
#pragma once

#include <string_view>

namespace tributary::log {

enum class Level { debug, info, warning, error, off };

/// Messages below `level` are dropped. The default is `info`.
void set_level(Level level);

void debug(std::string_view message);
void info(std::string_view message);
void warning(std::string_view message);
void error(std::string_view message);

}  // namespace tributary::log
