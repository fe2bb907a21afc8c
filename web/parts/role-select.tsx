/** The meaning of one column, chosen from all there are; what a hand set can be taken back. */
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { ColumnReport } from '../contract.ts';
import { en } from '../messages/en.ts';
import { t, type MessageKey } from '../messages/translate.ts';

const PREFIX = 'column.';
const roles = (Object.keys(en) as MessageKey[])
  .filter((key) => key.startsWith(PREFIX))
  .map((key) => ({ id: key.slice(PREFIX.length), text: t(key) }))
  .sort((a, b) => a.text.localeCompare(b.text, 'en'));

interface Props {
  readonly column: ColumnReport;
  readonly name: string;
  readonly onChange: (role: string) => void;
}

export function RoleSelect({ column, name, onChange }: Props) {
  const { role, byHand } = column;
  const selected = role ?? (byHand ? 'ignored' : null);
  return (
    <Select
      className="select"
      selectedKey={selected}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      placeholder={t('inspect.no-role')}
    >
      <Label className="visually-hidden">{t('inspect.role-of', { name })}</Label>
      <Button className={byHand ? 'select-button on' : 'select-button'}>
        <SelectValue className="select-value" />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="select-list" placement="bottom start">
        <ListBox items={roles} className="options">
          {(one) => <ListBoxItem className="option">{one.text}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}
