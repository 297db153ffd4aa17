#include "cli/command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <functional>

#include "cli/command_options.h"
#include "cli/consortium_options.h"
#include "cli/exit_code.h"
#include "cli/hub_options.h"
#include "cli/network_options.h"
#include "cli/offers_options.h"
#include "cli/organisations_options.h"
#include "cli/partners_options.h"

namespace tributary::cli {
namespace {

std::string from_environment(const char* name, const char* otherwise) {
  const char* named = std::getenv(name);
  return named != nullptr && *named != '\0' ? named : otherwise;
}

/// Gives a command the options that all commands have, and its examples.
CLI::App* add_command(CLI::App& program, const std::string& name, const std::string& purpose,
                      Common& common, const std::string& examples) {
  auto* command = program.add_subcommand(name, purpose);
  common.data_dir = from_environment("TRIBUTARY_DATA_DIR", "tributary-data");
  common.database = from_environment("TRIBUTARY_DATABASE", "");
  command
      ->add_option("--data-dir", common.data_dir,
                   "Where the database and the index are kept (also TRIBUTARY_DATA_DIR)")
      ->capture_default_str();
  // Its default is not shown: a password may be in it.
  command->add_option("--database", common.database,
                      "The database, where it is not in that folder: a file or "
                      "postgresql://user@host/name (also TRIBUTARY_DATABASE)");
  command->add_flag("--json", common.json, "Print one JSON document for scripts");
  command->footer("Examples:\n" + examples);
  return command;
}

void add_import(CLI::App& program, ImportOptions& options) {
  auto* command = add_command(
      program, "import", "Take official project files into the catalogue", options.common,
      "  tributary import cordis-HORIZONprojects-csv.zip\n"
      "  tributary import ErasmusPlus_KA2_Projects_Overview.xlsx --dry-run\n"
      "  tributary import downloads/ --json\n\n"
      "Exit code: 0 everything taken, 3 some rows or files rejected, 1 nothing taken.");
  command->add_option("paths", options.paths, "Files, folders and zip archives")->required();
  command->add_option("--source", options.source,
                      "Where they come from (cordis, erasmus) instead of recognising it");
  command->add_flag("--dry-run", options.dry_run, "Say what would happen, store nothing");
  command->add_flag(
      "--resolve", options.resolve,
      "Compare new organisations with those that are there at the end and merge those "
      "that are surely one; 'tributary organisations resolve' does it later");
  command->add_option("--memory", options.memory,
                      "What indexing takes in memory for the words it sorts, as 256M or 2G (40M)");
}

void add_lists(CLI::App& program, ImportsOptions& imports, RejectsOptions& rejects,
               CoverageOptions& coverage, DigestOptions& digest) {
  add_command(program, "imports", "List what was imported, when, and what became of it",
              imports.common, "  tributary imports\n  tributary imports --json");
  auto* command =
      add_command(program, "rejects", "Show the rows that an import could not take", rejects.common,
                  "  tributary rejects 3\n  tributary rejects 3 --limit 1000 --json");
  command->add_option("run", rejects.run, "Number of the import, as in 'tributary imports'")
      ->required();
  command->add_option("--offset", rejects.offset, "Rows to pass over first")->capture_default_str();
  command->add_option("--limit", rejects.limit, "Rows to show")->capture_default_str();
  add_command(program, "coverage", "Count the catalogue by programme, year and country",
              coverage.common, "  tributary coverage\n  tributary coverage --json");
  add_command(program, "digest",
              "Print a checksum of the catalogue's content, to compare two installations",
              digest.common, "  tributary digest --data-dir /srv/tributary");
}

void add_search(CLI::App& program, SearchOptions& search, ShowOptions& show,
                SimilarOptions& similar) {
  auto* command = add_command(
      program, "search", "Search the projects", search.common,
      "  tributary search \"work-based learning\"\n"
      "  tributary search 'mentor* country:PT start:2015..2017' --facets programme,year\n"
      "  tributary search 'apprentic* mentors' --explain --limit 3\n"
      "  tributary search welding --filter country=PT --filter country=ES --sort -grant --json");
  command->add_option(
      "query", search.text,
      "Words, \"phrases\", prefix*, AND, OR, NOT, field:value; empty finds everything");
  command->add_option("--filter", search.filters, "FACET=VALUE; repeat it for several")
      ->allow_extra_args(false);
  command->add_option("--facets", search.facets, "Facets to count, comma-separated")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      ->add_option(
          "--sort", search.sort,
          "relevance, related, start, end, grant or title; a minus in front turns the last four "
          "round")
      ->capture_default_str();
  command->add_option("--limit", search.limit, "How many to show, at most 100")
      ->capture_default_str();
  command->add_option("--cursor", search.cursor,
                      "Go on behind an earlier answer (its next_cursor)");
  command->add_flag("--explain", search.explain,
                    "Say of each project why it stands where it does, word by word");

  command =
      add_command(program, "show", "Show one project or organisation", show.common,
                  "  tributary show cordis-101087143\n  tributary show 12-louth-and-meath --json");
  command->add_option("id", show.id, "As in the results of a search")->required();

  command =
      add_command(program, "similar", "Find the projects most like one, and why", similar.common,
                  "  tributary similar cordis-101087143\n"
                  "  tributary similar cordis-101087143 --limit 30 --json");
  command->add_option("id", similar.id, "Of a project, as in the results of a search")->required();
  command->add_option("--limit", similar.limit, "How many to show, at most 50")
      ->capture_default_str();
}

void add_mail(CLI::App* command, MailOptions& mail) {
  command->add_option("--smtp", mail.smtp,
                      "Mail server, as smtp://name@mail.example.org:587, instead of the folder "
                      "'outbox' of the data directory");
  command->add_option("--smtp-password-file", mail.password_file,
                      "File with the password of that name (or set TRIBUTARY_SMTP_PASSWORD)");
  command->add_option("--mail-from", mail.from, "Address that mails come from")
      ->capture_default_str();
}

void add_provider(CLI::App* command, ProviderOptions& provider) {
  command->add_option("--oidc-issuer", provider.issuer,
                      "OpenID Connect provider that people may sign in through, as "
                      "https://login.example.org/realms/vet; needs --public-url");
  command->add_option("--oidc-client-id", provider.client_id,
                      "What the provider calls this installation");
  command->add_option("--oidc-client-secret-file", provider.client_secret_file,
                      "File with the secret that the provider gave for it");
  command->add_option("--oidc-name", provider.name,
                      "What people call the provider: \"Ministry login\"");
}

void add_notices(CLI::App& program, NoticesSendOptions& send) {
  auto* notices = program.add_subcommand("notices", "Mail people what they have not read yet");
  notices->require_subcommand(1);
  auto* command = add_command(
      *notices, "send", "Send what is due now, once, as a server does each minute", send.common,
      "  tributary notices send --public-url https://tributary.example.org\n\n"
      "Exit code: 0 all that was due is sent, 1 some mails could not be carried.");
  add_mail(command, send.mail);
  command->add_option("--public-url", send.public_url, "What links begin with")
      ->capture_default_str();
}

void add_call(CLI::App& program, CallOptions& call) {
  auto* command = add_command(
      program, "call", "Do what the API can do, without a server", call.common,
      "  tributary call --list\n"
      "  tributary call getInnovation id=7\n"
      "  tributary call proposeInnovation --body proposal.json --token-file token.txt\n\n"
      "Exit code: 0 it is done, 1 it was refused; the reason stands on standard error.");
  command->add_option("operation", call.operation, "Its name, as --list shows it");
  command->add_option("parameters", call.parameters, "name=value, of the path or the query");
  command->add_option("--body", call.body, "File with a JSON document; - reads standard input");
  command->add_option("--token-file", call.token_file,
                      "File with a token of your account (or set TRIBUTARY_TOKEN)");
  command->add_flag("--list", call.list, "Show all operations");
  command->add_option("--public-url", call.public_url, "What links in mails begin with")
      ->capture_default_str();
  add_mail(command, call.mail);
}

void add_serving(CLI::App& program, ServeOptions& serve, DemoOptions& demo) {
  auto* command =
      add_command(program, "serve", "Serve the pages and the API", serve.common,
                  "  tributary serve\n  tributary serve --port 9000 --data-dir /srv/tributary");
  command->add_option("--address", serve.address, "Address to listen on")->capture_default_str();
  command->add_option("--port", serve.port, "Port to listen on; 0 takes any free one")
      ->capture_default_str();
  command->add_option("--web-root", serve.web_root,
                      "Folder of the built pages instead of the one beside the program");
  command->add_option("--threads", serve.threads, "Threads that answer requests; 0: one a core")
      ->capture_default_str();
  command->add_option("--public-url", serve.public_url,
                      "Where people reach it, as https://tributary.example.org; https makes "
                      "cookies Secure");
  add_mail(command, serve.mail);
  add_provider(command, serve.provider);
  command = add_command(program, "demo", "Fill an empty catalogue with the demonstration projects",
                        demo.common, "  tributary demo\n  tributary demo --ecosystem");
  command->add_flag("--ecosystem", demo.ecosystem,
                    "With a demonstration ecosystem: people, framework, applications, innovations");
}

void add_audit(CLI::App& program, AuditVerifyOptions& verify, AuditListOptions& list) {
  auto* audit = program.add_subcommand("audit", "Check and read the trail of what was decided");
  audit->require_subcommand(1);
  auto* command =
      add_command(*audit, "verify", "Check that nothing in the trail was changed", verify.common,
                  "  tributary audit verify\n"
                  "  tributary audit verify --seen-earlier 1204:5f0c…\n\n"
                  "Exit code: 0 the trail is whole, 1 it is not.");
  command->add_option("--seen-earlier", verify.seen_earlier,
                      "NUMBER:HASH as it was printed then: shows an end that was cut off since");
  command = add_command(*audit, "list", "Show who did what, oldest first", list.common,
                        "  tributary audit list --limit 20\n"
                        "  tributary audit list --subject framework_version/1 --json");
  command->add_option("--subject", list.subject, "Only what was done to this");
  command->add_option("--after", list.after, "Go on behind the entry of this number")
      ->capture_default_str();
  command->add_option("--limit", list.limit, "Entries to show")->capture_default_str();
}

void add_innovation(CLI::App& program, InnovationListOptions& list, InnovationShowOptions& show) {
  auto* innovation = program.add_subcommand("innovation", "Read innovations and their pipeline");
  innovation->require_subcommand(1);
  auto* command =
      add_command(*innovation, "list", "List innovations, the newest first", list.common,
                  "  tributary innovation list --stage testing\n"
                  "  tributary innovation list --item E7 --state PT --json\n"
                  "  tributary innovation list --decided decline");
  command->add_option("text", list.text, "Words of title, problem or what is new");
  command->add_option("--stage", list.stage, "Only in this stage, e.g. testing");
  command->add_option("--standing", list.standing, "Only with this standing, e.g. stopped");
  command->add_option("--state", list.state, "Only proposed or taken up in this Member State");
  command->add_option("--item", list.item, "Only what addresses this element or principle");
  command->add_option("--project", list.project, "Only what came from this project");
  command->add_option("--decided", list.decided, "Only where this was decided, e.g. not_yet");
  command->add_option("--after", list.after, "Go on behind the innovation of this number");
  command->add_option("--limit", list.limit, "Innovations to show")->capture_default_str();
  command = add_command(*innovation, "show", "Show what an innovation is, and what comes next",
                        show.common, "  tributary innovation show 7");
  command->add_option("id", show.id, "Its number")->required();
}

void add_scouting(CLI::App& program, RisingOptions& rising, NeedOptions& need) {
  auto* scouting = program.add_subcommand("scouting", "Look for what could become an innovation");
  scouting->require_subcommand(1);
  const auto add_filter = [](CLI::App* command, std::vector<std::string>& filters) {
    command->add_option("--filter", filters, "FACET=VALUE; repeat it for several")
        ->allow_extra_args(false);
  };
  auto* command =
      add_command(*scouting, "rising",
                  "Show words and phrases that rise in the projects of a field", rising.common,
                  "  tributary scouting rising\n"
                  "  tributary scouting rising 'vocational training' --filter country=PT\n"
                  "  tributary scouting rising energy --from 2014 --to 2023 --json");
  command->add_option("query", rising.text, "As with 'search'; empty takes all projects");
  add_filter(command, rising.filters);
  command->add_option("--from", rising.from, "First year of start; else the last ten");
  command->add_option("--to", rising.to, "Last year");
  command->add_option("--limit", rising.limit, "Terms to show, at most 100")->capture_default_str();
  command = add_command(*scouting, "need",
                        "Find projects close to a need and far from known innovations", need.common,
                        "  tributary scouting need 'mentors for apprentices in small firms'");
  command->add_option("text", need.text, "What is needed, in your own words")->required();
  add_filter(command, need.filters);
  command->add_option("--limit", need.limit, "Projects to show, at most 50")->capture_default_str();
}

void add_adoption(CLI::App& program, AdoptionShowOptions& show, AdoptionImportOptions& take) {
  auto* adoption = program.add_subcommand("adoption", "Read and import who uses an innovation");
  adoption->require_subcommand(1);
  auto* command = add_command(*adoption, "show", "Show how far an innovation has spread",
                              show.common, "  tributary adoption show 7 --member-state PT");
  command->add_option("innovation", show.innovation, "Its number")->required();
  command->add_option("--member-state", show.member_state, "Only in this Member State, e.g. PT");
  command = add_command(*adoption, "import", "Import adoption records from a table", take.common,
                        "  tributary adoption import records.csv");
  command->add_option("file", take.file, "CSV, XLSX or JSON; docs/user-guide.md has its columns")
      ->required();
}

void add_aims(CLI::App& program, AimsShowOptions& show, AimsImportOptions& take) {
  auto* aims =
      add_command(program, "aims", "Show both aims of a Member State, year by year", show.common,
                  "  tributary aims PT --from 2015 --to 2025\n"
                  "  tributary aims import answers.csv");
  aims->require_subcommand(0, 1);
  aims->add_option("state", show.state, "Two letters, e.g. PT");
  aims->add_option("--from", show.from, "The first year");
  aims->add_option("--to", show.to, "The last year");
  auto* command =
      add_command(*aims, "import", "Import answers of providers from a table: all or nothing",
                  take.common, "  tributary aims import answers.csv");
  command->add_option("file", take.file, "CSV, XLSX or JSON; docs/user-guide.md has its columns")
      ->required();
}

void add_mainstreaming(CLI::App& program, MainstreamingListOptions& list,
                       MainstreamingShowOptions& show) {
  auto* mainstreaming =
      program.add_subcommand("mainstreaming", "Read the cases put before authorities");
  mainstreaming->require_subcommand(1);
  auto* command = add_command(*mainstreaming, "list", "List cases, the newest first", list.common,
                              "  tributary mainstreaming list --member-state PT\n"
                              "  tributary mainstreaming list --state in_force --json\n"
                              "  tributary mainstreaming list --innovation 7");
  command->add_option("--member-state", list.member_state, "Only of this Member State, e.g. PT");
  command->add_option("--state", list.state, "Only in this state, e.g. under_consideration");
  command->add_option("--innovation", list.innovation, "Only of the innovation of this number");
  command->add_option("--after", list.after, "Go on behind the case of this number");
  command->add_option("--limit", list.limit, "Cases to show")->capture_default_str();
  command = add_command(*mainstreaming, "show", "Show a case, and what comes next", show.common,
                        "  tributary mainstreaming show 3");
  command->add_option("id", show.id, "Its number")->required();
}

void add_potential(CLI::App& evidence, PotentialOptions& potential, PotentialOptions& compare) {
  auto* command = add_command(evidence, "potential",
                              "Show what may be expected of an innovation in everyday practice",
                              potential.common,
                              "  tributary evidence potential 7\n"
                              "  tributary evidence potential 7 --state EL");
  command->add_option("innovation", potential.innovations, "The number of the innovation")
      ->required()
      ->expected(1);
  command->add_option("--state", potential.state, "For this Member State, e.g. EL");
  command = add_command(evidence, "compare", "Set innovations side by side for a Member State",
                        compare.common, "  tributary evidence compare --state EL 7 8 9");
  command->add_option("innovations", compare.innovations, "The numbers of the innovations")
      ->required();
  command->add_option("--state", compare.state, "The Member State, e.g. EL")->required();
}

void add_evidence(CLI::App& program, EvidenceShowOptions& show, EvidencePilotOptions& pilot,
                  EvidenceLearnersOptions& learners, EvidenceReproduceOptions& reproduce,
                  PotentialOptions& potential, PotentialOptions& compare) {
  auto* evidence = program.add_subcommand(
      "evidence", "Read what pilots found, enter learners, and run analyses again");
  evidence->require_subcommand(1);
  auto* command = add_command(*evidence, "show",
                              "Show the evidence for an innovation: level, protocols, pilots",
                              show.common, "  tributary evidence show 7");
  command->add_option("innovation", show.innovation, "The number of the innovation")->required();
  command = add_command(*evidence, "pilot", "Show a pilot as everybody may see it", pilot.common,
                        "  tributary evidence pilot 3");
  command->add_option("pilot", pilot.pilot, "Its number")->required();
  command = add_command(*evidence, "learners",
                        "Enter a table of learners, or see whether it could be", learners.common,
                        "  tributary evidence learners 3 learners.csv --check\n"
                        "  tributary evidence learners 3 learners.csv --token-file token.txt");
  command->add_option("pilot", learners.pilot, "The number of the pilot")->required();
  command->add_option("file", learners.file, "CSV, also packed with gzip or xz")->required();
  command->add_flag("--check", learners.is_check, "Keep nothing");
  command->add_option("--revision", learners.revision, "Of the pilot as you saw it; 0: any")
      ->capture_default_str();
  command->add_option("--token-file", learners.token_file,
                      "File with a token of its lead (or set TRIBUTARY_TOKEN)");
  command = add_command(*evidence, "reproduce",
                        "Run stored analyses again from their inputs, and compare every bit",
                        reproduce.common,
                        "  tributary evidence reproduce all\n"
                        "  tributary evidence reproduce 3");
  command->add_option("pilot", reproduce.pilot, "The number of a pilot, or all")
      ->capture_default_str();
  add_potential(*evidence, potential, compare);
}

void add_panels(CLI::App& program, RubricOptions& rubric, PanelShowOptions& panel,
                PanelReproduceOptions& reproduce) {
  auto* rubrics = program.add_subcommand("rubric", "Read what panels score by, and rank by it");
  rubrics->require_subcommand(1);
  add_command(*rubrics, "list", "List rubrics, the newest first", rubric.common,
              "  tributary rubric list");
  auto* command = add_command(*rubrics, "show", "Show what each score means", rubric.common,
                              "  tributary rubric show 2");
  command->add_option("id", rubric.id, "Its number")->required();
  command = add_command(*rubrics, "rank", "Rank what was scored by a rubric", rubric.common,
                        "  tributary rubric rank 2\n"
                        "  tributary rubric rank 2 --weights 3,1,2 --json");
  command->add_option("id", rubric.id, "Its number")->required();
  command->add_option("--weights", rubric.weights, "Of the criteria that are weighed, 0 to 100")
      ->delimiter(',');
  command->add_option("--seed", rubric.seed, "Of the weights that rank acceptability draws")
      ->capture_default_str();
  auto* panels = program.add_subcommand("panel", "Read how panels scored");
  panels->require_subcommand(1);
  command = add_command(*panels, "show", "Show the scores of an innovation, and how far they agree",
                        panel.common, "  tributary panel show 7");
  command->add_option("innovation", panel.innovation, "Its number")->required();
  command = add_command(*panels, "reproduce",
                        "Compute the agreement of decided rounds again by its seeds, and compare",
                        reproduce.common, "  tributary panel reproduce all");
  command->add_option("innovation", reproduce.innovation, "The number of an innovation, or all")
      ->capture_default_str();
}

void add_application(CLI::App& program, ApplicationOptions& options) {
  auto* application =
      program.add_subcommand("application", "See how states and regions apply the framework");
  application->require_subcommand(1);
  const auto add_version = [&](CLI::App* command, const std::string& otherwise) {
    command->add_option("--framework", options.version,
                        "Its version; without it the newest that is " + otherwise);
  };
  add_version(add_command(*application, "list", "List the states with how far they have come",
                          options.common,
                          "  tributary application list\n"
                          "  tributary application list --framework 1.0.0 --json"),
              "agreed");
  auto* show = add_command(*application, "show", "Show what one of them makes of each element",
                           options.common, "  tributary application show PT11");
  show->add_option("code", options.code, "Of the state or region: PT, PT11")->required();
  add_version(show, "applied there");
}

void add_account(CLI::App& program, AccountOptions& options) {
  auto* account = program.add_subcommand("account", "Make accounts, and say who may do what");
  account->require_subcommand(1);
  add_command(*account, "list", "List the accounts with their roles", options.common,
              "  tributary account list\n  tributary account list --json");
  const auto add = [&](const std::string& name, const std::string& purpose,
                       const std::string& examples) {
    auto* command = add_command(*account, name, purpose, options.common, examples);
    command->add_option("account", options.account, "Mail address, or number of an account")
        ->required();
    return command;
  };
  const auto add_link = [&](CLI::App* command) {
    command->add_option("--public-url", options.public_url, "What the link begins with")
        ->capture_default_str();
  };
  auto* command = add("create", "Make an account and print a link that signs in to it once",
                      "  tributary account create maria@example.org --name 'Maria Silva'");
  command->add_option("--name", options.name, "Of the person")->required();
  command->add_option("--language", options.language, "Of mails: en, de, el")
      ->capture_default_str();
  add_link(command);
  add_link(add("link", "Print a link that signs in to an account once, within a day",
               "  tributary account link maria@example.org"));
  for (const std::string name : {"grant", "revoke"}) {
    command = add(name, name == "grant" ? "Give a role" : "Take a role back",
                  "  tributary account " + name + " maria@example.org administrator\n" +
                      "  tributary account " + name + " 7 member_state_representative --scope PT");
    command->add_option("role", options.role, "As in docs/roles.md")->required();
    command->add_option("--scope", options.scope, "Where: organisation, state, hub or panel");
  }
}

void add_archives(CLI::App& program, BackupOptions& backup, RestoreOptions& restore,
                  ExportAllOptions& export_all) {
  auto* command = add_command(program, "backup", "Copy everything into one file, while others work",
                              backup.common,
                              "  tributary backup before-upgrade.zip\n"
                              "  tributary backup /srv/backups/      # named by the moment\n"
                              "  tributary restore --check before-upgrade.zip");
  command->add_option("target", backup.target, "A new file, or a folder to put one into")
      ->required();

  command = add_command(
      program, "restore", "Load a backup or an export into the database, of either kind",
      restore.common,
      "  tributary restore before-upgrade.zip --data-dir /srv/tributary\n"
      "  tributary restore export/ --database postgresql://tributary@db.example.org/tributary\n"
      "  tributary restore before-upgrade.zip --replace\n\n"
      "All of it is checked before anything is touched.\n"
      "Exit code: 0 restored, 1 nothing was changed; the message says why.");
  command->add_option("archive", restore.archive, "What 'backup' or 'export all' has made")
      ->required();
  command->add_flag("--replace", restore.replace, "Throw away all that the database has");
  command->add_flag("--check", restore.check, "Only read it and say whether it is whole");

  auto* exporting = program.add_subcommand("export", "Write everything in open formats");
  exporting->require_subcommand(1);
  command =
      add_command(*exporting, "all",
                  "Write every table as CSV into a new folder, without passwords and sessions",
                  export_all.common,
                  "  tributary export all export-2026-11\n"
                  "  tributary restore export-2026-11 --data-dir elsewhere");
  command->add_option("folder", export_all.folder, "A new folder")->required();
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App program(
      "Tributary searches European projects and carries new approaches in vocational education and "
      "training into practice.",
      "tributary");
  program.require_subcommand(1);
  program.set_version_flag("--version", TRIBUTARY_VERSION);

  CommandOptions options;
  add_import(program, options.importing);
  add_lists(program, options.imports, options.rejects, options.coverage, options.digest);
  add_search(program, options.search, options.show, options.similar);
  add_serving(program, options.serve, options.demo);
  add_audit(program, options.audit_verify, options.audit_list);
  add_innovation(program, options.innovation_list, options.innovation_show);
  add_scouting(program, options.scouting_rising, options.scouting_need);
  add_consortium(program, add_command, options.consortium_rules, options.consortium_check,
                 options.consortium_propose);
  add_partners(program, add_command, options.partners);
  add_network(program, add_command, options.network, options.network_path);
  add_offers(program, add_command, options.offers);
  add_adoption(program, options.adoption_show, options.adoption_import);
  add_aims(program, options.aims_show, options.aims_import);
  add_panels(program, options.rubric, options.panel_show, options.panel_reproduce);
  add_hubs(program, add_command, options);
  add_organisations(program, add_command, options);
  add_mainstreaming(program, options.mainstreaming_list, options.mainstreaming_show);
  add_evidence(program, options.evidence_show, options.evidence_pilot, options.evidence_learners,
               options.evidence_reproduce, options.evidence_potential, options.evidence_compare);
  add_account(program, options.account);
  add_call(program, options.call);
  add_notices(program, options.notices_send);
  add_application(program, options.application);
  add_archives(program, options.backup, options.restore, options.export_all);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? kSuccess : kUsage;
  }

  // "import", "evidence show"
  const auto* command = program.get_subcommands().front();
  auto name = command->get_name();
  for (const auto* part : command->get_subcommands()) name += " " + part->get_name();
  const auto outcome = run_command(name, options);
  if (outcome) return *outcome;
  fmt::print(stderr, "tributary: {}\n", outcome.error().text());
  return outcome.error().code == ErrorCode::invalid_argument ? kUsage : kFailure;
}

}  // namespace tributary::cli
