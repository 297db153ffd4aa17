// The demonstration's mainstreaming cases; see scene.h. Costs, answers and decisions are invented.
#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::CaseAct;
using eco::ChecklistAnswer;
using eco::Lever;

struct CaseText {
  std::string state;
  Lever lever = Lever::guidance;
  std::string authority;
  std::string answers;  ///< of the twelve items: y, p, n or u
  std::int64_t euro_a_year = 0;
  std::string risks, equity;
};

ChecklistAnswer answer_of(char letter) {
  switch (letter) {
    case 'y':
      return ChecklistAnswer::yes;
    case 'p':
      return ChecklistAnswer::partly;
    case 'n':
      return ChecklistAnswer::no;
    default:
      return ChecklistAnswer::unknown;
  }
}

eco::MainstreamingCase content_of(eco::InnovationId innovation, const CaseText& text) {
  constexpr std::int64_t kCents = 100;
  eco::MainstreamingCase content{.innovation = innovation,
                                 .state = {text.state},
                                 .lever = text.lever,
                                 .competent_authority = text.authority,
                                 .checklist = {},
                                 .cost_at_scale = Money{.cents = text.euro_a_year * kCents},
                                 .risks = text.risks,
                                 .equity = text.equity,
                                 .in_force_from = {}};
  for (std::size_t item = 0; item < text.answers.size(); ++item) {
    content.checklist[item] = {
        answer_of(text.answers[item]),
        "Note " + std::to_string(item + 1) + " of the team, in the demonstration's file."};
  }
  return content;
}

/// How the way of one case is told, as InnovationTale does for innovations.
class CaseTale {
 public:
  CaseTale(Scene& scene, std::string innovation, const std::string& organisation, CaseText text)
      : scene_(scene),
        innovation_(std::move(innovation)),
        key_(innovation_ + " " + text.state),
        innovator_("innovator-" + organisation),
        authority_("representative-" + lower_case(text.state)),
        text_(std::move(text)) {}

  void prepared(int ago) {
    scene_.story.on(ago,
                    [&scene = scene_, key = key_, innovation = innovation_, who = innovator_,
                     text = text_]() -> Result<> {
                      const auto id = scene.proposed.find(innovation)->second;
                      scene.cases[key] = TRY(
                          scene.mainstreaming.prepare(scene.cast.actor(who), content_of(id, text)));
                      return {};
                    });
  }

  void team(int ago, CaseAct act, const std::string& reasons = {}) {
    moves(ago, innovator_, act, reasons, {});
  }
  void authority(int ago, CaseAct act, const std::string& reasons = {},
                 std::optional<int> in_force_ago = {}) {
    moves(ago, authority_, act, reasons, in_force_ago);
  }

 private:
  static std::string lower_case(std::string code) {
    for (auto& letter : code) letter = static_cast<char>(letter - 'A' + 'a');
    return code;
  }

  void moves(int ago, const std::string& who, CaseAct act, const std::string& reasons,
             std::optional<int> in_force_ago) {
    std::optional<Date> day;
    if (in_force_ago) day = scene_.story.day(*in_force_ago);
    scene_.story.on(ago, [&scene = scene_, key = key_, who, act, reasons, day]() -> Result<> {
      const auto id = scene.cases.find(key)->second;
      const auto seen = TRY(scene.mainstreaming.view({}, id)).stored.revision;
      return in_context(
          key, scene.mainstreaming.move(
                   scene.cast.actor(who),
                   {.id = id, .seen = seen, .act = act, .reasons = reasons, .in_force_from = day}));
    });
  }

  Scene& scene_;
  std::string innovation_, key_, innovator_, authority_;
  CaseText text_;
};

/// In force for years; its next review is due.
void tell_case_in_force(Scene& scene) {
  CaseTale tale(scene, "mentors", "lmetb",
                {.state = "IE",
                 .lever = Lever::funding_rule,
                 .authority = "Demonstration council for further education",
                 .answers = "yyypypyyppyy",
                 .euro_a_year = 640'000,
                 .risks = "Retired craftspeople become fewer in the cities.",
                 .equity = "Apprentices of very small firms gain most; nobody loses a place."});
  tale.prepared(978);
  tale.team(976, CaseAct::submit);
  tale.authority(970, CaseAct::consider);
  tale.authority(962, CaseAct::approve,
                 "A coordinator costs less than a contract that ends early.");
  tale.authority(925, CaseAct::enact, "The fund of the boards begins with the new year.", 900);
  tale.authority(410, CaseAct::review, "Seven boards reported; the cost is as it was expected.");
  tale.authority(400, CaseAct::continue_in_force, "The boards ask that it goes on as it is.");
}

