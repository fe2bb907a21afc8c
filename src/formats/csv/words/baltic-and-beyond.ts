/**
 * Column names in Lithuanian, Latvian, Estonian, Hungarian, Greek, Turkish, Azerbaijani, Albanian,
 * Georgian and Armenian.
 */
import type { HeaderPhrases } from '../roles.ts';

export const balticPhrases = {
  booking:
    'data, operacijos data, įvykdymo data, atlikimo data, įrašymo data, mokėjimo data, operacijos data ir laikas, apskaitos data, data ir laikas, datums, darījuma datums, grāmatošanas datums, operācijas datums, maksājuma datums, iegrāmatošanas datums, datums un laiks, transakcijas datums, kuupäev, tehingu kuupäev, kande kuupäev, makse kuupäev, kuupäev kellaaeg, kandepäev, operatsiooni kuupäev',
  value: 'valiutavimo data, lėšų įskaitymo data, valutēšanas datums, vērtības datums, väärtuspäev, väärtuskuupäev',
  time: 'laikas, laiks, kellaaeg, aeg',
  account:
    'sąskaitos nr, sąskaitos numeris, kliento sąskaita, mano sąskaita, klienta konts, konta numurs, mans konts, kliendi konto, kliendi kontonumber, minu konto, kliento sąskaitos nr',
  accountMaybe:
    'sąskaita, konts, konta nr, konto, konto nr, kontonumber, kortelės numeris, kartes numurs, kaardi number',
  accountName:
    'sąskaitos savininkas, sąskaitos pavadinimas, konta īpašnieks, konta nosaukums, konto omanik, konto nimi, kliendi nimi',
  otherAccount:
    'gavėjo sąskaita, gavėjo mokėtojo sąskaita, mokėtojo gavėjo sąskaita, korespondento sąskaita, mokėtojo arba gavėjo sąskaita, partnerio sąskaita, sąskaita gavėjo mokėtojo, partnera konts, saņēmēja maksātāja konts, maksātāja saņēmēja konts, saņēmēja konts, darījuma partnera konts, partnera konta numurs, saaja maksja konto, maksja saaja konto, saaja konto, partneri konto, teise poole konto, saaja maksja kontonumber, vastaskonto',
  otherName:
    'gavėjas, mokėtojas gavėjas, gavėjas mokėtojas, mokėtojo arba gavėjo pavadinimas, gavėjo mokėtojo pavadinimas, korespondentas, partneris, gavėjo pavadinimas, mokėtojas arba gavėjas, kita šalis, saņēmējs maksātājs, maksātājs saņēmējs, saņēmējs, partneris nosaukums, darījuma partneris, partnera nosaukums, saņēmēja maksātāja nosaukums, vārds, saaja maksja, maksja saaja, saaja maksja nimi, saaja, saaja nimi, partner, teine pool, saaja või maksja, partneri nimi, maksja saaja nimi',
  otherBank:
    'kredito įstaigos swift kodas, kredito įstaigos pavadinimas, banko kodas, gavėjo bankas, bankas, partnera banka, bankas kods, saņēmēja banka, panga kood, saaja pank, saaja maksja pank, pank, bic kood',
  amount:
    'suma, suma eur, operacijos suma, sumos, summa, summa eur, darījuma summa, maksājuma summa, tehingu summa, kande summa, makse summa',
  ownAmount: 'suma sąskaitos valiuta, suma ekvivalentas eur, summa konta valūtā, summa konto valuutas',
  ownCurrency: 'sąskaitos valiuta, konta valūta, konto valuuta',
  debit:
    'debetas, išlaidos, nurašyta, debeto suma, išmokėta, debets, izdevumi, izejošie, norakstīts, deebet, väljaminek, kulud, väljamakse, debeto apyvarta',
  credit:
    'kreditas, pajamos, įskaityta, kredito suma, įplaukos, kredīts, ieņēmumi, ienākošie, ieskaitīts, kreedit, sissetulek, tulud, laekumine, kredito apyvarta',
  sign: 'd k, debetas kreditas, debeto kredito požymis, k d, debets kredīts, d c, deebet kreedit, deebet kreedit d c, deebet kreedit d k, operācijas veids d k, tipas d k',
  currency: 'valiuta, operacijos valiuta, valūta, darījuma valūta, valuuta, tehingu valuuta',
  balance:
    'likutis, balansas, likutis po operacijos, sąskaitos likutis, atlikums, bilance, atlikums pēc darījuma, konta atlikums, jääk, saldo, jääk pärast tehingut, konto jääk, lõppsaldo',
  fee: 'komisinis mokestis, mokestis, komisiniai, komisija, komisijas maksa, teenustasu, tasu',
  originalAmount:
    'suma originalia valiuta, pradinė suma, oriģinālā summa, summa oriģinālvalūtā, originaalsumma, algne summa',
  originalCurrency: 'pradinė valiuta, oriģinālā valūta, originaalvaluuta, algne valuuta',
  status: 'būsena, statusas, statuss, staatus, olek',
  type: 'operacijos tipas, tipas, transakcijos tipas, įrašo tipas, transakcijos kodas, operacijos kodas, mokėjimo tipas, ieraksta tips, transakcijas tips, darījuma veids, tips, darījuma tips, tehingu tüüp, tüüp, reatüüp, tehingu liik, makse tüüp, makse liik',
  text: 'paaiškinimai, paaiškinimas, mokėjimo paskirtis, paskirtis, operacijos paskirtis, aprašymas, pastabos, detalės, informacija, informācija saņēmējam, maksājuma mērķis, apraksts, detaļas, darījuma apraksts, piezīmes, maksājuma detaļas, informācija, selgitus, tehingu selgitus, kirjeldus, makse selgitus, märkused',
  reference:
    'įrašo nr, dok nr, dokumento nr, nuoroda, operacijos numeris, transakcijos nr, įmokos kodas, ieraksta nr, dokumenta numurs, arhīva kods, atsauce, darījuma nr, dokumenta nr, viitenumber, arhiveerimistunnus, dokumendi number, tehingu number, viide, kande number, dokumendi nr, arhīva numurs',
  endToEnd: 'mokėjimo id, unikalus mokėjimo kodas, maksājuma id',
  fromAccount: 'mokėtojo sąskaita, maksātāja konts, maksja konto, siuntėjo sąskaita, nosūtītāja konts',
  toAccount: 'lėšų gavėjo sąskaita, saaja kontonumber iban',
  fromName: 'mokėtojas, maksātājs, maksja, siuntėjas, mokėtojo pavadinimas, nosūtītājs',
  toName: 'lėšų gavėjas',
  ignored:
    'kliento kodas, kliento kodas mokėtojo is, pradinis mokėtojas, galutinis gavėjas, dokumento data, kursas, kurss, isikukood või registrikood, mokėtojo arba gavėjo identifikacinis kodas, reg kods, registrikood, adresas, adrese',
} as const satisfies HeaderPhrases;

