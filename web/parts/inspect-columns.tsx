/** Each column of a delimited file: its name, what it means and why, what its values look like. */
import { Button } from 'react-aria-components';
import type { ColumnReport, Overrides, TableReport } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { RoleSelect } from './role-select.tsx';

const CELLS = 3;

interface Props {
  readonly table: TableReport;
  readonly overrides: Overrides;
  readonly onChange: (overrides: Overrides) => void;
}

function Cells({ samples }: Pick<ColumnReport, 'samples'>) {
  return (
    <ul className="cells">
      {samples.slice(0, CELLS).map(({ value, masked }, at) => (
        <li key={at}>{masked ? <span className="masked">{value}</span> : value === '' ? '–' : value}</li>
      ))}
    </ul>
  );
}

export function InspectColumns({ table, overrides, onChange }: Props) {
  const give = (key: string, role: string | undefined): void => {
    const { [key]: _, ...others } = overrides.columns ?? {};
    const columns = (role === undefined ? others : { ...others, [key]: role }) as Overrides['columns'];
    onChange({ ...overrides, columns });
  };
  return (
    <table className="grid inspect-columns">
      <caption>{t('inspect.columns')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspect.col.name')}</th>
          <th scope="col">{t('inspect.col.role')}</th>
          <th scope="col">{t('inspect.col.look')}</th>
          <th scope="col">{t('inspect.col.cells')}</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column) => {
          const name = column.name === '' ? t('inspect.column', { number: column.number }) : column.name;
          return (
            <tr key={column.number} className={column.role === undefined ? 'unused' : ''}>
              <th scope="row">
                {name}
                <small>{column.why}</small>
              </th>
              <td>
                <RoleSelect column={column} name={name} onChange={(role) => give(column.key, role)} />
                {overrides.columns?.[column.key] !== undefined && (
                  <Button className="link" onPress={() => give(column.key, undefined)}>
                    {t('inspect.undo-role')}
                  </Button>
                )}
              </td>
              <td>{t(`inspect.look.${column.look}`)}</td>
              <td>
                <Cells samples={column.samples} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
