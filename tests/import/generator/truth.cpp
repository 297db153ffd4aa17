#include "truth.h"

#include <fmt/format.h>

#include <array>
#include <span>

#include "random_stream.h"

namespace tributary::generator {
namespace {

// The words that texts of a language are made of. Each has letters beyond ASCII among them, so that
// no encoding goes untried.
constexpr const char* kEnglish[] = {"apprenticeship",
                                    "vocational",
                                    "training",
                                    "learning",
                                    "mobility",
                                    "skills",
                                    "teachers",
                                    "companies",
                                    "the",
                                    "of",
                                    "and",
                                    "for",
                                    "in",
                                    "with",
                                    "digital",
                                    "green",
                                    "inclusive",
                                    "quality",
                                    "mentoring",
                                    "assessment",
                                    "partners",
                                    "regional",
                                    "ecosystem",
                                    "innovation",
                                    "pilots",
                                    "evidence",
                                    "workplace",
                                    "curricula",
                                    "robotics",
                                    "hydrogen",
                                    "maritime",
                                    "healthcare",
                                    "naïve",
                                    "café",
                                    "to",
                                    "will",
                                    "project",
                                    "this",
                                    "new",
                                    "approaches",
                                    "that",
                                    "are"};
constexpr const char* kGerman[] = {
    "die",        "Ausbildung", "Fachkräfte", "und",         "für",     "der", "Lehrlinge",
    "Schüler",    "werden",     "mit",        "beruflichen", "Übungen", "von", "Betriebe",
    "ermöglicht", "eine",       "neue",       "Prüfung",     "zu",      "den", "Qualität"};
constexpr const char* kFrench[] = {
    "la",      "formation", "région",      "école", "les",     "élèves",         "et",
    "des",     "métiers",   "compétences", "pour",  "dans",    "entreprises",    "une",
    "qualité", "avec",      "nouvelles",   "à",     "évaluer", "professionnelle"};
constexpr const char* kPortuguese[] = {
    "a",      "formação", "profissional", "das",       "regiões", "e",           "os",
    "alunos", "não",      "são",          "avaliação", "uma",     "escola",      "para",
    "com",    "inovação", "empresas",     "de",        "que",     "competências"};
constexpr const char* kPolish[] = {
    "kształcenie", "zawodowe", "współpraca", "i", "uczniów", "szkoły",          "w",
    "nauczycieli", "jakość",   "dla",        "z", "nowe",    "przedsiębiorstw", "się"};
constexpr const char* kGreek[] = {"η",    "κατάρτιση",  "και", "των",     "μαθητών", "στην",
                                  "νέες", "δεξιότητες", "για", "σχολεία", "με",      "αξιολόγηση"};
constexpr const char* kBulgarian[] = {"обучение", "на",       "учениците", "и",
                                      "научни",   "нови",     "за",        "умения",
                                      "в",        "качество", "училища"};

/// Texts of CORDIS are English but for a few; those of Erasmus+ in the languages of its members.
constexpr std::span<const char* const> kLanguages[] = {kGerman, kFrench, kPortuguese,
                                                       kPolish, kGreek,  kBulgarian};
std::span<const char* const> language(Layout layout, RandomStream& random) {
  const auto english_of_ten = layout == Layout::cordis ? 9U : 5U;
  if (random.below(10) < english_of_ten) return kEnglish;
  return random.pick(kLanguages);
}

struct Country {
  const char* published;
  const char* iso;
  const char* city;
  const char* region;
};
constexpr Country kCountries[] = {{"DE", "DE", "Köln", "Nordrhein-Westfalen"},
                                  {"FR", "FR", "Marseille", "Provence"},
                                  {"PT", "PT", "Évora", "Alentejo"},
                                  {"EL", "GR", "Αθήνα", "Αττική"},
                                  {"UK", "GB", "Leeds", "Yorkshire"},
                                  {"PL", "PL", "Łódź", "Łódzkie"},
                                  {"BG", "BG", "Русе", "Северен централен"},
                                  {"FI", "FI", "Jyväskylä", "Länsi-Suomi"},
                                  {"RO", "RO", "Iași", "Nord-Est"},
                                  {"SI", "SI", "Škofja Loka", "Gorenjska"}};

constexpr const char* kCordisTypes[] = {"HES", "PRC", "REC", "PUB", "OTH"};
constexpr const char* kErasmusTypes[] = {
    "Higher education institution (tertiary level)", "Small and medium sized enterprise",
    "School/Institute/Educational centre – Vocational Training (secondary level)",
    "Regional Public body", "Non-governmental organisation/association/social enterprise"};
constexpr const char* kCordisRoles[] = {"participant", "participant", "associatedPartner",
                                        "thirdParty"};
constexpr const char* kErasmusTopics[] = {
    "Pedagogy and didactics",
    "ICT - new technologies - digital competences",
    "Labour market issues incl. career guidance / youth unemployment",
    "Energy and resources",
    "Enterprise, industry and SMEs (incl. entrepreneurship)",
    "Inclusion - equity"};
constexpr std::array<const char*, 3> kFields[] = {
    {"/29/91/523", "/social sciences/economics and business/business and management", "business"},
    {"/23/49/335", "/natural sciences/biological sciences/ecology", "ecology"},
    {"/25/63/391", "/engineering and technology/environmental engineering/energy", "energy"}};

std::string words(RandomStream& random, std::span<const char* const> language, std::size_t count) {
  std::string text;
  for (std::size_t at = 0; at < count; ++at) {
    if (at > 0) text += at % 9 == 8 ? ", " : " ";
    text += language[random.below(language.size())];
  }
  return text;
}

std::string day(RandomStream& random, std::uint32_t year) {
  return fmt::format("{}-{:02}-{:02}", year, 1 + random.below(12), 1 + random.below(28));
}

std::uint64_t cents(RandomStream& random) {
  const std::uint64_t euros = 10000 + random.below(400000);
  return euros * 100 + (random.below(3) == 0 ? 25 * random.below(4) : 0);
}

/// How often the same organisations come: projects of CORDIS name 3.4 to 5 times as many
/// participants as there are organisations, few of them often.
std::uint64_t organisation_number(RandomStream& random, std::uint64_t organisations) {
  const auto unit = random.share();
  return static_cast<std::uint64_t>(unit * unit * unit * static_cast<double>(organisations));
}

/// An organisation is the same in every project: it hangs on seed and number alone.
TrueOrganisation organisation(Layout layout, std::uint64_t seed, std::uint64_t number) {
  RandomStream random{seed, 2, number};
  const auto& country = random.pick(kCountries);
  TrueOrganisation made;
  made.pic = std::to_string(900000000 + number);
  made.name =
      fmt::format("{} {} {}", words(random, random.pick(kLanguages), 2), country.city, number);
  made.type = layout == Layout::cordis ? random.pick(kCordisTypes) : random.pick(kErasmusTypes);
  made.street =
      fmt::format("{} {}", words(random, random.pick(kLanguages), 1), 1 + random.below(200));
  made.post_code = fmt::format("{:05}", random.below(100000));
  made.city = country.city;
  made.region = country.region;
  made.published_country = country.published;
  made.country = country.iso;
  made.website = fmt::format("https://org{}.example.org", number);
  made.is_sme = made.type == "PRC" && random.below(2) == 0;
  return made;
}

}  // namespace

TrueProject make_project(Layout layout, std::uint64_t seed, std::uint64_t index,
                         std::uint64_t organisations) {
  RandomStream random{seed, 1, index};
  TrueProject project;
  project.index = index;
  project.call_year = 2014 + static_cast<std::uint32_t>(random.below(10));
  const auto written_in = language(layout, random);
  project.title = words(random, written_in, 6 + random.below(8));
  project.summary = words(random, written_in, 120 + random.below(160));
  project.start = day(random, project.call_year + 1);
  project.end = day(random, project.call_year + 2 + static_cast<std::uint32_t>(random.below(4)));
  project.signed_on = day(random, project.call_year);
  project.updated_on = day(random, project.call_year + 1);
  project.grant_cents = cents(random);
  project.total_cost_cents = project.grant_cents + cents(random);

  const std::uint64_t most = layout == Layout::cordis ? 12 : 8;
  for (std::uint64_t left = 2 + random.below(most); left > 0; --left) {
    auto made = organisation(layout, seed, organisation_number(random, organisations));
    made.contribution_cents = cents(random);
    made.role = project.organisations.empty() ? "coordinator"
                : layout == Layout::cordis    ? random.pick(kCordisRoles)
                                              : "partner";
    if (made.role == "associatedPartner") made.contribution_cents = 0;
    project.organisations.push_back(std::move(made));
  }

  if (layout == Layout::cordis) {
    project.key = std::to_string(101000000 + index);
    project.acronym = fmt::format("GEN-{}", index);
    project.status = "SIGNED";
    project.action = "HORIZON-CSA";
    project.call = fmt::format("HORIZON-WIDERA-{}-TALENTS-01", project.call_year);
    project.legal_basis = "HORIZON.4.1";
    project.rcn = std::to_string(300000 + index);
    project.doi = "10.3030/" + project.key;
    project.topics.push_back(
        {"call_topic", project.call + "-01", "Training of talents – widening"});
    project.topics.push_back(
        {"legal_basis", project.legal_basis, "Widening participation – talents"});
    const auto& field = random.pick(kFields);
    project.topics.push_back({"euro_sci_voc", field[0], field[2]});
    project.links.push_back(fmt::format("https://results.example.org/{}/report.pdf", project.key));
  } else {
    project.key = fmt::format("{}-1-{}01-KA202-{:06}", project.call_year,
                              project.organisations.front().published_country, index);
    project.status = "finalized";
    project.action = "Strategic Partnerships for vocational education and training";
    project.website = fmt::format("https://project{}.example.org", index);
    project.is_good_practice = random.below(5) == 0;
    project.is_success_story = random.below(9) == 0;
    const auto first = random.below(std::size(kErasmusTopics));
    const auto second = (first + 1 + random.below(3)) % std::size(kErasmusTopics);
    for (const auto which : {first, second})
      project.topics.push_back({"erasmus_topic", "", kErasmusTopics[which]});
  }
  return project;
}

}  // namespace tributary::generator
