/** A sink for one table of a document: rejects and warnings say which table they are of. */
import type { Entry, EntrySink, Reject, StatementInfo } from './format.ts';
import type { Login } from './login-columns.ts';
import type { RegisterRow } from './register-row.ts';
import type { TerminalRow } from './terminal-row.ts';

export class TableSink implements EntrySink {
  readonly ends: EntrySink['ends'];
  readonly rows: EntrySink['rows'];
  readonly instructed: EntrySink['instructed'];
  readonly charges: EntrySink['charges'];
  private readonly sink: EntrySink;
  private readonly table: string | undefined;
  private readonly scale: number;

  /**
   * @param table its name, where there are several
   * @param scale bytes of the document to a byte of its text, for progress
   */
  constructor(sink: EntrySink, table: string | undefined, scale: number) {
    this.sink = sink;
    this.table = table;
    this.scale = scale;
    this.ends = sink.ends;
    this.rows = sink.rows;
    this.instructed = sink.instructed;
    this.charges = sink.charges;
  }

  statement(info: StatementInfo): number {
    return this.sink.statement(info);
  }

  amend(statement: number, info: Partial<StatementInfo>): void {
    this.sink.amend(statement, info);
  }

  entry(entry: Entry): void {
    this.sink.entry(entry);
  }

  place(text: string): number {
    return this.sink.place(text);
  }

  kept(): void {
    this.sink.kept();
  }

  /** The field as in formulas: `Sheet!Column`. */
  reject(reject: Reject): void {
    this.sink.reject(this.table === undefined ? reject : { ...reject, field: `${this.table}!${reject.field}` });
  }

  notBooked(): void {
    this.sink.notBooked();
  }

  warn(message: string): void {
    this.sink.warn(this.table === undefined ? message : `${this.table}: ${message}`);
  }

  register(row: RegisterRow): void {
    this.sink.register(row);
  }

  login(login: Login): void {
    this.sink.login(login);
  }

  terminal(row: TerminalRow): void {
    this.sink.terminal(row);
  }

  progress(bytes: number): void {
    this.sink.progress(Math.floor(bytes * this.scale));
  }
}
