// cli/exit_code.h
//
// What a script learns from the program without reading a line.
#pragma once

namespace tributary::cli {

enum ExitCode : int {
  kSuccess = 0,
  kFailure = 1,  ///< nothing was done, or it was left unfinished; the message says why
  kUsage = 2,    ///< the command line itself has no reading
  kPartial = 3,  ///< done, but some rows or files were not taken; the report says which
};

}  // namespace tributary::cli
