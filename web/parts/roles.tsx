/**
 * Roles with what speaks for and against each. Accounts of the same role and the same sentences
 * stand together as one line, so that nine wage accounts do not hide the collector.
 */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { LeadAccount, LeadDetail, Role } from '../contract.ts';
import { signOfRole } from '../drawings/signs.ts';
import { t } from '../messages/translate.ts';
import { changeView, useView } from '../state/store.ts';
import { Sign } from './sign.tsx';

const order: readonly Role[] = [
  'possible-organiser',
  'possible-controller',
  'possible-collector',
  'front-business',
  'possible-facilitator',
  'conduit',
  'possible-purchaser',
  'possible-victim',
  'undetermined',
];

interface Group {
  readonly role: Role;
  readonly accounts: readonly LeadAccount[];
}

function groupAccounts(accounts: readonly LeadAccount[]): Group[] {
  const groups = new Map<string, { role: Role; accounts: LeadAccount[] }>();
  for (const account of accounts) {
    const isAlike =
      account.role === 'possible-victim' || account.role === 'undetermined' || account.role === 'possible-purchaser';
    const key = isAlike ? account.role : account.account;
    const group = groups.get(key) ?? { role: account.role, accounts: [] };
    group.accounts.push(account);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Sentences of the accounts, each once. */
function sentences(accounts: readonly LeadAccount[], role: Role, side: 'for' | 'against'): string[] {
  return [
    ...new Set(
      accounts.flatMap(({ hypotheses }) =>
        hypotheses.filter((view) => view.role === role).flatMap((view) => view[side]),
      ),
    ),
  ];
}

function RoleGroup({ group, nodes }: { group: Group; nodes: LeadDetail['nodes'] }) {
  const view = useView();
  const [isOpen, setIsOpen] = useState(false);
  const { role, accounts } = group;
  const pro = sentences(accounts, role, 'for');
  const contra = sentences(accounts, role, 'against');
  const others = [...new Set(accounts.flatMap(({ hypotheses }) => hypotheses.map((one) => one.role)))].filter(
    (one) => one !== role,
  );
  const shown = isOpen ? accounts : accounts.slice(0, 1);
  const name = (account: LeadAccount) => {
    const key = nodes.find(({ label }) => label === account.account)?.key;
    return (
      <Button
        key={account.account}
        className={key !== undefined && view.node === key ? 'end on' : 'end'}
        isDisabled={key === undefined}
        onPress={() => changeView({ node: view.node === key ? undefined : key, edge: undefined })}
      >
        {account.account}
      </Button>
    );
  };
  return (
    <li className="role">
      <Sign sign={signOfRole(role)} />
      <div className="role-names">
        {shown.map(name)}
        {accounts.length > 1 && (
          <Button className="link" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
            {isOpen ? t('why.show-less') : `+ ${accounts.length - 1}`}
            {!isOpen && <span className="visually-hidden"> {t('why.show-all')}</span>}
          </Button>
        )}
      </div>
      <span className="role-word">{t(`role.${role}`)}</span>
      <div className="role-text">
        <p>
          <b>{t('why.for')}:</b> {pro.join('; ') || accounts[0]?.why}
        </p>
        <p>
          <b>{t('why.against')}:</b> {contra.join('; ') || t('why.against.none')}
        </p>
        {others.length > 0 && <p>{t('why.also', { roles: others.map((one) => t(`role.${one}`)).join(', ') })}</p>}
      </div>
    </li>
  );
}

export function Roles({ detail }: { detail: LeadDetail }) {
  return (
    <section>
      <h2>{t('why.roles')}</h2>
      <ul className="roles">
        {groupAccounts(detail.lead.accounts).map((group) => (
          <RoleGroup key={group.accounts[0]?.account ?? group.role} group={group} nodes={detail.nodes} />
        ))}
      </ul>
    </section>
  );
}
