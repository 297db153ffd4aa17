// cli/consortium_options.h
//
// The commands about consortia with their options. `command_line.cpp` alone includes it: it gives
// its program and how it adds a command to one, so that CLI11 is named in that file only.
#pragma once

#include "cli/commands/commands.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_consortium(App& program, AddCommand add_command, ConsortiumOptions& rules,
                    ConsortiumOptions& check, ConsortiumProposeOptions& propose) {
  auto* consortium =
      program.add_subcommand("consortium", "Hold a consortium against the rules of a call");
  consortium->require_subcommand(1);
  auto* command =
      add_command(*consortium, "rules", "List the rules of calls, or show one set", rules.common,
                  "  tributary consortium rules\n"
                  "  tributary consortium rules erasmus-ka220\n"
                  "  tributary consortium rules my-call.json");
  command->add_option("rules", rules.rules, "A name of the list, or a file of rules");

  const auto add_input = [&](ConsortiumOptions& of, const char* what) {
    command->add_option("file", of.file, what)->required();
    command->add_option("--rules", of.rules,
                        "A name of 'tributary consortium rules', or a file of rules");
  };
  command = add_command(*consortium, "check", "Say of each rule whether a consortium keeps it",
                        check.common,
                        "  tributary consortium check partners.csv --rules erasmus-ka220\n"
                        "  tributary consortium check consortium.json --json\n\n"
                        "Exit code: 0 all rules kept, 3 some failed or not to be judged.");
  add_input(check, "The organisations: CSV, XLSX or JSON");

  command = add_command(*consortium, "propose",
                        "Find whom to ask so that all rules are kept, and who could step in",
                        propose.consortium.common,
                        "  tributary consortium propose partners.csv --rules erasmus-ka220\n"
                        "  tributary consortium propose consortium.json --places 4 --json\n\n"
                        "Exit code: 0 found, 3 nothing keeps all rules or time ran out.");
  add_input(propose.consortium,
            "The organisations, and with a score the candidates: CSV, XLSX or JSON");
  command->add_option("--places", propose.places,
                      "How many may join; without it as few as the rules need");
  command->add_option("--seconds", propose.seconds, "Tell the best so far after this time")
      ->capture_default_str();
}

}  // namespace tributary::cli
