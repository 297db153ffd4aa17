#include "catalogue/identity/institution_lexicon.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace tributary::catalogue {
namespace {

struct Entry {
  ConceptKind kind;
  std::string_view name;
  std::string_view words;  // lower-case ASCII, as transliterated and folded, between blanks
};

using enum ConceptKind;

// The languages of the Union, of its neighbours and of candidates; inflected forms as they occur in
// names.
constexpr auto kEntries = std::to_array<Entry>({
    {institution, "university",
     "university universitaet universitat universite universities universidad universidade "
     "universita "
     "universitas universitatea universitate universitatii universiteit universitet universitetet "
     "universitetas "
     "univerzita univerzity univerzite univerzitet univerziteta univerza univerzi univerze "
     "sveuciliste "
     "sveucilista uniwersytet uniwersytetu yliopisto yliopiston korkeakoulu ulikool egyetem "
     "panepistimio "
     "panepistimiou universiteti universitesi unibertsitatea universitario universitaria "
     "universitaire "
     "universitaires universitari university's universitates universiteto universita' l-universita "
     "ollscoil "
     "prifysgol"},
    {institution, "higher school",
     "hochschule fachhochschule hogeschool hogskole hogskola hogskolan hoyskole hogskolen hojskole "
     "professionshojskole ammattikorkeakoulu ammattikorkeakoulun college colegio collegio koledz "
     "kolegija "
     "erhvervsakademi tei"},
    {institution, "school",
     "school schools schule schulen ecole ecoles escola escoles escuela escuelas scuola scuole "
     "skola skole "
     "skolen skolan szkola szkol skolas iskola sola sole osnovna koulu kool kooli mokykla scoala "
     "liceul liceu "
     "lycee liceo licej gymnasium gymnasio gymnazium gymnaziet gimnazija gimnazjum gimnazium "
     "ginnasio lyceum "
     "lykeio okul okulu lisesi liceum technikum tehnikum realschule scholio sxoleio scoil kolej "
     "lukio"},
    {institution, "institute",
     "institute institut instituto istituto instituut institutet instytut instytutu intezet "
     "institutul "
     "institutas instituts instituti institouto ustav ustavu institucio instituta institutions "
     "institution "
     "insitute instituutti enstitusu"},
    {institution, "academy",
     "academy akademie academie academia accademia akademia akademija akademi akademiya akademiet "
     "akademien akademiei akademii akadimia akadeemia academi akatemia akademiya"},
    {institution, "centre",
     "centre center centrum zentrum centro centrul centru centar centras centrs keskus kozpont "
     "kentro kentrou "
     "centri senter tsentar tsentur centeret merkezi centra ionad zentren centruma centres"},
    {institution, "foundation",
     "foundation stiftung fondation fundacion fundacao fondazione stichting stiftelse stiftelsen "
     "fond "
     "fundacja fundatia fondatsiya fondacija fundacio fondas fonds nadace nadacia alapitvany "
     "saatio sihtasutus "
     "idryma zaklada vakfi nodibinajums fondation ustanova"},
    {institution, "association",
     "association associazione asociacion asociatia associacao associacio verein verband "
     "vereniging "
     "forening foreningen sdruzeni zdruzenie zdruzenje udruga udruzenje stowarzyszenie egyesulet "
     "szovetseg "
     "yhdistys liitto uhing asociacija asociacia asociace biedriba syllogos sindesmos sundesmos "
     "somateio "
     "dernegi sdruzhenie federation federacion federazione foderation federacja federacao "
     "federacio bund union "
     "unie unio unione society societe sociedad sociedade societa gesellschaft selskab sallskap "
     "towarzystwo "
     "spolecnost spolocnost drustvo tarsasag seura selts draugija savez enosi etaireia etairia "
     "league forbund "
     "forbundet confederation confederacion confederazione confederacao syndesmos eteria"},
    {institution, "chamber",
     "chamber chambers kammer chambre camara camera kamer komora komory izba kamara rumai kamera "
     "epimelitirio "
     "zbornica odasi kambra handwerkskammer kauppakamari handelskammer"},
    {institution, "municipality",
     "municipality municipio municipiul gemeinde gemeente commune comune comuna concello concelho "
     "concejo "
     "ayuntamiento ajuntament kommune kommun obec mesto mesta miasto miasta gmina gminy "
     "onkormanyzat "
     "onkormanyzata kunta kaupunki kaupungin vald linn linnavalitsus savivaldybe savivaldybes "
     "pasvaldiba dimos "
     "dimou obcina grad opcina belediyesi obshtina primaria stadt city town ville ciudad citta "
     "cidade "
     "magistrat stad landeshauptstadt municipal council camara's pilsetas"},
    {institution, "region",
     "region regione regiao regionalna region' kraj wojewodztwo voivodeship zupanija perifereia "
     "periferia "
     "landkreis provincia province provincie provinz county comarca diputacion judetul judetean "
     "land oblast "
     "megye maakunta maakond departement generalitat junta gobierno"},
    {institution, "ministry",
     "ministry ministerium ministere ministerio ministero ministerie ministeriet ministerstvo "
     "ministerstwo "
     "miniszterium ministerul ministerija ministeerium ministerio ypourgeio bakanligi ministarstvo "
     "ministerija ministeriu bundesministerium ministerstva"},
    {institution, "authority",
     "authority agency agencia agenzia agentur agence agentia agentschap agentura agencija agencja "
     "ugynokseg "
     "amet virasto verket styrelse styrelsen direktoratet directorate office amt bundesamt "
     "landesamt "
     "bundesanstalt anstalt organismos archi ured urad urzad hivatal inspectorate inspectoratul "
     "dienst "
     "service services servicio servizio servico administration administracion amministrazione "
     "direction"},
    {institution, "hospital",
     "hospital krankenhaus klinikum klinik clinic clinique clinica hopital hopitaux ospedale "
     "ospedaliera "
     "ospedaliero hospices nemocnice nemocnica szpital korhaz spital spitalul sairaala haigla "
     "ligonine slimnica "
     "nosokomeio nosokomio bolnica bolnisnica klinicki sygehus ziekenhuis sjukhus sjukhuset "
     "hastanesi "
     "hospitalario hospitalier hospitalar kliniken klinika"},
    {institution, "museum",
     "museum musee museo museu muzeum muzej muzeul muzeu muziejus muuseum muzejs mouseio museet "
     "muzei"},
    {institution, "library",
     "library bibliothek bibliotheque biblioteca biblioteka bibliotheek bibliotek knihovna "
     "kniznica knjiznica "
     "konyvtar kirjasto raamatukogu bivliothiki"},
    {institution, "laboratory",
     "laboratory laboratories labor laboratoire laboratorio laboratorium laboratoriet laboratorija "
     "lab labs "
     "ergastirio"},
    {institution, "company",
     "company compagnie compania compagnia companhia kompania unternehmen enterprise enterprises "
     "entreprise "
     "empresa impresa podjetje poduzece firma"},
    {institution, "cooperative",
     "cooperative cooperativa genossenschaft kooperativa sociale onlus"},
    {institution, "cluster",
     "cluster klaster klastr netzwerk network red rete reseau netwerk natverk"},
    {institution, "consortium", "consortium consorzio consorcio konsortium konzorcium consorci"},
    {unit, "department",
     "department departamento dipartimento departement abteilung katedra zaklad osasto departament "
     "oddelek "
     "division"},
    {unit, "faculty",
     "faculty fakultaet fakultat faculte facultad facolta faculdade fakultet fakulta fakulteta "
     "wydzial kar"},
    {unit, "unit", "unit unite unidad unita umr equipe group groupe gruppo grupo gruppe chair"},
    {quality, "technical",
     "technical technische technischer technique tecnica tecnico techniki technology technologies "
     "technologie technologia technologii tecnologia tecnologico tecnologica tecnologicas "
     "tecnologicos "
     "tecnologiche technicka technicke technickeho technickej tehnica tehnicki tehniska tehnicka "
     "tekniska "
     "teknisk tekniske teknillinen teknologisk technikon technologiko techniczny politechnika "
     "politechniki "
     "polytechnic polytechnique politecnico politecnica politehnica polytechnio politechnico "
     "polytecnico "
     "muszaki technologiju tehnologii tehnologije tehnoloogia teknoloji teknik technologique "
     "technologiques "
     "polyteknisk technologi politecnic"},
    {quality, "national",
     "national nationale nationales nationaux nacional nazionale nacionalni narodni narodny "
     "narodowy "
     "narodowe kansallinen ethniko ethniki ethnikon nationaal nasjonal nasjonalt nationella "
     "nemzeti natsionalen "
     "riiklik nacionalinis ulusal nacionalinio nationell"},
    {quality, "research",
     "research forschung forschungs forschungszentrum recherche recherches investigacion "
     "investigaciones "
     "investigacao investigacio ricerca ricerche onderzoek forskning forskningsinstitut vyzkum "
     "vyzkumny "
     "vyzkumneho vyskum vyskumny badan badawczy kutatas kutato kutatointezet kutatokozpont "
     "cercetare cercetari "
     "cercetarii tutkimus tutkimuskeskus uurimis erevnas ereunon erevnon istrazivanje istrazivanja "
     "raziskave "
     "raziskovalni tyrimu petijumu arastirma recerca izsledvaniya ereunas"},
    {quality, "science",
     "science sciences scientific wissenschaft wissenschaften scientifique scientifiques ciencia "
     "ciencias "
     "scienze scienza scientifico scientifica cientifico cientificas cientifica nauk nauka naukowy "
     "ved vied "
     "vedecky tudomanyos tudomanyi stiinta stiinte stiintifica tieteiden znanosti znanost "
     "znanstveni "
     "nauchno mokslo mokslu zinatnu epistimon epistimonikon wetenschappen wetenschap vetenskap "
     "videnskab "
     "teaduste vitenskap bilim ciencies"},
    {quality, "medical",
     "medical medizinische medizin medicine medicina medicale medico medica medyczny medycyny "
     "medyczna "
     "lekarska lekarski medisch orvosi laaketieteellinen iatriki medicinska meditsinski medicinos "
     "medicinal "
     "medicine tip"},
    {quality, "health",
     "health gesundheit sante salud saude salute sanita sanitaria sanitario gezondheid halsa "
     "sundhed helse "
     "zdravi zdravotni zdrowia egeszseg egeszsegugyi sanatate sanatatii terveyden terveys tervise "
     "sveikatos "
     "veselibas ygeias zdravlje zdravje zdrave saglik salut"},
    {quality, "vocational",
     "vocational berufliche berufsbildung berufsschule berufs professionnelle professionnel "
     "professional "
     "profesional profissional professionale professionali zawodowy zawodowych szakkepzo "
     "szakkepzesi "
     "szakiskola profesinio profesionala profesionalas ammatillinen yrkes beroeps strukovna "
     "epaggelmatiki "
     "epagelmatiki mesleki kutse kutsehariduskeskus odborne odborna stredna stredni poklicni "
     "erhvervs srednja"},
    {quality, "education",
     "education educational educacion educacao educazione bildung erziehung onderwijs oktatas "
     "oktatasi "
     "edukacji edukacja educatie educatiei utdanning utbildning uddannelse koulutus hariduse "
     "haridus svietimo "
     "izglitibas ekpaideusis ekpaidefsis ekpaidefsi obrazovanje obrazovanja izobrazevanje "
     "obrazovanie "
     "vzdelavani vzdelavanie egitim paedagogische padagogische pedagogical pedagogique pedagogicka "
     "pedagogiczny pedagogico formation formacion formacao formazione formacio training ausbildung "
     "weiterbildung "
     "fortbildung educativo educatif szkolen ksztalcenia"},
    {quality, "applied",
     "applied angewandte angewandten appliquees appliquee applique aplicada aplicadas aplicats "
     "applicata "
     "applicate aplikovane"},
    {quality, "international",
     "international internationale internationales internacional internazionale internationaal "
     "miedzynarodowy mezinarodni medzinarodny nemzetkozi diethnes diethnis medunarodni mednarodni "
     "mondiale mondial world"},
    {quality, "european",
     "european europeen europeenne europaische europaisches europaischer europeo europea europeu "
     "europeia "
     "europees europese europeiska europaeisk europejski evropsky eurooppalainen europai europaiko "
     "europske euroopa evropski evropska europe europa euro evropeyski avrupa"},
    {quality, "development",
     "development entwicklung developpement desarrollo desenvolvimento sviluppo ontwikkeling "
     "utveckling "
     "udvikling rozvoj rozwoju fejlesztes fejlesztesi dezvoltare dezvoltarea kehittamis arengu "
     "pletros attistibas "
     "anaptyxis anaptixis razvoj razvojna kalkinma"},
    {quality, "innovation",
     "innovation innovations innovacion inovacao innovazione innovatie innovacio inovace inovacii "
     "innowacji inovare kainotomias inovacije inovacion innovasjon"},
    {quality, "environment",
     "environment environmental umwelt environnement medioambiente ambiental ambiente ambientale "
     "medioambientales milieu miljo zivotni zivotneho srodowiska kornyezetvedelmi mediu mediului "
     "ymparisto "
     "keskkonna aplinkos vides perivallontos perivallon okolis okolje okolja okolnata cevre "
     "mediambient"},
    {quality, "agriculture",
     "agriculture agricultural agricola landwirtschaft landwirtschafts agraria agrario agraire "
     "agronomique agronomica "
     "agricole landbouw jordbruk landbrug zemedelska zemedelsky polnohospodarska rolniczy "
     "rolnictwa "
     "mezogazdasagi agrar maaseutu pollumajanduse zemes lauksaimniecibas georgias georgiki "
     "poljoprivredni kmetijski tarim agronomski "
     "agrarna agronomy"},
    {quality, "economics",
     "economics economic economy economia economica economico economique okonomie wirtschaft "
     "wirtschafts "
     "wirtschaftsuniversitat ekonomiczny ekonomiczna ekonomicka ekonomski ekonomie gazdasagi "
     "gazdasagtudomanyi "
     "economice oikonomiko kauppa ekonomikos ekonomi ekonomikas ikonomicheski handels"},
    {quality, "business",
     "business commerce commercial commercio comercio comercial handel handels affaires obchodni "
     "kereskedelmi emporiki emporiko ticaret trade negocios"},
    {quality, "industry",
     "industry industrie industrial industriel industrielle industria industriale industriali "
     "industries przemyslu przemyslowy ipari viomichania viomichaniki sanayi industri teollisuus "
     "prumyslu"},
    {quality, "energy",
     "energy energie energia energetica energias energetique energies energetiki energetyki "
     "energeticas energi enerji energie energeia energeias energii"},
    {quality, "transport",
     "transport transports transporte trasporti verkehr vervoer dopravy doprava transportu "
     "kozlekedesi liikenne metaforon ulasim logistics logistik logistica"},
    {quality, "engineering",
     "engineering ingenieria ingenierie ingegneria engenharia ingenieur ingenieure ingenieurs "
     "mernoki inzenyrstvi inzinierstva inzynierii inginerie ingeniorer muhendislik"},
    {quality, "information",
     "information informatica informatique informatik informatics informatico informatiky "
     "informatyki informatika informacion informazione informacijske pliroforikis computer "
     "computing computacion"},
    {quality, "communication",
     "communication communications kommunikation comunicacion comunicacao comunicazione "
     "telecommunications telecommunication telecomunicaciones telecomunicacoes telecomunicazioni "
     "telekomunikacji epikoinonion"},
    {quality, "culture",
     "culture cultural kultur cultura culturale culturelle kultury kultura kulturas kulturos "
     "politismou kulturalni cultuur"},
    {quality, "social",
     "social sociale sociales sozial sociaal socialni socialnych spoleczny koinonikon koinonikis "
     "sociala sosiaali"},
    {quality, "public",
     "public publique publiques publica publico pubblica pubblico offentliche offentlichen "
     "publiczny verejny verejna dimosio dimosia javni javna kozszolgalati"},
    {quality, "state",
     "state statale estatal etat staatliche staatliches panstwowy panstwowa statni statny allami "
     "valstybinis valsts drzavni krajowy statens riigi staat"},
    {quality, "federal", "federal federale federation's eidgenossische eidgenossisches bundes"},
    {quality, "royal",
     "royal royale koninklijk koninklijke kungliga kungl kongelige real reale reial konigliche "
     "kgl"},
    {quality, "general", "general generale generalny allgemeine genikos geniki generala"},
    {quality, "food",
     "food alimentaire alimentacion alimentos alimentari lebensmittel elelmiszer zywnosci voedsel "
     "livsmedel trofimon nutrition aliments alimentare"},
    {quality, "water",
     "water eau agua acqua wasser vatten vand vesi wody vody vizugyi nerou ydaton apa"},
    {quality, "marine",
     "marine marino mar mare maritime maritima maritimo maritim meeres mer thalassion sea "
     "oceanography oceanografia ocean"},
    {quality, "forestry",
     "forest forestry foret forestal foreste forstwirtschaft forst lesnictvi lesny lesnicky "
     "erdeszeti skog skogs metsa metsan dasos sumarski"},
    {quality, "nature",
     "nature natural natur naturel naturelle naturale naturales naturais przyrody przyrodniczy "
     "prirody priroda luonnon fysis"},
    {quality, "physics",
     "physics physik physique fisica fizyki fyziky fyzikalni fizika fysikk fizikai physiki"},
    {quality, "chemistry",
     "chemistry chemie chimie quimica chimica chemii kemi kemijski chemicke chemical kimya chimeia "
     "chemicko"},
    {quality, "biology",
     "biology biological biologie biologia biologica biologique biologiczny biologicke bioloski"},
    {quality, "art",
     "art arts kunst kunste arte arti artes sztuki sztuk umeni umenia muveszeti arta arte taide "
     "tehnon technon umjetnost umetnosti beaux"},
    {quality, "music",
     "music musik musique musica muzyki muzyczna zene muzica mousikis musiikki hudby"},
    {quality, "sport",
     "sport sports deporte deportes desporto sportowy athlitismou idrott urheilu idraet"},
    {quality, "youth",
     "youth jugend jeunesse jeunes joven jovenes juventud juventude gioventu giovani mlodziezy "
     "mladeze mladez ifjusagi tineret tineretului nuoriso noorte jaunimo jaunatnes neon mladih "
     "mladi genclik ungdom jeugd"},
    {quality, "labour",
     "labour labor's arbeit travail trabajo trabalho lavoro arbeid arbete arbejde prace pracy "
     "munka munkaugyi tyo ergasias employment emploi empleo emprego occupazione"},
    {quality, "tourism",
     "tourism tourisme turismo tourismus turystyki turizmus turizm turism tourismou turizam "
     "turizem"},
    {quality, "management",
     "management gestion gestao gestione manajeri zarzadzania rizeni manazmentu vezetes "
     "verwaltung"},
    {quality, "life", "life leben vie vida vita zycia zivota elet elamantieteiden"},
    {quality, "study",
     "studies study studien etudes estudios estudos studi studia studiow studii tanulmanyok "
     "spoudon"},
    {place, "austria",
     "austria osterreich osterreichische osterreichisches osterreichischer austrian autriche "
     "autriaca"},
    {place, "belgium", "belgium belgie belgique belge belgische belgian belgisch"},
    {place, "bulgaria", "bulgaria bulgarian balgariya bulgarska balgarska"},
    {place, "croatia", "croatia hrvatska hrvatski hrvatske croatian"},
    {place, "cyprus", "cyprus kypros kiprou kyprou kypriaki cypriot kypriako zypern"},
    {place, "czechia", "czech ceska cesky ceske ceskych cech czechia tschechische"},
    {place, "denmark", "denmark danmark danmarks dansk danske danish dinamarca danimarca"},
    {place, "estonia", "estonia eesti estonian estland"},
    {place, "finland", "finland suomen suomi finnish finlande suomalainen"},
    {place, "france", "france francais francaise french frankreich francia francese"},
    {place, "germany",
     "germany deutsch deutsche deutsches deutscher deutschen deutschland german allemagne alemania "
     "germania"},
    {place, "greece",
     "greece hellenic hellas elliniki elliniko ellinon greek ellada ellados griechische ellas "
     "elladas ellinikos"},
    {place, "hungary", "hungary magyar magyarorszag magyarorszagi hungarian hongrie"},
    {place, "ireland", "ireland irish eireann eire irlande irlanda"},
    {place, "italy", "italy italia italiana italiano italian italie italien italiane"},
    {place, "latvia", "latvia latvijas latvian lettland"},
    {place, "lithuania", "lithuania lietuvos lithuanian lietuva litauen"},
    {place, "luxembourg", "luxembourg luxemburg letzebuerg"},
    {place, "malta", "malta maltese"},
    {place, "netherlands",
     "netherlands nederland nederlands nederlandse dutch niederlande holland"},
    {place, "norway", "norway norsk norske norges norwegian norge norwegen norvege"},
    {place, "poland", "poland polska polski polskie polskiej polish polen pologne"},
    {place, "portugal", "portugal portuguesa portugues portuguese portugais"},
    {place, "romania", "romania romana roman romane romanian romaniei roumanie rumania"},
    {place, "slovakia", "slovakia slovak slovenska slovenskej slovenske slovensky slovensko"},
    {place, "slovenia", "slovenia slovenije slovenian slovenija slovene slovenski slowenien"},
    {place, "spain", "spain espana espanol espanola spanish espagne spanien espanyol"},
    {place, "sweden", "sweden sverige sveriges svenska svensk swedish schweden suede"},
    {place, "switzerland",
     "switzerland schweiz schweizer schweizerische schweizerischer suisse svizzera swiss svizzero"},
    {place, "turkey", "turkey turkiye turk turkish turkei turquie"},
    {place, "britain", "britain british uk kingdom royaume"},
    {place, "serbia", "serbia srbije srbija serbian srpska"},
    {place, "catalonia", "catalonia catalunya cataluna catalan catala catalana"},
    {place, "basque country", "basque vasco vasca euskadi euskal pais"},
    {place, "bavaria", "bavaria bayern bayerische bayerisches bavarian bayerischen"},
    {place, "vienna", "vienna wien wiener vienne viena"},
    {place, "prague", "prague praha praze prag prahy"},
    {place, "warsaw", "warsaw warszawa warszawski warszawska warszawie warschau varsovie"},
    {place, "cracow", "cracow krakow krakowie krakowski krakowska krakowa krakau"},
    {place, "poznan", "poznan poznaniu poznanska poznanski"},
    {place, "wroclaw", "wroclaw wroclawiu wroclawski wroclawska breslau"},
    {place, "gdansk", "gdansk gdanski gdanska gdansku danzig"},
    {place, "lodz", "lodz lodzi lodzki lodzka"},
    {place, "silesia", "silesia silesian slaska slaski slaskie slezska"},
    {place, "athens", "athens athina athinon athinas athinai atene atenas athen"},
    {place, "thessaloniki",
     "thessaloniki thessalonikis saloniki aristotle aristoteleio aristotelio"},
    {place, "patras", "patras patra patron"},
    {place, "crete", "crete kriti kritis"},
    {place, "rome", "rome roma rom romano"},
    {place, "milan", "milan milano mailand milanese"},
    {place, "turin", "turin torino"},
    {place, "florence", "florence firenze florenz fiorentina"},
    {place, "naples", "naples napoli neapel"},
    {place, "venice", "venice venezia venedig veneto"},
    {place, "genoa", "genoa genova"},
    {place, "padua", "padua padova"},
    {place, "sicily", "sicily sicilia siciliana"},
    {place, "tuscany", "tuscany toscana"},
    {place, "lombardy", "lombardy lombardia"},
    {place, "sardinia", "sardinia sardegna"},
    {place, "lisbon", "lisbon lisboa lissabon lisbonne"},
    {place, "seville", "seville sevilla"},
    {place, "andalusia", "andalusia andalucia andaluza"},
    {place, "copenhagen", "copenhagen kobenhavn kobenhavns kopenhagen"},
    {place, "gothenburg", "gothenburg goteborg goteborgs"},
    {place, "stockholm", "stockholm stockholms"},
    {place, "brussels", "brussels bruxelles brussel brussels bruselas"},
    {place, "antwerp", "antwerp antwerpen anvers"},
    {place, "ghent", "ghent gent gand"},
    {place, "leuven", "leuven louvain"},
    {place, "flanders", "flanders vlaanderen vlaams vlaamse flemish"},
    {place, "the hague", "hague haag haye"},
    {place, "cologne", "cologne koln colonia"},
    {place, "munich", "munich munchen munchner muenchner"},
    {place, "geneva", "geneva geneve genf ginevra"},
    {place, "zurich", "zurich zuerich zurigo"},
    {place, "basel", "basel basle bale"},
    {place, "bern", "bern berne berna berner"},
    {place, "lausanne", "lausanne losanna"},
    {place, "bucharest", "bucharest bucuresti bukarest"},
    {place, "belgrade", "belgrade beograd beogradu"},
    {place, "zagreb", "zagreb zagrebu zagrebacki"},
    {place, "ljubljana", "ljubljana ljubljani"},
    {place, "maribor", "maribor mariboru"},
    {place, "bratislava", "bratislava bratislave"},
    {place, "kosice", "kosice kosiciach"},
    {place, "brno", "brno brne"},
    {place, "budapest", "budapest budapesti"},
    {place, "szeged", "szeged szegedi"},
    {place, "debrecen", "debrecen debreceni"},
    {place, "pecs", "pecs pecsi"},
    {place, "helsinki", "helsinki helsingin helsingfors"},
    {place, "turku", "turku turun abo"},
    {place, "tampere", "tampere tampereen"},
    {place, "oulu", "oulu oulun"},
    {place, "tallinn", "tallinn tallinna"},
    {place, "tartu", "tartu tartu's"},
    {place, "riga", "riga rigas"},
    {place, "vilnius", "vilnius vilniaus"},
    {place, "kaunas", "kaunas kauno"},
    {place, "sofia", "sofia sofiya sofiyski"},
    {place, "istanbul", "istanbul constantinople"},
    {place, "bremen", "bremen bremer"},
    {place, "hamburg", "hamburg hamburger"},
    {place, "berlin", "berlin berliner"},
    {place, "lower", "lower nieder niederosterreich basse"},
});

constexpr std::string_view kEmptyWords =
    "the of and for in at on to by with from its a an an de la le les des du d l et pour en au aux "
    "sur der die "
    "das den dem und fur von vom zu zur zum im am bei y e el los las del al por para con o os as "
    "do da dos das "
    "no na ao i di della delle dello dei degli dell per il lo gli nel nella sul van het een voor "
    "ter te och for "
    "av i pa til og af ved w z ze dla oraz im imienia na pro v ve s se a pre si din pentru cel din "
    "lui un una "
    "kai tis tou ton ti gia sti stin ja es un u ob ir ve";

// Words that stand at the end of compounds; none that begins with "h", which is silent there.
constexpr std::string_view kHeads =
    "universitat universitet universiteit universitetet schule "
    "institut institutet zentrum centrum "
    "gesellschaft verband kammer ministerium krankenhaus klinikum gymnasium akademie "
    "stiftung kommune kommun museum "
    "yliopisto keskus laitos egyetem intezet kozpont sairaala ziekenhuis sjukhus skolan skolen "
    "skole schulen forening forbund "
    "bibliothek laboratorium anstalt";

template <class Visit>
void for_each_word(std::string_view words, Visit visit) {
  for (const auto part : std::views::split(words, ' ')) {
    const std::string_view word(part.begin(), part.end());
    if (!word.empty()) visit(word);
  }
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string sound;
  sound.reserve(word.size());
  const auto put = [&](char c) {
    if (sound.empty() || sound.back() != c || (c >= '0' && c <= '9')) sound += c;
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    const bool is_umlaut = next == 'e' && (c == 'a' || c == 'o' || c == 'u');
    const bool is_one_sound =
        (is_umlaut && word.size() > 3) || ((c == 's' || c == 'c') && next == 'z');
    if (is_one_sound) {
      put(c);
      ++i;
    } else if (c == 'o' && next == 'u') {
      put('u');
      ++i;
    } else if (c == 'p' && next == 'h') {
      put('f');
      ++i;
    } else if (c == 'q' && next == 'u') {
      put('c');
      ++i;
    } else if (c == 'k' || c == 'q') {
      put('c');
    } else if (c == 'y' || c == 'j') {
      put('i');
    } else if (c == 'w') {
      put('v');
    } else if (c == 'z') {
      put('s');
    } else if (c == 'h' && i > 0) {
      // silent: "th" is t, "ch" is c, "Anhalt" and "Analt" are compared alike
    } else {
      put(c);
    }
  }
  return sound;
}

InstitutionLexicon::InstitutionLexicon() {
  names_.reserve(kEntries.size());
  for (const auto& entry : kEntries) {
    const Concept concept_of_entry{static_cast<std::uint16_t>(names_.size()), entry.kind};
    names_.push_back(entry.name);
    for_each_word(entry.words, [&](std::string_view word) {
      concepts_.try_emplace(sound_of(word), concept_of_entry);
    });
  }
  for_each_word(kEmptyWords, [&](std::string_view word) { empty_words_.insert(sound_of(word)); });
  for_each_word(kHeads, [&](std::string_view word) { heads_.push_back(sound_of(word)); });
  std::ranges::sort(heads_, [](const std::string& one, const std::string& other) {
    return one.size() > other.size();
  });
}

std::optional<Concept> InstitutionLexicon::concept_of(std::string_view sound) const {
  const auto found = concepts_.find(std::string(sound));
  return found == concepts_.end() ? std::nullopt : std::optional(found->second);
}

bool InstitutionLexicon::is_empty_word(std::string_view sound) const {
  return empty_words_.contains(std::string(sound));
}

std::size_t InstitutionLexicon::compound_head(std::string_view sound) const {
  constexpr std::size_t kLeastBefore = 3;  // letters before the head
  for (const auto& head : heads_) {
    if (sound.size() >= head.size() + kLeastBefore && sound.ends_with(head)) return head.size();
  }
  return 0;
}

}  // namespace tributary::catalogue
