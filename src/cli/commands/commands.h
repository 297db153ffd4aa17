// cli/commands/commands.h
//
// Every command, with its options as plain data. Each prints to standard output and answers an exit
// code (exit_code.h); a Result's error is printed by the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/accounts/people.h"
#include "app/data_directory.h"
#include "base/file.h"
#include "base/result.h"
#include "network/partners/partner_search.h"

namespace tributary::cli {

struct Common {
  Path data_dir;
  std::string database;  ///< a file or an address; empty: in the data directory
  bool json = false;     ///< one JSON document on standard output, nothing for people

  /// Errors: `invalid_argument` where the database has no reading.
  [[nodiscard]] Result<app::DataDirectory> data() const;
};

struct ImportOptions {
  Common common;
  std::vector<std::string> paths;
  std::string source;
  bool dry_run = false;
  bool resolve = false;  ///< else comparing organisations is left to `organisations resolve`
  std::string memory;    ///< as read by memory_size(); empty: the default
};
Result<int> import_command(const ImportOptions& options);

struct ImportsOptions {
  Common common;
};
Result<int> imports_command(const ImportsOptions& options);

struct RejectsOptions {
  Common common;
  std::int64_t run = 0;
  std::uint64_t offset = 0;
  std::uint64_t limit = 100;
};
Result<int> rejects_command(const RejectsOptions& options);

struct CoverageOptions {
  Common common;
};
Result<int> coverage_command(const CoverageOptions& options);

struct SearchOptions {
  Common common;
  std::string text;
  std::vector<std::string> filters;  ///< "country=PT"
  std::vector<std::string> facets;
  std::string sort = "relevance";
  std::uint32_t limit = 10;
  std::string cursor;
  bool explain = false;  ///< why each hit stands where it does
};
Result<int> search_command(const SearchOptions& options);

struct ShowOptions {
  Common common;
  std::string id;  ///< of a project or an organisation, as in their addresses
};
Result<int> show_command(const ShowOptions& options);

struct SimilarOptions {
  Common common;
  std::string id;  ///< of a project
  std::uint32_t limit = 10;
};
Result<int> similar_command(const SimilarOptions& options);

struct RisingOptions {
  Common common;
  std::string text;
  std::vector<std::string> filters;  ///< "country=PT"
  std::int32_t from = 0, to = 0;     ///< years; 0: chosen by what there is
  std::uint32_t limit = 20;
};
Result<int> scouting_rising_command(const RisingOptions& options);

struct NetworkOptions {
  Common common;
  std::string text;
  std::vector<std::string> filters;  ///< "country=PT"
  std::string around;                ///< id of an organisation; empty: everybody
  std::uint32_t joint = 1;
  std::string by = "degree";
  std::uint32_t limit = 20;
  std::string graphml, ties_csv, organisations_csv;  ///< files to write; empty: none
};
Result<int> network_command(const NetworkOptions& options);

struct NetworkPathOptions {
  Common common;
  std::string from, to;  ///< ids of organisations
  std::string text;
  std::vector<std::string> filters;
};
/// Answers kPartial where there is no way.
Result<int> network_path_command(const NetworkPathOptions& options);

struct OrganisationsOptions {
  Common common;
  std::string country;  ///< "PT"; empty: all
  std::uint64_t limit = 20;
  std::string organisation, other;  ///< addresses or numbers
  std::vector<std::string> spellings, pics, oids, vats;
  std::int64_t decision = 0;
  std::string reason;
};
/// Who is who, as the operator of the installation decides.
Result<int> organisations_resolve_command(const OrganisationsOptions& options);
Result<int> organisations_doubtful_command(const OrganisationsOptions& options);
/// `other` becomes part of `organisation`.
Result<int> organisations_merge_command(const OrganisationsOptions& options);
Result<int> organisations_apart_command(const OrganisationsOptions& options);
Result<int> organisations_split_command(const OrganisationsOptions& options);
Result<int> organisations_undo_command(const OrganisationsOptions& options);
Result<int> organisations_history_command(const OrganisationsOptions& options);

struct PartnersOptions {
  Common common;
  std::string idea, project, call;
  std::vector<std::string> members, countries, types, regions;
  std::uint32_t fewest_projects = 0, most_projects = 0;  ///< 0: any
  bool newcomers_only = false;
  network::PartnerWeights weights;
  double size_damping = network::PartnerQuestion{}.size_damping;
  double half_life_years = network::PartnerQuestion{}.half_life_years;
  std::uint32_t limit = 10;
};
Result<int> partners_command(const PartnersOptions& options);

struct NeedOptions {
  Common common;
  std::string text;
  std::vector<std::string> filters;
  std::uint32_t limit = 10;
};
Result<int> scouting_need_command(const NeedOptions& options);

struct DemoOptions {
  Common common;
  bool ecosystem = false;  ///< with people, framework, applications and innovations
};
Result<int> demo_command(const DemoOptions& options);

struct AuditVerifyOptions {
  Common common;
  std::string seen_earlier;  ///< "number:hash" as printed then; empty: nothing to compare
};
/// Answers kFailure where the trail is not whole.
Result<int> audit_verify_command(const AuditVerifyOptions& options);

struct AuditListOptions {
  Common common;
  std::string subject;  ///< "framework_version/3"; empty: all
  std::uint64_t after = 0;
  std::uint64_t limit = 100;
};
Result<int> audit_list_command(const AuditListOptions& options);

struct AccountOptions {
  Common common;
  std::string account;  ///< mail address or number
  std::string name, language = "en";
  std::string role, scope;
  std::string public_url = "http://127.0.0.1:8080";  ///< that links begin with
};
Result<int> account_list_command(const AccountOptions& options);
/// Prints a sign-in link, as account_link_command() does.
Result<int> account_create_command(const AccountOptions& options);
Result<int> account_link_command(const AccountOptions& options);
/// Gives a role, or takes it back.
Result<int> account_grant_command(const AccountOptions& options, bool is_given);

struct InnovationListOptions {
  Common common;
  std::string stage, standing, state, item, project, decided;  ///< empty: all
  std::string text;
  std::int64_t after = 0;  ///< 0: from the newest on
  std::uint64_t limit = 20;
};
Result<int> innovation_list_command(const InnovationListOptions& options);

struct InnovationShowOptions {
  Common common;
  std::int64_t id = 0;
};
/// As a visitor sees it.
Result<int> innovation_show_command(const InnovationShowOptions& options);

struct RubricOptions {
  Common common;
  std::int64_t id = 0;
  std::vector<int> weights;  ///< empty: the rubric's own
  std::uint64_t seed = 1;
};
Result<int> rubric_list_command(const RubricOptions& options);
Result<int> rubric_show_command(const RubricOptions& options);
/// As a visitor sees it: of gates that are decided.
Result<int> rubric_rank_command(const RubricOptions& options);

struct PanelShowOptions {
  Common common;
  std::int64_t innovation = 0;
};
/// As a visitor sees it.
Result<int> panel_show_command(const PanelShowOptions& options);

struct PanelReproduceOptions {
  Common common;
  std::string innovation = "all";  ///< or its number
};
/// Fails where the agreement of a decided round does not come out the same to the last bit.
Result<int> panel_reproduce_command(const PanelReproduceOptions& options);

struct MainstreamingListOptions {
  Common common;
  std::string member_state, state;  ///< empty: all
  std::int64_t innovation = 0;      ///< 0: of all
  std::int64_t after = 0;           ///< 0: from the newest on
  std::uint64_t limit = 20;
};
Result<int> mainstreaming_list_command(const MainstreamingListOptions& options);

struct HubOptions {
  Common common;
  std::string slug, language, name, description, query;
  std::vector<std::string> filters;
  std::string act;  ///< open, close or reopen; empty: none
  std::uint32_t quarters = 12;
};
Result<int> hub_list_command(const HubOptions& options);
Result<int> hub_show_command(const HubOptions& options);
Result<int> hub_figures_command(const HubOptions& options);
/// In the name of the installation, as all changes by the command line.
Result<int> hub_create_command(const HubOptions& options);
/// What is not given stays as it is.
Result<int> hub_edit_command(const HubOptions& options);

struct MainstreamingShowOptions {
  Common common;
  std::int64_t id = 0;
};
/// As a visitor sees it.
Result<int> mainstreaming_show_command(const MainstreamingShowOptions& options);

struct EvidenceShowOptions {
  Common common;
  std::int64_t innovation = 0;
};
/// As a visitor sees it, like the next.
Result<int> evidence_show_command(const EvidenceShowOptions& options);

struct PotentialOptions {
  Common common;
  std::vector<std::int64_t> innovations;
  std::string state;  ///< two letters; empty: no state in particular
};
/// Of one innovation.
Result<int> evidence_potential_command(const PotentialOptions& options);
Result<int> evidence_compare_command(const PotentialOptions& options);

struct EvidencePilotOptions {
  Common common;
  std::int64_t pilot = 0;
};
Result<int> evidence_pilot_command(const EvidencePilotOptions& options);

struct EvidenceLearnersOptions {
  Common common;
  std::int64_t pilot = 0;
  std::string file;           ///< CSV, also packed with gzip or xz
  bool is_check = false;      ///< say what is wrong and what it comes to, and keep nothing
  std::int64_t revision = 0;  ///< of the pilot as it was seen; 0: as it is now
  std::string token_file;     ///< empty: TRIBUTARY_TOKEN
};
/// Enters learners as the lead whose token it is. Answers kFailure where a row was rejected.
Result<int> evidence_learners_command(const EvidenceLearnersOptions& options);

struct EvidenceReproduceOptions {
  Common common;
  std::string pilot = "all";  ///< or its number
};
/// Fails where an analysis does not come out the same to the last bit.
Result<int> evidence_reproduce_command(const EvidenceReproduceOptions& options);

/// What everybody sees.
struct OffersOptions {
  Common common;
  std::string words, kind, country, programme;  ///< empty: any
  std::uint64_t limit = 20;
  std::int64_t offer = 0;  ///< that is shown
};
Result<int> offers_list_command(const OffersOptions& options);
Result<int> offers_show_command(const OffersOptions& options);

struct AdoptionShowOptions {
  Common common;
  std::int64_t innovation = 0;
  std::string member_state;  ///< empty: all
};
Result<int> adoption_show_command(const AdoptionShowOptions& options);

struct AdoptionImportOptions {
  Common common;
  std::string file;
};
Result<int> adoption_import_command(const AdoptionImportOptions& options);

struct AimsShowOptions {
  Common common;
  std::string state;     ///< "PT"
  int from = 0, to = 0;  ///< 0: the usual years
};
Result<int> aims_show_command(const AimsShowOptions& options);

struct AimsImportOptions {
  Common common;
  std::string file;
};
/// All of the file or nothing.
Result<int> aims_import_command(const AimsImportOptions& options);

struct ApplicationOptions {
  Common common;
  std::string code;     ///< of a state or region: "PT", "PT11"
  std::string version;  ///< of the framework; empty: the newest that is agreed, or applied there
};
Result<int> application_list_command(const ApplicationOptions& options);
Result<int> application_show_command(const ApplicationOptions& options);

struct ConsortiumOptions {
  Common common;
  std::string file;   ///< a table or JSON
  std::string rules;  ///< a name or a file of rules; empty: those that the file names
};
/// Which rules of calls there are; `rules` names one to show.
Result<int> consortium_rules_command(const ConsortiumOptions& options);
Result<int> consortium_check_command(const ConsortiumOptions& options);

struct ConsortiumProposeOptions {
  ConsortiumOptions consortium;
  std::optional<std::size_t> places;  ///< at most so many join; nothing: as few as it takes
  unsigned seconds = 10;              ///< then the best so far is told
};
Result<int> consortium_propose_command(const ConsortiumProposeOptions& options);

struct BackupOptions {
  Common common;
  std::string target;  ///< a new file, or a folder
};
Result<int> backup_command(const BackupOptions& options);

struct ExportAllOptions {
  Common common;
  std::string folder;
};
Result<int> export_all_command(const ExportAllOptions& options);

struct RestoreOptions {
  Common common;
  std::string archive;
  bool replace = false;
  bool check = false;  ///< only says whether it could be restored
};
Result<int> restore_command(const RestoreOptions& options);

struct DigestOptions {
  Common common;
};
Result<int> digest_command(const DigestOptions& options);

/// How mails leave.
struct MailOptions {
  std::string smtp;           ///< empty: the outbox folder
  std::string password_file;  ///< of the name in `smtp`; empty: TRIBUTARY_SMTP_PASSWORD has it
  std::string from = "tributary@localhost";