export const hungarianPhrases = {
  booking:
    'dátum, könyvelés dátuma, könyvelési dátum, könyvelés napja, könyvelési nap, tranzakció dátuma, tranzakció időpontja, művelet dátuma, tranzakció dátuma és ideje, terhelés jóváírás dátuma, könyvelve, teljesítés dátuma, időpont, dátum és idő, tranzakció ideje, forgalom dátuma, vásárlás dátuma, könyvelés időpontja',
  value: 'értéknap, értéknap dátuma, értékdátum, értéknapja',
  time: 'idő, tranzakció időpontja óra, óra',
  account:
    'könyvelési számla, saját számla, saját számlaszám, ügyfél számlaszáma, könyvelési számlaszám, számlatulajdonos számlaszáma, saját számla száma',
  accountMaybe: 'számlaszám, számla, iban számlaszám, kártyaszám, kártya, bankszámlaszám, számla száma',
  accountName:
    'számla elnevezése, könyvelési számla elnevezése, számlatulajdonos, számla neve, saját számla neve, számlatulajdonos neve',
  otherAccount:
    'partner számlaszáma, ellenoldali számlaszám, ellenszámla, partner számla, ellenoldali számla, partner bankszámlaszáma, partner iban, kedvezményezett számlaszáma, másik fél számlaszáma, partner számla száma, ellenpartner számlaszáma, kedvezményezett küldő számlaszáma, ellenszámlaszám',
  otherName:
    'partner neve, partner elnevezése, partner, ellenoldali név, ellenpartner neve, kedvezményezett neve, küldő kedvezményezett, másik fél neve, ellenoldal neve, kedvezményezett küldő, partner név, feladó kedvezményezett, ellenoldali ügyfél neve',
  otherBank: 'partner bank, partner bankja, bank neve',
  merchant: 'kereskedő, elfogadóhely, kereskedő neve, elfogadó neve',
  city: 'város, hely, elfogadóhely városa',
  amount:
    'összeg, tranzakció összege, forgalom, forgalom összege, könyvelt összeg, összeg huf, összeg ft, értéke, művelet összege, terhelés jóváírás összege, összege, terhelés vagy jóváírás',
  ownAmount: 'összeg a számla devizanemében, számla devizanemében összeg, könyvelt összeg számla devizanemében',
  ownCurrency: 'számla devizaneme, számla deviza, könyvelés devizaneme',
  debit: 'terhelés, terhelések, kiadás, kiadások, terhelés összege, tartozik, kifizetés, költés, terhelt összeg',
  credit: 'jóváírás, jóváírások, bevétel, bevételek, jóváírás összege, követel, befizetés, jóváírt összeg',
  sign: 't j, tj, terhelés jóváírás, jóváírás terhelés, terhelés jóváírás t j, irány, tranzakció iránya, előjel, bejövő kimenő, terhelés jóváírás jelzés, tartozik követel',
  currency: 'deviza, összeg devizaneme, devizanem, pénznem, valuta, tranzakció devizaneme, devizaneme',
  balance:
    'egyenleg, könyvelt egyenleg, számlaegyenleg, záró egyenleg, egyenleg a tranzakció után, aktuális egyenleg, könyvelés utáni egyenleg, új egyenleg',
  fee: 'díj, jutalék, költség, díjak',
  originalAmount: 'eredeti összeg, összeg eredeti devizában, tranzakció eredeti összege, külföldi összeg, devizaösszeg',
  originalCurrency: 'eredeti deviza, eredeti devizanem, eredeti pénznem',
  status: 'státusz, állapot, tranzakció státusza',
  type: 'tranzakció típusa, típus, művelet típusa, forgalom típusa, tranzakció, jogcím, műveletkód, kategória, tranzakció jellege, típusa, művelet, esemény, tranzakciótípus, forgalomtípus',
  text: 'közlemény, megjegyzés, leírás, közlemények, tranzakció leírása, részletek, üzenet, megnevezés, kiegészítő adatok, közlemény 1, könyvelési információk, tranzakció közleménye, egyéb adatok',
  reference:
    'azonosító, tranzakció azonosító, tranzakció azonosítója, hivatkozás, bizonylatszám, referenciaszám, banki azonosító, kivonatszám, tranzakció száma, művelet azonosító, egyedi azonosító, sorszám, banki referencia',
  fromAccount: 'küldő számlaszáma, terhelendő számla, fizető számlaszáma, terhelt számla, indító számla',
  toAccount: 'fogadó számla, jóváírandó számla, fogadó számlaszáma, címzett számlaszáma',
  fromName: 'küldő, küldő neve, feladó, feladó neve, fizető fél, fizető neve',
  toName: 'kedvezményezett, címzett, fogadó neve',
  ignored: 'árfolyam, rendelkezésre álló egyenleg, adószám, cím',
} as const satisfies HeaderPhrases;

