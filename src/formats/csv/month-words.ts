/** Months by their names and abbreviations, folded, in the languages that column names are known in. */
import { foldText } from '../text-words.ts';

/** Beginnings of names; the longest that fits holds (`lipca` is July, `lipnja` June). */
const MONTHS = [
  'jan janv jaan jaen ene gen ian sty yan yanv sij led ledn tammi oca sausi sich',
  'feb fev fevr fevral lut lyut liut velj unor veebr helmi sub shkurt vasari fev',
  'mar mrz maerz mars mrt maart mart marz marec brez bere ozuj maalis kov marc',
  'apr avr abr kwi dub kvit travnj travanj huhti nis baland prill',
  'may mai mag mei maj mayo maya svib kvet trav touko geguz maggio maijs mayis',
  'jun juin giu iun cze iyun yuni cerven cervn cherv lipnj lipanj kesa kesae haz birzel qersh ioun ioyn juun',
  'jul juil lug iul lip iyul yuli cervenec cervenc srpanj srpnj heina heinae tem liep korrik ioul ioyl juul',
  'aug aou aout ago sie avg srpen srpn serp kolovoz elo agu rugpj gusht ayg avgoust agost',
  'sep sept set wrz sent septem zari veres rujan rujn syys eyl rugsej shtator szept',
  'oct okt ott paz out rij zhovt loka eki spal tetor oktom',
  'nov lis listopad noy noya noi stud marras kas lapkri nentor noem noe',
  'dec dez dic gru dek prosin des joulu ara gruod dhjet',
].map((names) => names.split(' '));

/** The month of a word such as `Feb.`, `März` or `février`, else 0. */
export function monthOf(word: string): number {
  const folded = foldText(word).replace(/[^a-z]/g, '');
  if (folded.length < 3) return 0;
  let best = 0;
  let length = 0;
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names) {
      if (name.length > length && folded.startsWith(name)) {
        best = index + 1;
        length = name.length;
      }
    }
  }
  return best;
}
