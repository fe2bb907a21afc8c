/** `clew events CASE`: who did what, when and why; the chain of hashes is checked on opening. */
import type { CaseEvent } from '../cases/event.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { table } from './table.ts';

export const registerEvents: Register = (program, io, finish) => {
  program
    .command('events')
    .description('everything that was done in a case')
    .argument('<case>', 'folder of the case')
    .option('--json', 'print the events as JSON')
    .action(async (path: string, flags: { readonly json?: true }) => {
      const events = await withCase(path, io, { readOnly: true }, (opened) => opened.events());
      if (flags.json) writeJson(io, { events });
      else io.out(eventsText(events));
      finish(0);
    });
};

function eventsText(events: readonly CaseEvent[]): string {
  return table(
    [
      { title: 'no', align: 'right' },
      { title: 'time (UTC)' },
      { title: 'actor' },
      { title: 'event' },
      { title: 'purpose' },
    ],
    events.map(({ sequence, at, actor, body, purpose }) => [
      String(sequence),
      new Date(at).toISOString().slice(0, 19).replace('T', ' '),
      actor,
      eventText(body),
      purpose,
    ]),
  );
}

function eventText(body: CaseEvent['body']): string {
  switch (body.kind) {
    case 'imported':
      return `imported ${body.segments.length} files (${body.origin})`;
    case 'scored':
      return `scored${body.asOf === undefined ? '' : ` as of ${body.asOf}`}, ${body.leads} leads`;
    case 'decided':
      return `decided ${body.decision} on ${body.lead}`;
    case 'match-decided':
      return `${body.outcome} the match ${body.match}`;
    case 'noted':
      return `noted on ${body.lead}`;
    case 'fact-entered':
      return `entered a fact (${body.fact.kind}, ${body.fact.source}${body.fact.information})`;
    case 'victim-step':
      return `safeguarding: ${body.step}`;
    case 'safe-date':
      return body.from === undefined ? 'took a safe date back' : 'set a safe date';
    case 'revealed':
      return body.minutes === 0 ? 'revealed once' : `revealed for ${body.minutes} min`;
    case 'exported':
      return `exported ${body.what}`;
    case 'undone':
      return `undid event ${body.sequence}`;
    case 'created':
    case 'settings-changed':
      return body.kind.replace('-', ' ');
  }
}