export const greekPhrases = {
  booking:
    'ημερομηνία, ημ νία, ημερομηνία συναλλαγής, ημ νία συναλλαγής, ημερ κίνησης, ημερομηνία κίνησης, ημερομηνία καταχώρησης, ημερομηνία καταχώρισης, ημερομηνία λογιστικής, ημ νία κίνησης, ημερομηνία και ώρα, ημερ συναλλαγής, ημερομηνία εκτέλεσης, λογιστική ημερομηνία, ημ κίνησης, ημ συναλλαγής, ημνία',
  value:
    'ημερομηνία αξίας, ημερομηνία valeur, ημ νία αξίας, ημ νία valeur, αξία, τοκοφόρος ημερομηνία, βαλέρ, ημερομηνία τοκισμού, ημ αξίας',
  time: 'ώρα, ώρα συναλλαγής',
  account: 'λογαριασμός μου, αριθμός λογαριασμού πελάτη, λογαριασμός πελάτη',
  accountMaybe: 'λογαριασμός, αρ λογαριασμού, αριθμός λογαριασμού, αριθμός κάρτας, κάρτα',
  accountName: 'δικαιούχος λογαριασμού, όνομα λογαριασμού',
  otherAccount:
    'λογαριασμός αντισυμβαλλόμενου, λογαριασμός δικαιούχου, iban αντισυμβαλλόμενου, λογαριασμός αντισυμβαλλομένου, iban δικαιούχου, αριθμός λογαριασμού αντισυμβαλλόμενου',
  otherName:
    'όνομα αντισυμβαλλόμενου, δικαιούχος, ονοματεπώνυμο αντισυμβαλλόμενου, αντισυμβαλλόμενος, όνομα δικαιούχου, εντολέας δικαιούχος, επωνυμία, ονοματεπώνυμο, όνομα αντισυμβαλλομένου',
  otherBank: 'τράπεζα, τράπεζα αντισυμβαλλόμενου',
  merchant: 'έμπορος, κατάστημα αγοράς',
  city: 'πόλη, τόπος',
  amount: 'ποσό, ποσό συναλλαγής, ποσό ευρώ, ποσό σε ευρώ, ποσό eur, ποσό κίνησης',
  ownAmount: 'ποσό σε νόμισμα λογαριασμού, ποσό στο νόμισμα λογαριασμού',
  debit: 'χρέωση, χρεώσεις, ποσό χρέωσης, ανάληψη, αναλήψεις, έξοδα, χρέωση ευρώ',
  credit: 'πίστωση, πιστώσεις, ποσό πίστωσης, κατάθεση, καταθέσεις, έσοδα, πίστωση ευρώ',
  sign: 'χρέωση πίστωση, πρόσημο, πρόσημο ποσού, χ π, πίστωση χρέωση, είδος κίνησης χ π',
  currency: 'νόμισμα, νόμισμα συναλλαγής, κωδικός νομίσματος',
  balance:
    'υπόλοιπο, λογιστικό υπόλοιπο, προοδευτικό υπόλοιπο, υπόλοιπο μετά τη συναλλαγή, νέο υπόλοιπο, υπόλοιπο λογαριασμού, τρέχον υπόλοιπο',
  fee: 'έξοδα συναλλαγής, προμήθεια, προμήθειες',
  originalAmount: 'αρχικό ποσό, ποσό σε ξένο νόμισμα',
  originalCurrency: 'αρχικό νόμισμα, ξένο νόμισμα',
  status: 'κατάσταση',
  type: 'είδος εργασίας, τύπος συναλλαγής, κατηγορία, είδος συναλλαγής, συναλλαγή, είδος κίνησης, κανάλι, τύπος',
  text: 'αιτιολογία, περιγραφή, περιγραφή συναλλαγής, σχόλια, πληροφορίες, λεπτομέρειες, περιγραφή κίνησης, αιτιολογία συναλλαγής, επιπλέον πληροφορίες, σχόλια πελάτη',
  reference: 'αριθμός αναφοράς, αρ συναλλαγής, αριθμός συναλλαγής, α α, κωδικός συναλλαγής, αναφορά, αρ αναφοράς',
  ignored: 'κατάστημα, διαθέσιμο υπόλοιπο, ισοτιμία',
} as const satisfies HeaderPhrases;

