/**
 * Countries by the names that ledgers spell out, in English, German, French, Spanish and Italian
 * where these differ, compared folded; and by ISO 3166-1 codes of two or three letters. What is no
 * country that is listed has none: nothing is guessed.
 */
import { countryOf } from './country-code.ts';
import { foldText } from './text-words.ts';

const NAMES = `AE united arab emirates|uae|vereinigte arabische emirate|emirats arabes unis|emiratos arabes unidos|emirati arabi uniti
AF afghanistan|afganistan
AL albania|albanien|albanie|shqiperia
AM armenia|armenien|armenie
AR argentina|argentinien|argentine
AT austria|oesterreich|autriche
AU australia|australien|australie
AZ azerbaijan|aserbaidschan
BA bosnia and herzegovina|bosnia|bosnien und herzegowina|bosnie
BD bangladesh|bangladesch
BE belgium|belgien|belgique|belgica|belgio
BF burkina faso
BG bulgaria|bulgarien|bulgarie
BJ benin
BO bolivia|bolivien|bolivie
BR brazil|brasil|brasilien|bresil|brasile
BY belarus|weissrussland|bielorussie|bielorrusia
CA canada|kanada
CD democratic republic of the congo|dr congo|congo drc|rdc
CH switzerland|schweiz|suisse|suiza|svizzera
CI cote d'ivoire|cote divoire|cote d ivoire|ivory coast|elfenbeinkueste|costa de marfil|costa d'avorio
CL chile|chili|cile
CM cameroon|kamerun|cameroun|camerun
CN china|chine|cina
CO colombia|kolumbien|colombie
CR costa rica
CU cuba|kuba
CY cyprus|zypern|chypre|chipre|cipro
CZ czech republic|czechia|tschechien|republique tcheque|republica checa|repubblica ceca
DE germany|deutschland|allemagne|alemania|germania
DK denmark|daenemark|danemark|dinamarca|danimarca
DO dominican republic|dominikanische republik|republique dominicaine|republica dominicana|repubblica dominicana
DZ algeria|algerien|algerie|argelia
EC ecuador|equateur
EE estonia|estland|estonie
EG egypt|aegypten|egypte|egipto|egitto
ES spain|spanien|espagne|espana|spagna
ET ethiopia|aethiopien|ethiopie|etiopia
FI finland|finnland|finlande|finlandia
FR france|frankreich|francia
GB united kingdom|uk|great britain|england|vereinigtes koenigreich|grossbritannien|royaume-uni|royaume uni|reino unido|regno unito
GE georgia|georgien|georgie
GH ghana
GM gambia
GN guinea|guinee
GR greece|griechenland|grece|grecia
GT guatemala
HK hong kong
HN honduras
HR croatia|kroatien|croatie|croacia|croazia
HT haiti
HU hungary|ungarn|hongrie|hungria|ungheria
ID indonesia|indonesien|indonesie
IE ireland|irland|irlande|irlanda
IL israel
IN india|indien|inde
IQ iraq|irak
IR iran
IS iceland|island|islande
IT italy|italien|italie|italia
JM jamaica|jamaika|jamaique
JO jordan|jordanien|jordanie
JP japan|japon|giappone
KE kenya|kenia
KG kyrgyzstan|kirgisistan
KH cambodia|kambodscha|cambodge|camboya
KM comoros|komoren|comores
KR south korea|suedkorea|coree du sud
KW kuwait
KZ kazakhstan|kasachstan
LA laos
LB lebanon|libanon|liban
LK sri lanka
LR liberia
LT lithuania|litauen|lituanie|lituania
LU luxembourg|luxemburg
LV latvia|lettland|lettonie|letonia|lettonia
LY libya|libyen|libye
MA morocco|marokko|maroc|marruecos|marocco
MD moldova|moldau|moldawien|moldavie|moldavia
ME montenegro
MG madagascar|madagaskar
MK north macedonia|nordmazedonien|macedonia
ML mali
MM myanmar|burma
MN mongolia|mongolei
MT malta|malte
MU mauritius
MX mexico|mexiko|mexique|messico
MY malaysia|malaisie
NE niger
NG nigeria
NI nicaragua
NL netherlands|the netherlands|niederlande|pays-bas|pays bas|paises bajos|paesi bassi|holland
NO norway|norwegen|norvege|noruega|norvegia
NP nepal
NZ new zealand|neuseeland
PA panama
PE peru|perou
PH philippines|philippinen|filipinas|filippine
PK pakistan
PL poland|polen|pologne|polonia|polska
PT portugal|portogallo
PY paraguay
QA qatar|katar
RO romania|rumaenien|roumanie|rumania
RS serbia|serbien|serbie
RU russia|russian federation|russland|russie|rusia
SA saudi arabia|saudi-arabien|arabie saoudite|arabia saudita
SE sweden|schweden|suede|suecia|svezia
SG singapore|singapur
SI slovenia|slowenien|slovenie|eslovenia
SK slovakia|slowakei|slovaquie|eslovaquia|slovacchia
SN senegal
SO somalia
SV el salvador
SY syria|syrien|syrie
TG togo
TH thailand|thailande|tailandia
TJ tajikistan|tadschikistan
TM turkmenistan
TN tunisia|tunesien|tunisie|tunez
TR turkey|turkiye|tuerkei|turquie|turquia|turchia
TZ tanzania|tansania
UA ukraine|ucrania|ucraina
UG uganda|ouganda
US united states|united states of america|usa|vereinigte staaten|etats-unis|etats unis|estados unidos|stati uniti
UY uruguay
UZ uzbekistan|usbekistan
VE venezuela
VN vietnam|viet nam
XK kosovo
YE yemen|jemen
ZA south africa|suedafrika|afrique du sud|sudafrica
ZM zambia|sambia
ZW zimbabwe|simbabwe`;

const codes = new Map<string, string>();
for (const line of NAMES.split('\n')) {
  for (const name of line.slice(3).split('|')) codes.set(name, line.slice(0, 2));
}

/** Two capitals, or '' for what is no country that is known. */
export function countryNamed(text: string): string {
  const folded = foldText(text).trim().replace(/\s+/g, ' ');
  // UK is no code of ISO 3166-1, though banks write it.
  return codes.get(folded) ?? countryOf(text);
}
