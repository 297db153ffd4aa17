#include <array>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::ApplicationAct;

constexpr eco::VersionNumber kApplied{0, 1, 0};

/// In the order in which a row of levels names them.
constexpr std::array<std::string_view, 19> kItems{"E1", "E2", "E3", "E4", "E5", "E6", "E7",
                                                  "E8", "E9", "P1", "P2", "P3", "P4", "P5",
                                                  "P6", "P7", "P8", "P9", "P10"};

using Texts = std::map<std::string_view, std::string>;

/// What a state says of all items: a level from 0 to 4, "-" for not applicable, "." for silence.
struct Said {
  std::string place, who, body;
  std::string_view levels;
  Texts adaptations = {}, explanations = {};
};

eco::Jurisdiction place_of(const std::string& code) {
  eco::Jurisdiction place{.state = {code.substr(0, 2)}};
  if (code.size() > 2) place.region = code;
  return place;
}

eco::AppliedItem item_of(const Said& said, std::size_t at, Date begun) {
  const char mark = said.levels[at];
  const auto key = kItems[at];
  eco::AppliedItem item;
  item.status = mark == '-'   ? eco::ItemStatus::not_applicable
                : mark == '0' ? eco::ItemStatus::not_started
                : mark < '3'  ? eco::ItemStatus::partly
                              : eco::ItemStatus::in_place;
  if (mark != '-') item.self_assessed = static_cast<eco::Level>(mark - '0');
  const auto text_in = [&](const Texts& texts) {
    const auto found = texts.find(key);
    return found == texts.end() ? std::string() : found->second;
  };
  item.adaptation = text_in(said.adaptations);
  item.explanation = text_in(said.explanations);
  if (mark == '-' || mark == '0') return item;
  item.responsible_body = said.body;
  item.from = begun;
  if (mark >= '3') {
    item.evidence_links = {"https://demonstration.example/" + said.place + "/" + std::string(key)};
  }
  return item;
}

Result<store::Revision> revision_of(Scene& scene, const std::string& code) {
  return TRY(scene.applications.view(place_of(code), kApplied)).file.application.revision;
}

void begin_and_say(Scene& scene, int days_ago, eco::ApplicationType type, const Said& said) {
  scene.story.on(days_ago, [&scene, said, type] {
    return scene.applications.begin(scene.cast.actor(said.who),
                                    {.jurisdiction = place_of(said.place),
                                     .version = kApplied,
                                     .type = type,
                                     .carry_from = {}});
  });
  for (std::size_t at = 0; at < kItems.size(); ++at) {
    if (said.levels[at] == '.') continue;
    scene.story.on(days_ago - 14, [&scene, said, at, days_ago]() -> Result<> {
      return scene.applications.edit(scene.cast.actor(said.who),
                                     {.of = {place_of(said.place), kApplied},
                                      .seen = TRY(revision_of(scene, said.place)),
                                      .item = {std::string(kItems[at])},
                                      .said = item_of(said, at, scene.story.day(days_ago))});
    });
  }
}

void move_application(Scene& scene, int days_ago, const std::string& code, ApplicationAct act,
                      const std::string& reasons = {}) {
  scene.story.on(days_ago, [&scene, code, act, reasons]() -> Result<> {
    const auto who = "representative-" + std::string{static_cast<char>(code[0] | 0x20),
                                                     static_cast<char>(code[1] | 0x20)};
    return scene.applications.move(scene.cast.actor(who), {.of = {place_of(code), kApplied},
                                                           .seen = TRY(revision_of(scene, code)),
                                                           .act = act,
                                                           .reasons = reasons});
  });
}

void review_as_peer(Scene& scene, int days_ago, const std::string& code, const std::string& who,
                    const std::string& item, eco::Level level, const std::string& reasons) {
  scene.story.on(days_ago, [&scene, code, who, item, level, reasons]() -> Result<> {
    return scene.applications.review(scene.cast.actor(who), {.of = {place_of(code), kApplied},
                                                             .seen = TRY(revision_of(scene, code)),
                                                             .item = {item},
                                                             .level = level,
                                                             .reasons = reasons});
  });
}

void set_targets(Scene& scene, int days_ago, const std::string& code, const std::string& who,
                 const store::Targets& targets) {
  scene.story.on(days_ago, [&scene, code, who, targets]() -> Result<> {
    return scene.applications.set_targets(scene.cast.actor(who),
                                          {.of = {place_of(code), kApplied},
                                           .seen = TRY(revision_of(scene, code)),
                                           .targets = targets});
  });
}

