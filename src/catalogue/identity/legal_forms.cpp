#include "catalogue/identity/legal_forms.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace tributary::catalogue {
namespace {

struct Kind {
  LegalForm form;
  std::string_view forms;  // between commas
};

constexpr auto kKinds = std::to_array<Kind>({
    {LegalForm::limited,
     "gmbh,ggmbh,gmbh co kg,gmbh cokg,gmbh and co kg,gmbh und co kg,mbh,gesellschaft mit "
     "beschrankter haftung,gesmbh,ges mbh,ug,"
     "sarl,sasu,sas,eurl,societe a responsabilite limitee,societe par actions "
     "simplifiee,srl,sprl,bvba,"
     "srls,societa a responsabilita limitata,srl socio unico,sl,slu,slp,sll,slne,sociedad "
     "limitada,sociedad "
     "limitada unipersonal,sociedad de responsabilidad limitada,lda,limitada,unipessoal "
     "lda,ltda,sociedade unipessoal "
     "lda,bv,besloten vennootschap,ltd,limited,private limited company,co ltd,pvt ltd,clg,company "
     "limited by "
     "guarantee,lbg,aps,anpartsselskab,oy,ou,osauhing,uab,sia,spolka z oo,sp zoo,sp z oo,spolka z "
     "ograniczona "
     "odpowiedzialnoscia,spzoo,z oo,sro,spol sro,spolecnost s rucenim omezenym,spolocnost s "
     "rucenim obmedzenym,kft,korlatolt "
     "felelossegu tarsasag,doo,jdoo,drustvo s ogranicenom odgovornoscu,druzba z omejeno "
     "odgovornostjo,ood,eood,"
     "epe,etairia periorismenis efthinis,mepe,ike,idiotiki kefalaiouchiki etaireia,monoprosopi "
     "ike,monoprosopi "
     "idiotiki kefalaiouchiki etaireia,ehf,as "
     "norge,llc,tov,inc,incorporated,corp,corporation,limited sirketi,ltd sti,sti,"
     "societate cu raspundere limitata,societa unipersonale,sociedad "
     "unipersonal,unipersonal,limited liability company"},
    {LegalForm::by_shares,
     "ag,aktiengesellschaft,se,societas europaea,sa,societe anonyme,sociedad anonima,sociedade "
     "anonima,"
     "societate pe actiuni,sau,sociedad anonima unipersonal,sa nv,nv,naamloze "
     "vennootschap,spa,societa per azioni,plc,public limited "
     "company,dac,as,aksjeselskap,asa,ab,aktiebolag,aktiebolaget,oyj,abp,oyj abp,osakeyhtio,a "
     "s,aktieselskab,spolka "
     "akcyjna,sa spolka akcyjna,akciova spolecnost,akciova spolocnost,zrt,nyrt,rt,zartkoruen "
     "mukodo reszvenytarsasag,reszvenytarsasag,dd,"
     "dionicko drustvo,delniska druzba,ad,ead,ae,aebe,avee,anonymi etaireia,anonimi "
     "etairia,aktsiaselts,hf,"
     "akcine bendrove,anonim sirketi,akcionarsko drustvo,pjsc,ojsc,jsc,joint stock "
     "company,sgps,sgps sa,sca,"
     "monoprosopi anonymi etaireia,monoprosopi ae,anonymos etaireia,sa de cv,scientific sa"},
    {LegalForm::partnership,
     "kg,kommanditgesellschaft,ohg,gbr,snc,scs,sas di,partg mbb,llp,lp,ky,ks,kda,sp j,spj,spolka "
     "jawna,sp k,spk,"
     "spolka komandytowa,vos,kd,oe,ee,sc,spolka cywilna,ofene "
     "handelsgesellschaft,cv,vof,bt,pc,societe civile,cb,comunidad de bienes,ans,da,komandytowa,"
     "sp zoo spk,sp zoo sp k"},
    {LegalForm::association,
     "ev,eingetragener verein,asbl,vzw,aisbl,ivzw,association sans but lucratif,vereniging zonder "
     "winstoogmerk,"
     "association internationale sans but lucratif,internationale vereniging zonder "
     "winstoogmerk,association loi 1901,onlus,aps ets,ets,odv,asd,ngo,"
     "ong,zs,oz,os,obcianske zdruzenie,zapsany spolek,obcanske sdruzeni,ops,obecne prospesna "
     "spolecnost,no,neziskova "
     "organizacia,ry,rf,mtu,vsi,viesoji istaiga,asociace,stichting,fundacion "
     "privada,npo,nfp,nonprofit kft,nonprofit "
     "korlatolt felelossegu tarsasag,kozhasznu nonprofit kft,nonprofit zrt,amke,astiki mi "
     "kerdoskopiki etaireia,civil "
     "non profit company,non profit,nirf,ideell "
     "forening,fmba,smba,fondation,ipss,cic,charity,registered charity,vo,ry rf,gug,udruga"},
    {LegalForm::cooperative,
     "eg,egen,scop,scic,sce,scarl,scrl,scpa,scpl,societa cooperativa,societa cooperativa "
     "sociale,soc coop,soc coop sociale,societa "
     "cooperativa a responsabilita limitata,coop,scoop,s coop,scoopl,s coop ltda,cooperativa "
     "sociale,sociedad "
     "cooperativa,crl,cooperativa de responsabilidade limitada,cvba,osk,amba,ek "
     "for,genossenschaft,scv,scl,scra,"
     "societa consortile,scarl scarl,societa consortile a rl,soc consortile,sccl,sociedad "
     "cooperativa limitada,cooperativa,"
     "societa consortile a responsabilita limitata,societa cooperativa scientifica,soc cons "
     "arl,scpa societa consortile per azioni,arl,societa consortile per azioni"},
    {LegalForm::public_body,
     "kdor,adr,aor,koerperschaft des oeffentlichen rechts,korperschaft des offentlichen "
     "rechts,anstalt des offentlichen rechts,stiftung "
     "des offentlichen rechts,po,prispevkova organizace,prispevkova organizacia,vvi,verejna "
     "vyzkumna instituce,verejna vyskumna "
     "institucia,npdd,nomiko prosopo dimosiou dikaiou,npid,nomiko prosopo idiotikou "
     "dikaiou,epic,epa,etablissement public,epe "
     "epa,aie,agrupacion de interes economico,gie,geie,eeig,ewiv,ipe,mp,ep,entidad publica "
     "empresarial,eingetragene genossenschaft,sm"},
});

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = from; i < from + count; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

}  // namespace

LegalForms::LegalForms() {
  for (const auto& kind : kKinds) {
    for (const auto part : std::views::split(kind.forms, ',')) {
      const std::string form(part.begin(), part.end());
      const auto words = 1 + static_cast<std::size_t>(std::ranges::count(form, ' '));
      longest_ = std::max(longest_, words);
      forms_.try_emplace(form, kind.form);
    }
  }
}

LegalForm LegalForms::take(std::vector<std::string>& words) const {
  LegalForm taken = LegalForm::none;
  const auto take_one = [&] {
    for (std::size_t count = std::min(longest_, words.size() - 1); count > 0; --count) {
      const auto end = words.size() - count;
      if (const auto found = forms_.find(joined(words, end, count)); found != forms_.end()) {
        words.resize(end);
        if (taken == LegalForm::none) taken = found->second;
        return true;
      }
      const auto first = forms_.find(joined(words, 0, count));
      if (first != forms_.end() && words.front().size() > 1) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
        if (taken == LegalForm::none) taken = first->second;
        return true;
      }
    }
    return false;
  };
  while (words.size() > 1 && take_one()) {
  }
  return taken;
}

}  // namespace tributary::catalogue
