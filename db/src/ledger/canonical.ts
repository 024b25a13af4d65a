/** Anything that JSON can say; `undefined` members are left out, as JSON leaves them out. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

const member = (name: string, value: unknown): string => `${JSON.stringify(name)}:${canonical(value)}`

/** JSON with sorted keys and no blanks: the same value always gives the same text, whoever stored it in between. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${sorted.map(([name, one]) => member(name, one)).join(',')}}`
}