void tell_finland(Scene& scene) {
  begin_and_say(scene, 490, eco::ApplicationType::regulation,
                {.place = "FI",
                 .who = "representative-fi",
                 .body = "Demonstration agency for education, FI",
                 .levels = "4433443434434334434",
                 .adaptations = {{"E2",
                                  "The team is that of the regional skills forum, with two "
                                  "seats for learners."}}});
  set_targets(
      scene, 470, "FI", "agency-fi",
      {{{"E3"}, eco::Level::embedded_and_learning}, {{"P6"}, eco::Level::embedded_and_learning}});
  move_application(scene, 460, "FI", ApplicationAct::legislate);
  move_application(scene, 380, "FI", ApplicationAct::approve,
                   "The decree is signed, and every item is applied or explained.");
  move_application(scene, 370, "FI", ApplicationAct::implement);
  review_as_peer(scene, 210, "FI", "agency-ie", "E3", eco::Level::established,
                 "Hours for teachers are in the collective agreement, and are used.");
  review_as_peer(scene, 205, "FI", "agency-ro", "P6", eco::Level::emerging,
                 "Half of the panels that we saw had a member of the provider that was judged.");
  move_application(scene, 120, "FI", ApplicationAct::complete,
                   "Every provider of the state reports by it, and the agency keeps it up.");
}

void tell_ireland(Scene& scene) {
  begin_and_say(scene, 480, eco::ApplicationType::strategy,
                {.place = "IE",
                 .who = "agency-ie",
                 .body = "Demonstration council for further education, IE",
                 .levels = "3432332333323232243",
                 .adaptations = {{"E5",
                                  "The open call runs twice a year, with the dates of the "
                                  "national innovation fund."},
                                 {"P8", "Training boards adapt; the council explains for all."}}});
  set_targets(scene, 465, "IE", "representative-ie",
              {{{"E4"}, eco::Level::established},
               {{"E7"}, eco::Level::established},
               {{"P4"}, eco::Level::established}});
  move_application(scene, 450, "IE", ApplicationAct::approve,
                   "The training boards were heard, and agree with the dates.");
  move_application(scene, 440, "IE", ApplicationAct::pilot);
  review_as_peer(scene, 330, "IE", "agency-fi", "E4", eco::Level::ad_hoc,
                 "Money comes from three projects, and two of them end this year.");
  review_as_peer(scene, 328, "IE", "agency-pt", "E2", eco::Level::embedded_and_learning,
                 "The team changed its own rules after its first year, and says why.");
  move_application(
      scene, 250, "IE", ApplicationAct::implement,
      "Nine of the ten colleges of the pilot want to go on, and the tenth has merged.");
}

void tell_portugal(Scene& scene) {
  begin_and_say(
      scene, 430, eco::ApplicationType::practical_measure,
      {.place = "PT",
       .who = "representative-pt",
       .body = "Demonstration institute for qualification, PT",
       .levels = "322221302322-231213",
       .adaptations = {{"E7",
                        "Business associations stand in for enterprises, as most have fewer "
                        "than ten people."}},
       .explanations = {{"E8",
                         "A change of qualification law is before parliament; until then there "
                         "is no route to describe."},
                        {"P4",
                         "Declared evidence is asked for by the national fund already; a "
                         "second declaration would only be a copy."}}});
  set_targets(scene, 415, "PT", "agency-pt",
              {{{"E4"}, eco::Level::established},
               {{"E6"}, eco::Level::emerging},
               {{"P7"}, eco::Level::emerging}});
  move_application(scene, 400, "PT", ApplicationAct::approve,
                   "A practical measure needs no law, and two items say why they wait for one.");
  move_application(scene, 390, "PT", ApplicationAct::pilot);
  review_as_peer(scene, 190, "PT", "agency-ie", "E1", eco::Level::emerging,
                 "Schools know the definition, and training centres of firms do not yet.");
  begin_and_say(scene, 300, eco::ApplicationType::practical_measure,
                {.place = "PT11",
                 .who = "agency-pt",
                 .body = "Demonstration council of the Norte region",
                 .levels = "...3.......3.......",
                 .adaptations = {{"E4",
                                  "A fund of the municipalities pays for what the national one "
                                  "leaves out: transport and replacement teachers."}}});
}

void tell_romania(Scene& scene) {
  begin_and_say(
      scene, 350, eco::ApplicationType::regulation,
      {.place = "RO",
       .who = "representative-ro",
       .body = "Demonstration centre for technical education, RO",
       .levels = "2211211021221211121",
       .explanations = {{"E8",
                         "The route into policy follows from the regulation that is being "
                         "written, and cannot come before it."}}});
  review_as_peer(scene, 160, "RO", "agency-fi", "E5", eco::Level::emerging,
                 "The county of Argeș has a call with gates; the others are preparing theirs.");
  move_application(scene, 140, "RO", ApplicationAct::legislate);
}

/// Still silent on some items, and without the explanation of another.
void tell_cyprus(Scene& scene) {
  begin_and_say(scene, 150, eco::ApplicationType::strategy,
                {.place = "CY",
                 .who = "agency-cy",
                 .body = "Demonstration human resource office, CY",
                 .levels = "2211.10.2211.1011.2",
                 .adaptations = {{"P2", "In teams of two, one comes from another sector."}},
                 .explanations = {{"P6",
                                   "No panel without acquaintances can be found within the "
                                   "country; see our reservation on 0.1.0."}}});
}

}  // namespace

void tell_applications(Scene& scene) {
  tell_finland(scene);
  tell_ireland(scene);
  tell_portugal(scene);
  tell_romania(scene);
  tell_cyprus(scene);
}

}  // namespace tributary::app::demonstration
