#include "cli/command_line.h"

int main(int argc, char** argv) { return tributary::cli::run(argc, argv); }
