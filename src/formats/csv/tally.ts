/**
 * Numbers the records of a file, and keeps apart what is no record: blank lines, the header again,
 * totals and footers. A short line without a date is doubtful: dropped where no row follows it,
 * else it was a bad record.
 */
import type { EntrySink } from '../format.ts';
import { foldHeader } from './header-words.ts';

const FOOTER =
  /^(total|totals|grand total|sum|summe|gesamt|gesamtsumme|zwischensumme|saldo|\w+ ?saldo|kontostand|(closing|opening|ending) balance|balance|somme|totaux|solde|suma|sumas|razem|totale|totali|saldi|totaal|itogo|vsego|sold|podsumowanie|apyvarta|likutis|apgrozijums|atlikums|jaak|kaive|kokku|kopa|is viso|zustatek|zostatok|obrat|obraty|celkem|spolu|osszesen|egyenleg|toplam|bakiye|yhteensa|i alt|totalt|stanje|ukupno|skupaj|ostatok|oborot|obshcho|zalyshok|vsogo|synolo|ypoloipo|gjendja|end of|ende|fin|number of|anzahl|nombre de|liczba|(posted|pending|recent|processed|settled|cleared) transactions|created|erstellt|generated|printed)\b/;

/** Words of a total or a balance at the start of a line. */
export function isTotal(text: string): boolean {
  return FOOTER.test(foldHeader(text));
}

/** A record that looks like a footer. */
export interface Doubtful {
  readonly record: number;
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

export class Tally {
  /** Records met so far, kept or not. */
  records = 0;
  /** Footer-like records after the last row. */
  doubtful: Doubtful[] = [];
  /** Lines that their words show to be totals. */
  footers = 0;
  /** Lines that only go on with the text of the row above. */
  continuations = 0;
  /** A record was met that can be no footer. */
  hasRows = false;
  private readonly header: readonly string[];
  private readonly sink: EntrySink;

  constructor(header: readonly string[], sink: EntrySink) {
    this.header = header;
    this.sink = sink;
  }

  /** The number of a record that becomes a row. */
  row(): number {
    this.hasRows = true;
    if (this.doubtful.length > 0) this.settle();
    return ++this.records;
  }

  /** A bad record; `column` is -1 where no one field is at fault. */
  reject(line: number, column: number, reason: string): void {
    if (this.doubtful.length > 0) this.settle();
    this.hasRows = true;
    this.sink.reject(this.doubt(line, column, reason));
  }

  /** A record without a date, or with a wrong number of fields. */
  odd(cells: readonly string[], hasDay: boolean, line: number, column: number, reason: string): void {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) return;
    const { header } = this;
    if (cells.length === header.length && cells.every((cell, i) => cell.replace(/^\ufeff/, '') === header[i])) return;
    if (cells.every((cell) => /^\0*$/.test(cell))) return;
    if (!hasDay && isTotal(filled[0] ?? '')) this.footers++;
    else if (!hasDay && (cells.length < header.length || filled.length < Math.min(3, header.length))) {
      this.doubtful.push(this.doubt(line, column, reason));
    } else this.reject(line, column, reason);
  }

  private doubt(line: number, column: number, reason: string): Doubtful {
    return { record: ++this.records, line, field: this.header[column] ?? 'record', reason };
  }

  /** A row follows: what looked like a footer was bad records. */
  private settle(): void {
    for (const doubt of this.doubtful) this.sink.reject(doubt);
    this.doubtful = [];
  }
}
