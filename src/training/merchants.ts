/**
 * Invented shops, hotels, carriers and sites where cards are used, by trade, with their merchant
 * category code (ISO 18245), usual prices (log-normal, in euro cents) and usual hours. Listing sites
 * stand under 7273 and 7311, as FINTRAC's 2016 list describes them.
 */
import type { Random } from '../random.ts';

export interface Trade {
  readonly mcc: string;
  /** Median price in euro cents and the spread of its logarithm. */
  readonly median: number;
  readonly spread: number;
  readonly opens: number;
  readonly closes: number;
  readonly online: boolean;
  /** Prices end like a price tag rather than at any cent. */
  readonly tagged: boolean;
  readonly names: readonly string[];
}

const trade = (
  mcc: string,
  median: number,
  spread: number,
  hours: readonly [number, number],
  names: string,
  options: { online?: boolean; tagged?: boolean } = {},
): Trade => ({
  mcc,
  median,
  spread,
  opens: hours[0],
  closes: hours[1],
  online: options.online ?? false,
  tagged: options.tagged ?? false,
  names: names.split('|'),
});

export const TRADES = {
  grocery: trade(
    '5411',
    2650,
    0.7,
    [8, 21],
    'Frischmarkt Adler|Konsum Linde|Zielona Półka|Hofladen Ursprung|Marktkorb|Greenbarrow Foods|Sklep Pod Lipą|Nordkauf',
  ),
  wholesale: trade('5300', 21000, 0.5, [7, 19], 'Großmarkt Steinbach|CashKorb Wholesale|Hurtownia Dąb'),
  bakery: trade('5462', 560, 0.5, [6, 17], 'Backstube Kern|Piekarnia Zorza|Crumb & Co|Bäckerei Wendelin'),
  pharmacy: trade('5912', 1450, 0.6, [8, 20], 'Apotheke am Tor|Apteka Nova|Löwen-Apotheke|Wellgate Pharmacy'),
  fastfood: trade('5814', 1090, 0.45, [11, 26], 'Burger Bude 8|Kebab Orient Stern|Wok Ekspres|Chip Lantern'),
  restaurant: trade(
    '5812',
    3400,
    0.6,
    [12, 23],
    'Gasthof Drei Kronen|Trattoria Sole|Karczma Młyn|The Copper Pan|Zum Anker',
  ),
  bar: trade('5813', 1900, 0.7, [18, 27], 'Bar Lumen|Kneipe Zapfhahn|Pub Skowronek|The Owl Taps'),
  fuel: trade('5541', 5200, 0.4, [5, 23], 'Tankstelle Kreuz|Petromil|FuelNorth|Stacja Orzeł'),
  clothes: trade('5651', 4400, 0.7, [10, 20], 'Modehaus Behrend|Szafa|Thread & Loom|Kleiderkiste', { tagged: true }),
  cosmetics: trade('5977', 1850, 0.6, [9, 20], 'Drogerie Rosen|Urodaria|Bloom Cosmetics', { tagged: true }),
  topUp: trade('4814', 1500, 0.2, [7, 24], 'FonCard Aufladung|Doładuj24|SimTop', { online: true, tagged: true }),
  taxi: trade('4121', 1550, 0.5, [6, 28], 'Fahrly|Taxi 3030|RideBee'),
  hotel: trade(
    '7011',
    8900,
    0.4,
    [13, 23],
    'Hotel Bahnhofspalais|Pension Rosengarten|Apart Residenz|Hotel Zajazd Leśny|Stayblock Suites|City Inn Brücke|Noclegi Centrum|Gasthaus Schwan',
  ),
  hostel: trade(
    '7011',
    3200,
    0.35,
    [12, 22],
    'Hostel Fernweh|Arbeiterwohnheim Süd|Hostel Przystań|Monteurzimmer Kranz',
  ),
  airline: trade('4511', 14500, 0.6, [6, 24], 'Aerovia|Nordwind Air|Skybridge', { online: true }),
  rail: trade('4112', 3900, 0.6, [5, 23], 'Fernbahn|Kolej Express|Railnet', { online: true }),
  coach: trade('4131', 2400, 0.4, [5, 23], 'LinienBus Europa|Autokar Polonez|GreenCoach', {
    online: true,
    tagged: true,
  }),
  hairdresser: trade('7230', 3800, 0.4, [9, 19], 'Salon Schnittpunkt|Fryzjer Figaro|Kamm & Schere'),
  listing: trade('7273', 1200, 0.55, [8, 27], 'VelvetBoard|NachtListe|CityCompanion|RoseAds', {
    online: true,
    tagged: true,
  }),
  advertising: trade('7311', 2400, 0.6, [8, 24], 'KleinAnzeige Plus|Ogłoszenia24|PinBoard Ads', {
    online: true,
    tagged: true,
  }),
  travelAgency: trade('4722', 32000, 0.6, [9, 19], 'Reisebüro Kompass|Biuro Podróży Albatros|Wayfarer Travel'),
  hospital: trade('8062', 48000, 0.9, [8, 17], 'Klinik am Park|Szpital Św. Rocha|Privatklinik Seeblick'),
  doctor: trade('8011', 9500, 0.5, [8, 18], 'Praxis Dr. Lindner|Gabinet Zdrowie|Harley Row Surgery'),
  laboratory: trade('8071', 18500, 0.5, [7, 16], 'Labor Diagnostika|LabMed Analizy|Synova Diagnostics'),
  agency: trade('7361', 68000, 0.4, [9, 17], 'Haushaltshilfe Vermittlung Iris|HomeHands Agency|Pomoc Domowa Serce'),
  government: trade(
    '9399',
    9900,
    0.4,
    [8, 15],
    'Konsularabteilung|Visa Application Centre|Ausländeramt Gebühren|Urząd Wojewódzki',
  ),
  vanHire: trade('7512', 8800, 0.4, [7, 19], 'Transporter Mieten Nord|VanGo|Wypożyczalnia Bus'),
  furniture: trade('5712', 13500, 0.8, [10, 20], 'Möbelhof|Meble Jutro|Homestead Furnishing', { tagged: true }),
  electronics: trade('5732', 9900, 0.9, [10, 20], 'Elektro Volt|RTV Iskra|Circuit House', { tagged: true }),
  software: trade('5734', 1999, 0.6, [8, 26], 'ScreenKeep Recorder|VeilNet VPN|CloudBox', {
    online: true,
    tagged: true,
  }),
  games: trade('5816', 1999, 0.6, [15, 26], 'PlayVault|GemStore', { online: true, tagged: true }),
  streaming: trade('5815', 1099, 0.3, [2, 5], 'Streamo|TonWelle|KinoBox', { online: true, tagged: true }),
  remitter: trade('4829', 9000, 0.7, [8, 24], 'SwiftSend|MoneyBridge|Paczka Pieniędzy', { online: true }),
  crypto: trade('6051', 6000, 0.9, [8, 27], 'Coinhafen|BitKantor', { online: true }),
  voucher: trade('6540', 5000, 0.4, [8, 22], 'PayKarte Guthaben|VoucherPoint', { tagged: true }),
  jewellery: trade('5944', 38000, 0.9, [10, 19], 'Juwelier Saphir|Złotnik Bursztyn'),
  gambling: trade('7995', 5000, 1.0, [12, 28], 'WettCentrum|LuckyStar Casino', { online: true }),
  carDealer: trade('5511', 640000, 0.6, [9, 18], 'Autohaus Rennwald|Auto Salon Gwiazda'),
  gym: trade('7997', 2999, 0.3, [6, 22], 'FitWerk|Siłownia Tytan', { tagged: true }),
  books: trade('5942', 1799, 0.5, [10, 19], 'Buchhandlung Feder|Księgarnia Sowa|Papermoon Books', { tagged: true }),
  diy: trade('5200', 4700, 0.8, [8, 20], 'Baumarkt Hammer|Majster|Timberyard', { tagged: true }),
  parking: trade('7523', 450, 0.6, [7, 23], 'Parkhaus Mitte|ParkIt'),
  shop: trade('5999', 3299, 0.8, [8, 25], 'Kaufwelt Online|Bazarek|Everything Crate', { online: true, tagged: true }),
  laundry: trade('7211', 4200, 0.4, [8, 19], 'Wäscherei Schneeweiß|Pralnia Bąbel'),
  music: trade('5733', 6900, 0.8, [10, 19], 'Musikhaus Takt|Strings & Keys', { tagged: true }),
  sports: trade('5941', 5900, 0.7, [10, 20], 'Sport Arena Huber|Sportowiec', { tagged: true }),
} as const satisfies Record<string, Trade>;

export type TradeName = keyof typeof TRADES;

/** A price of the trade in euro cents. */
export function price(random: Random, trade: Trade, factor = 1): number {
  const raw = trade.median * factor * Math.exp(random.normal(0, trade.spread));
  if (!trade.tagged) return Math.max(120, Math.round(raw));
  const whole = Math.max(1, Math.round(raw / 100));
  return random.chance(0.6) ? whole * 100 - 1 : random.chance(0.5) ? whole * 100 : whole * 100 - 10;
}
