/**
 * How a statement row's money moved and who stands on the other side: the account where one is
 * given, else the merchant of a card row, cash, the bank itself for fees and interest, else the
 * bare name. What the bank does not say stays unknown.
 */
import { BANK_END, CASH_END, UNKNOWN_END, type EndId } from '../end-table.ts';
import { channelCode } from '../entry-columns.ts';
import type { EntrySink } from '../format.ts';
import { REVERSAL_BIT, channelOfText, channelOfType } from './channel-words.ts';
import type { EndReader } from './end-reader.ts';
import { FieldMemo } from './memo.ts';
import type { CsvPlan } from './plan.ts';
import type { TextOf } from './sample.ts';

const CASH = channelCode.cash;
const CASH_MACHINE = channelCode['cash-machine'];
const CARD_PRESENT = channelCode['card-present'];
const CARD_ABSENT = channelCode['card-absent'];
const TERMINAL =
  /\b(?:terminal|term|tid|gaa|atm|automat|geldautomat|bankomat|machine)\.?\s*(?:id|nr|no|number)?\.?\s*[:#]?\s*(\d{3,12})\b/i;

const CARD_WORDS =
  /^(card (payment|purchase)( to)?|kartenzahlung|paiement (par )?carte|carte|achat( cb)?|cb|pos|compra( con tarjeta)?|pago con tarjeta|pagamento (pos|carta)|betaalautomaat|platnosc karta|plata (la )?pos)\s*(\d{1,2}[./]\d{1,2}([./]\d{2,4})?)?\s*/i;

export class PartyReader {
  channel = 0;
  isReversal = false;
  mcc = 0;
  /** Id for the `place` column. */
  place = 0;
  private readonly plan: CsvPlan;
  private readonly text: TextOf;
  private readonly ends: EndReader;
  private readonly sink: EntrySink;
  private readonly types: FieldMemo;
  private readonly places: FieldMemo;

  constructor(plan: CsvPlan, text: TextOf, ends: EndReader, sink: EntrySink) {
    this.plan = plan;
    this.text = text;
    this.ends = ends;
    this.sink = sink;
    this.types = new FieldMemo(text, channelOfType);
    this.places = new FieldMemo(text, (place) => sink.place(place));
  }

  /** The channel that booking text, category code and, last, the remittance text tell. */
  readChannel(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, remittance: string): void {
    const { type = -1, mcc = -1 } = this.plan.columns;
    let code = type < 0 ? 0 : this.types.of(bytes, starts[type] as number, ends[type] as number);
    this.isReversal = (code & REVERSAL_BIT) !== 0;
    code &= ~REVERSAL_BIT;
    this.mcc = mcc < 0 ? 0 : digits(bytes, starts[mcc] as number, ends[mcc] as number);
    if (this.mcc === 6011 && (code === 0 || code === CARD_PRESENT || code === CASH)) code = CASH_MACHINE;
    else if (this.mcc === 6010 && (code === 0 || code === CARD_PRESENT)) code = CASH;
    else if (this.mcc !== 0 && code === 0) code = CARD_PRESENT;
    if (code === 0 && remittance !== '') code = channelOfText(remittance);
    this.channel = code;
  }

  /** The other side's end; `place` is set by the way. */
  readOther(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, remittance: string): EndId {
    const columns = this.plan.columns;
    const {
      otherAccount = -1,
      otherName = -1,
      otherBank = -1,
      otherCountry = -1,
      merchant = -1,
      merchantCountry = -1,
      city = -1,
      terminal = -1,
    } = columns;
    const { channel } = this;
    const isCash = channel === CASH || channel === CASH_MACHINE;
    this.place = city < 0 ? 0 : this.places.of(bytes, starts[city] as number, ends[city] as number);
    if (isCash) this.place = this.cashPlace(bytes, starts, ends, city, terminal, remittance);
    const name = otherName >= 0 && ends[otherName] !== starts[otherName] ? otherName : merchant;
    if (otherAccount >= 0 && ends[otherAccount] !== starts[otherAccount]) {
      const end = this.ends.account(bytes, starts[otherAccount] as number, ends[otherAccount] as number);
      if (end !== UNKNOWN_END) {
        if (name >= 0) this.ends.addName(end, bytes, starts[name] as number, ends[name] as number);
        if (otherBank >= 0) this.ends.setBic(end, bytes, starts[otherBank] as number, ends[otherBank] as number);
        return end;
      }
    }
    if (isCash) return CASH_END;
    if (channel === CARD_PRESENT || channel === CARD_ABSENT) {
      const shop = merchant >= 0 && ends[merchant] !== starts[merchant] ? merchant : name;
      const country = merchantCountry >= 0 ? merchantCountry : otherCountry;
      if (shop >= 0 && ends[shop] !== starts[shop]) return this.named(true, bytes, starts, ends, shop, country);
      if (name < 0 && merchant < 0) return this.ofRemittance(bytes, starts, ends, country);
    }
    if (channel === channelCode.fee || channel === channelCode.interest) return BANK_END;
    if (name >= 0 && ends[name] !== starts[name])
      return this.named(name === merchant && merchant !== otherName, bytes, starts, ends, name, otherCountry);
    return UNKNOWN_END;
  }

  private named(
    isMerchant: boolean,
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    name: number,
    country: number,
  ): EndId {
    const countryFrom = country < 0 ? 0 : (starts[country] as number);
    const countryTo = country < 0 ? 0 : (ends[country] as number);
    return isMerchant
      ? this.ends.merchant(bytes, starts[name] as number, ends[name] as number, countryFrom, countryTo)
      : this.ends.name(bytes, starts[name] as number, ends[name] as number, countryFrom, countryTo);
  }

  /** A card row whose merchant stands in the text only: its first line, without terminal and numbers. */
  private ofRemittance(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, country: number): EndId {
    const first = this.plan.texts[0];
    if (first === undefined) return UNKNOWN_END;
    const remittance = this.text(bytes, starts[first] as number, ends[first] as number);
    const shop = (remittance.split(/[\r\n]/)[0] ?? '')
      .replace(CARD_WORDS, '')
      .replace(/\b(terminal|term|tid|card|karte)\b.*$/i, '')
      .replace(/[\d*#]{3,}.*$/, '')
      .trim();
    const where = country < 0 ? '' : this.text(bytes, starts[country] as number, ends[country] as number);
    return this.ends.merchantNamed(shop, where);
  }

  private cashPlace(
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    city: number,
    terminal: number,
    remittance: string,
  ): number {
    const inColumn = terminal < 0 ? '' : this.text(bytes, starts[terminal] as number, ends[terminal] as number).trim();
    const number = inColumn || (TERMINAL.exec(remittance)?.[1] ?? '');
    if (number === '') return this.place;
    const where = city < 0 ? '' : this.text(bytes, starts[city] as number, ends[city] as number);
    return this.sink.place(`${/^\d/.test(number) ? 'T' : ''}${number} ${where}`);
  }
}

/** A number of at most five digits, else 0. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  if (to - from > 5) return 0;
  for (let p = from; p < to; p++) {
    const c = bytes[p] as number;
    if (c < 48 || c > 57) return 0;
    value = value * 10 + c - 48;
  }
  return value > 65535 ? 0 : value;
}
