/**
 * Invented people's names from twenty national pools of equal weight, written for this project.
 * A pool is drawn from a shuffled bag that knows nothing of roles, so no name tells anything about
 * what its bearer does: organisers, victims, decoys and neighbours all come from the same draw.
 */
import type { Random } from '../random.ts';

interface NamePool {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const pool = (given: string, family: string): NamePool => ({ given: given.split(','), family: family.split(',') });

/** Pools by an arbitrary key. */
export const NAME_POOLS: Readonly<Record<string, NamePool>> = {
  german: pool(
    'Jörg,Änne,Heike,Matthias,Käthe,Björn,Annegret,Till,Sönke,Ulrike,Lennart,Friederike',
    'Müller,Böhm,Schäfer,Weiß,Großkopf,Kühn,Vogelsang,Hülsmann,Freiherr von Tannwald,Jäger,Lüdemann,Prößdorf',
  ),
  polish: pool(
    'Łukasz,Małgorzata,Zbigniew,Agnieszka,Paweł,Bożena,Stanisław,Róża,Jędrzej,Wiesława,Michał,Żaneta',
    'Wiśniewski,Dąbek,Kaczmarczyk,Szymańczak,Gołąb,Żurawski,Piątek,Wójcicka,Ostrowska-Niedźwiedź,Kłos,Brzęczyk,Świątek',
  ),
  romanian: pool(
    'Ștefan,Ioana,Răzvan,Mădălina,Cătălin,Anișoara,Dumitru,Sânziana,Vlăduț,Țicuța,Ilie,Crenguța',
    'Popișteanu,Dăscălescu,Ștefănoiu,Mărgineanu,Țăranu,Lupașcu,Brânduș,Cojocărița,Hădărean,Vântu,Sârbulescu,Groșan',
  ),
  ukrainian: pool(
    "Oleksandr,Svitlana,Mykola,Kateryna,Bohdan,Mar'yana,Taras,Lyudmyla,Yaroslav,Solomiya,Vitaliy,Zoryana",
    "Kovalenchuk,Shevchyk,Melnychuk,Lysenkiv,Tkachuk,Hrytsenko,Zinov'yev,Bondarchyk,Savchuk,Rudenkivska,Dem'yanenko,Polishchuk",
  ),
  vietnamese: pool(
    'Minh Tuấn,Thị Hương,Quốc Bảo,Ngọc Lan,Văn Dũng,Thu Hà,Đức Thịnh,Bích Ngọc,Hải Đăng,Kim Chi,Thanh Tùng,Mỹ Duyên',
    'Nguyễn,Trần,Phạm,Hoàng,Đặng,Bùi,Đỗ,Võ,Lý,Dương,Hồ,Tôn Nữ',
  ),
  filipino: pool(
    'Jomar,Maricel,Rodrigo,Analyn,Efren,Rosalinda,Crisanto,Jhoanna,Danilo,Marites,Reynaldo,Liezel',
    'Dela Cruz,Magbanua,Santos-Reyes,Villanueva,Pangilinan,Macaraeg,Dimaculangan,Bautista,Sumulong,Catacutan,Peñaflor,Ybañez',
  ),
  nigerian: pool(
    'Chukwuemeka,Ngozi,Olúwaseun,Adaeze,Babátúndé,Ifeoma,Emeka,Folákẹ́,Uchenna,Amarachi,Táíwò,Yewande',
    'Okonkwo,Adébáyọ̀,Eze,Ògúnlẹ́yẹ,Nwachukwu,Balógun,Ibekwe,Olatunji,Ezeudu,Akíntọ́lá,Obioma,Danjuma',
  ),
  spanish: pool(
    'José Ángel,María Belén,Íñigo,Begoña,Andrés,Nuria,Jesús,Araceli,Óscar,Inés,Raúl,Concepción',
    'Ibáñez Larrañaga,Núñez,Peña,García de la Vega,Muñoz,Cañizares,Sánchez,Zúñiga,Ordóñez,Avilés,Íñiguez,Quiñones',
  ),
  brazilian: pool(
    'João Pedro,Conceição,Luís Otávio,Vitória,Antônio,Simone,Fábio,Raíssa,Gláucio,Jussara,César,Thaís',
    'Guimarães,da Conceição Araújo,Magalhães,Assunção,Falcão,Brandão,Corrêa,Simões,Leão,dos Anjos,Pinhão,Galvão',
  ),
  french: pool(
    'Aurélien,Gwenaëlle,Jérôme,Solène,Loïc,Anaïs,François,Maëlle,Théo,Hélène,Gaël,Noémie',
    "Lefèvre,d'Aubigny,Beauchêne,Desprès,L'Hermite,Géraud,Châtelain,Maréchal,Bérenger,de la Forêt,Crépin,Noël",
  ),
  italian: pool(
    'Niccolò,Letizia,Gianluca,Mariarosaria,Ruggero,Ornella,Calogero,Fiammetta,Dario,Ludovica,Ettore,Annachiara',
    "D'Agostino,Dell'Acqua,Bonfiglioli,De Santis,Sant'Angelo,Cavallaro,Pellegrini,Lo Cicero,Viganò,Mancuso,Forlì,Quattrocchi",
  ),
  turkish: pool(
    'Çağrı,Gülşen,Özgür,Şebnem,İbrahim,Tuğba,Oğuzhan,Ayşegül,Ümit,Yıldız,Emrah,Nurgül',
    'Yılmazer,Öztürkmen,Şahinoğlu,Çelikkaya,Karadağ,Gündoğdu,Büyükada,Işıkgöz,Taşdemir,Kılıçarslan,Aydınlı,Uğurlu',
  ),
  hungarian: pool(
    'Árpád,Zsófia,Lőrinc,Ágnes,Béla,Erzsébet,Gergő,Kincső,Zoltán,Piroska,Mátyás,Ildikó',
    'Szabados,Kőműves,Vörösházi,Nagykövesdi,Horváthy,Bíró,Fülöp,Gőz,Szűcs,Lőrincz,Mészárosi,Pálffyné Tóth',
  ),
  czech: pool(
    'Jiří,Markéta,Ondřej,Zdeňka,Vojtěch,Kateřina,Luboš,Šárka,Tomáš,Růžena,Bedřich,Ludmila',
    'Dvořáček,Nováčková,Říha,Šťastný,Kříž,Hřebíček,Žďárský,Čermák,Vávra,Sedláčková,Kubíček,Příhoda',
  ),
  bulgarian: pool(
    'Krasimir,Desislava,Plamen,Tsvetelina,Hristo,Zhivka,Borislav,Galina,Stoyan,Yordanka,Rumen,Milena',
    'Hadzhiev,Stoyanchev,Dimitrova-Karastoyanova,Petkov,Zhelyazkov,Yankova,Tsonev,Bozhilov,Grozdanova,Kirchev,Ivanchev,Shopova',
  ),
  irish: pool(
    "Oisín,Aoife,Pádraig,Siobhán,Ciarán,Gráinne,Seán,Niamh,D'Arcy,Róisín,Tadhg,Saoirse",
    "O'Sullivan-Byrne,Ó Murchú,McGillicuddy,O'Dwyer,Fitzmaurice,Ní Dhomhnaill,O'Hanlon,Mac Giolla Phádraig,Brosnan,O'Neill,Devaney,Kinsella",
  ),
  indian: pool(
    'Arjun,Lakshmi,Harpreet,Sunita,Venkatesh,Meenakshi,Rohit,Gurleen,Sanjay,Padmavathi,Imran,Kavitha',
    'Chatterjee,Venkataraman,Sandhu,Krishnamurthy,Bhattacharya,Iyer,Deshpande,Ramachandran,Qureshi,Thiruvengadam,Pillai,Grewal',
  ),
  ethiopian: pool(
    'Tewodros,Selamawit,Getachew,Hiwot,Dawit,Tsehay,Biniam,Mekdes,Yohannes,Aster,Kebede,Rahel',
    "Gebremariam,Tesfaye,Haileselassie,Wolde,Abebe,Gebre'egziabher,Mengistu,Bekele,Tadesse,Asfaw,Woldemichael,Desta",
  ),
  arabic: pool(
    'Youssef,Khadija,Abdelrahman,Nour,Tariq,Salma,Hicham,Amina,Mustapha,Rania,Khalid,Zeineb',
    "El-Khatib,Al-Ma'moun,Benabdallah,Haddad,Bouazizi,El Fassi,Al-Sharif,Mansouri,Ben M'Barek,Qasim,Zerhouni,Abu Diab",
  ),
  dutch: pool(
    'Sjoerd,Anneke,Thijs,Marjolein,Daniël,Renée,Joost,Fenna,Koen,Zoë,Maarten,Liesbeth',
    "van der Meulen,'t Hart,de Groot,van 't Hoff,Hoekstra,ter Braak,van den Bergh,Dijkstra,Coppens,in 't Veld,Smeets,Brouwer",
  ),
};

const POOL_KEYS: readonly string[] = Object.keys(NAME_POOLS);

export interface Name {
  readonly pool: string;
  readonly given: string;
  readonly family: string;
}

/** Draws names; a pool comes back only after all pools were drawn once. */
export class NameSource {
  private readonly random: Random;
  private bag: string[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  next(): Name {
    if (this.bag.length === 0) this.bag = this.random.shuffle(POOL_KEYS);
    return this.from(this.bag.pop() ?? 'german');
  }

  /** A relative: the same family name. */
  kin(name: Name): Name {
    return { ...this.from(name.pool), family: name.family };
  }

  private from(key: string): Name {
    const source = NAME_POOLS[key];
    if (source === undefined) throw new RangeError(`names: no pool ${key}`);
    return { pool: key, given: this.random.pick(source.given), family: this.random.pick(source.family) };
  }
}
