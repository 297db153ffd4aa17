// cli/command_line.h
//
// The command line of the one program: reads it, runs the command, turns the outcome into an exit
// code.
#pragma once

namespace tributary::cli {

/// Runs what argv asks for. Answers an ExitCode; failures are explained on standard error.
int run(int argc, char** argv);

}  // namespace tributary::cli
