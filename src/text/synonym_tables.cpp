#include "text/synonym_tables.h"

#include <algorithm>
#include <array>

namespace tributary::text {

bool is_common_word(std::string_view folded_name) {
  constexpr auto words = std::to_array<std::string_view>(
      {"danska", "finska", "island", "norra", "servie", "slovensko", "suede"});
  return std::ranges::find(words, folded_name) != words.end();
}

// The 27 Member States, the EEA and Switzerland, the United Kingdom, the candidates and Kosovo.
std::string_view country_synonyms() {
  return R"(
AT: Republik Österreich | Republic of Austria
BE: Kingdom of Belgium
BG: Republic of Bulgaria
HR: Republic of Croatia | Republika Hrvatska
CY: Republic of Cyprus
CZ: Czech Republic | Tschechische Republik | République tchèque | República Checa | Repubblica Ceca | Česká republika | Tsjechische Republiek | Republika Czeska
DK: Kingdom of Denmark
EE: Republic of Estonia
FI: Republic of Finland
FR: French Republic | République française
DE: Federal Republic of Germany | Bundesrepublik Deutschland | BRD
GR: !EL | Hellas | Hellenic Republic | Ελληνική Δημοκρατία
HU: Republic of Hungary
IE: Republic of Ireland | Eire
IT: Italian Republic | Repubblica Italiana
LV: Republic of Latvia
LT: Republic of Lithuania
LU: Grand Duchy of Luxembourg | Lëtzebuerg
MT: Republic of Malta
NL: The Netherlands | Holland | Holanda | Hollande | Olanda
PL: Republic of Poland | Rzeczpospolita Polska
PT: Portuguese Republic | República Portuguesa
RO: Rumania
SK: Slovak Republic | Slovenská republika | Slowakische Republik | République slovaque
SI: Republic of Slovenia | Republika Slovenija
ES: Kingdom of Spain | Reino de España
SE: Kingdom of Sweden
IS: Republic of Iceland | Ísland | Lýðveldið Ísland
LI: Principality of Liechtenstein
NO: Kingdom of Norway | Noreg
CH: Swiss Confederation | Schweizerische Eidgenossenschaft | Confédération suisse | Confederazione Svizzera | Svizra
GB: UK | Great Britain | Großbritannien | Grande-Bretagne | Gran Bretaña | Gran Bretagna | Grã-Bretanha | Groot-Brittannië
AL: Republic of Albania | Shqipëria | Shqipëri
BA: Bosnia | BiH | Bosna i Hercegovina | Босна и Херцеговина
GE: საქართველო
MD: Republic of Moldova | Republica Moldova
ME: Crna Gora | Црна Гора
MK: Macedonia | Republic of North Macedonia | FYROM | Former Yugoslav Republic of Macedonia | Северна Македонија
RS: Republic of Serbia | Srbija | Србија
TR: Turkey | Türkiye | Republic of Turkey | Republic of Türkiye
UA: Україна
XK: Kosova | Kosovë
)";
}

