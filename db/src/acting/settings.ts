import pg from 'pg'
import type { Told } from './acting.js'

const arrayOf = (words: readonly string[]): string =>
  `{${words.map((one) => `"${one.replace(/["\\]/g, (odd) => `\\${odd}`)}"`).join(',')}}`

/** The organs under another are looked up only for who supervises some. */
const organsOf = (own: string, over: string | null): string =>
  over === null ? own : `(${own}::text[] || array(select id from public.organs where supervised_by = ${over}))::text`

const row = (organs: string, [kind, all, caseId, organ, person, roles, number, mac, key]: readonly string[]): string =>
  `select set_config('zhiqing.kind', ${kind}, true), set_config('zhiqing.all', ${all}, true),
  set_config('zhiqing.organs', ${organs}, true), set_config('zhiqing.case', ${caseId}, true),
  set_config('zhiqing.organ', ${organ}, true), set_config('zhiqing.person', ${person}, true),
  set_config('zhiqing.roles', ${roles}, true), set_config('zhiqing.number', ${number}, true),
  set_config('zhiqing.mac', ${mac}, true), set_config('zhiqing.key', ${key}, true)`

const valuesOf = ({ kind, all, caseId, organ, person, roles, number, mac, key }: Told): string[] => [
  ...[kind, all, caseId, organ, person],
  ...[arrayOf(roles), number, mac, key],
]

const places = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9']
const plain = row('$10', places)
const above = row(organsOf('$10', '$11'), places)

/** The statement that tells the database for whom the next one is made, until the transaction ends. */
export const tellStatement = (told: Told): { readonly text: string; readonly values: string[] } => {
  const values = [...valuesOf(told), arrayOf(told.organs)]
  return told.over === null ? { text: plain, values } : { text: above, values: [...values, told.over] }
}

/** The same behind a `begin`, as one message: the values stand in it as literals. */
export const beginAs = (begin: string, told: Told): string => {
  const [quote, over] = [pg.escapeLiteral, told.over]
  return `${begin}; ${row(organsOf(quote(arrayOf(told.organs)), over === null ? null : quote(over)), valuesOf(told).map(quote))}`
}