export const turkicPhrases = {
  booking:
    'tarih, işlem tarihi, işlem tarihi saati, işlem tarih saat, tarih saat, muhasebe tarihi, kayıt tarihi, hareket tarihi, fiş tarihi, işlem zamanı, tarih ve saat, ödeme tarihi, tarix, əməliyyat tarixi, əməliyyatın tarixi, tarix və saat',
  value: 'valör, valör tarihi, valor tarihi, valyutlaşma tarixi',
  time: 'saat, işlem saati, zaman, vaxt',
  account: 'hesabım, kendi hesap no, müşteri hesap no',
  accountMaybe: 'hesap no, hesap, hesap numarası, kart no, kart numarası, hesab, hesab nömrəsi, kart nömrəsi',
  accountName: 'hesap adı, hesap sahibi, hesab adı',
  otherAccount:
    'karşı hesap, karşı hesap no, karşı iban, karşı hesap iban, karşı taraf iban, karşı taraf hesap no, alıcı hesap, alıcı iban, alıcı hesap no, alıcı gönderen iban, gönderen alıcı hesap, gönderen alıcı iban, qarşı tərəfin hesabı, müxbir hesab, karşı hesap numarası',
  otherName:
    'alıcı gönderen, gönderen alıcı, karşı taraf, karşı hesap sahibi, karşı hesap isim, karşı taraf adı, unvan, alıcı adı, gönderen alıcı adı, karşı hesap adı, alıcı ünvanı, ad soyad, karşı taraf unvan, qarşı tərəf, alan göndərən, karşı hesap ad soyad unvan, alıcı gönderen adı',
  otherBank: 'karşı banka, banka, banka adı, alıcı banka, karşı banka adı',
  merchant: 'işyeri, üye işyeri, işyeri adı, iş yeri',
  city: 'şehir, il',
  amount:
    'tutar, işlem tutarı, tutar tl, işlem tutarı tl, miktar, hareket tutarı, meblağ, tutarı, məbləğ, əməliyyatın məbləği, məbləğ azn, tutar try',
  ownAmount: 'hesap para birimi tutarı, hesap döviz tutarı, kartın valyutasında məbləğ',
  debit:
    'borç, borç tutarı, çekilen, giden, çıkan, gider, harcama, çekilen tutar, ödenen, giden tutar, borç tl, məxaric, çıxış, çıkış, debet',
  credit:
    'alacak, alacak tutarı, yatırılan, gelen, giren, gelir, yatırılan tutar, gelen tutar, alacak tl, mədaxil, giriş, kredit',
  sign: 'borç alacak, b a, borç alacak göstergesi, alacak borç, a b, yön, giriş çıkış, işlem yönü, artı eksi',
  currency: 'para birimi, döviz cinsi, döviz kodu, döviz, hesap para birimi, valyuta, birim, hesap döviz cinsi, pb',
  balance:
    'bakiye, işlem sonrası bakiye, kalan bakiye, son bakiye, bakiye tl, güncel bakiye, kalan, qalıq, balans, bakiye tutarı, işlem sonu bakiye, hesap bakiyesi',
  fee: 'komisyon, masraf, ücret, komissiya',
  originalAmount:
    'orijinal tutar, döviz tutarı, yabancı para tutarı, orijinal işlem tutarı, əməliyyat valyutasında məbləğ',
  originalCurrency: 'orijinal para birimi, işlem para birimi, işlem döviz cinsi',
  status: 'durum, işlem durumu',
  type: 'işlem, işlem türü, işlem tipi, kanal, tür, hareket tipi, işlem kodu, kategori, işlem adı, işlem kanalı, əməliyyat, əməliyyatın növü, işlem kanal, etiket',
  text: 'açıklama, işlem açıklaması, açıklamalar, detay, detaylar, not, ek açıklama, işlem detayı, təyinat, ödənişin təyinatı, təsvir, açıqlama, müşteri açıklaması, işlem detayları',
  reference:
    'dekont no, referans, referans no, fiş no, işlem no, dekont, referans numarası, işlem numarası, sıra no, makbuz no, fiş dekont no, sənəd nömrəsi, dekont numarası, işlem referansı',
  fromAccount: 'gönderen hesap, gönderen iban, gönderen hesap no, borçlu hesap, göndərən hesab',
  toAccount: 'alacaklı hesap, alan hesap, alan iban, alan hesab',
  fromName: 'gönderen, gönderen adı, gönderici, göndərən, gönderen ad soyad',
  toName: 'alıcı, alan adı, alacaklı, lehdar',
  ignored: 'kullanılabilir bakiye, kur, şube, şube kodu, vergi no, tckn, kullanılabilir limit',
} as const satisfies HeaderPhrases;