void tell_ended_case(Scene& scene) {
  CaseTale tale(scene, "workshop", "cets",
                {.state = "PT",
                 .lever = Lever::regulation,
                 .authority = "Demonstration institute for qualification",
                 .answers = "pypyypnpyppn",
                 .euro_a_year = 310'000,
                 .risks = "Schools that are far away pay more for the way than for the hour.",
                 .equity = "Learners in the valley gain; those beyond it are not reached."});
  tale.prepared(293);
  tale.team(292, CaseAct::submit);
  tale.authority(290, CaseAct::consider);
  tale.authority(286, CaseAct::approve_in_part, "For schools within thirty kilometres of a hall.");
  tale.authority(262, CaseAct::enact, "The halls and the schools have signed.", 240);
  tale.authority(36, CaseAct::end, "Three of five schools went back to machines of their own.");
}

void tell_declined_case(Scene& scene) {
  CaseTale tale(scene, "diaries", "cardet",
                {.state = "CY",
                 .lever = Lever::qualification_standard,
                 .authority = "Demonstration human resource office",
                 .answers = "pyppypnyunpy",
                 .euro_a_year = 95'000,
                 .risks = "Recordings could be kept longer than they should be.",
                 .equity = "Adults who find writing hard gain most."});
  tale.prepared(205);
  tale.team(200, CaseAct::submit);
  tale.authority(150, CaseAct::consider);
  tale.authority(29, CaseAct::decline,
                 "The law on certificates asks for records in writing; it would have to change "
                 "first.");
}

/// Approved, and taken up; the day from which it is in force is still to be named.
void tell_approved_case(Scene& scene) {
  CaseTale tale(scene, "welding", "arges",
                {.state = "RO",
                 .lever = Lever::regulation,
                 .authority = "Demonstration centre for technical education",
                 .answers = "yyppnyppypuy",
                 .euro_a_year = 1'250'000,
                 .risks = "A second bus is needed before the first one breaks.",
                 .equity = "Rural schools are reached that have no workshop."});
  tale.prepared(215);
  tale.team(212, CaseAct::submit);
  tale.authority(100, CaseAct::consider);
  tale.authority(76, CaseAct::approve, "Shared equipment can be named in the new regulation.");
}

/// Those that an authority, or a team, has before it now, and one that was given up.
void tell_open_cases(Scene& scene) {
  CaseTale considered(scene, "mentors", "lmetb",
                      {.state = "PT",
                       .lever = Lever::guidance,
                       .authority = "Demonstration institute for qualification",
                       .answers = "pypnypupyppy",
                       .euro_a_year = 420'000,
                       .risks = "Associations of firms differ from valley to valley.",
                       .equity = "Small firms in the interior gain most."});
  considered.prepared(60);
  considered.team(50, CaseAct::submit);
  considered.authority(30, CaseAct::consider);

  CaseTale submitted(scene, "diaries", "cardet",
                     {.state = "FI",
                      .lever = Lever::staff_training,
                      .authority = "Demonstration board of education",
                      .answers = "pyppypnyuppy",
                      .euro_a_year = 60'000,
                      .risks = "Tutors may answer in writing all the same.",
                      .equity = "Seasonal staff who learn the language gain most."});
  submitted.prepared(26);
  submitted.team(20, CaseAct::submit);

  CaseTale prepared(scene, "repair", "innoventum",
                    {.state = "FI",
                     .lever = Lever::curriculum,
                     .authority = "Demonstration board of education",
                     .answers = "yyn",
                     .euro_a_year = 180'000,
                     .risks = {},
                     .equity = {}});
  prepared.prepared(15);

  CaseTale closed(scene, "welding", "arges",
                  {.state = "FI",
                   .lever = Lever::guidance,
                   .authority = "Demonstration board of education",
                   .answers = "n",
                   .euro_a_year = 0,
                   .risks = {},
                   .equity = {}});
  closed.prepared(190);
  closed.team(170, CaseAct::close, "Schools there have simulators of their own already.");
}

}  // namespace

void tell_cases(Scene& scene) {
  tell_case_in_force(scene);
  tell_ended_case(scene);
  tell_declined_case(scene);
  tell_approved_case(scene);
  tell_open_cases(scene);
}

}  // namespace tributary::app::demonstration
