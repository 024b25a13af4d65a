import pg from 'pg'
import type { Told } from './acting.js'
import { tellStatement } from './settings.js'

interface Wire {
  parse(of: { text: string; name: string }): void
  bind(of: { portal: string; statement: string; values: unknown[] }): void
  execute(of: { portal: string; rows: number }): void
}

/** What pg's own query does on the wire; its types do not tell. */
interface OnTheWire {
  callback: (error: Error | null, result: pg.QueryResult) => void
  prepare(wire: Wire): void
  requiresPreparation(): boolean
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

const Query = pg.Query as unknown as new (config: { text: string; values: readonly unknown[] }) => OnTheWire

/**
 * A statement with the one before it that says for whom: both go out in one message and come back in one answer. What is
 * sent between two syncs is one transaction to the server, so the settings are gone when the answer is here, and a
 * connection that many share (pgbouncer) never keeps them.
 */
class ActingQuery extends Query {
  readonly #told: Told
  #heard = false
  constructor(text: string, values: readonly unknown[], told: Told) {
    super({ text, values })
    this.#told = told
  }
  override requiresPreparation(): boolean {
    return true
  }
  override prepare(wire: Wire): void {
    const { text, values } = tellStatement(this.#told)
    wire.parse({ text, name: '' })
    wire.bind({ portal: '', statement: '', values })
    wire.execute({ portal: '', rows: 0 })
    super.prepare(wire)
  }
  override handleDataRow(message: unknown): void {
    if (this.#heard) super.handleDataRow(message)
  }
  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#heard) super.handleCommandComplete(message, wire)
    else this.#heard = true
  }
}

/** One statement outside of a transaction, made for somebody. */
export const queryAs = <Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  told: Told,
): Promise<pg.QueryResult<Row>> =>
  new Promise((resolve, reject) => {
    const query = new ActingQuery(text, values, told)
    query.callback = (error, result) => (error ? reject(error) : resolve(result as pg.QueryResult<Row>))
    // A client whose `query` somebody has wrapped may answer by a promise of its own.
    Promise.resolve(client.query(query as never) as unknown).catch(reject)
  })