std::string_view programme_synonyms() {
  return R"(
Erasmus plus | Erasmus
Lifelong Learning Programme | LLP | Programm für lebenslanges Lernen | Programme pour l'éducation et la formation tout au long de la vie | Programa de Aprendizaje Permanente | Programma di apprendimento permanente | Programa de Aprendizagem ao Longo da Vida | Program „Uczenie się przez całe życie”
Leonardo da Vinci | LdV
Marie Skłodowska-Curie Actions | MSCA | Marie Curie Actions
Horizon 2020 | H2020 | FP8 | Horizont 2020 | Horizonte 2020 | Orizzonte 2020 | Horisont 2020 | Horyzont 2020 | Orizont 2020 | Horisontti 2020 | Obzor 2020 | Obzorje 2020 | Ορίζοντας 2020 | Хоризонт 2020
Horizon Europe | !HE | FP9 | Horizont Europa | Horizonte Europa | Orizzonte Europa | Horisont Europa | Horyzont Europa | Orizont Europa | Horisontti Eurooppa | Obzor Europa | Obzorje Evropa | Horizont Európa | Ορίζοντας Ευρώπη | Хоризонт Европа
Seventh Framework Programme | FP7 | 7th Framework Programme | Siebtes Rahmenprogramm | 7. Rahmenprogramm | septième programme-cadre | 7e programme-cadre | Séptimo Programa Marco | Settimo programma quadro | Sétimo Programa-Quadro | Zevende Kaderprogramma
Sixth Framework Programme | FP6 | 6th Framework Programme | Sechstes Rahmenprogramm | 6. Rahmenprogramm | sixième programme-cadre | Sexto Programa Marco | Sesto programma quadro
Fifth Framework Programme | FP5 | 5th Framework Programme | Fünftes Rahmenprogramm | 5. Rahmenprogramm | cinquième programme-cadre
Fourth Framework Programme | FP4 | 4th Framework Programme | Viertes Rahmenprogramm | 4. Rahmenprogramm | quatrième programme-cadre
European Research Council | ERC | Europäischer Forschungsrat | Conseil européen de la recherche | Consejo Europeo de Investigación | Consiglio europeo della ricerca | Conselho Europeu de Investigação | Europese Onderzoeksraad
European Innovation Council | EIC | Europäischer Innovationsrat | Conseil européen de l'innovation | Consejo Europeo de Innovación | Consiglio europeo per l'innovazione
European Institute of Innovation and Technology | EIT | Europäisches Innovations- und Technologieinstitut | Institut européen d'innovation et de technologie
European Social Fund | ESF | European Social Fund Plus | ESF plus | Europäischer Sozialfonds | Fonds social européen | FSE | Fondo Social Europeo | Fondo sociale europeo | Fundo Social Europeu | Europees Sociaal Fonds | Europejski Fundusz Społeczny | EFS | Evropský sociální fond | Európsky sociálny fond | Európai Szociális Alap | ESZA | Fondul Social European | Europeiska socialfonden | Den Europæiske Socialfond | Euroopan sosiaalirahasto | Euroopa Sotsiaalfond | Eiropas Sociālais fonds | Europos socialinis fondas | Evropski socialni sklad | Europski socijalni fond | Ευρωπαϊκό Κοινωνικό Ταμείο | Европейски социален фонд | ЕСФ
European Regional Development Fund | ERDF | EFRE | Europäischer Fonds für regionale Entwicklung | ^FEDER | Fonds européen de développement régional | Fondo Europeo de Desarrollo Regional | Fundo Europeu de Desenvolvimento Regional | FESR | Fondo europeo di sviluppo regionale | EFRO | Europees Fonds voor Regionale Ontwikkeling | EFRR | Europejski Fundusz Rozwoju Regionalnego | Evropský fond pro regionální rozvoj | Európsky fond regionálneho rozvoja | Európai Regionális Fejlesztési Alap | ERFA | Fondul European de Dezvoltare Regională | Europeiska regionala utvecklingsfonden | Den Europæiske Fond for Regionaludvikling | Euroopan aluekehitysrahasto | EAKR | Euroopa Regionaalarengu Fond | ERAF | Eiropas Reģionālās attīstības fonds | Europos regioninės plėtros fondas | Evropski sklad za regionalni razvoj | ESRR | Europski fond za regionalni razvoj | ΕΤΠΑ | Ευρωπαϊκό Ταμείο Περιφερειακής Ανάπτυξης | ЕФРР | Европейски фонд за регионално развитие
Cohesion Fund | Kohäsionsfonds | Fonds de cohésion | Fondo de Cohesión | Fondo di coesione | Fundo de Coesão | Cohesiefonds | Fundusz Spójności | Fond soudržnosti | Kohézny fond | Kohéziós Alap | Fondul de coeziune | Sammanhållningsfonden | Samhørighedsfonden | Koheesiorahasto | Ühtekuuluvusfond | Kohēzijas fonds | Sanglaudos fondas | Kohezijski sklad | Kohezijski fond | Ταμείο Συνοχής | Кохезионен фонд
European Structural and Investment Funds | ESIF | ESI Funds | Europäische Struktur- und Investitionsfonds | Fonds structurels et d'investissement européens | Fondos Estructurales y de Inversión Europeos | Fondi strutturali e di investimento europei
European Agricultural Fund for Rural Development | EAFRD | ELER | FEADER | FEASR | Europäischer Landwirtschaftsfonds für die Entwicklung des ländlichen Raums | Fonds européen agricole pour le développement rural | Fondo Europeo Agrícola de Desarrollo Rural | Fondo europeo agricolo per lo sviluppo rurale
Interreg | European Territorial Cooperation | Europäische Territoriale Zusammenarbeit | coopération territoriale européenne | Cooperación Territorial Europea | Cooperazione territoriale europea | Cooperação Territorial Europeia | Europese territoriale samenwerking | Europejska Współpraca Terytorialna
LIFE programme | !LIFE | LIFE-Programm | programme LIFE | programa LIFE | programma LIFE | LIFE-programma
Creative Europe | Kreatives Europa | Europe créative | Europa Creativa | Creatief Europa | Kreatywna Europa | Kreativní Evropa
European Solidarity Corps | Europäisches Solidaritätskorps | Corps européen de solidarité | Cuerpo Europeo de Solidaridad | Corpo europeo di solidarietà | Corpo Europeu de Solidariedade | Europejski Korpus Solidarności
Connecting Europe Facility | CEF | Mécanisme pour l'interconnexion en Europe | Mecanismo Conectar Europa
Asylum, Migration and Integration Fund | AMIF | Asyl-, Migrations- und Integrationsfonds | Fonds asile, migration et intégration
Just Transition Fund | JTF | Fonds für einen gerechten Übergang | Fonds pour une transition juste | Fondo de Transición Justa | Fondo per una transizione giusta
Recovery and Resilience Facility | RRF | Aufbau- und Resilienzfazilität | Facilité pour la reprise et la résilience | Mecanismo de Recuperación y Resiliencia | Dispositivo per la ripresa e la resilienza | Mecanismo de Recuperação e Resiliência
Instrument for Pre-accession Assistance | ^IPA | Instrument für Heranführungshilfe | instrument d'aide de préadhésion
Employment and Social Innovation | EaSI
)";
}