export const albanianCaucasianPhrases = {
  booking:
    'data e transaksionit, data e veprimit, data transaksionit, data e kontabilizimit, data e ekzekutimit, data e regjistrimit, data ekzekutimit, თარიღი, ტრანზაქციის თარიღი, ოპერაციის თარიღი, გატარების თარიღი, ամսաթիվ, գործարքի ամսաթիվ, գործարքի ամսաթիվը, օր',
  value: 'data valutë, data e valutës, data valute, ღირებულების თარიღი, արժեքի ամսաթիվ',
  account: 'llogaria ime, numri i llogarisë, llogaria e klientit, ჩემი ანგარიში',
  accountMaybe: 'llogaria, llogari, nr llogarisë, karta nr, ანგარიში, ანგარიშის ნომერი, հաշիվ, հաշվեհամար, հաշվի համար',
  otherAccount:
    'llogaria e përfituesit, llogaria e palës tjetër, llogaria përfituesit, iban përfituesi, პარტნიორის ანგარიში, მიმღების ანგარიში, მიმღების ანგარიშის ნომერი, թղթակցային հաշիվ, ստացողի հաշիվ, թղթակից հաշիվ',
  otherName:
    'përfituesi, përfituesi dërguesi, dërguesi përfituesi, pala tjetër, emri i përfituesit, emri, emri i palës tjetër, პარტნიორი, მიმღები, პარტნიორის დასახელება, მიმღების დასახელება, ստացող, ստացող վճարող, վճարող ստացող, գործընկեր',
  amount:
    'shuma, vlera, shuma e transaksionit, shuma lek, shuma në lekë, shuma eur, თანხა, თანხა gel, გატარების თანხა, ოპერაციის თანხა, գումար, գործարքի գումար, գումարը',
  debit:
    'debi, debitim, dalje, dalje debi, shpenzime, shuma debi, დებეტი, გასული თანხა, გასავალი, დებეტი თანხა, դեբետ, ելք, ծախս',
  credit:
    'kredi, kreditim, hyrje, hyrje kredi, të ardhura, shuma kredi, კრედიტი, შემოსული თანხა, შემოსავალი, კრედიტი თანხა, կրեդիտ, մուտք, եկամուտ',
  sign: 'debi kredi, kredi debi, hyrje dalje, დებეტი კრედიტი, դեբետ կրեդիտ',
  currency: 'monedha, valuta e llogarisë, ვალუტა, արժույթ, տարադրամ',
  balance:
    'balanca, gjendja, teprica, gjendja e llogarisë, balanca pas transaksionit, bilanci, ნაშთი, ბალანსი, ნაშთი ოპერაციის შემდეგ, მიმდინარე ნაშთი, մնացորդ, հաշվեկշիռ',
  fee: 'komisioni, tarifa, საკომისიო, միջնորդավճար',
  status: 'statusi, gjendja e transaksionit, სტატუსი, կարգավիճակ',
  type: 'lloji, tipi, lloji i transaksionit, lloji i veprimit, ოპერაციის ტიპი, ტრანზაქციის ტიპი, ტიპი, տեսակ, գործարքի տեսակ',
  text: 'përshkrimi, pershkrimi, detajet, përshkrimi i transaksionit, qëllimi i pagesës, komenti, shënime, arsyeja, დანიშნულება, გადახდის დანიშნულება, ოპერაციის შინაარსი, აღწერა, დამატებითი ინფორმაცია, ოპერაციის აღწერა, նպատակ, վճարման նպատակ, նկարագրություն, մեկնաբանություն',
  reference:
    'referenca, numri i referencës, nr referencës, numri i transaksionit, nr transaksionit, დოკუმენტის ნომერი, საბუთის ნომერი, ტრანზაქციის id, փաստաթղթի համար, գործարքի համար',
  fromAccount: 'llogaria e dërguesit, გამგზავნის ანგარიში, վճարողի հաշիվ',
  fromName: 'dërguesi, emri i dërguesit, urdhëruesi, გამგზავნი, վճարող',
  toName: 'marrësi, ბენეფიციარი',
  ignored: 'kursi, კურსი, փոխարժեք',
} as const satisfies HeaderPhrases;
