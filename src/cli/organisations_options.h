// cli/organisations_options.h
//
// The commands that decide who is who among organisations, with their options. `command_line.cpp`
// alone includes it, as partners_options.h.
#pragma once

#include "cli/command_options.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_organisations(App& program, AddCommand add_command, CommandOptions& options) {
  auto* group = program.add_subcommand("organisations",
                                       "Find organisations that are one, merge and split them");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* purpose, OrganisationsOptions& of,
                       const char* examples) {
    return add_command(*group, name, purpose, of.common, examples);
  };
  const auto add_reason = [](auto* command, OrganisationsOptions& of) {
    command->add_option("--reason", of.reason, "Why")->required();
  };

  add("resolve", "Compare new and changed organisations with all, as an import does",
      options.organisations_resolve, "  tributary organisations resolve");

  auto& doubtful = options.organisations_doubtful;
  auto* command = add("doubtful", "List pairs that may be one, the likeliest first", doubtful,
                      "  tributary organisations doubtful --country PT");
  command->add_option("--country", doubtful.country, "Of either, as PT");
  command->add_option("--limit", doubtful.limit, "How many to show, at most 100")
      ->capture_default_str();

  auto& merge = options.organisations_merge;
  command = add("merge", "Make one organisation part of another", merge,
                "  tributary organisations merge 3 7 --reason 'Renamed in 2021'");
  command->add_option("keep", merge.organisation, "Who stays: its address or number")->required();
  command->add_option("merge", merge.other, "Who becomes part of it")->required();
  add_reason(command, merge);

  auto& apart = options.organisations_apart;
  command = add("apart", "Say that two are different, and are not to be asked about again", apart,
                "  tributary organisations apart 3 7 --reason 'Two schools in one street'");
  command->add_option("one", apart.organisation, "Address or number")->required();
  command->add_option("other", apart.other, "Address or number")->required();
  add_reason(command, apart);

  auto& split = options.organisations_split;
  command = add("split", "Take spellings or numbers out into an organisation of their own", split,
                "  tributary organisations split 3 --spelling 'Escola Profissional' --reason '…'\n"
                "  tributary organisations split 3 --pic 999984350 --reason '…'");
  command->add_option("organisation", split.organisation, "Address or number")->required();
  const auto add_list = [&](const char* name, std::vector<std::string>& list, const char* what) {
    command->add_option(name, list, what)->allow_extra_args(false);
  };
  add_list("--spelling", split.spellings, "A name that goes; repeat it");
  add_list("--pic", split.pics, "A PIC that goes; repeat it");
  add_list("--oid", split.oids, "An OID that goes; repeat it");
  add_list("--vat", split.vats, "A VAT number that goes; repeat it");
  add_reason(command, split);

  auto& undo = options.organisations_undo;
  command = add("undo", "Undo a merge, a split or that two were kept apart", undo,
                "  tributary organisations undo 12 --reason 'They have separate boards'");
  command->add_option("decision", undo.decision, "Its number, as the history has it")->required();
  add_reason(command, undo);

  auto& history = options.organisations_history;
  command = add("history", "Show what was decided on an organisation", history,
                "  tributary organisations history 3");
  command->add_option("organisation", history.organisation, "Address or number")->required();
}

}  // namespace tributary::cli
