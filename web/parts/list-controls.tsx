/** Filter by words and form, and the order, above the list of leads. */
import { useId } from 'react';
import { en } from '../messages/en.ts';
import { t } from '../messages/translate.ts';
import { changeFilter, useFilter, type Order } from '../state/list.ts';
import type { Form } from '../contract.ts';

const formKeys = (Object.keys(en) as (keyof typeof en)[]).flatMap((key) =>
  key.startsWith('form.') ? [key.slice(5) as Form] : [],
);
const orders: readonly Order[] = ['points', 'latest', 'victims'];

export const FILTER_ID = 'filter-leads';

export function ListControls({ shown, total }: { shown: number; total: number }) {
  const filter = useFilter();
  const hintId = useId();
  const isFiltered = filter.text !== '' || filter.form !== 'all';
  return (
    <div className="controls">
      <div className="search">
        <input
          id={FILTER_ID}
          type="search"
          aria-label={t('list.filter')}
          aria-describedby={hintId}
          placeholder={t('list.filter.hint')}
          value={filter.text}
          spellCheck={false}
          onChange={({ target }) => changeFilter({ text: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            changeFilter({ text: '' });
            event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <select
        aria-label={t('list.form')}
        value={filter.form}
        onChange={({ target }) => changeFilter({ form: target.value as Form | 'all' })}
      >
        <option value="all">{t('list.form.all')}</option>
        {formKeys.map((form) => (
          <option key={form} value={form}>
            {t(`form.${form}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('list.sort')}
        value={filter.order}
        onChange={({ target }) => changeFilter({ order: target.value as Order })}
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {t(`list.sort.${order}`)}
          </option>
        ))}
      </select>
      <p id={hintId} className={isFiltered ? 'shown' : 'shown visually-hidden'} role="status">
        {shown === 0 ? t('list.none-match') : t('list.shown', { count: shown, total })}{' '}
        {isFiltered && (
          <button type="button" className="link" onClick={() => changeFilter({ text: '', form: 'all' })}>
            {t('list.clear')}
          </button>
        )}
      </p>
    </div>
  );
}
