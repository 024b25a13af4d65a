import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Fault, Task } from '@zhiqing/casework'

/** What the headers ask of a command: to be done once, and only if the case is as the caller saw it. */
export interface Conditions {
  readonly key: string | undefined
  readonly seen: number | undefined
}

const keyShape = /^[\x21-\x7e]{8,128}$/
const versionShape = /^(?:W\/)?"?(\d{1,9})"?$/

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value

/** Reads `Idempotency-Key` and `If-Match` (a version, or `*` for any); faults when they are not well formed. */
export const conditionsOf = (headers: IncomingHttpHeaders): { conditions: Conditions; faults: Fault[] } => {
  const key = single(headers['idempotency-key'])
  const match = single(headers['if-match'])?.trim()
  const wanted = match === undefined || match === '*' ? undefined : match
  const version = wanted === undefined ? undefined : versionShape.exec(wanted)?.[1]
  const faults: Fault[] = []
  if (key !== undefined && !keyShape.test(key))
    faults.push({ path: 'Idempotency-Key', zh: '应为8至128个可见的 ASCII 字符' })
  if (wanted !== undefined && version === undefined)
    faults.push({ path: 'If-Match', zh: '应为案件的版本号，即最近一次应答的 ETag' })
  return { conditions: { key, seen: version === undefined ? undefined : Number(version) }, faults }
}

/** One text for one value, whatever the order of its fields. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

/** The key with its owner and what it stands for, as casework wants it. */
export const keyFor = (
  { key }: Conditions,
  { person, place, body }: { person: string; place: string; body: unknown },
): Task['key'] =>
  key === undefined
    ? undefined
    : {
        value: key,
        person,
        body: createHash('sha256')
          .update(`${place}\n${canonical(body ?? {})}`)
          .digest('hex'),
      }