std::string_view term_synonyms() {
  return R"(
vocational education and training | VET | TVET | technical and vocational education and training | berufliche Bildung | Berufsbildung | berufliche Aus- und Weiterbildung | formation professionnelle | enseignement et formation professionnels | EFP | formación profesional | educación y formación profesional | formazione professionale | istruzione e formazione professionale | formação profissional | ensino e formação profissional | ensino e formação profissionais | beroepsonderwijs | beroepsonderwijs en -opleiding | kształcenie zawodowe | kształcenie i szkolenie zawodowe | odborné vzdělávání a příprava | odborné vzdelávanie a príprava | szakképzés | formare profesională | educație și formare profesională | yrkesutbildning | erhvervsuddannelse | ammatillinen koulutus | kutseharidus | profesionālā izglītība | profesinis mokymas | poklicno izobraževanje | poklicno izobraževanje in usposabljanje | strukovno obrazovanje | strukovno obrazovanje i osposobljavanje | taħriġ vokazzjonali | gairmoideachas | yrkesopplæring | mesleki eğitim | επαγγελματική εκπαίδευση και κατάρτιση | επαγγελματική κατάρτιση | професионално образование и обучение | профессиональное образование
initial vocational education and training | IVET | berufliche Erstausbildung | formation professionnelle initiale | formación profesional inicial | formazione professionale iniziale
continuing vocational education and training | CVET | CVT | berufliche Weiterbildung | formation professionnelle continue | formación profesional continua | formazione professionale continua
centre of vocational excellence | center of vocational excellence | centres of vocational excellence | ^CoVE | ^CoVEs | Zentrum der beruflichen Exzellenz
European credit system for vocational education and training | ECVET
European qualifications framework | EQF | Europäischer Qualifikationsrahmen | EQR | cadre européen des certifications | Marco Europeo de Cualificaciones | quadro europeo delle qualifiche | Quadro Europeu de Qualificações | Europees kwalificatiekader | europejskie ramy kwalifikacji | europejska rama kwalifikacji | evropský rámec kvalifikací | európsky kvalifikačný rámec | európai képesítési keretrendszer | cadrul european al calificărilor | eurooppalainen tutkintojen viitekehys | Ευρωπαϊκό Πλαίσιο Προσόντων | европейска квалификационна рамка
national qualifications framework | NQF | nationaler Qualifikationsrahmen
European quality assurance in vocational education and training | EQAVET
European credit transfer and accumulation system | European credit transfer system | ECTS
not in education, employment or training | NEET | NEETs | neither in employment nor in education or training | ni en emploi, ni en études, ni en formation | ni estudian ni trabajan
work-based learning | WBL | arbeitsbasiertes Lernen | apprentissage en milieu professionnel | apprentissage sur le lieu de travail | aprendizaje en el trabajo | aprendizaje basado en el trabajo | apprendimento basato sul lavoro | aprendizagem baseada no trabalho | aprendizagem em contexto de trabalho | werkplekleren | uczenie się oparte na pracy | munkaalapú tanulás | työssäoppiminen
lifelong learning | LLL | life-long learning | lebenslanges Lernen | apprentissage tout au long de la vie | formation tout au long de la vie | aprendizaje permanente | aprendizaje a lo largo de la vida | apprendimento permanente | aprendizagem ao longo da vida | een leven lang leren | uczenie się przez całe życie | celoživotní učení | celoživotné vzdelávanie | egész életen át tartó tanulás | învățare pe tot parcursul vieții | livslångt lärande | livslang læring | elinikäinen oppiminen | elukestev õpe | mūžizglītība | mokymasis visą gyvenimą | vseživljenjsko učenje | cjeloživotno učenje | διά βίου μάθηση | учене през целия живот
recognition of prior learning | RPL | validation of prior learning | validation des acquis de l'expérience | VAE
open educational resources | OER | offene Bildungsressourcen | ressources éducatives libres | recursos educativos abiertos | risorse educative aperte | recursos educacionais abertos
massive open online course | massive open online courses | MOOC | MOOCs
early childhood education and care | ECEC | frühkindliche Bildung, Betreuung und Erziehung | éducation et accueil de la petite enfance
special educational needs | !SEN | sonderpädagogischer Förderbedarf | besoins éducatifs particuliers | necesidades educativas especiales | bisogni educativi speciali | necessidades educativas especiais
higher education institution | higher education institutions | HEI | HEIs | Hochschule | établissement d'enseignement supérieur | institución de educación superior | istituto di istruzione superiore | instituição de ensino superior
small and medium-sized enterprises | SME | SMEs | small and medium enterprises | KMU | kleine und mittlere Unternehmen | PME | petites et moyennes entreprises | pyme | pymes | pequeñas y medianas empresas | piccole e medie imprese | pequenas e médias empresas | MKB | midden- en kleinbedrijf | MŚP | małe i średnie przedsiębiorstwa | malé a střední podniky | malé a stredné podniky | kkv | kis- és középvállalkozások | IMM | întreprinderi mici și mijlocii | små och medelstora företag | små og mellemstore virksomheder | pk-yritykset | pienet ja keskisuuret yritykset | μικρομεσαίες επιχειρήσεις | малки и средни предприятия
science, technology, engineering and mathematics | !STEM | !MINT | Mathematik, Informatik, Naturwissenschaften und Technik
information and communication technology | information and communication technologies | ICT | IKT | ^TIC | Informations- und Kommunikationstechnologie | Informations- und Kommunikationstechnik | technologies de l'information et de la communication | tecnologías de la información y la comunicación | tecnologie dell'informazione e della comunicazione | tecnologias da informação e comunicação
information technology | !IT | Informationstechnik | Informationstechnologie | technologies de l'information | tecnologías de la información | tecnologie dell'informazione | tecnologias da informação
artificial intelligence | !AI | !KI | !IA | künstliche Intelligenz | intelligence artificielle | inteligencia artificial | intelligenza artificiale | inteligência artificial | kunstmatige intelligentie | sztuczna inteligencja | umělá inteligence | umelá inteligencia | mesterséges intelligencia | inteligență artificială | artificiell intelligens | kunstig intelligens | tekoäly | tehisintellekt | mākslīgais intelekts | dirbtinis intelektas | umetna inteligenca | umjetna inteligencija | intelligenza artifiċjali | intleacht shaorga | yapay zekâ | τεχνητή νοημοσύνη | изкуствен интелект | искусственный интеллект
research and development | R&D | Forschung und Entwicklung | FuE | F&E | recherche et développement | investigación y desarrollo | ricerca e sviluppo | investigação e desenvolvimento | onderzoek en ontwikkeling | badania i rozwój | výzkum a vývoj | výskum a vývoj | kutatás és fejlesztés
European Union | EU | Europäische Union | Union européenne | UE | Unión Europea | Unione europea | União Europeia | Europese Unie | Unia Europejska | Evropská unie | Európska únia | Európai Unió | Uniunea Europeană | Europeiska unionen | Den Europæiske Union | Euroopan unioni | Euroopa Liit | Eiropas Savienība | Europos Sąjunga | Evropska unija | Europska unija | Unjoni Ewropea | an tAontas Eorpach | Ευρωπαϊκή Ένωση | Европейски съюз
COVID-19 | COVID19 | coronavirus disease 2019
)";
}

}  // namespace tributary::text