  /// Errors: `io` where the file cannot be read.
  [[nodiscard]] Result<app::MailSettings> settings() const;
};

/// Through which provider people may sign in.
struct ProviderOptions {
  std::string issuer;  ///< empty: none
  std::string client_id, client_secret_file;
  std::string name;  ///< empty: that of app::ProviderSettings

  /// Nothing where no issuer is given. Errors: `io` where the file cannot be read;
  /// `invalid_argument` where one option lacks another.
  [[nodiscard]] Result<std::optional<app::ProviderSettings>> settings(
      const std::string& public_url) const;
};

/// A token of who asks: that in the file, else that of TRIBUTARY_TOKEN; empty: a visitor.
Result<std::string> token_in(const std::string& file);

struct CallOptions {
  Common common;
  std::string operation;                ///< as openapi.json names it
  std::vector<std::string> parameters;  ///< "id=7"
  std::string body;                     ///< a file, or "-"; empty: none
  std::string token_file;               ///< empty: TRIBUTARY_TOKEN, or nobody
  bool list = false;
  MailOptions mail;
  std::string public_url = "http://127.0.0.1:8080";  ///< that links in mails begin with
};
/// Does what the API would do, with the rights of whose token it is.
Result<int> call_command(const CallOptions& options);

struct NoticesSendOptions {
  Common common;
  MailOptions mail;
  std::string public_url = "http://127.0.0.1:8080";  ///< that links begin with
};
Result<int> notices_send_command(const NoticesSendOptions& options);

struct ServeOptions {
  Common common;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string web_root;    ///< empty: beside the program
  unsigned threads = 0;    ///< 0: one a core
  std::string public_url;  ///< empty: http:// with address and port
  MailOptions mail;
  ProviderOptions provider;
};
Result<int> serve_command(const ServeOptions& options);

}  // namespace tributary::cli
