/**
 * Replies of a national register of bank accounts (Directive (EU) 2015/849, article 32a: the German
 * Kontenabruf, the French FICOBA, the Italian Anagrafe dei rapporti and their like), as delimited
 * text or XML: which accounts exist, whose they are, who may act on them, who is behind them, when
 * they were opened and closed. They hold no payments: what they name is there to be asked for.
 */
import { STANDARD_CONTACT_KEY } from './contact-hash.ts';
import { findTable, readTable, sampleOfHead, type RecordFault, type TableRecord } from './csv/named-table.ts';
import { countryOf } from './country-code.ts';
import type { EntrySink, Recognition, StatementFormat } from './format.ts';
import { daysOf } from './register.ts';
import { readReplyXml } from './register/reply-xml.ts';
import { writeReply, type ReplyPerson } from './register/reply.ts';
import { birthYearOf, roleOf, statusOf } from './register/row.ts';
import { findReplyRoles, type RegisterRole } from './register-words.ts';

const isXml = (text: string): boolean => /^\ufeff?\s*</.test(text);

function recogniseXml(text: string): Recognition {
  const tags = [...text.matchAll(/<([^\s<>/?!]+)/g)].map(([, tag = '']) => tag.replace(/^.*:/, '').toLowerCase());
  const has = (shape: RegExp): boolean => tags.some((tag) => shape.test(tag));
  const isOther = has(/^(rentity_?id|document|transactions?|ntry|stmttrn|entry)$/);
  const isReply =
    has(
      /^(iban|kontonummer|konto_?nr|account_?(id|number|no)|numero_?(de_?)?compte|numero_?(conto|cuenta|rapporto))$/,
    ) &&
    has(/holder|owner|inhaber|berechtigt|titul|intestatar|mandatair|delegat|prox/) &&
    has(/open|er(oe|ö)ffn|errichtung|ouvert|apertura|inizio|clos|aufl(oe|ö)s|clotur|chiusura|cierre/);
  return isReply && !isOther
    ? { sureness: 70, why: 'XML with accounts, their holders and days of opening, and no payments' }
    : { sureness: 0, why: 'no reply of an account register' };
}

/** The format under a case's own key for hashes of identities. */
export function accountRegisterFormat(contactKey: string): StatementFormat {
  return {
    id: 'account-register',
    title: 'Reply of an account register',
    recognise(head) {
      if (isXml(head.text)) return recogniseXml(head.text);
      const table = findTable(sampleOfHead(head), findReplyRoles);
      return table
        ? {
            sureness: 85,
            why: `line ${table.header.line} names accounts with holders, proxies or owners, and no money`,
          }
        : { sureness: 0, why: 'no reply of an account register' };
    },
    read(source, member, sink) {
      const head = new TextDecoder(member.encoding).decode(source.read(0, Math.min(source.size, 64)));
      if (isXml(head)) {
        readReplyXml(source, member, sink, contactKey);
        return;
      }
      const plan = (sample: Parameters<typeof findTable>[0]) => findTable(sample, findReplyRoles);
      readTable<RegisterRole>(source, member, sink, plan, (record) => writeRecord(record, contactKey, sink));
    },
  };
}

function writeRecord(
  record: TableRecord<RegisterRole>,
  key: string,
  sink: EntrySink,
): RecordFault<RegisterRole> | 'kept' {
  const days = daysOf(record);
  if ('field' in days) return days;
  const { validFrom, validTo } = days;
  const role = roleOf(record.cell('role')) ?? 'holder';
  const people: ReplyPerson[] = [];
  const add = (names: string, birth: RegisterRole, as: ReplyPerson['role']): void => {
    const list = names.split(/\s*[;|\n]\s*|\s+\/\s+/).filter((one) => one !== '');
    for (const name of list) {
      const born = list.length === 1 ? record.moment(birth) : undefined;
      const day = born === undefined || born === 'no day' ? undefined : born.day;
      const isMain = as === role;
      people.push({
        role: as,
        name,
        born: day,
        birthYear: list.length === 1 ? birthYearOf(record.cell(birth)) : undefined,
        country: isMain ? countryOf(record.cell('residenceCountry')) || undefined : undefined,
        type: isMain ? record.cell('holderType') : undefined,
        validFrom: as === 'holder' ? undefined : validFrom,
        validTo: as === 'holder' ? undefined : validTo,
      });
    }
  };
  add(record.cell('holderName'), 'birthYear', role);
  add(record.cell('proxyName'), 'proxyBirth', 'power-of-attorney');
  add(record.cell('ownerName'), 'ownerBirth', 'beneficial-owner');
  const isWritten = writeReply(
    {
      account: record.cell('account'),
      bank: record.cell('bank'),
      currency: record.cell('currency'),
      status: statusOf(record.cell('status')),
      openedOn: days.openedOn,
      closedOn: days.closedOn,
      people,
    },
    key,
    sink,
  );
  return isWritten ? 'kept' : { field: 'account', reason: 'no account is given' };
}

export default accountRegisterFormat(STANDARD_CONTACT_KEY);
